using System.Collections.Immutable;
using Detente.Node.Disks;

namespace Detente.Node.Tests.Disks;

/// <summary>What goes wrong with one call.</summary>
internal enum Fault
{
    /// <summary>It fails, and nothing of it was done. A file's sync that fails so leaves bytes that can be read and are never kept.</summary>
    NotDone,

    /// <summary>It fails, and was done.</summary>
    Done,

    /// <summary>It fails, nothing was done, and it is done later, after what was tried instead.</summary>
    Late,

    /// <summary>A write fails, and the first half of it was done.</summary>
    Half,
}

/// <summary>
/// A disk that keeps what was synced and, in a power cut, any part of the rest: what <see cref="IDisk"/> allows, and all of it.
/// </summary>
internal sealed class CrashDisk : IDisk
{
    /// <summary>What a page is: the least that is kept whole.</summary>
    public const int PageLength = 512;

    private DiskImage live;
    private DiskImage durable;
    private ImmutableList<Effect> pending = [];
    private int nextNumber;

    public CrashDisk()
        : this(DiskImage.Empty)
    {
    }

    private CrashDisk(DiskImage image)
    {
        live = durable = image;
        nextNumber = image.Files.Keys.Concat(image.Folders.Keys).Max() + 1;
    }

    /// <summary>Syncs that do nothing: what the code would be without them.</summary>
    public IReadOnlySet<Sync> LeftOut { get; init; } = new HashSet<Sync>();

    /// <summary>Called before each call that changes something, with its number and what it is.</summary>
    public Action<int, string>? Before { get; set; }

    /// <summary>The number of the call that fails, and how.</summary>
    public (int Call, Fault Fault)? Failing { get; set; }

    /// <summary>How many calls that change something there were.</summary>
    public int Calls { get; private set; }

    /// <summary>What kind of call failed.</summary>
    public string? Failed { get; private set; }

    /// <summary>What was asked for and is done late, if anything.</summary>
    public Action? Late { get; private set; }

    /// <summary>Every sync that was asked for.</summary>
    public HashSet<Sync> Asked { get; } = [];

    /// <summary>What was not synced, oldest first.</summary>
    public IReadOnlyList<Effect> Pending => pending;

    /// <summary>The disk after a power cut that kept a part of what was not synced.</summary>
    public CrashDisk AfterPowerCut(Func<int, bool> isKept)
    {
        var image = durable;
        for (var i = 0; i < pending.Count; i++)
        {
            image = isKept(i) ? image.After(pending[i]) : image;
        }

        return new CrashDisk(image);
    }

    /// <summary>A copy of what can be read now, all of it durable: a backup, or the disk after the process was killed.</summary>
    public CrashDisk Copy(IReadOnlySet<Sync>? leftOut = null) => new(live) { LeftOut = leftOut ?? new HashSet<Sync>() };

    /// <summary>What stands on it, equal for two disks found with the same.</summary>
    public object Key => live;

    /// <summary>Changes one bit of a file, as a disk does that grows old.</summary>
    public void Flip(string path, int bit)
    {
        var number = live.Find(path)!.Value;
        var bytes = live.Files[number].Bytes();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        live = durable = live with { Files = live.Files.SetItem(number, new FileImage(bytes, bytes.Length)) };
    }

    /// <summary>Every file, by path.</summary>
    public IEnumerable<string> Files() => FilesUnder("", 0);

