using System.Text;
using Detente.Node.Disks;

namespace Detente.Node.Tests.Disks;

/// <summary>The disk of this machine does what <see cref="IDisk"/> says, as far as it can be seen without cutting its power.</summary>
public sealed class RealDiskTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("detente-disk-").FullName;
    private readonly RealDisk disk = new();

    [Fact]
    public void What_is_not_there_is_nothing()
    {
        Assert.Null(disk.Read($"{folder}/none"));
        Assert.Null(disk.Read($"{folder}/none/below"));
        Assert.Empty(disk.List($"{folder}/none"));
        disk.Delete($"{folder}/none");
    }

    [Fact]
    public void A_file_is_made_once_and_grows_at_its_end()
    {
        using (var file = disk.Create($"{folder}/a"))
        {
            file.Append("one "u8);
            file.Append("two"u8);
            file.Sync(Sync.Tile);
        }

        Assert.Equal("one two", Encoding.UTF8.GetString(disk.Read($"{folder}/a")!));
        Assert.Throws<IOException>(() => disk.Create($"{folder}/a"));
    }

    [Fact]
    public void A_folder_is_made_in_one_that_exists()
    {
        disk.CreateFolder($"{folder}/b");
        disk.CreateFolder($"{folder}/b");
        Assert.Throws<DirectoryNotFoundException>(() => disk.CreateFolder($"{folder}/c/d"));
        disk.SyncFolder(folder, Sync.TileFolder);
        Assert.Throws<IOException>(() => disk.SyncFolder($"{folder}/c", Sync.TileFolder));
        disk.DeleteFolder($"{folder}/b");
        Assert.Empty(disk.List(folder));
    }

    [Fact]
    public void Replacing_leaves_one_file_and_nothing_aside()
    {
        WholeFile.Replace(disk, $"{folder}/x", "old"u8, Sync.Checkpoint, Sync.CheckpointFolder);
        WholeFile.Replace(disk, $"{folder}/x", "new"u8, Sync.Checkpoint, Sync.CheckpointFolder);
        Assert.Equal(["x"], disk.List(folder));
        Assert.Equal("new", Encoding.UTF8.GetString(disk.Read($"{folder}/x")!));
        File.WriteAllText($"{folder}/x.0123456789abcdef.new", "broken off");
        File.WriteAllText($"{folder}/y.new", "another's");
        WholeFile.Tidy(disk, $"{folder}/x");
        Assert.Equal(["x", "y.new"], disk.List(folder));
    }

    [Fact]
    public void A_path_is_held_by_one()
    {
        using (var first = disk.TryLock($"{folder}/lock"))
        {
            Assert.NotNull(first);
            Assert.Null(disk.TryLock($"{folder}/lock"));
        }

        using var second = disk.TryLock($"{folder}/lock");
        Assert.NotNull(second);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
