using System.Security.Cryptography;

namespace Detente.Record.Signatures;

/// <summary>
/// A private key of Ed25519 in the memory of libcrypto, which wipes it when it is disposed of. Signing is left to libcrypto because
/// it must take the same time whatever the key.
/// </summary>
public sealed class Ed25519PrivateKey : IEd25519Signer, IDisposable
{
    /// <summary>The length of a seed, the private key of RFC 8032 section 5.1.5, in bytes.</summary>
    public const int SeedSize = 32;

    private readonly LibCryptoKey handle;

    private Ed25519PrivateKey(LibCryptoKey handle, Ed25519PublicKey publicKey) => (this.handle, PublicKey) = (handle, publicKey);

    /// <inheritdoc/>
    public Ed25519PublicKey PublicKey { get; }

    /// <summary>The key made from a seed. The caller wipes the seed.</summary>
    /// <exception cref="ArgumentException">There are not 32 bytes.</exception>
    /// <exception cref="PlatformNotSupportedException">libcrypto is not installed.</exception>
    public static Ed25519PrivateKey FromSeed(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != SeedSize)
        {
            throw new ArgumentException($"A seed has {SeedSize} bytes, not {seed.Length}.", nameof(seed));
        }

        var handle = LibCrypto.PrivateKey(seed);
        return new Ed25519PrivateKey(handle, Ed25519PublicKey.Of(LibCrypto.PublicBytes(handle)).OrThrow());
    }

    /// <inheritdoc/>
    /// <exception cref="CryptographicException">libcrypto could not sign.</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public byte[] Sign(ReadOnlySpan<byte> message) => LibCrypto.Sign(handle, message);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();
}
