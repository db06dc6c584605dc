using System.Text;
using Detente.Node.Disks;
using Detente.Node.Stores;
using Detente.Record.Bytes;
using Detente.Record.Notes;

namespace Detente.Node.Fsck;

/// <summary>
/// Checks a log in a folder from its bytes up: what log it is, the signatures, every entry, every tile, the root, the journal, the index,
/// what the key remembers, and that no other file is there. It changes nothing.
/// </summary>
/// <remarks>
/// It holds the log's lock, so that nothing changes under it. Where another process has that, only what is published is checked, up
/// to the checkpoint found at the beginning: published files do not change, and the rest may be half written at any instant.
/// </remarks>
internal sealed class LogCheck
{
    private readonly IDisk disk;
    private readonly string folder;
    private readonly string? keyPath;
    private readonly Findings findings;
    private readonly List<string> notChecked = [];

    private LogCheck(IDisk disk, string folder, string? keyPath)
    {
        this.disk = disk;
        this.folder = folder;
        this.keyPath = keyPath;
        findings = new Findings(disk);
        Public = $"{folder}/public";
    }

    private string Description => $"{folder}/log.txt";

    private string Public { get; init; }

    private string CheckpointFile => $"{Public}/checkpoint";

    /// <summary>Checks a log.</summary>
    /// <param name="disk">Where its folder is.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="keyPath">The file of its key, to check what stands beside it; <c>null</c> to leave that out.</param>
    /// <param name="hasIndex">Whether the folder is the system's, where SQLite finds the index.</param>
    /// <param name="expected">The log's key, from elsewhere; <c>null</c> to take the folder's word.</param>
    /// <exception cref="RefusedException">There is no log in the folder.</exception>
    public static FsckReport Run(IDisk disk, string folder, string? keyPath, bool hasIndex, VerifierKey? expected = null)
    {
        var check = new LogCheck(disk, folder, keyPath);
        if (disk.Read(check.Description) is null && disk.Read(check.CheckpointFile) is null && disk.List($"{folder}/public/tile").Count == 0 && disk.List($"{folder}/journal").Count == 0)
        {
            throw new RefusedException($"there is no log in {folder}{(disk.List(folder).Count == 0 ? "" : ": making one broke off, and can be called again")}.");
        }

        using var held = check.Hold(out var isGrowing);
        if (isGrowing)
        {
            check.notChecked.Add("the journal and the index: another process writes to the log");
        }

        check.CheckNames();
        var (origin, key) = check.Describe();
        if (expected is not null && key is not null && expected != key)
        {
            check.findings.Fault("log/key", check.Description, null, $"it says that the log's key is {key}, and not {expected}");
        }

        return check.Run(origin, expected ?? key, isGrowing, hasJournal: !isGrowing, hasIndex && !isGrowing);
    }

    /// <summary>Checks what a log has published, where nothing else of it is: what is exported, mirrored or downloaded. Files that reach beyond the checkpoint may be on their way.</summary>
    /// <param name="disk">Where its folder is.</param>
    /// <param name="folder">The folder with the checkpoint.</param>
    /// <param name="key">The log's key; <c>null</c> to verify no signature.</param>
    public static FsckReport RunPublished(IDisk disk, string folder, VerifierKey? key)
    {
        var check = new LogCheck(disk, folder, keyPath: null) { Public = folder };
        check.notChecked.Add("what a log keeps beside what it publishes: there is no log.txt");
        return check.Run(origin: null, key, isGrowing: true, hasJournal: false, hasIndex: false);
    }

    private FsckReport Run(string? origin, VerifierKey? key, bool isGrowing, bool hasJournal, bool hasIndex)
    {
        var notes = new SignedCheck(findings, Description, origin, key);
        var last = keyPath is null ? null : notes.Last(keyPath);
        if (keyPath is not null)
        {
            notes.Key(keyPath);
        }

        var bytes = findings.Read(CheckpointFile);
        var checkpoint = bytes is null ? null : notes.Note(CheckpointFile, bytes);
        if (key is null)
        {
            notChecked.Add("signatures: nothing says the log's key");
        }

        var tiles = new StoredTiles(findings, Public, isGrowing).Walk();
        origin = checkpoint?.Origin ?? origin ?? last?.Origin ?? OriginOf(bytes);
        var journal = hasJournal && origin is not null ? JournalCheck.Read(findings, $"{folder}/journal", origin) : null;
        if (bytes is null)
        {
            TellMissing(tiles.Reach > 0 || journal is { HasEntries: true });
        }

        var trusted = checkpoint ?? (last?.Size <= tiles.Reach ? last : null);
        var published = trusted?.Size ?? tiles.Reach;
        var unpublished = journal?.After(published) ?? [];
        using var index = hasIndex ? IndexCheck.Open(findings, $"{folder}/index.sqlite", published) : null;
        Hash32? lastRoot = null;
        TreeCheck? tree = null;
        tree = new TreeCheck(findings, tiles, published, trusted?.Root)
        {
            Leaves = (first, leaves) =>
            {
                journal?.Compare(first, leaves);
                index?.Look(first, leaves);
                if (last is not null && last.Size >= first && last.Size - first <= (ulong)leaves.Count)
                {
                    lastRoot = tree!.RootAt(leaves.Take((int)(last.Size - first)));
                }
            },
        };
        tree.Walk(unpublished);
        var entries = published + (ulong)unpublished.Count;
        CompareRoots(trusted, tree, last, lastRoot, entries, isGrowing);
        TellLeft(tiles);
        if (unpublished.Count > 0)
        {
            findings.Note($"{folder}/journal", $"{unpublished.Count} acknowledged and not yet published: the next process that writes publishes what is kept here");
        }

        return new FsckReport
        {
            Folder = folder,
            Origin = origin,
            Checkpoint = key is null ? null : checkpoint,
            Signed = key is null ? null : last,
            Entries = entries,
            Bundles = tiles.Count.Bundles,
            Tiles = tiles.Count.Tiles,
            JournalPages = journal?.Pages ?? 0,
            Indexed = index?.Looked ?? 0,
            Faults = findings.Faults,
            Notes = findings.Notes,
            NotChecked = notChecked,
        };
    }

