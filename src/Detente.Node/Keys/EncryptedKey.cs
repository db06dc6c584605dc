using System.Formats.Asn1;
using System.Security.Cryptography;
using Detente.Record.Bytes;
using Detente.Record.Signatures;

namespace Detente.Node.Keys;

/// <summary>
/// A private key of Ed25519 encrypted by a passphrase: EncryptedPrivateKeyInfo of PKCS#8 (RFC 5958 section 3), in DER, by PBES2
/// (RFC 8018 section 6.2) over the PrivateKeyInfo of RFC 8410 section 7.
/// </summary>
/// <remarks>
/// The cipher is AES-256-CBC, with a random IV; its key comes from the passphrase by <see cref="KeyDerivation"/>. CBC proves nothing about
/// what it hides: it is the caller who compares the key with the public one it should be.
/// </remarks>
internal static class EncryptedKey
{
    private const int BlockSize = 16;

    private const string Pbes2 = "1.2.840.113549.1.5.13";
    private const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";
    private const string Ed25519 = "1.3.101.112";

    /// <summary>The answer to a passphrase that does not open the key.</summary>
    public static Rejection WrongPassphrase { get; } = new("keyfile/passphrase", "The passphrase is not the one the key was encrypted by, or the file is damaged.");

    /// <summary>Encrypts a seed.</summary>
    public static byte[] Write(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> passphrase)
    {
        var derivation = KeyDerivation.New();
        var iv = RandomNumberGenerator.GetBytes(BlockSize);
        var plain = WritePlain(seed);
        var key = derivation.Derive(passphrase);
        try
        {
            using var aes = Aes.Create();
            aes.Key = key;
            return Write(derivation, iv, aes.EncryptCbc(plain, iv));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The rule the bytes break, whatever the passphrase; <c>null</c> where some passphrase may open them.</summary>
    public static Rejection? Check(ReadOnlyMemory<byte> der) => Parse(der).Rejection;

    /// <summary>Decrypts a seed, which the caller wipes. With a wrong passphrase it is <see cref="WrongPassphrase"/>, or now and then another seed.</summary>
    public static Parsed<byte[]> Read(ReadOnlyMemory<byte> der, ReadOnlySpan<byte> passphrase)
    {
        if (!Parse(der).TryGet(out var parts, out var rejection))
        {
            return rejection;
        }

        byte[]? plain = null;
        var key = parts.Derivation.Derive(passphrase);
        try
        {
            using var aes = Aes.Create();
            aes.Key = key;
            plain = aes.DecryptCbc(parts.Encrypted, parts.Iv);
            return ReadPlain(plain);
        }
        catch (Exception garbled) when (garbled is CryptographicException or AsnContentException)
        {
            return WrongPassphrase;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[] Write(KeyDerivation derivation, byte[] iv, byte[] encrypted)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            using (der.PushSequence())
            {
                der.WriteObjectIdentifier(Pbes2);
                using (der.PushSequence())
                {
                    derivation.Write(der);
                    using (der.PushSequence())
                    {
                        der.WriteObjectIdentifier(Aes256Cbc);
                        der.WriteOctetString(iv);
                    }
                }
            }

            der.WriteOctetString(encrypted);
        }

        return der.Encode();
    }

    private static byte[] WritePlain(ReadOnlySpan<byte> seed)
    {
        var inner = new AsnWriter(AsnEncodingRules.DER);
        inner.WriteOctetString(seed);
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteInteger(0);
            using (der.PushSequence())
            {
                der.WriteObjectIdentifier(Ed25519);
            }

            der.WriteOctetString(inner.Encode());
        }

        return der.Encode();
    }

    /// <exception cref="AsnContentException">It is no private key of Ed25519.</exception>
    private static byte[] ReadPlain(ReadOnlyMemory<byte> plain)
    {
        var info = ReadWhole(plain);
        var isFirstVersion = info.TryReadInt32(out var version) && version == 0;
        var algorithm = info.ReadSequence();
        var isEd25519 = algorithm.ReadObjectIdentifier() == Ed25519;
        algorithm.ThrowIfNotEmpty();
        var key = new AsnReader(info.ReadOctetString(), AsnEncodingRules.DER);
        info.ThrowIfNotEmpty();
        var seed = key.ReadOctetString();
        key.ThrowIfNotEmpty();
        return isFirstVersion && isEd25519 && seed.Length == Ed25519PrivateKey.SeedSize ? seed : throw new AsnContentException();
    }

    private static Parsed<Parts> Parse(ReadOnlyMemory<byte> der)
    {
        try
        {
            var info = ReadWhole(der);
            var scheme = info.ReadSequence();
            var encrypted = info.ReadOctetString();
            info.ThrowIfNotEmpty();
            if (scheme.ReadObjectIdentifier() != Pbes2)
            {
                return new Rejection("keyfile/scheme", "The key is encrypted by another scheme than PBES2.");
            }

            var parameters = scheme.ReadSequence();
            scheme.ThrowIfNotEmpty();
            var derivation = parameters.ReadSequence();
            var cipher = parameters.ReadSequence();
            parameters.ThrowIfNotEmpty();
            if (cipher.ReadObjectIdentifier() != Aes256Cbc)
            {
                return new Rejection("keyfile/cipher", "The key is encrypted by another cipher than AES-256-CBC.");
            }

            var iv = cipher.ReadOctetString();
            cipher.ThrowIfNotEmpty();
            return iv.Length != BlockSize ? Malformed
                : KeyDerivation.Read(derivation).TryGet(out var read, out var rejection) ? new Parts(read, iv, encrypted)
                : rejection;
        }
        catch (AsnContentException)
        {
            return Malformed;
        }
    }

    private static AsnReader ReadWhole(ReadOnlyMemory<byte> der)
    {
        var reader = new AsnReader(der, AsnEncodingRules.DER);
        var sequence = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        return sequence;
    }

    private static Rejection Malformed => new("keyfile/asn1", "The key is no EncryptedPrivateKeyInfo of PKCS#8 in DER.");

    private sealed record Parts(KeyDerivation Derivation, byte[] Iv, byte[] Encrypted);
}
