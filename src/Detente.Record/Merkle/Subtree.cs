using System.Numerics;

namespace Detente.Record.Merkle;

/// <summary>The leaves [<paramref name="Start"/>, <paramref name="End"/>) of a tree, as a tree of their own: draft-ietf-plants-merkle-tree-certs section 4.1.</summary>
/// <param name="Start">The index of its first leaf.</param>
/// <param name="End">One more than the index of its last leaf.</param>
public readonly record struct Subtree(ulong Start, ulong End)
{
    /// <summary>How many leaves it has.</summary>
    public ulong Size => End - Start;

    /// <summary>
    /// Whether it is a subtree of a tree of <paramref name="size"/> leaves: it lies within, and its start is a multiple of its own size rounded up to
    /// a power of two. The empty one is, at any start within. No tree has more than 2^63 − 1 leaves.
    /// </summary>
    public bool IsValid(ulong size) => size <= TreeSize.Max && Start <= End && End <= size && IsAligned;

    // A size over 2^62 rounds up to 2^63, of which only 0 is a multiple here; rounding up never wraps, because sizes end at 2^63 − 1.
    private bool IsAligned => Size == 0 || (Start & (BitOperations.RoundUpToPowerOf2(Size) - 1)) == 0;

    /// <summary>
    /// The two subtrees that cover the leaves [<paramref name="start"/>, <paramref name="end"/>), the right one from within them, the left one with as few
    /// leaves before them as there can be: section 4, arbitrary intervals. The right one is empty where the left one is enough by itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is over <paramref name="end"/>, or that over 2^63 − 1.</exception>
    public static (Subtree Left, Subtree Right) Covering(ulong start, ulong end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        TreeSize.Require(end, nameof(end));
        if (end - start <= 1)
        {
            return (new Subtree(start, end), new Subtree(end, end));
        }

        // The paths to the first and to the last leaf part at one node; the right subtree begins where its right child does.
        var below = (1UL << BitOperations.Log2(start ^ (end - 1))) - 1;
        var middle = (end - 1) & ~below;

        // The node at which the path to the first leaf first turns left holds that leaf and all from there to the middle.
        var turns = ~start & below;
        var first = turns == 0 ? start : start & ~((2UL << BitOperations.Log2(turns)) - 1);
        return (new Subtree(first, middle), new Subtree(middle, end));
    }

    /// <summary>As <c>[start, end)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"[{Start}, {End})");
}
