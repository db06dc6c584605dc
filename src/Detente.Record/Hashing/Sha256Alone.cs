using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Detente.Record.Bytes;

namespace Detente.Record.Hashing;

/// <summary>
/// SHA-256 of one short message, FIPS 180-4 section 6.2.2: a call of the framework costs as much as several blocks, and a proof is twenty hashes of which each
/// waits for the one before. It needs SSSE3, which whatever has AVX2 has. The rounds are one long chain; the words of the rounds to come are computed beside it, four at a time.
/// </summary>
[SkipLocalsInit]
internal static unsafe class Sha256Alone
{
    /// <summary>The longest message, in bytes, that is worth while: eight blocks with the padding.</summary>
    public const int MaxLength = (8 * PaddedMessages.BlockSize) - PaddedMessages.LeastPadding;

    private const byte Xor3 = 0x96;

    /// <summary>The hash of <paramref name="prefix"/> followed by <paramref name="message"/>, together no longer than <see cref="MaxLength"/>.</summary>
    public static Hash32 Hash(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> message)
    {
        Span<byte> padded = stackalloc byte[PaddedMessages.Blocks(prefix.Length + message.Length) * PaddedMessages.BlockSize];
        PaddedMessages.Pad(prefix, message, padded);
        Span<uint> state = stackalloc uint[Hash32.Size / sizeof(uint)];
        Sha256Constants.H.CopyTo(state);
        fixed (byte* block = padded)
        fixed (uint* words = state)
        {
            for (var offset = 0; offset < padded.Length; offset += PaddedMessages.BlockSize)
            {
                Block(words, block + offset);
            }
        }

        BinaryPrimitives.ReverseEndianness(state, state);
        return Hash32.Of(MemoryMarshal.AsBytes(state));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block(uint* state, byte* block)
    {
        var kw = stackalloc uint[16];
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        unchecked
        {
            var k = Sha256Constants.KPointer;
            var (x0, x1, x2, x3) = (Words(block), Words(block + 16), Words(block + 32), Words(block + 48));
            (x0 + Vector128.Load(k)).Store(kw);
            (x1 + Vector128.Load(k + 4)).Store(kw + 4);
            (x2 + Vector128.Load(k + 8)).Store(kw + 8);
            (x3 + Vector128.Load(k + 12)).Store(kw + 12);
            for (var last = k + 48; k < last;)
            {
                k += 16;
                x0 = Next(x0, x1, x2, x3);
                Round(a, b, c, ref d, e, f, g, ref h, kw[0]);
                Round(h, a, b, ref c, d, e, f, ref g, kw[1]);
                Round(g, h, a, ref b, c, d, e, ref f, kw[2]);
                Round(f, g, h, ref a, b, c, d, ref e, kw[3]);
                (x0 + Vector128.Load(k + 0)).Store(kw + 0);

                x1 = Next(x1, x2, x3, x0);
                Round(e, f, g, ref h, a, b, c, ref d, kw[4]);
                Round(d, e, f, ref g, h, a, b, ref c, kw[5]);
                Round(c, d, e, ref f, g, h, a, ref b, kw[6]);
                Round(b, c, d, ref e, f, g, h, ref a, kw[7]);
                (x1 + Vector128.Load(k + 4)).Store(kw + 4);

                x2 = Next(x2, x3, x0, x1);
                Round(a, b, c, ref d, e, f, g, ref h, kw[8]);
                Round(h, a, b, ref c, d, e, f, ref g, kw[9]);
                Round(g, h, a, ref b, c, d, e, ref f, kw[10]);
                Round(f, g, h, ref a, b, c, d, ref e, kw[11]);
                (x2 + Vector128.Load(k + 8)).Store(kw + 8);

                x3 = Next(x3, x0, x1, x2);
                Round(e, f, g, ref h, a, b, c, ref d, kw[12]);
                Round(d, e, f, ref g, h, a, b, ref c, kw[13]);
                Round(c, d, e, ref f, g, h, a, ref b, kw[14]);
                Round(b, c, d, ref e, f, g, h, ref a, kw[15]);
                (x3 + Vector128.Load(k + 12)).Store(kw + 12);
            }

            Round(a, b, c, ref d, e, f, g, ref h, kw[0]);
            Round(h, a, b, ref c, d, e, f, ref g, kw[1]);
            Round(g, h, a, ref b, c, d, e, ref f, kw[2]);
            Round(f, g, h, ref a, b, c, d, ref e, kw[3]);
            Round(e, f, g, ref h, a, b, c, ref d, kw[4]);
            Round(d, e, f, ref g, h, a, b, ref c, kw[5]);
            Round(c, d, e, ref f, g, h, a, ref b, kw[6]);
            Round(b, c, d, ref e, f, g, h, ref a, kw[7]);
            Round(a, b, c, ref d, e, f, g, ref h, kw[8]);
            Round(h, a, b, ref c, d, e, f, ref g, kw[9]);
            Round(g, h, a, ref b, c, d, e, ref f, kw[10]);
            Round(f, g, h, ref a, b, c, d, ref e, kw[11]);
            Round(e, f, g, ref h, a, b, c, ref d, kw[12]);
            Round(d, e, f, ref g, h, a, b, ref c, kw[13]);
            Round(c, d, e, ref f, g, h, a, ref b, kw[14]);
            Round(b, c, d, ref e, f, g, h, ref a, kw[15]);
            state[0] += a;
            state[1] += b;
            state[2] += c;
            state[3] += d;
            state[4] += e;
            state[5] += f;
            state[6] += g;
            state[7] += h;
        }
    }

    /// <summary>A round but for the renaming: T1 is added to <paramref name="d"/>, and <paramref name="h"/> becomes T1 + T2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(uint a, uint b, uint c, ref uint d, uint e, uint f, uint g, ref uint h, uint kw)
    {
        unchecked
        {
            var t1 = h + kw + (g ^ (e & (f ^ g))) + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25));
            d += t1;
            h = t1 + ((a & b) ^ (c & (a ^ b))) + (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22));
        }
    }

    /// <summary>The four words that follow sixteen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Next(Vector128<uint> x0, Vector128<uint> x1, Vector128<uint> x2, Vector128<uint> x3)
    {
        var sum = x0 + Ssse3.AlignRight(x3, x2, sizeof(uint)) + SmallSigma0(Ssse3.AlignRight(x1, x0, sizeof(uint)));

        // The last two of the four wait for the first two.
        sum += SmallSigma1(Sse2.UnpackHigh(x3.AsUInt64(), Vector128<ulong>.Zero).AsUInt32());
        return sum + SmallSigma1(Sse2.UnpackLow(Vector128<ulong>.Zero, sum.AsUInt64()).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> SmallSigma0(Vector128<uint> x) => Avx512F.VL.IsSupported
        ? Avx512F.VL.TernaryLogic(Avx512F.VL.RotateRight(x, 7), Avx512F.VL.RotateRight(x, 18), x >>> 3, Xor3)
        : (x >>> 7) ^ (x << 25) ^ (x >>> 18) ^ (x << 14) ^ (x >>> 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> SmallSigma1(Vector128<uint> x) => Avx512F.VL.IsSupported
        ? Avx512F.VL.TernaryLogic(Avx512F.VL.RotateRight(x, 17), Avx512F.VL.RotateRight(x, 19), x >>> 10, Xor3)
        : (x >>> 17) ^ (x << 15) ^ (x >>> 19) ^ (x << 13) ^ (x >>> 10);

    /// <summary>Four big-endian words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Words(byte* bytes)
        => Ssse3.Shuffle(Vector128.Load(bytes), Vector128.Create(0x0405060700010203UL, 0x0C0D0E0F08090A0BUL).AsByte()).AsUInt32();
}
