using Detente.Node.Stores;

namespace Detente.Node.Tests.Stores;

/// <summary>A log in a folder of this machine.</summary>
public sealed class FolderStoreTests : StoreContract
{
    private string LogFolder => $"{TestFolder}/log";

    private protected override void Make() => FolderStore.Create(Disk, LogFolder, Description);

    private protected override ILogStore Open() => FolderStore.Open(Disk, LogFolder, () => LeafIndex.InFile($"{LogFolder}/index.sqlite"));
}
