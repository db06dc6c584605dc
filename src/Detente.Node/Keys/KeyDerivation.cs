using System.Formats.Asn1;
using System.Security.Cryptography;
using Detente.Record.Bytes;
using Detente.Record.Signatures;

namespace Detente.Node.Keys;

/// <summary>
/// How a passphrase becomes a key of 32 bytes: by scrypt (RFC 7914, identified in its section 7), or by PBKDF2 with HMAC-SHA-256 or -512
/// (RFC 8018 section 5.2). What is read has its limits, so that a file neither hides a key badly nor takes minutes or gigabytes to open.
/// </summary>
internal abstract record KeyDerivation(byte[] Salt)
{
    /// <summary>The least N of scrypt.</summary>
    public const int LeastCost = 1 << 14;

    /// <summary>The greatest N of scrypt: with r = 8, 1 GiB.</summary>
    public const int MostCost = 1 << 20;

    /// <summary>The r of scrypt.</summary>
    public const int BlockSize = 8;

    /// <summary>The greatest p of scrypt.</summary>
    public const int MostParallel = 16;

    /// <summary>The fewest iterations of PBKDF2.</summary>
    public const int LeastIterations = 600_000;

    /// <summary>The most iterations of PBKDF2.</summary>
    public const int MostIterations = 10_000_000;

    /// <summary>The length of a key, in bytes.</summary>
    public const int KeySize = 32;

    private const int LeastSalt = 8;
    private const int MostSalt = 64;
    private const int SaltSize = 16;
    private const int NewParallel = 5;

    private const string ScryptId = "1.3.6.1.4.1.11591.4.11";
    private const string Pbkdf2Id = "1.2.840.113549.1.5.12";
    private const string HmacSha256Id = "1.2.840.113549.2.9";
    private const string HmacSha512Id = "1.2.840.113549.2.11";

    /// <summary>
    /// scrypt with N = 2^14, r = 8, p = 5 and 16 random bytes of salt: 16 MB and about a quarter of a second for each guess. A greater N
    /// would need more memory than <c>openssl pkey</c> grants.
    /// </summary>
    public static KeyDerivation New() => new Scrypt(RandomNumberGenerator.GetBytes(SaltSize), LeastCost, NewParallel);

    /// <summary>The key.</summary>
    /// <exception cref="PlatformNotSupportedException">libcrypto, which has scrypt, is not installed.</exception>
    public abstract byte[] Derive(ReadOnlySpan<byte> passphrase);

    /// <summary>Writes its AlgorithmIdentifier.</summary>
    public abstract void Write(AsnWriter der);

    /// <summary>Reads an AlgorithmIdentifier.</summary>
    /// <exception cref="AsnContentException">It is none.</exception>
    public static Parsed<KeyDerivation> Read(AsnReader algorithm)
    {
        var id = algorithm.ReadObjectIdentifier();
        if (id is not (ScryptId or Pbkdf2Id))
        {
            return new Rejection("keyfile/derivation", "A passphrase is made a key by scrypt or by PBKDF2.");
        }

        var parameters = algorithm.ReadSequence();
        algorithm.ThrowIfNotEmpty();
        var salt = parameters.ReadOctetString();
        return salt.Length is < LeastSalt or > MostSalt ? new Rejection("keyfile/salt", $"The salt of a passphrase has {LeastSalt} to {MostSalt} bytes, not {salt.Length}.")
            : id == ScryptId ? ReadScrypt(parameters, salt)
            : ReadPbkdf2(parameters, salt);
    }

    private static Parsed<KeyDerivation> ReadScrypt(AsnReader parameters, byte[] salt)
    {
        var (cost, blockSize, parallel) = (ReadNumber(parameters), ReadNumber(parameters), ReadNumber(parameters));
        ReadLength(parameters);
        parameters.ThrowIfNotEmpty();
        return cost is >= LeastCost and <= MostCost && (cost & (cost - 1)) == 0 && blockSize == BlockSize && parallel is >= 1 and <= MostParallel
            ? new Scrypt(salt, cost, parallel)
            : new Rejection("keyfile/cost", $"scrypt is read with N a power of two from {LeastCost} to {MostCost}, r {BlockSize} and p from 1 to {MostParallel}, not with {cost}, {blockSize} and {parallel}.");
    }

    private static Parsed<KeyDerivation> ReadPbkdf2(AsnReader parameters, byte[] salt)
    {
        var iterations = ReadNumber(parameters);
        ReadLength(parameters);
        var hash = parameters.HasData ? ReadHash(parameters.ReadSequence()) : null; // left out, it is HMAC-SHA-1
        parameters.ThrowIfNotEmpty();
        return hash is null ? new Rejection("keyfile/hash", "PBKDF2 is read with HMAC-SHA-256 or HMAC-SHA-512 only.")
            : iterations is < LeastIterations or > MostIterations ? new Rejection("keyfile/cost", $"PBKDF2 is read with {LeastIterations} to {MostIterations} iterations, not with {iterations}.")
            : new Pbkdf2(salt, iterations, hash.Value);
    }

    private static HashAlgorithmName? ReadHash(AsnReader algorithm)
    {
        var id = algorithm.ReadObjectIdentifier();
        algorithm.ReadNull();
        algorithm.ThrowIfNotEmpty();
        return id switch
        {
            HmacSha256Id => HashAlgorithmName.SHA256,
            HmacSha512Id => HashAlgorithmName.SHA512,
            _ => null,
        };
    }

    /// <summary>A number that is not negative. One past 2^31 − 1 is read as that, which no limit admits.</summary>
    private static int ReadNumber(AsnReader parameters)
    {
        var number = parameters.ReadInteger();
        return number.Sign < 0 ? throw new AsnContentException() : number > int.MaxValue ? int.MaxValue : (int)number;
    }

    /// <summary>The length of the key may be left out.</summary>
    private static void ReadLength(AsnReader parameters)
    {
        if (parameters.HasData && parameters.PeekTag() == Asn1Tag.Integer && ReadNumber(parameters) != KeySize)
        {
            throw new AsnContentException();
        }
    }

    private sealed record Scrypt(byte[] Salt, int Cost, int Parallel) : KeyDerivation(Salt)
    {
        public override byte[] Derive(ReadOnlySpan<byte> passphrase) => LibCrypto.Scrypt(passphrase, Salt, (ulong)Cost, BlockSize, (ulong)Parallel);

        public override void Write(AsnWriter der)
        {
            using (der.PushSequence())
            {
                der.WriteObjectIdentifier(ScryptId);
                using (der.PushSequence())
                {
                    der.WriteOctetString(Salt);
                    der.WriteInteger(Cost);
                    der.WriteInteger(BlockSize);
                    der.WriteInteger(Parallel);
                }
            }
        }
    }

    private sealed record Pbkdf2(byte[] Salt, int Iterations, HashAlgorithmName Hash) : KeyDerivation(Salt)
    {
        public override byte[] Derive(ReadOnlySpan<byte> passphrase) => Rfc2898DeriveBytes.Pbkdf2(passphrase, Salt, Iterations, Hash, KeySize);

        public override void Write(AsnWriter der) => throw new NotSupportedException("PBKDF2 is read, for keys that openssl wrote; what is written here is scrypt.");
    }
}
