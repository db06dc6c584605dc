using Detente.Diagnostics;
using Detente.Node.Cases;

namespace Detente.Node.Views;

/// <summary>All cases that are open. A folder whose files change is read again, at most once a second, when somebody asks.</summary>
/// <threadsafety>Any number of threads.</threadsafety>
public sealed class Library
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Lock _reading = new();
    private readonly TimeProvider _clock;
    private volatile IReadOnlyList<(Shelved Shelved, string Stamp)> _shelf;
    private long _looked;
    private long _version;

    /// <summary>Reads every folder.</summary>
    /// <param name="folders">Case folders, or folders with case folders at any depth below them.</param>
    /// <param name="clock">What live records are judged by.</param>
    /// <exception cref="FileRefusedException">A folder is not there, or holds no case.</exception>
    public Library(IReadOnlyList<string> folders, TimeProvider clock)
    {
        _clock = clock;
        var paths = folders.SelectMany(CaseFolder.Under).Distinct().ToList();
        var read = paths.AsParallel().AsOrdered().Select(Read).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        _shelf = [.. read.Select((entry, i) => (Named(paths[i], entry.Folder, entry.Refusal, NameOf(entry.Folder, paths[i], taken)), StampOf(paths[i], entry.Folder.Sources)))];
        _looked = clock.GetTimestamp();
    }

    /// <summary>Cases that are open already, of no folder.</summary>
    public Library(IReadOnlyList<OpenCase> cases, TimeProvider clock)
    {
        _clock = clock;
        _shelf = [.. cases.Select(open => (new Shelved(open.Name, open.Of.Path, open, [], [], null), ""))];
        _looked = long.MaxValue;
    }

    /// <summary>Changes whenever a case was read again: what was worked out before is of no use then.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>All of them, in the order in which they were named.</summary>
    public IEnumerable<Shelved> All => _shelf.Select(entry => entry.Shelved);

    /// <summary>The one of a name, or <c>null</c>.</summary>
    public Shelved? Find(string name) => All.FirstOrDefault(shelved => shelved.Name == name);

    /// <summary>Looks whether files changed, unless that was done within the last second or is being done.</summary>
    public void Refresh()
    {
        if (Interlocked.Read(ref _looked) is var looked && (looked == long.MaxValue || _clock.GetElapsedTime(looked) < Patience) || !_reading.TryEnter())
        {
            return;
        }

        try
        {
            var shelf = _shelf.ToList();
            var changed = 0;
            for (var i = 0; i < shelf.Count; i++)
            {
                var (shelved, stamp) = shelf[i];
                if (StampOf(shelved.Path, shelved.Sources) != stamp)
                {
                    var (folder, refusal) = Read(shelved.Path);
                    shelf[i] = (Named(shelved.Path, folder, refusal, shelved.Name), StampOf(shelved.Path, folder.Sources));
                    changed++;
                }
            }

            // After the shelf: an answer worked out between the two is of the old version, and is not kept for the new one.
            _shelf = shelf;
            Interlocked.Add(ref _version, changed);
            Interlocked.Exchange(ref _looked, _clock.GetTimestamp());
        }
        finally
        {
            _reading.Exit();
        }
    }

    private static (CaseFolder Folder, string? Refusal) Read(string path)
    {
        try
        {
            return (CaseFolder.Read(path), null);
        }
        catch (FileRefusedException refusal)
        {
            return (new CaseFolder(null, [], []), refusal.Message);
        }
    }

    private Shelved Named(string path, CaseFolder folder, string? refusal, string name) =>
        new(name, path, folder.Loaded is { } loaded ? new OpenCase(name, loaded, _clock) : null, folder.Diagnostics, folder.Sources, refusal);

    private static string NameOf(CaseFolder folder, string path, HashSet<string> taken)
    {
        var name = folder.Loaded?.Record.Id ?? Path.GetFileName(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar));
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = $"{name}-{i}";
        }

        return unique;
    }

    // Every file beside case.yaml, and those elsewhere that it names: a file that comes, goes or changes is seen.
    private static string StampOf(string path, IReadOnlyList<SourceText> sources)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [];
        return string.Join('|', files.Concat(sources.Select(source => source.File)).Order(StringComparer.Ordinal)
            .Select(file => new FileInfo(file)).Select(file => file.Exists ? $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}" : "gone"));
    }
}
