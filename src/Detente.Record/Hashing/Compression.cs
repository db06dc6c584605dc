using System.Runtime.CompilerServices;

namespace Detente.Record.Hashing;

/// <summary>
/// The hash computation of FIPS 180-4 section 6.2.2 on one block of each of several messages. A state is eight vectors, a block sixteen.
/// The state stays in registers and the words in memory, because AVX2 has registers for no more. The rounds are compiled once, in full: unoptimised they
/// take ten times as long.
/// </summary>
internal static unsafe class Compression<TVector, L>
    where TVector : unmanaged
    where L : ILanes<TVector>
{
    /// <summary>How many vectors a state is.</summary>
    public const int StateLength = 8;

    /// <summary>How many vectors a block is.</summary>
    public const int BlockLength = 16;

    /// <summary>Puts the first state in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Begin(TVector* state)
    {
        for (var i = 0; i < StateLength; i++)
        {
            state[i] = L.All(Sha256Constants.H[i]);
        }
    }

    /// <summary>Takes in a block; <paramref name="words"/> are used up, and the eight vectors after <paramref name="state"/> too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(TVector* state, TVector* words)
    {
        var work = Copy(state);
        Rounds(work, words, 0);
        Add(state, work);
    }

    /// <summary>
    /// Takes in a last block of one byte, its padding and the length of the message in bits. Fourteen of its words are zero and one is the same in every
    /// lane, so of the words of rounds 16 to 31 only these terms are left.
    /// </summary>
    /// <param name="state">The state; the eight vectors after it are used.</param>
    /// <param name="before">Words whose last byte is that byte.</param>
    /// <param name="bits">The length of the message, in bits.</param>
    /// <param name="words">Room for a block.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LastByte(TVector* state, TVector before, uint bits, TVector* words)
    {
        var work = Copy(state);
        var first = L.AfterByte(before, L.All(0x80000000));
        RoundsOfLastByte(work, first, bits);

        var w17 = Sha256Constants.SmallSigma1(bits);
        var w19 = Sha256Constants.SmallSigma1(w17);
        var w21 = Sha256Constants.SmallSigma1(w19);
        words[0] = first;
        words[1] = L.All(w17);
        words[2] = L.SmallSigma1(first);
        words[3] = L.All(w19);
        words[4] = L.SmallSigma1(words[2]);
        words[5] = L.All(w21);
        words[6] = L.Add(L.SmallSigma1(words[4]), L.All(bits));
        words[7] = L.Add(first, L.All(Sha256Constants.SmallSigma1(w21)));
        words[8] = L.Add(L.SmallSigma1(words[6]), words[1]);
        words[9] = L.Add(L.SmallSigma1(words[7]), words[2]);
        words[10] = L.Add(L.SmallSigma1(words[8]), words[3]);
        words[11] = L.Add(L.SmallSigma1(words[9]), words[4]);
        words[12] = L.Add(L.SmallSigma1(words[10]), words[5]);
        words[13] = L.Add(L.SmallSigma1(words[11]), words[6]);
        words[14] = L.Add(L.Add(L.SmallSigma1(words[12]), words[7]), L.All(Sha256Constants.SmallSigma0(bits)));
        words[15] = L.Add(L.Add(L.SmallSigma1(words[13]), words[8]), L.Add(L.SmallSigma0(first), L.All(bits)));
        Rounds(work, words, 16);
        Add(state, work);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector* Copy(TVector* state)
    {
        var work = state + StateLength;
        for (var i = 0; i < StateLength; i++)
        {
            work[i] = state[i];
        }

        return work;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(TVector* state, TVector* work)
    {
        for (var i = 0; i < StateLength; i++)
        {
            state[i] = L.Add(state[i], work[i]);
        }
    }

    /// <summary>The rounds from <paramref name="round"/> (0 or 16) on; <paramref name="words"/> are those of the first sixteen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rounds(TVector* state, TVector* words, int round)
    {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        unchecked
        {
            // Each word, once used, becomes the one sixteen rounds on.
            var k = Sha256Constants.KPointer + round;
            for (var last = Sha256Constants.KPointer + 48; k < last; k += 16)
            {
                L.Round(a, b, c, ref d, e, f, g, ref h, L.Add(words[0], L.All(k[0])));
                words[0] = L.Add(L.Add(words[0], L.SmallSigma0(words[1])), L.Add(words[9], L.SmallSigma1(words[14])));
                L.Round(h, a, b, ref c, d, e, f, ref g, L.Add(words[1], L.All(k[1])));
                words[1] = L.Add(L.Add(words[1], L.SmallSigma0(words[2])), L.Add(words[10], L.SmallSigma1(words[15])));
                L.Round(g, h, a, ref b, c, d, e, ref f, L.Add(words[2], L.All(k[2])));
                words[2] = L.Add(L.Add(words[2], L.SmallSigma0(words[3])), L.Add(words[11], L.SmallSigma1(words[0])));
                L.Round(f, g, h, ref a, b, c, d, ref e, L.Add(words[3], L.All(k[3])));
                words[3] = L.Add(L.Add(words[3], L.SmallSigma0(words[4])), L.Add(words[12], L.SmallSigma1(words[1])));
                L.Round(e, f, g, ref h, a, b, c, ref d, L.Add(words[4], L.All(k[4])));
                words[4] = L.Add(L.Add(words[4], L.SmallSigma0(words[5])), L.Add(words[13], L.SmallSigma1(words[2])));
                L.Round(d, e, f, ref g, h, a, b, ref c, L.Add(words[5], L.All(k[5])));
                words[5] = L.Add(L.Add(words[5], L.SmallSigma0(words[6])), L.Add(words[14], L.SmallSigma1(words[3])));
                L.Round(c, d, e, ref f, g, h, a, ref b, L.Add(words[6], L.All(k[6])));
                words[6] = L.Add(L.Add(words[6], L.SmallSigma0(words[7])), L.Add(words[15], L.SmallSigma1(words[4])));
                L.Round(b, c, d, ref e, f, g, h, ref a, L.Add(words[7], L.All(k[7])));
                words[7] = L.Add(L.Add(words[7], L.SmallSigma0(words[8])), L.Add(words[0], L.SmallSigma1(words[5])));
                L.Round(a, b, c, ref d, e, f, g, ref h, L.Add(words[8], L.All(k[8])));
                words[8] = L.Add(L.Add(words[8], L.SmallSigma0(words[9])), L.Add(words[1], L.SmallSigma1(words[6])));
                L.Round(h, a, b, ref c, d, e, f, ref g, L.Add(words[9], L.All(k[9])));
                words[9] = L.Add(L.Add(words[9], L.SmallSigma0(words[10])), L.Add(words[2], L.SmallSigma1(words[7])));
                L.Round(g, h, a, ref b, c, d, e, ref f, L.Add(words[10], L.All(k[10])));
                words[10] = L.Add(L.Add(words[10], L.SmallSigma0(words[11])), L.Add(words[3], L.SmallSigma1(words[8])));
                L.Round(f, g, h, ref a, b, c, d, ref e, L.Add(words[11], L.All(k[11])));
                words[11] = L.Add(L.Add(words[11], L.SmallSigma0(words[12])), L.Add(words[4], L.SmallSigma1(words[9])));
                L.Round(e, f, g, ref h, a, b, c, ref d, L.Add(words[12], L.All(k[12])));
                words[12] = L.Add(L.Add(words[12], L.SmallSigma0(words[13])), L.Add(words[5], L.SmallSigma1(words[10])));
                L.Round(d, e, f, ref g, h, a, b, ref c, L.Add(words[13], L.All(k[13])));
                words[13] = L.Add(L.Add(words[13], L.SmallSigma0(words[14])), L.Add(words[6], L.SmallSigma1(words[11])));
                L.Round(c, d, e, ref f, g, h, a, ref b, L.Add(words[14], L.All(k[14])));
                words[14] = L.Add(L.Add(words[14], L.SmallSigma0(words[15])), L.Add(words[7], L.SmallSigma1(words[12])));
                L.Round(b, c, d, ref e, f, g, h, ref a, L.Add(words[15], L.All(k[15])));
                words[15] = L.Add(L.Add(words[15], L.SmallSigma0(words[0])), L.Add(words[8], L.SmallSigma1(words[13])));
            }

            L.Round(a, b, c, ref d, e, f, g, ref h, L.Add(words[0], L.All(k[0])));
            L.Round(h, a, b, ref c, d, e, f, ref g, L.Add(words[1], L.All(k[1])));
            L.Round(g, h, a, ref b, c, d, e, ref f, L.Add(words[2], L.All(k[2])));
            L.Round(f, g, h, ref a, b, c, d, ref e, L.Add(words[3], L.All(k[3])));
            L.Round(e, f, g, ref h, a, b, c, ref d, L.Add(words[4], L.All(k[4])));
            L.Round(d, e, f, ref g, h, a, b, ref c, L.Add(words[5], L.All(k[5])));
            L.Round(c, d, e, ref f, g, h, a, ref b, L.Add(words[6], L.All(k[6])));
            L.Round(b, c, d, ref e, f, g, h, ref a, L.Add(words[7], L.All(k[7])));
            L.Round(a, b, c, ref d, e, f, g, ref h, L.Add(words[8], L.All(k[8])));
            L.Round(h, a, b, ref c, d, e, f, ref g, L.Add(words[9], L.All(k[9])));
            L.Round(g, h, a, ref b, c, d, e, ref f, L.Add(words[10], L.All(k[10])));
            L.Round(f, g, h, ref a, b, c, d, ref e, L.Add(words[11], L.All(k[11])));
            L.Round(e, f, g, ref h, a, b, c, ref d, L.Add(words[12], L.All(k[12])));
            L.Round(d, e, f, ref g, h, a, b, ref c, L.Add(words[13], L.All(k[13])));
            L.Round(c, d, e, ref f, g, h, a, ref b, L.Add(words[14], L.All(k[14])));
            L.Round(b, c, d, ref e, f, g, h, ref a, L.Add(words[15], L.All(k[15])));
        }

        (state[0], state[1], state[2], state[3]) = (a, b, c, d);
        (state[4], state[5], state[6], state[7]) = (e, f, g, h);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RoundsOfLastByte(TVector* state, TVector first, uint bits)
    {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        var k = Sha256Constants.KPointer;
        L.Round(a, b, c, ref d, e, f, g, ref h, L.Add(first, L.All(k[0])));
        L.Round(h, a, b, ref c, d, e, f, ref g, L.All(k[1]));
        L.Round(g, h, a, ref b, c, d, e, ref f, L.All(k[2]));
        L.Round(f, g, h, ref a, b, c, d, ref e, L.All(k[3]));
        L.Round(e, f, g, ref h, a, b, c, ref d, L.All(k[4]));
        L.Round(d, e, f, ref g, h, a, b, ref c, L.All(k[5]));
        L.Round(c, d, e, ref f, g, h, a, ref b, L.All(k[6]));
        L.Round(b, c, d, ref e, f, g, h, ref a, L.All(k[7]));
        L.Round(a, b, c, ref d, e, f, g, ref h, L.All(k[8]));
        L.Round(h, a, b, ref c, d, e, f, ref g, L.All(k[9]));
        L.Round(g, h, a, ref b, c, d, e, ref f, L.All(k[10]));
        L.Round(f, g, h, ref a, b, c, d, ref e, L.All(k[11]));
        L.Round(e, f, g, ref h, a, b, c, ref d, L.All(k[12]));
        L.Round(d, e, f, ref g, h, a, b, ref c, L.All(k[13]));
        L.Round(c, d, e, ref f, g, h, a, ref b, L.All(k[14]));
        L.Round(b, c, d, ref e, f, g, h, ref a, L.All(unchecked(k[15] + bits)));
        (state[0], state[1], state[2], state[3]) = (a, b, c, d);
        (state[4], state[5], state[6], state[7]) = (e, f, g, h);
    }
}
