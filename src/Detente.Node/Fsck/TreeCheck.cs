using Detente.Record.Bytes;

namespace Detente.Node.Fsck;

/// <summary>
/// Walks the whole tree once, from the entries up: the hashes of what stands below against the hashes in the tile, tile by
/// tile. Where the two differ, what the tile above holds, or the signed root, tells which is damaged, and the walk goes on with the other.
/// </summary>
/// <param name="findings">Where faults go.</param>
/// <param name="tiles">The files.</param>
/// <param name="published">How many entries the published checkpoint holds.</param>
/// <param name="root">Their root, if something says it that is signed.</param>
internal sealed class TreeCheck(Findings findings, StoredTiles tiles, ulong published, Hash32? root)
{
    /// <summary>Which of two that differ is right, as far as something else bears it out.</summary>
    private enum Right
    {
        Same,
        Stored,
        Derived,
        CannotBeTold,
    }

    /// <summary>On each level above the lowest, the hashes that stand in the tile that is not yet full.</summary>
    private readonly List<List<Hash32?>> levels = [];

    /// <summary>The bundle that was read last.</summary>
    private Bundle? bundle;
    private string bundleFile = "";

    /// <summary>Told of the leaf hashes of each run of at most 256 entries, in order, with the index of the first.</summary>
    public required Action<ulong, IReadOnlyList<Hash32?>> Leaves { get; init; }

    /// <summary>The root over the published entries as they are; <c>null</c> where something of it is missing.</summary>
    public Hash32? PublishedRoot { get; private set; }

    /// <summary>The root over what stands before a run of leaves, and the first so many of that run.</summary>
    public Hash32? RootAt(IEnumerable<Hash32?> leaves)
        => Sha.Root(levels.Index().Reverse().SelectMany(level => level.Item.Select(hash => (8 * (level.Index + 1), hash))).Concat(leaves.Select(leaf => (0, leaf))));

    /// <summary>Walks.</summary>
    /// <param name="unpublished">The leaf hashes of the entries that follow, from the journal.</param>
    public void Walk(IReadOnlyList<Hash32?> unpublished)
    {
        for (ulong index = 0; index < published / Place.Full; index++)
        {
            var leaves = Full(new Place(0, index), Below(index, Place.Full));
            Leaves(index * Place.Full, leaves);
            CompareFiles(new Place(Place.Entries, index), leaves, Place.Full);
            CompareFiles(new Place(0, index), leaves, Place.Full);
            Lift(new Place(0, index), leaves);
        }

        var edge = Edge();
        var taken = 0;
        for (var index = published / Place.Full; ; index++)
        {
            var take = Math.Min(Place.Full - edge.Count, unpublished.Count - taken);
            edge.AddRange(unpublished.Skip(taken).Take(take));
            taken += take;
            Leaves(index * Place.Full, edge);
            CompareFiles(new Place(Place.Entries, index), edge, new Place(Place.Entries, index).WidthIn(published));
            CompareFiles(new Place(0, index), edge, new Place(0, index).WidthIn(published));
            if (edge.Count < Place.Full)
            {
                break;
            }

            Lift(new Place(0, index), edge);
            edge = [];
        }

        var entries = published + (ulong)unpublished.Count;
        foreach (var (level, hashes) in levels.Index())
        {
            var place = new Place(level + 1, entries >> (8 * (level + 2)));
            CompareFiles(place, hashes, place.WidthIn(published));
        }
    }

    /// <summary>Puts the root of a full tile into the one above, and does the same there once that is full.</summary>
    private void Lift(Place place, IReadOnlyList<Hash32?> hashes)
    {
        if (place.Level == levels.Count)
        {
            levels.Add([]);
        }

        var above = levels[place.Level];
        above.Add(Sha.Root(hashes));
        if (above.Count == Place.Full)
        {
            var whole = place.Above.WidthIn(published) == Place.Full ? Full(place.Above, [.. above]) : [.. above];
            CompareFiles(place.Above, whole, place.Above.WidthIn(published));
            above.Clear();
            Lift(place.Above, whole);
        }
    }

