using System.Numerics;

namespace Detente.Record.Merkle;

/// <summary>What is said of sizes of trees.</summary>
internal static class TreeSize
{
    /// <summary>The largest tree: 2^63 − 1 leaves, the largest number the formats write.</summary>
    public const ulong Max = long.MaxValue;

    /// <summary>The level of the root of the largest full subtree there is.</summary>
    public const int MaxLevel = 62;

    /// <summary>Where a tree of two leaves or more divides: the largest power of two below its size (RFC 6962 section 2.1).</summary>
    public static ulong Split(ulong size) => 1UL << BitOperations.Log2(size - 1);

    /// <exception cref="ArgumentOutOfRangeException">No tree is that large.</exception>
    public static void Require(ulong size, string name) => ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Max, name);
}
