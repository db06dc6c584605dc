using Detente.Record.Merkle;
using Detente.Record.Tiles;

namespace Detente.Record.Mirror;

/// <summary>Which entries one package carries: those of [start, end) that lie in one bundle of 256 (c2sp.org/tlog-mirror, add-entries).</summary>
/// <param name="Start">The first entry.</param>
/// <param name="End">One past the last.</param>
public readonly record struct PackageRange(ulong Start, ulong End)
{
    /// <summary>How many entries it carries, 1 to 256.</summary>
    public int Count => (int)(End - Start);

    /// <summary>The subtree its proof is about: from the bundle's first entry, sent or not, to the end.</summary>
    public Subtree Subtree => new(Start / TilePath.FullWidth * TilePath.FullWidth, End);

    /// <summary>The packages of [start, end), in order: the only sequence a request may carry, or the beginning of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The start is beyond the end, or the end over 2^63 − 1.</exception>
    public static IEnumerable<PackageRange> Sequence(ulong start, ulong end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, (ulong)long.MaxValue);
        return Ranges(start, end);
    }

    private static IEnumerable<PackageRange> Ranges(ulong start, ulong end)
    {
        while (start < end)
        {
            var next = Math.Min(end, (start / TilePath.FullWidth * TilePath.FullWidth) + TilePath.FullWidth);
            yield return new PackageRange(start, next);
            start = next;
        }
    }
}
