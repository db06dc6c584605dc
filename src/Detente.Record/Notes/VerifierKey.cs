using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Detente.Record.Bytes;
using Detente.Record.Signatures;

namespace Detente.Record.Notes;

/// <summary>
/// A public key with its name and what it signs: <c>name+keyid+base64(type ‖ key)</c> (c2sp.org/signed-note, verifier keys). The key id is
/// the first four bytes of SHA-256(name ‖ LF ‖ type ‖ key); it is recomputed, never taken on trust.
/// </summary>
public sealed record VerifierKey
{
    /// <summary>The longest text that is read, in bytes: a key of ML-DSA-44 with a name of 2 KiB.</summary>
    public const int MaxLength = 4096;

    /// <summary>The length of a public key of ML-DSA-44, in bytes (FIPS 204).</summary>
    public const int MlDsa44Length = 1312;

    private readonly Ed25519PublicKey? ed25519;

    private VerifierKey(string name, SignatureType type, ReadOnlySpan<byte> publicKey, Ed25519PublicKey? ed25519)
    {
        Name = name;
        Type = type;
        PublicKey = publicKey.ToArray();
        KeyId = IdOf(name, type, publicKey);
        this.ed25519 = ed25519;
    }

    /// <summary>Its name: not empty, no Unicode space, no plus.</summary>
    public string Name { get; }

    /// <summary>Its key id, big-endian.</summary>
    public uint KeyId { get; }

    /// <summary>What it signs.</summary>
    public SignatureType Type { get; }

    /// <summary>The key's own bytes: 32 of Ed25519, 1312 of ML-DSA-44.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>Whether signatures of this key can be verified here: Ed25519 can, ML-DSA-44 cannot.</summary>
    public bool CanVerify => ed25519 is not null;

    /// <summary>A key that signs notes.</summary>
    /// <exception cref="ArgumentException">The name cannot be a key's.</exception>
    public static VerifierKey Ed25519(string name, Ed25519PublicKey key) => Of(name, SignatureType.Ed25519, key);

    /// <summary>A key that cosigns checkpoints.</summary>
    /// <exception cref="ArgumentException">The name cannot be a key's.</exception>
    public static VerifierKey Ed25519Cosignature(string name, Ed25519PublicKey key) => Of(name, SignatureType.Ed25519Cosignature, key);

    /// <summary>The key a text says; rules <c>vkey/…</c>, and <c>ed25519/…</c> for bytes that are no key. Never throws for what is in it.</summary>
    public static Parsed<VerifierKey> Parse(string vkey)
    {
        if (vkey.Length > MaxLength)
        {
            return TooLong;
        }

        var bytes = new byte[vkey.Length * 3];
        return Utf8.FromUtf16(vkey, bytes, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done
            ? Parse(bytes.AsSpan(0, written))
            : new Rejection("vkey/name", "A verifier key holds half a surrogate pair.");
    }

    /// <summary>The same, of UTF-8.</summary>
    public static Parsed<VerifierKey> Parse(ReadOnlySpan<byte> vkey)
    {
        if (vkey.Length > MaxLength)
        {
            return TooLong;
        }

        // The base64 may hold a plus; the name and the key id cannot.
        var first = vkey.IndexOf((byte)'+');
        var second = first < 0 ? -1 : vkey[(first + 1)..].IndexOf((byte)'+') + first + 1;
        if (first < 0 || second == first)
        {
            return new Rejection("vkey/parts", "A verifier key is not a name, a key id and a key with a plus between each.", vkey.Length);
        }

        if (NoteText.Broken(vkey[..first]) is not null || NoteText.BrokenName(Encoding.UTF8.GetString(vkey[..first])) is not null)
        {
            return new Rejection("vkey/name", "The name of a verifier key is empty, or holds a Unicode space or what no note can.");
        }

        var hex = vkey[(first + 1)..second];
        if (hex.Length != 2 * sizeof(uint) || hex.ContainsAnyExcept("0123456789abcdef"u8))
        {
            return new Rejection("vkey/key-id-hex", "The key id of a verifier key is not eight lower-case hexadecimal digits.", first + 1);
        }

        if (!StrictBase64.TryDecode(vkey[(second + 1)..], out var key) || key.Length == 0)
        {
            return new Rejection("vkey/base64", "The key of a verifier key is not strict base64 (RFC 4648, section 4) of a type and a key.", second + 1);
        }

        if (!Of(Encoding.UTF8.GetString(vkey[..first]), (SignatureType)key[0], key.AsSpan(1)).TryGet(out var parsed, out var rejection))
        {
            return rejection.At(second + 1);
        }

        return parsed.KeyId == uint.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            ? parsed
            : new Rejection("vkey/key-id", $"The key id of a verifier key is not the hash of its name and key, which is {parsed.KeyId:x8}.", first + 1);
    }

    /// <summary>Its text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}+{KeyId:x8}+{Convert.ToBase64String([(byte)Type, .. PublicKey.Span])}");

    /// <inheritdoc/>
    public bool Equals(VerifierKey? other)
        => other is not null && Name == other.Name && Type == other.Type && PublicKey.Span.SequenceEqual(other.PublicKey.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Type, KeyId);

    /// <summary>Whether the signature is this key's over the message. False for a key that cannot verify.</summary>
    internal bool Verifies(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => ed25519 is not null && ed25519.Verifies(message, signature);

    private static VerifierKey Of(string name, SignatureType type, Ed25519PublicKey key)
        => NoteText.BrokenName(name) is { } broken ? throw new ArgumentException($"A key's name {broken}.", nameof(name)) : new(name, type, key.Bytes.Span, key);

    private static Parsed<VerifierKey> Of(string name, SignatureType type, ReadOnlySpan<byte> key)
    {
        switch (type)
        {
            case SignatureType.Ed25519 or SignatureType.Ed25519Cosignature when key.Length != Ed25519PublicKey.Size:
            case SignatureType.MlDsa44Cosignature when key.Length != MlDsa44Length:
                var length = type == SignatureType.MlDsa44Cosignature ? MlDsa44Length : Ed25519PublicKey.Size;
                return new Rejection("vkey/key-length", $"The key of a verifier key of type {(byte)type:x2} has {key.Length} bytes, not {length}.");
            case SignatureType.Ed25519 or SignatureType.Ed25519Cosignature:
                return Ed25519PublicKey.Of(key).TryGet(out var ed25519, out var rejection) ? new VerifierKey(name, type, key, ed25519) : rejection;
            case SignatureType.MlDsa44Cosignature:
                return new VerifierKey(name, type, key, null);
            case SignatureType.Ecdsa or SignatureType.Rfc6962:
                var what = type == SignatureType.Ecdsa ? "ECDSA" : "the tree head of RFC 6962";
                return new Rejection("vkey/type-not-supported", $"The type {(byte)type:x2} of a verifier key is {what}, which is not verified here.");
            default:
                return new Rejection("vkey/type-reserved", $"The type {(byte)type:x2} of a verifier key is reserved or not assigned.");
        }
    }

    private static Rejection TooLong => new("vkey/too-long", $"A verifier key is longer than {MaxLength} bytes.", MaxLength);

    private static uint IdOf(string name, SignatureType type, ReadOnlySpan<byte> key)
        => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)type, .. key]));
}
