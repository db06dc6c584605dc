using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Detente.Record.Hashing;

/// <summary>Eight messages at a time, with AVX2.</summary>
internal unsafe struct Lanes256 : ILanes<Vector256<uint>>
{
    /// <summary>Whether this processor, and this runtime's settings, allow it.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> All(uint word) => Vector256.Create(word);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Add(Vector256<uint> x, Vector256<uint> y) => x + y;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Round(
        Vector256<uint> a, Vector256<uint> b, Vector256<uint> c, ref Vector256<uint> d,
        Vector256<uint> e, Vector256<uint> f, Vector256<uint> g, ref Vector256<uint> h, Vector256<uint> kw)
    {
        var choice = g ^ (e & (f ^ g));
        var t1 = h + kw + choice + (Right(e, 6) ^ Right(e, 11) ^ Right(e, 25));
        d += t1;
        var majority = (a & b) ^ (c & (a ^ b));
        h = t1 + majority + (Right(a, 2) ^ Right(a, 13) ^ Right(a, 22));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> SmallSigma0(Vector256<uint> x) => Right(x, 7) ^ Right(x, 18) ^ (x >>> 3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> SmallSigma1(Vector256<uint> x) => Right(x, 17) ^ Right(x, 19) ^ (x >>> 10);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> AfterByte(Vector256<uint> before, Vector256<uint> word) => (before << 24) | (word >>> 8);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(byte** messages, nint offset, Vector256<uint>* words)
    {
        unchecked
        {
            for (var half = 0; half < 2; half++)
            {
                // Half a block of each: eight rows of eight words, to be turned into eight columns.
                var at = offset + (32 * half);
                Columns(Row(messages[0] + at), Row(messages[1] + at), Row(messages[2] + at), Row(messages[3] + at), out var a0, out var a1, out var a2, out var a3);
                Columns(Row(messages[4] + at), Row(messages[5] + at), Row(messages[6] + at), Row(messages[7] + at), out var b0, out var b1, out var b2, out var b3);
                var to = words + (8 * half);
                Halves(a0, b0, out to[0], out to[4]);
                Halves(a1, b1, out to[1], out to[5]);
                Halves(a2, b2, out to[2], out to[6]);
                Halves(a3, b3, out to[3], out to[7]);
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<uint>* state, byte* hashes)
    {
        // Half i of column j is of message 4i + j: a to d on the left, e to h on the right.
        Columns(state[0], state[1], state[2], state[3], out var left0, out var left1, out var left2, out var left3);
        Columns(state[4], state[5], state[6], state[7], out var right0, out var right1, out var right2, out var right3);
        var to = (Vector256<uint>*)hashes;
        unchecked
        {
            Halves(left0, right0, out to[0], out to[4]);
            Halves(left1, right1, out to[1], out to[5]);
            Halves(left2, right2, out to[2], out to[6]);
            Halves(left3, right3, out to[3], out to[7]);
            for (var i = 0; i < 8; i++)
            {
                to[i] = Row((byte*)(to + i));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Right(Vector256<uint> x, int bits) => (x >>> bits) | (x << unchecked(32 - bits));

    /// <summary>Words of 32 bytes, each turned around.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Row(byte* bytes) => Avx2.Shuffle(
        Vector256.Load(bytes),
        Vector256.Create(0x0405060700010203UL, 0x0C0D0E0F08090A0BUL, 0x0405060700010203UL, 0x0C0D0E0F08090A0BUL).AsByte()).AsUInt32();

    /// <summary>Four rows as columns: half i of column j is word 4i + j of the four rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns(
        Vector256<uint> row0, Vector256<uint> row1, Vector256<uint> row2, Vector256<uint> row3,
        out Vector256<uint> column0, out Vector256<uint> column1, out Vector256<uint> column2, out Vector256<uint> column3)
    {
        var low01 = Avx2.UnpackLow(row0, row1).AsUInt64();
        var low23 = Avx2.UnpackLow(row2, row3).AsUInt64();
        var high01 = Avx2.UnpackHigh(row0, row1).AsUInt64();
        var high23 = Avx2.UnpackHigh(row2, row3).AsUInt64();
        column0 = Avx2.UnpackLow(low01, low23).AsUInt32();
        column1 = Avx2.UnpackHigh(low01, low23).AsUInt32();
        column2 = Avx2.UnpackLow(high01, high23).AsUInt32();
        column3 = Avx2.UnpackHigh(high01, high23).AsUInt32();
    }

    /// <summary>The halves of two vectors, each with its fellow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Halves(Vector256<uint> x, Vector256<uint> y, out Vector256<uint> lower, out Vector256<uint> upper)
    {
        lower = Avx2.Permute2x128(x, y, 0x20);
        upper = Avx2.Permute2x128(x, y, 0x31);
    }
}