    /// <summary>A full tile against what stands below it; the tile above tells who is right.</summary>
    private Hash32?[] Full(Place place, Hash32?[] derived)
    {
        var stored = tiles.Hashes(place, Place.Full) ?? Missing(place, Place.Full);
        var above = place.Above;
        var right = IsSame(derived, stored) ? Right.Same
            : tiles.Peek(above, above.WidthIn(published), (int)(place.Index % Place.Full)) is not { } borneOut ? Right.CannotBeTold
            : Sha.Root(stored!) == borneOut ? Right.Stored
            : Sha.Root(derived) == borneOut ? Right.Derived
            : Right.CannotBeTold;
        return Settle(place, derived, stored, right);
    }

    /// <summary>The tiles at the right edge of the published tree. Nothing stands above them but the root: that way of taking each as stored or as derived which gives the root is right.</summary>
    /// <returns>The leaf hashes of the last bundle.</returns>
    private List<Hash32?> Edge()
    {
        var leaves = (int)(published % Place.Full);
        List<Hash32?[]> derived = [leaves == 0 ? [] : Below(published / Place.Full, leaves), .. levels.Select(level => level.ToArray())];
        var places = derived.Select((_, level) => new Place(level, published >> (8 * (level + 1)))).ToList();
        var stored = derived.Select((hashes, level) => hashes.Length == 0 ? hashes : Stored(places[level], hashes.Length)).ToList();
        var rights = RightOnes(derived, stored);
        var chosen = derived.Select((hashes, level) => hashes.Length == 0 ? hashes : Settle(places[level], hashes, stored[level], rights[level])).ToList();
        foreach (var (level, hashes) in chosen.Skip(1).Index())
        {
            levels[level] = [.. hashes];
        }

        PublishedRoot = RootAt(chosen[0]);
        return [.. chosen[0]];
    }

    private Right[] RightOnes(List<Hash32?[]> derived, List<Hash32?[]?> stored)
    {
        var rights = derived.Select((hashes, level) => IsSame(hashes, stored[level]) ? Right.Same : Right.CannotBeTold).ToArray();
        var open = Enumerable.Range(0, rights.Length).Where(level => rights[level] == Right.CannotBeTold).ToList();
        for (var choice = 0; open.Count > 0 && choice < 1 << open.Count; choice++)
        {
            var taken = derived.Select((hashes, level) => open.IndexOf(level) is >= 0 and var place && (choice >> place & 1) == 0 ? stored[level]! : Filled(hashes, stored[level])).ToList();
            if (root is not null && Sha.Root(taken.Index().Reverse().SelectMany(level => level.Item.Select(hash => (8 * level.Index, hash)))) == root)
            {
                foreach (var (place, level) in open.Index())
                {
                    rights[level] = (choice >> place & 1) == 0 ? Right.Stored : Right.Derived;
                }

                break;
            }
        }

        return rights;
    }

    /// <summary>A tile at the edge; the full one serves, once only that is there.</summary>
    private Hash32?[]? Stored(Place place, int width)
        => tiles.Hashes(place, width) ?? tiles.Hashes(place, Place.Full)?[..width] ?? Missing(place, width);

    /// <summary>The leaf hashes of a bundle, whose faults are told; a full one serves, once only that is there.</summary>
    private Hash32?[] Below(ulong index, int width)
    {
        var place = new Place(Place.Entries, index);
        bundleFile = tiles.File(place, width);
        bundle = tiles.Entries(index, width);
        if (bundle is null && width < Place.Full)
        {
            bundle = tiles.Entries(index, Place.Full);
        }

        if (bundle is null)
        {
            Missing(place, width);
            return new Hash32?[width];
        }

        if (bundle.Fault is { } fault)
        {
            findings.Fault("bundle/format", bundleFile, bundle.End, fault);
        }

        return bundle.Leaves[..width];
    }

    private Hash32?[]? Missing(Place place, int width)
    {
        var file = tiles.File(place, width);
        if (!findings.IsFaulty(file))
        {
            findings.Fault("file/missing", file, null, $"it is missing, and a tree of {published} entries has it");
        }

        return null;
    }

