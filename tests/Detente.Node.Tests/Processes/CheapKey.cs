using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using Detente.Record.Notes;
using Detente.Record.Signatures;

namespace Detente.Node.Tests.Processes;

/// <summary>A key file that takes a fifth of the time to open: with the least work that a reader of key files accepts.</summary>
internal static class CheapKey
{
    private const int Cost = 1 << 14;
    private const int BlockSize = 8;
    private const int Parallel = 1;

    /// <summary>The bytes of a key file.</summary>
    public static byte[] File(string name, string passphrase)
    {
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        using var key = Ed25519PrivateKey.FromSeed(seed);
        return Encoding.UTF8.GetBytes($"detente-key/v1\nvkey: {VerifierKey.Ed25519(name, key.PublicKey)}\n{new string(PemEncoding.Write("ENCRYPTED PRIVATE KEY", Encrypt(seed, passphrase)))}\n");
    }

    private static byte[] Encrypt(byte[] seed, string passphrase)
    {
        var (salt, iv) = (new byte[16], new byte[16]);
        using var aes = Aes.Create();
        aes.Key = LibCrypto.Scrypt(Encoding.UTF8.GetBytes(passphrase), salt, Cost, BlockSize, Parallel);
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            using (der.PushSequence())
            {
                der.WriteObjectIdentifier("1.2.840.113549.1.5.13"); // PBES2
                using (der.PushSequence())
                {
                    using (der.PushSequence())
                    {
                        der.WriteObjectIdentifier("1.3.6.1.4.1.11591.4.11"); // scrypt
                        using (der.PushSequence())
                        {
                            der.WriteOctetString(salt);
                            der.WriteInteger(Cost);
                            der.WriteInteger(BlockSize);
                            der.WriteInteger(Parallel);
                        }
                    }

                    using (der.PushSequence())
                    {
                        der.WriteObjectIdentifier("2.16.840.1.101.3.4.1.42"); // AES-256-CBC
                        der.WriteOctetString(iv);
                    }
                }
            }

            der.WriteOctetString(aes.EncryptCbc(Plain(seed), iv));
        }

        return der.Encode();
    }

    private static byte[] Plain(byte[] seed)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteInteger(0);
            using (der.PushSequence())
            {
                der.WriteObjectIdentifier("1.3.101.112"); // Ed25519
            }

            using (der.PushOctetString())
            {
                der.WriteOctetString(seed);
            }
        }

        return der.Encode();
    }
}
