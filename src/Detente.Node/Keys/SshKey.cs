using System.Security.Cryptography;
using Detente.Record.Signatures;

namespace Detente.Node.Keys;

/// <summary>A public key of Ed25519 as SSH writes it: the strings <c>ssh-ed25519</c> and its 32 bytes (RFC 8709 section 4).</summary>
internal static class SshKey
{
    /// <summary>The name of the algorithm.</summary>
    public const string Type = "ssh-ed25519";

    /// <summary>The key's bytes, 51 of them.</summary>
    public static byte[] Blob(Ed25519PublicKey key)
    {
        var writer = new SshWriter();
        writer.String("ssh-ed25519"u8);
        writer.String(key.Bytes.Span);
        return writer.ToArray();
    }

    /// <summary>The key in the bytes of one, or <c>null</c> where it is none of Ed25519, or none that may sign here.</summary>
    public static Ed25519PublicKey? Read(ReadOnlySpan<byte> blob)
    {
        var reader = new SshReader(blob);
        return reader.TryString(out var type) && type.SequenceEqual("ssh-ed25519"u8) && reader.TryString(out var bytes) && reader.IsAtEnd
            && Ed25519PublicKey.Of(bytes).TryGet(out var key, out _)
            ? key
            : null;
    }

    /// <summary>Its fingerprint as <c>ssh-add -l</c> prints it: <c>SHA256:</c> and base64 without padding.</summary>
    public static string Fingerprint(Ed25519PublicKey key) => "SHA256:" + Convert.ToBase64String(SHA256.HashData(Blob(key))).TrimEnd('=');
}