    /// <inheritdoc/>
    public byte[]? Read(string path) => live.Find(path) is { } number && live.Files.TryGetValue(number, out var file) ? file.Bytes() : null;

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string folder) => live.Find(folder) is { } number && live.Folders.TryGetValue(number, out var names) ? [.. names.Keys] : [];

    /// <inheritdoc/>
    public void CreateFolder(string path) => Do($"create folder {path}", () =>
    {
        if (live.Find(path) is null)
        {
            var number = nextNumber++;
            (live, durable) = (WithFolder(live, number), WithFolder(durable, number));
            SetName(path, number);
        }
    });

    /// <inheritdoc/>
    public IDiskFile Create(string path)
    {
        var number = nextNumber++;
        Do($"create {path}", () =>
        {
            if (live.Find(path) is not null)
            {
                throw new IOException($"{path} exists.");
            }

            (live, durable) = (WithFile(live, number), WithFile(durable, number));
            SetName(path, number);
        });
        return new OpenFile(this, number, path);
    }

    /// <inheritdoc/>
    public void SyncAll(IReadOnlyList<IDiskFile> files, Sync why)
    {
        foreach (var file in files)
        {
            file.Sync(why);
        }
    }

    /// <inheritdoc/>
    public void Rename(string from, string to) => Do($"rename {from}", () =>
    {
        var number = live.Find(from) ?? throw new FileNotFoundException(from);
        SetName(to, number);
        SetName(from, null);
    });

    /// <inheritdoc/>
    public void Delete(string path) => Do($"delete {path}", () =>
    {
        if (live.Find(path) is not null)
        {
            SetName(path, null);
        }
    });

    /// <inheritdoc/>
    public void DeleteFolder(string path) => Do($"delete folder {path}", () =>
    {
        if (live.Find(path) is not { } number || live.Folders[number].Count > 0)
        {
            throw new IOException($"{path} is not there, or not empty.");
        }

        SetName(path, null);
    });

    /// <inheritdoc/>
    public void SyncFolder(string path, Sync why) => Settle(live.Find(path) ?? throw new DirectoryNotFoundException(path), why, $"sync folder {path}", losing: false);

    /// <inheritdoc/>
    public IDisposable? TryLock(string path) => new Unheld();

    private void Settle(int number, Sync why, string what, bool losing)
    {
        Asked.Add(why);
        if (LeftOut.Contains(why))
        {
            return;
        }

        Do(what, () => Settle(number, isKept: true), losing ? () => Settle(number, isKept: false) : null);
    }

    private void Settle(int number, bool isKept)
    {
        foreach (var effect in isKept ? pending.Where(effect => effect.Owner == number) : [])
        {
            durable = durable.After(effect);
        }

        pending = pending.RemoveAll(effect => effect.Owner == number);
    }

    /// <summary>Carries out a call, or lets it fail.</summary>
    /// <param name="what">What it is called.</param>
    /// <param name="act">It.</param>
    /// <param name="undone">What happens when it fails and is not done, if that is not nothing.</param>
    /// <param name="half">What happens when it is half done.</param>
    private void Do(string what, Action act, Action? undone = null, Action? half = null)
    {
        var call = Calls++;
        Before?.Invoke(call, what);
        if (Failing is not { } failing || failing.Call != call)
        {
            act();
            return;
        }

        Failed = what;
        switch (failing.Fault)
        {
            case Fault.Done:
                act();
                break;
            case Fault.Half when half is not null:
                half();
                break;
            case Fault.Late:
                Late = act;
                break;
            default:
                undone?.Invoke();
                break;
        }

        throw new IOException($"the disk failed: {what}");
    }

    private void SetName(string path, int? target)
    {
        var folder = live.Find(WholeFile.FolderOf(path)) ?? throw new DirectoryNotFoundException(path);
        Add(new Effect.Name(folder, path[(path.LastIndexOf('/') + 1)..], target));
    }

    private void Add(Effect effect)
    {
        live = live.After(effect);
        pending = pending.Add(effect);
    }

    private void Write(int number, int start, ReadOnlySpan<byte> bytes)
    {
        for (var done = 0; done < bytes.Length;)
        {
            var at = start + done;
            var take = Math.Min(PageLength - (at % PageLength), bytes.Length - done);
            Add(new Effect.Page(number, at, bytes.Slice(done, take).ToArray()));
            done += take;
        }

        Add(new Effect.Length(number, Math.Max(live.Files[number].Length, start + bytes.Length)));
    }

    private static DiskImage WithFile(DiskImage image, int number) => image with { Files = image.Files.Add(number, new FileImage([], 0)) };

    private static DiskImage WithFolder(DiskImage image, int number) => image with { Folders = image.Folders.Add(number, DiskImage.EmptyFolder) };

    private IEnumerable<string> FilesUnder(string path, int number)
        => live.Files.ContainsKey(number) ? [path]
            : live.Folders[number].SelectMany(entry => FilesUnder(path.Length == 0 ? entry.Key : $"{path}/{entry.Key}", entry.Value));

    private sealed class OpenFile(CrashDisk disk, int number, string path) : IDiskFile
    {
        private int end;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            var (start, copy) = (end, bytes.ToArray());
            disk.Do($"write {path}", () => disk.Write(number, start, copy), half: () => disk.Write(number, start, copy.AsSpan(0, copy.Length / 2)));
            end += bytes.Length;
        }

        public void Sync(Sync why) => disk.Settle(number, why, $"sync {path}", losing: true);

        public void Dispose()
        {
            // what was written stays, synced or not
        }
    }

    private sealed class Unheld : IDisposable
    {
        public void Dispose()
        {
            // no other process looks at this disk
        }
    }
}
