using System.Globalization;

namespace Detente.Node.Fsck;

/// <summary>Where tiles of one place stand, whatever their width (c2sp.org/tlog-tiles).</summary>
/// <param name="Level">0 is that of the entries' hashes; -1 are the entries.</param>
/// <param name="Index">Which of its level.</param>
internal readonly record struct Place(int Level, ulong Index)
{
    /// <summary>The level of the bundles of entries.</summary>
    public const int Entries = -1;

    /// <summary>Hashes, or entries, in a full tile.</summary>
    public const int Full = 256;

    /// <summary>The highest level of a tree that can be.</summary>
    public const int TopLevel = 7;

    /// <summary>The tile that holds the root of this one, when it is full.</summary>
    public Place Above => new(Level + 1, Index / Full);

    /// <summary>The tile whose root stands at a position in this one.</summary>
    public Place Below(int position) => new(Level - 1, (Index * Full) + (ulong)position);

    /// <summary>How many hashes, or entries, a tree of so many entries has in this place: 0 to 256.</summary>
    public int WidthIn(ulong entries)
    {
        var hashes = Level <= 0 ? entries : entries >> (8 * Level);
        return Index > hashes / Full ? 0 : (int)Math.Min(Full, hashes - (Index * Full));
    }

    /// <summary>The path of a file here, from the published folder.</summary>
    public string Path(int width)
    {
        var path = (Index % 1000).ToString("d3", CultureInfo.InvariantCulture);
        for (var rest = Index / 1000; rest > 0; rest /= 1000)
        {
            path = $"x{(rest % 1000).ToString("d3", CultureInfo.InvariantCulture)}/{path}";
        }

        var level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
        return $"tile/{level}/{path}{(width == Full ? "" : $".p/{width.ToString(CultureInfo.InvariantCulture)}")}";
    }
}