    /// <summary>Takes the log's lock. Where nobody can, on a disk that is read-only, nobody can write either.</summary>
    private IDisposable? Hold(out bool isGrowing)
    {
        try
        {
            var held = disk.TryLock($"{folder}/log.lock");
            isGrowing = held is null;
            return held;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            notChecked.Add($"that nobody writes to the log meanwhile: {failure.Message}");
            isGrowing = false;
            return null;
        }
    }

    private void CheckNames()
    {
        foreach (var name in findings.List(folder))
        {
            if (name.StartsWith("log.txt.", StringComparison.Ordinal) && name.EndsWith(".new", StringComparison.Ordinal))
            {
                findings.Leftover($"{folder}/{name}");
            }
            else if (name is not ("log.txt" or "public" or "journal" or "log.lock" or "index.sqlite" or "index.sqlite-wal" or "index.sqlite-shm" or "index.sqlite-journal"))
            {
                findings.Stray($"{folder}/{name}");
            }
        }

        var keyFolder = keyPath is null ? null : WholeFile.FolderOf(keyPath);
        foreach (var name in keyFolder is null ? [] : findings.List(keyFolder))
        {
            if (name.StartsWith($"{Path.GetFileName(keyPath)}.signed.", StringComparison.Ordinal) && name.EndsWith(".new", StringComparison.Ordinal))
            {
                findings.Leftover($"{keyFolder}/{name}");
            }
        }
    }

    /// <summary>What the log's own file says, as far as it can be read.</summary>
    private (string? Origin, VerifierKey? Key) Describe()
    {
        if (findings.Read(Description) is not { } bytes)
        {
            if (!findings.IsFaulty(Description))
            {
                findings.Fault("file/missing", Description, null, "it is missing: it says what log this is");
            }

            return (null, null);
        }

        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        if (lines is not ["detente log v1", { Length: > 0 } origin, var vkey, ""] || !Encoding.UTF8.GetBytes(string.Join('\n', lines)).AsSpan().SequenceEqual(bytes))
        {
            findings.Fault("log/format", Description, null, "it is not three lines: 'detente log v1', the origin, the verifier key");
            return (null, null);
        }

        if (!VerifierKey.Parse(vkey).TryGet(out var key, out var rejection))
        {
            findings.Fault(rejection.Rule, Description, bytes.Length - 1 - Encoding.UTF8.GetByteCount(vkey) + rejection.Offset, rejection.Message.TrimEnd('.'));
        }

        return (origin, key);
    }

    /// <summary>What a checkpoint says that nobody verified: enough to read the journal by.</summary>
    private static string? OriginOf(byte[]? checkpoint)
        => checkpoint is not null && SignedNote.Parse(checkpoint).TryGet(out var note, out _) && Checkpoint.Parse(note.Text.Span).TryGet(out var read, out _) ? read.Origin : null;

    private void TellMissing(bool hasEntries)
    {
        if (hasEntries)
        {
            findings.Fault("file/missing", CheckpointFile, null, "it is missing, and there are entries");
        }
        else if (!findings.IsFaulty(CheckpointFile))
        {
            findings.Note(CheckpointFile, "nothing is published yet: making the log broke off, and can be called again");
        }
    }

    private void CompareRoots(Checkpoint? trusted, TreeCheck tree, Checkpoint? last, Hash32? lastRoot, ulong entries, bool isGrowing)
    {
        if (trusted is not null && tree.PublishedRoot is { } root && root != trusted.Root)
        {
            findings.Fault("checkpoint/root", CheckpointFile, null, $"the tree of {trusted.Size} entries has the root {root.ToBase64()}, and {trusted.Root.ToBase64()} was signed");
        }

        var file = $"{keyPath}.signed";
        if (last is null || (isGrowing && last.Size > entries))
        {
            return;
        }

        if (last.Size > entries)
        {
            findings.Fault("signed/ahead", folder, null, $"the key signed {last.Size} entries, and the log holds {entries}: the folder is older than what the key signed, or damaged");
        }
        else if (lastRoot is { } own && own != last.Root)
        {
            findings.Fault("signed/root", file, null, $"the key signed another tree of {last.Size} entries: {last.Root.ToBase64()}, and this one has {own.ToBase64()}. Keep both");
        }
        else if (trusted is not null && last.Size > trusted.Size)
        {
            findings.Note(CheckpointFile, $"the key signed {last.Size} entries, and {trusted.Size} are published: the next process that writes publishes the others");
        }
        else if (trusted is not null && last.Size < trusted.Size)
        {
            findings.Note(file, $"it remembers {last.Size} entries, and {trusted.Size} are published: it is older than the log; the next process that writes takes the published ones over");
        }
    }

    private void TellLeft(StoredTiles tiles)
    {
        foreach (var (place, width) in tiles.IsGrowing ? [] : tiles.Left)
        {
            findings.Fault("tile/beyond", tiles.File(place, width), null, "it reaches beyond the entries of the log, in its tree and its journal");
        }
    }
}
