using System.Globalization;
using System.Text;
using Detente.Record.Bytes;

namespace Detente.Record.Tiles;

/// <summary>
/// Where a tile or a bundle of entries stands: <c>tile/&lt;level&gt;/&lt;index&gt;[.p/&lt;width&gt;]</c>, <c>tile/entries/&lt;index&gt;[.p/&lt;width&gt;]</c>
/// (c2sp.org/tlog-tiles). The index is in groups of three digits, all but the last with an x: 1234067 is <c>x001/x234/067</c>.
/// </summary>
/// <param name="Level">0 to 63; -1 for a bundle of entries.</param>
/// <param name="Index">Which of its level, from 0.</param>
/// <param name="Width">Hashes or entries in it, 1 to 256. Fewer than 256 is a partial tile.</param>
public readonly record struct TilePath(int Level, ulong Index, int Width)
{
    /// <summary>Levels of the tree in one tile.</summary>
    public const int Height = 8;

    /// <summary>The width of a full tile.</summary>
    public const int FullWidth = 1 << Height;

    /// <summary>The level of bundles of entries.</summary>
    public const int Entries = -1;

    /// <summary>The highest level a path names.</summary>
    public const int MaxLevel = 63;

    /// <summary>The highest index: no tree of at most 2^63 − 1 leaves has a tile beyond it.</summary>
    public const ulong MaxIndex = long.MaxValue >> Height;

    /// <summary>The longest path that is read, in bytes.</summary>
    private const int MaxLength = 64;

    /// <summary>Whether it holds fewer than 256.</summary>
    public bool IsPartial => Width < FullWidth;

    /// <summary>The full tile at its place.</summary>
    public TilePath Full => this with { Width = FullWidth };

    /// <summary>The path a text says; rules <c>tile/…</c>. Never throws for what is in it.</summary>
    public static Parsed<TilePath> Parse(string path)
    {
        if (path.Length > MaxLength || !Ascii.IsValid(path))
        {
            return new Rejection("tile/path", $"A tile's path is over {MaxLength} characters, or not all ASCII.");
        }

        var parts = path.Split('/');
        if (parts.Length < 3 || parts[0] != "tile")
        {
            return new Rejection("tile/path", "A tile's path is not tile, a level and an index.");
        }

        var level = (ulong)0;
        if (parts[1] != "entries" && (!StrictDecimal.TryRead(Encoding.ASCII.GetBytes(parts[1]), out level, out _) || level > MaxLevel))
        {
            return new Rejection("tile/level", $"A tile's level is neither entries nor 0 to {MaxLevel} without leading zero.", 5);
        }

        var width = (ulong)FullWidth;
        var groups = parts[2..];
        if (groups.Length > 1 && groups[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!StrictDecimal.TryRead(Encoding.ASCII.GetBytes(groups[^1]), out width, out _) || width is 0 or >= FullWidth)
            {
                return new Rejection("tile/width", $"A partial tile's width is not 1 to {FullWidth - 1} without leading zero.", path.Length - groups[^1].Length);
            }

            groups = [.. groups[..^2], groups[^2][..^2]];
        }

        return ReadIndex(groups, out var index)
            ? new TilePath(parts[1] == "entries" ? Entries : (int)level, index, (int)width)
            : new Rejection(
                "tile/index", $"A tile's index is not at most {MaxIndex} in groups of three digits, all but the last with an x and the first of several not 000.", 6 + parts[1].Length);
    }

    /// <summary>The path. Its characters are those of a URL and of a file system.</summary>
    public override string ToString()
    {
        var index = Index.ToString(CultureInfo.InvariantCulture);
        index = index.PadLeft((index.Length + 2) / 3 * 3, '0');
        var groups = Enumerable.Range(0, index.Length / 3).Select(group => (group < (index.Length / 3) - 1 ? "x" : "") + index.Substring(3 * group, 3));
        var level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
        return $"tile/{level}/{string.Join('/', groups)}{(IsPartial ? string.Create(CultureInfo.InvariantCulture, $".p/{Width}") : "")}";
    }

    private static bool ReadIndex(ReadOnlySpan<string> groups, out ulong index)
    {
        index = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            var digits = i == groups.Length - 1 ? groups[i] : groups[i].StartsWith('x') ? groups[i][1..] : "";
            if (digits.Length != 3 || digits.AsSpan().ContainsAnyExceptInRange('0', '9') || (i == 0 && groups.Length > 1 && digits == "000"))
            {
                return false;
            }

            var group = ulong.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
            if (index > (MaxIndex - group) / 1000)
            {
                return false;
            }

            index = (index * 1000) + group;
        }

        return true;
    }
}