    /// <summary>Tells what differs, and gives what the walk goes on with.</summary>
    private Hash32?[] Settle(Place place, Hash32?[] derived, Hash32?[]? stored, Right right)
    {
        if (right != Right.Same)
        {
            var differing = Enumerable.Range(0, derived.Length).Where(i => derived[i] is { } hash && hash != stored![i]).ToList();
            if (right != Right.Stored)
            {
                TellTile(place, derived.Length, differing, right);
            }

            if (right != Right.Derived)
            {
                TellBelow(place, differing, right);
            }
        }

        return right == Right.Stored ? stored! : Filled(derived, stored);
    }

    private void TellTile(Place place, int width, List<int> differing, Right right)
        => findings.Fault(
            "tile/hash",
            tiles.File(place, width),
            differing[0] * Hash32.Size,
            $"hash {differing[0]}{More(differing)} is not that of what stands below it{(right == Right.CannotBeTold ? ", and nothing tells which of the two is damaged" : "")}");

    private void TellBelow(Place place, List<int> differing, Right right)
    {
        var cannotBeTold = right == Right.CannotBeTold ? ", and nothing tells which of the two is damaged" : "";
        if (place.Level > 0)
        {
            foreach (var position in differing)
            {
                var child = place.Below(position);
                findings.Fault("tile/root", tiles.File(child, Place.Full), null, $"its hashes, and all below it, lead to another root than stands in {place.Path(place.WidthIn(published))}{cannotBeTold}");
            }

            return;
        }

        findings.Fault(
            "bundle/entry",
            bundleFile,
            bundle!.Offsets[differing[0]],
            $"entry {(place.Index * Place.Full) + (ulong)differing[0]}{More(differing)} is not the one whose hash stands in {place.Path(place.WidthIn(published))}{cannotBeTold}");
    }

    /// <summary>Every other file at a place: narrower ones that were not yet removed, wider ones that are not yet published.</summary>
    private void CompareFiles(Place place, IReadOnlyList<Hash32?> hashes, int done)
    {
        foreach (var width in tiles.Take(place).Where(width => width != done))
        {
            var file = tiles.File(place, width);
            if (width > hashes.Count && tiles.IsGrowing)
            {
                continue;
            }

            if (width > hashes.Count)
            {
                findings.Fault("tile/beyond", file, null, $"it reaches beyond the {hashes.Count} that the log has here, in its tree and its journal");
                continue;
            }

            var (own, offsets) = Own(place, width, file);
            var differing = own is null ? [] : Enumerable.Range(0, width).Where(i => own[i] is { } hash && hashes[i] is { } right && hash != right).ToList();
            if (differing.Count > 0)
            {
                findings.Fault(place.Level == Place.Entries ? "bundle/entry" : "tile/hash", file, offsets[differing[0]], $"{(place.Level == Place.Entries ? "entry" : "hash")} {differing[0]} in it{More(differing)} is another than the tree has");
            }
        }
    }

    private (Hash32?[]? Hashes, IReadOnlyList<int> Offsets) Own(Place place, int width, string file)
    {
        if (place.Level != Place.Entries)
        {
            return (tiles.Hashes(place, width), [.. Enumerable.Range(0, width).Select(i => i * Hash32.Size)]);
        }

        var bundle = tiles.Entries(place.Index, width);
        if (bundle?.Fault is { } fault)
        {
            findings.Fault("bundle/format", file, bundle.End, fault);
        }

        return (bundle?.Leaves, bundle?.Offsets ?? []);
    }

    private static string More(List<int> differing) => differing.Count == 1 ? "" : $" (and {differing.Count - 1} more)";

    private static bool IsSame(Hash32?[] derived, Hash32?[]? stored) => stored is null || derived.Zip(stored).All(pair => pair.First is null || pair.First == pair.Second);

    private static Hash32?[] Filled(Hash32?[] derived, Hash32?[]? stored) => stored is null ? derived : [.. derived.Zip(stored, (own, other) => own ?? other)];
}
