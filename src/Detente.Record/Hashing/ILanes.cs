namespace Detente.Record.Hashing;

/// <summary>
/// SHA-256 on one word of several messages at a time: lane i of each vector belongs to message i. What the rounds need of a vector width, so that
/// they are written once.
/// </summary>
/// <typeparam name="TVector">A vector of 32-bit words.</typeparam>
internal unsafe interface ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>How many messages go at a time.</summary>
    static abstract int Count { get; }

    /// <summary>The word in every lane.</summary>
    static abstract TVector All(uint word);

    static abstract TVector Add(TVector x, TVector y);

    /// <summary>A round, FIPS 180-4 section 6.2.2 step 3, but for the renaming: T1 is added to <paramref name="d"/>, and <paramref name="h"/> becomes T1 + T2.</summary>
    static abstract void Round(TVector a, TVector b, TVector c, ref TVector d, TVector e, TVector f, TVector g, ref TVector h, TVector kw);

    /// <summary>σ0 of FIPS 180-4 section 4.1.2.</summary>
    static abstract TVector SmallSigma0(TVector x);

    /// <summary>σ1 of the same section.</summary>
    static abstract TVector SmallSigma1(TVector x);

    /// <summary>The words of a stream that is one byte behind: the last byte of <paramref name="before"/>, then the first three of <paramref name="word"/>.</summary>
    static abstract TVector AfterByte(TVector before, TVector word);

    /// <summary>Reads 64 bytes of each message, at <paramref name="offset"/>, as sixteen vectors of big-endian words.</summary>
    static abstract void Load(byte** messages, nint offset, TVector* words);

    /// <summary>Writes the eight words of each message's state, big-endian, as its 32 bytes of hash.</summary>
    static abstract void Store(TVector* state, byte* hashes);
}
