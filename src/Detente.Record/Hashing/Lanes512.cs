using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Detente.Record.Hashing;

/// <summary>Sixteen messages at a time, with AVX-512: rotations and three-input logic are one instruction each.</summary>
internal unsafe struct Lanes512 : ILanes<Vector512<uint>>
{
    private const byte Xor3 = 0x96;
    private const byte Choose = 0xCA;
    private const byte Majority = 0xE8;

    /// <summary>Whether this processor, and this runtime's settings, allow it.</summary>
    public static bool IsSupported => Avx512F.IsSupported && Avx512BW.IsSupported;

    /// <inheritdoc/>
    public static int Count => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> All(uint word) => Vector512.Create(word);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Add(Vector512<uint> x, Vector512<uint> y) => x + y;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Round(
        Vector512<uint> a, Vector512<uint> b, Vector512<uint> c, ref Vector512<uint> d,
        Vector512<uint> e, Vector512<uint> f, Vector512<uint> g, ref Vector512<uint> h, Vector512<uint> kw)
    {
        var hkw = h + kw;
        var ch = Avx512F.TernaryLogic(e, f, g, Choose);
        var s1 = Avx512F.TernaryLogic(Avx512F.RotateRight(e, 6), Avx512F.RotateRight(e, 11), Avx512F.RotateRight(e, 25), Xor3);
        d = d + hkw + ch + s1;
        h = hkw + ch + s1 + Avx512F.TernaryLogic(a, b, c, Majority)
            + Avx512F.TernaryLogic(Avx512F.RotateRight(a, 2), Avx512F.RotateRight(a, 13), Avx512F.RotateRight(a, 22), Xor3);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> SmallSigma0(Vector512<uint> x)
        => Avx512F.TernaryLogic(Avx512F.RotateRight(x, 7), Avx512F.RotateRight(x, 18), x >>> 3, Xor3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> SmallSigma1(Vector512<uint> x)
        => Avx512F.TernaryLogic(Avx512F.RotateRight(x, 17), Avx512F.RotateRight(x, 19), x >>> 10, Xor3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> AfterByte(Vector512<uint> before, Vector512<uint> word) => (before << 24) | (word >>> 8);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(byte** messages, nint offset, Vector512<uint>* words)
    {
        unchecked
        {
            // Four messages at a time, in columns of four words; then one vector for each word, from the four quarters of four columns.
            var order = BigEndian;
            Columns(Row(messages[0] + offset, order), Row(messages[1] + offset, order), Row(messages[2] + offset, order), Row(messages[3] + offset, order), out var a0, out var a1, out var a2, out var a3);
            Columns(Row(messages[4] + offset, order), Row(messages[5] + offset, order), Row(messages[6] + offset, order), Row(messages[7] + offset, order), out var b0, out var b1, out var b2, out var b3);
            Columns(Row(messages[8] + offset, order), Row(messages[9] + offset, order), Row(messages[10] + offset, order), Row(messages[11] + offset, order), out var c0, out var c1, out var c2, out var c3);
            Columns(Row(messages[12] + offset, order), Row(messages[13] + offset, order), Row(messages[14] + offset, order), Row(messages[15] + offset, order), out var d0, out var d1, out var d2, out var d3);
            Quarters(a0, b0, c0, d0, words);
            Quarters(a1, b1, c1, d1, words + 1);
            Quarters(a2, b2, c2, d2, words + 2);
            Quarters(a3, b3, c3, d3, words + 3);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<uint>* state, byte* hashes)
    {
        unchecked
        {
            // Quarter q of column i is of message 4q + i: a to d on the left, e to h on the right.
            Columns(state[0], state[1], state[2], state[3], out var left0, out var left1, out var left2, out var left3);
            Columns(state[4], state[5], state[6], state[7], out var right0, out var right1, out var right2, out var right3);
            Halves(left0, right0, hashes);
            Halves(left1, right1, hashes + 32);
            Halves(left2, right2, hashes + 64);
            Halves(left3, right3, hashes + 96);
        }
    }

    /// <summary>The order of bytes that turns each word around.</summary>
    private static Vector512<byte> BigEndian
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0x0405060700010203UL, 0x0C0D0E0F08090A0BUL, 0x1415161710111213UL, 0x1C1D1E1F18191A1BUL, 0x2425262720212223UL, 0x2C2D2E2F28292A2BUL, 0x3435363730313233UL, 0x3C3D3E3F38393A3BUL).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Row(byte* bytes, Vector512<byte> order) => Avx512BW.Shuffle(Vector512.Load(bytes), order).AsUInt32();

    /// <summary>Four rows as columns: quarter q of column i is word 4q + i of the four rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns(
        Vector512<uint> row0, Vector512<uint> row1, Vector512<uint> row2, Vector512<uint> row3,
        out Vector512<uint> column0, out Vector512<uint> column1, out Vector512<uint> column2, out Vector512<uint> column3)
    {
        var low01 = Avx512F.UnpackLow(row0, row1).AsUInt64();
        var low23 = Avx512F.UnpackLow(row2, row3).AsUInt64();
        var high01 = Avx512F.UnpackHigh(row0, row1).AsUInt64();
        var high23 = Avx512F.UnpackHigh(row2, row3).AsUInt64();
        column0 = Avx512F.UnpackLow(low01, low23).AsUInt32();
        column1 = Avx512F.UnpackHigh(low01, low23).AsUInt32();
        column2 = Avx512F.UnpackLow(high01, high23).AsUInt32();
        column3 = Avx512F.UnpackHigh(high01, high23).AsUInt32();
    }

    /// <summary>The quarters of four columns, each with its fellows: those numbered q go to vector 4q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quarters(Vector512<uint> a, Vector512<uint> b, Vector512<uint> c, Vector512<uint> d, Vector512<uint>* words)
    {
        var lowAb = Avx512F.Shuffle4x128(a, b, 0x44);
        var lowCd = Avx512F.Shuffle4x128(c, d, 0x44);
        var highAb = Avx512F.Shuffle4x128(a, b, 0xEE);
        var highCd = Avx512F.Shuffle4x128(c, d, 0xEE);
        words[0] = Avx512F.Shuffle4x128(lowAb, lowCd, 0x88);
        words[4] = Avx512F.Shuffle4x128(lowAb, lowCd, 0xDD);
        words[8] = Avx512F.Shuffle4x128(highAb, highCd, 0x88);
        words[12] = Avx512F.Shuffle4x128(highAb, highCd, 0xDD);
    }

    /// <summary>Quarter q of both sides, next to each other, as the 32 bytes of every fourth hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Halves(Vector512<uint> left, Vector512<uint> right, byte* hashes)
    {
        unchecked
        {
            var first = Avx512F.PermuteVar8x64x2(left.AsUInt64(), Vector512.Create(0UL, 1, 8, 9, 2, 3, 10, 11), right.AsUInt64()).AsByte();
            var last = Avx512F.PermuteVar8x64x2(left.AsUInt64(), Vector512.Create(4UL, 5, 12, 13, 6, 7, 14, 15), right.AsUInt64()).AsByte();
            first = Avx512BW.Shuffle(first, BigEndian);
            last = Avx512BW.Shuffle(last, BigEndian);
            first.GetLower().Store(hashes);
            first.GetUpper().Store(hashes + 128);
            last.GetLower().Store(hashes + 256);
            last.GetUpper().Store(hashes + 384);
        }
    }
}
