namespace Detente.Record.Hashing;

/// <summary>How many messages are hashed at a time, where there are more than one. Every way gives the same hashes.</summary>
public enum Sha256Path
{
    /// <summary>One, by the framework's SHA-256.</summary>
    Framework = 1,

    /// <summary>Eight, in vectors of 256 bits (AVX2).</summary>
    Lanes8 = 8,

    /// <summary>Sixteen, in vectors of 512 bits (AVX-512).</summary>
    Lanes16 = 16,
}
