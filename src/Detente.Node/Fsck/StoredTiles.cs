using System.Globalization;
using Detente.Record.Bytes;

namespace Detente.Node.Fsck;

/// <summary>The files of the published folder: which there are, by a walk through it, and what stands in them.</summary>
/// <param name="findings">Where faults go.</param>
/// <param name="folder">The published folder.</param>
/// <param name="isGrowing">Whether another process writes to it meanwhile: a file found may be gone when it is read.</param>
internal sealed class StoredTiles(Findings findings, string folder, bool isGrowing)
{
    private const string Aside = ".new";

    /// <summary>Groups of three digits before the last: more than any tree has.</summary>
    private const int MaxDepth = 5;

    /// <summary>The highest index of a tree of at most 2^63 entries.</summary>
    private const ulong MaxIndex = (1UL << 55) - 1;

    private readonly Dictionary<Place, SortedSet<int>> found = [];

    /// <summary>Whether another process writes to it meanwhile.</summary>
    public bool IsGrowing => isGrowing;

    /// <summary>Bundles and tiles that were read.</summary>
    public (int Bundles, int Tiles) Count { get; private set; }

    /// <summary>The places at which a file was found that <see cref="Take"/> was not asked for.</summary>
    public IEnumerable<(Place Place, int Width)> Left => found.SelectMany(place => place.Value.Select(width => (place.Key, width)));

    /// <summary>How many entries the bundles reach to.</summary>
    public ulong Reach => found.Keys.Where(place => place.Level == Place.Entries).Select(place => (place.Index * Place.Full) + (ulong)found[place].Max).DefaultIfEmpty().Max();

    /// <summary>Walks the folder.</summary>
    public StoredTiles Walk()
    {
        foreach (var name in findings.List(folder))
        {
            if (name.StartsWith("checkpoint.", StringComparison.Ordinal) && name.EndsWith(Aside, StringComparison.Ordinal))
            {
                Leftover($"{folder}/{name}");
            }
            else if (name is not ("checkpoint" or "tile"))
            {
                findings.Stray($"{folder}/{name}");
            }
        }

        foreach (var name in findings.List($"{folder}/tile"))
        {
            if (name == "entries")
            {
                Walk($"{folder}/tile/{name}", Place.Entries, 0, 0);
            }
            else if (Number(name, 0, Place.TopLevel) is { } level)
            {
                Walk($"{folder}/tile/{name}", (int)level, 0, 0);
            }
            else
            {
                findings.Stray($"{folder}/tile/{name}");
            }
        }

        return this;
    }

    /// <summary>The widths of the files found at a place, which is then done with.</summary>
    public IReadOnlyCollection<int> Take(Place place) => found.Remove(place, out var widths) ? widths : [];

    /// <summary>The whole name of a file.</summary>
    public string File(Place place, int width) => $"{folder}/{place.Path(width)}";

    /// <summary>The hashes of a tile; <c>null</c> where there is none. A length that does not fit is a fault.</summary>
    public Hash32?[]? Hashes(Place place, int width)
    {
        var file = File(place, width);
        if (Bytes(place, file) is not { } bytes)
        {
            return null;
        }

        if (bytes.Length != width * Hash32.Size)
        {
            findings.Fault("tile/length", file, Math.Min(bytes.Length, width * Hash32.Size), $"it has {bytes.Length} bytes where {width} hashes of {Hash32.Size} belong");
            return null;
        }

        return Split(bytes);
    }

    /// <summary>One hash of a tile, without a word where it cannot be had: whoever checks that tile says so.</summary>
    public Hash32? Peek(Place place, int width, int position)
        => findings.Peek(File(place, width)) is { } bytes && bytes.Length == width * Hash32.Size ? Split(bytes)[position] : null;

    /// <summary>A bundle; <c>null</c> where there is none.</summary>
    public Bundle? Entries(ulong index, int width)
    {
        var place = new Place(Place.Entries, index);
        return Bytes(place, File(place, width)) is { } bytes ? Bundle.Read(bytes, width) : null;
    }

    private static Hash32?[] Split(byte[] bytes) => [.. bytes.Chunk(Hash32.Size).Select(hash => (Hash32?)Hash32.Of(hash))];

    private byte[]? Bytes(Place place, string file)
    {
        var bytes = findings.Read(file);
        if (bytes is not null)
        {
            Count = place.Level == Place.Entries ? (Count.Bundles + 1, Count.Tiles) : (Count.Bundles, Count.Tiles + 1);
        }

        return bytes;
    }

    private void Walk(string path, int level, ulong above, int depth)
    {
        foreach (var name in findings.List(path))
        {
            var file = $"{path}/{name}";
            if (name.StartsWith('x') && Digits(name[1..]) is { } group && (depth, group) is not (0, 0) && depth < MaxDepth)
            {
                Walk(file, level, (above * 1000) + group, depth + 1);
            }
            else if (Digits(name) is { } index)
            {
                Add(new Place(level, (above * 1000) + index), Place.Full);
            }
            else if (name.EndsWith(".p", StringComparison.Ordinal) && Digits(name[..^2]) is { } partial)
            {
                WalkPartials(file, new Place(level, (above * 1000) + partial));
            }
            else if (name.EndsWith(Aside, StringComparison.Ordinal) && Digits(name[..^Aside.Length]) is not null)
            {
                Leftover(file);
            }
            else
            {
                findings.Stray(file);
            }
        }
    }

    private void WalkPartials(string path, Place place)
    {
        foreach (var name in findings.List(path))
        {
            if (Number(name, 1, Place.Full - 1) is { } width)
            {
                Add(place, (int)width);
            }
            else if (name.EndsWith(Aside, StringComparison.Ordinal) && Number(name[..^Aside.Length], 1, Place.Full - 1) is not null)
            {
                Leftover($"{path}/{name}");
            }
            else
            {
                findings.Stray($"{path}/{name}");
            }
        }
    }

    private void Leftover(string file)
    {
        if (!isGrowing)
        {
            findings.Leftover(file);
        }
    }

    private void Add(Place place, int width)
    {
        if (place.Index > MaxIndex)
        {
            findings.Stray(File(place, width));
            return;
        }

        if (!found.TryGetValue(place, out var widths))
        {
            found[place] = widths = [];
        }

        widths.Add(width);
    }

    private static ulong? Digits(string name)
        => name.Length == 3 && name.All(char.IsAsciiDigit) ? ulong.Parse(name, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static ulong? Number(string name, ulong least, ulong most)
        => name.Length is > 0 and <= 3 && name.All(char.IsAsciiDigit) && (name.Length == 1 || name[0] != '0')
            && ulong.Parse(name, NumberStyles.None, CultureInfo.InvariantCulture) is var number && number >= least && number <= most ? number : null;
}
