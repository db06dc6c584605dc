using System.Globalization;
using System.Text;
using Detente.Node.Disks;
using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Signatures;
using Detente.Record.Tiles;

namespace Detente.Node.Tests.Logs;

/// <summary>
/// A log on a disk that may fail, and what it has promised so far. <see cref="Faults"/> holds a disk, as it was found after
/// something went wrong, against those promises.
/// </summary>
internal sealed class Trial
{
    public const string Origin = "example.org/detente/0123456789abcdef";
    public const string Folder = "log";
    public const string Key = "keys/log";

    private static readonly Ed25519PrivateKey PrivateKey = Ed25519PrivateKey.FromSeed(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
    public static readonly NoteSigner Signer = new(Origin, PrivateKey);
    public static readonly VerifierKey Verifier = VerifierKey.Ed25519(Origin, PrivateKey.PublicKey);

    private EntrySeries series = EntrySeries.Plain;

    /// <summary>How many entries were brought.</summary>
    public int Brought { get; private set; }

    /// <summary>How many were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>How many the last checkpoint held of which publishing was reported.</summary>
    public ulong Published { get; private set; }

    /// <summary>How many the largest checkpoint held that anybody could have read.</summary>
    public ulong Seen { get; private set; }

    /// <summary>Entry i of a trial in which nothing went wrong.</summary>
    public static byte[] Entry(int index) => EntrySeries.Plain.Entry(index);

    /// <summary>The root over the first so many of them.</summary>
    public static Hash32 RootOf(int size) => EntrySeries.Plain.RootOf(size);

    /// <summary>Makes a log.</summary>
    public static void Create(CrashDisk disk, TimeProvider? clock = null)
        => LogWriter.Create(
            () => FolderStore.Create(disk, Folder, new LogDescription(Origin, Verifier)),
            () => CheckpointSigner.Begin(disk, Key, Signer, Origin, clock ?? TimeProvider.System));

    /// <summary>Opens it.</summary>
    public static LogWriter Open(IDisk disk, TimeProvider? clock = null)
        => LogWriter.Open(FolderStore.Open(disk, Folder, index: null), CheckpointSigner.Open(disk, Key, Signer, Origin, clock ?? TimeProvider.System));

    /// <summary>Brings the next entries.</summary>
    public void Append(LogWriter log, int count)
    {
        var first = Brought;
        Brought += count;
        var index = log.Append([.. Enumerable.Range(first, count).Select(i => (ReadOnlyMemory<byte>)series.Entry(i))]);
        Assert.Equal((ulong)first, index);
        Acknowledged = Brought;
    }

    /// <summary>Publishes.</summary>
    public void Publish(LogWriter log) => Published = log.Publish();

    /// <summary>Goes on after the log was opened again: what was brought and not kept is followed by other entries.</summary>
    public void GoOn(LogWriter log)
    {
        Assert.InRange((int)log.Next, Acknowledged, Brought);
        series = (int)log.Next < Brought ? series.After((int)log.Next) : series;
        Brought = Acknowledged = (int)log.Next;
        Published = log.Published;
    }

    /// <summary>Notes what can be read of the published log now.</summary>
    public void Look(CrashDisk disk)
    {
        if (disk.Read($"{Folder}/public/checkpoint") is { } note && SignedState.Read(note, Verifier).TryGet(out var checkpoint, out _))
        {
            Seen = Math.Max(Seen, checkpoint.Size);
        }
    }

    /// <summary>The promises that a disk does not keep.</summary>
    public IEnumerable<string> Faults(CrashDisk disk)
    {
        var before = TryOr(() => PublicFault(disk, $"{Folder}/public", Published, series), "the published log cannot be read");
        if (before is not null)
        {
            yield return $"before opening: {before}";
        }

        var after = TryOr(() => OpenFault(disk), "it does not open");
        if (after is not null)
        {
            yield return after;
        }
    }

    /// <summary>Whether what anybody may read is a log, and the one that was promised.</summary>
    public static string? PublicFault(CrashDisk disk, ulong atLeast) => PublicFault(disk, $"{Folder}/public", atLeast);

    /// <summary>Whether a folder holds a published log of these entries.</summary>
    public static string? PublicFault(IDisk disk, string folder, ulong atLeast, EntrySeries? series = null)
    {
        series ??= EntrySeries.Plain;
        if (disk.Read($"{folder}/checkpoint") is not { } note)
        {
            return atLeast > 0 ? "there is no checkpoint" : null;
        }

        if (!SignedState.Read(note, Verifier).TryGet(out var checkpoint, out var rejection))
        {
            return $"the checkpoint cannot be read: {rejection}";
        }

        if (checkpoint.Size < atLeast)
        {
            return $"{checkpoint.Size} entries are published, and {atLeast} were";
        }

        if (checkpoint.Root != series.RootOf((int)checkpoint.Size))
        {
            return $"the root over {checkpoint.Size} entries is not theirs";
        }

        var tree = new TileTree(checkpoint.Size, path => Fetch(disk, folder, path));
        if (tree.Root() != checkpoint.Root)
        {
            return "the tiles give another root";
        }

        for (var index = 0UL; index < checkpoint.Size; index += TilePath.FullWidth)
        {
            var width = (int)Math.Min(TilePath.FullWidth, checkpoint.Size - index);
            var path = new TilePath(TilePath.Entries, index / TilePath.FullWidth, width);
            if (!Fetch(disk, folder, path).Span.SequenceEqual(series.Bundle((int)index, width)))
            {
                return $"{path} is another";
            }
        }

        return null;
    }

    private static ReadOnlyMemory<byte> Fetch(IDisk disk, string folder, TilePath path)
        => disk.Read($"{folder}/{path}") ?? throw new FileNotFoundException($"{path}");

    private string? OpenFault(CrashDisk disk)
    {
        using var log = Open(disk);
        if (log.Last.Checkpoint.Size < Seen)
        {
            return $"the key remembers {log.Last.Checkpoint.Size} entries, and a checkpoint over {Seen} was seen";
        }

        if (log.Next < (ulong)Acknowledged || log.Next > (ulong)Brought)
        {
            return $"it goes on at {log.Next}, and {Acknowledged} entries were acknowledged of {Brought}";
        }

        log.Publish();
        return PublicFault(disk, $"{Folder}/public", (ulong)Acknowledged, series);
    }

    private static string? TryOr(Func<string?> check, string what)
    {
        try
        {
            return check();
        }
        catch (Exception fault) when (fault is DamagedException or RefusedException or IOException or RejectedException)
        {
            return $"{what}: {fault.Message}";
        }
    }
}
