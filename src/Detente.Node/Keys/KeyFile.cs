using System.Security.Cryptography;
using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Notes;
using Detente.Record.Signatures;

namespace Detente.Node.Keys;

/// <summary>
/// The file of a key, of either kind. It is UTF-8, at most 8,192 bytes; every line ends with a line feed, and there is no other
/// control character. Its lines:
/// <code>
/// detente-key/v1
/// vkey: NAME+KEYID+BASE64
/// </code>
/// that is the verifier key of type 01 (c2sp.org/signed-note), which holds the name, the public key and a hash of both. Then, of an encrypted key,
/// its EncryptedPrivateKeyInfo (<see cref="EncryptedKey"/>) as RFC 7468 writes it strictly, 64 characters to a line:
/// <code>
/// -----BEGIN ENCRYPTED PRIVATE KEY-----
/// MIGbMF…
/// -----END ENCRYPTED PRIVATE KEY-----
/// </code>
/// What stands before the first line of hyphens is explanatory text to other readers (RFC 7468 section 2), so that <c>openssl pkey</c>
/// reads the file as it is. Or, of a key in an ssh-agent, the public key as <c>ssh-add -L</c> prints it, without the comment (RFC 8709 section 4):
/// <code>
/// agent: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI…
/// </code>
/// A reader checks that the agent's key is that of the second line when it reads the file, and that the encrypted key is when it opens it.
/// </summary>
public sealed class KeyFile
{
    /// <summary>The longest file that is read, in bytes.</summary>
    public const int MaxLength = 8192;

    private const string First = "detente-key/v1\n";
    private const string VerifierLabel = "vkey: ";
    private const string AgentLabel = "agent: ";
    private const string Begin = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";
    private const string End = "-----END ENCRYPTED PRIVATE KEY-----\n";
    private const int LineLength = 64;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] encrypted;

    private KeyFile(VerifierKey key, Ed25519PublicKey publicKey, KeyKind kind, byte[] encrypted)
        => (Key, PublicKey, Kind, this.encrypted) = (key, publicKey, kind, encrypted);

    /// <summary>The key's name: of a log, the origin.</summary>
    public string Name => Key.Name;

    /// <summary>Where its private part is.</summary>
    public KeyKind Kind { get; }

    /// <summary>What verifies the notes it signs, type 01.</summary>
    public VerifierKey Key { get; }

    /// <summary>What verifies the cosignatures it makes, should it be a witness's or a mirror's: type 04.</summary>
    public VerifierKey CosignatureKey => VerifierKey.Ed25519Cosignature(Name, PublicKey);

    /// <summary>The public key.</summary>
    public Ed25519PublicKey PublicKey { get; }

    /// <summary>A private key, encrypted.</summary>
    /// <exception cref="ArgumentException">The name can be no key's.</exception>
    internal static KeyFile Encrypt(string name, Ed25519PublicKey publicKey, ReadOnlySpan<byte> seed, ReadOnlySpan<byte> passphrase)
        => new(VerifierKey.Ed25519(name, publicKey), publicKey, KeyKind.Encrypted, EncryptedKey.Write(seed, passphrase));

    /// <summary>A key that an agent has.</summary>
    /// <exception cref="ArgumentException">The name can be no key's.</exception>
    internal static KeyFile OfAgent(string name, Ed25519PublicKey publicKey)
        => new(VerifierKey.Ed25519(name, publicKey), publicKey, KeyKind.Agent, []);

    /// <summary>The key in the bytes of a file, or the rule they break: <c>keyfile/…</c>, <c>vkey/…</c>, <c>ed25519/…</c>.</summary>
    public static Parsed<KeyFile> Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxLength)
        {
            return new Rejection("keyfile/too-long", $"A key file has at most {MaxLength} bytes.", MaxLength);
        }

        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            return new Rejection("keyfile/utf-8", "A key file is UTF-8.", Math.Max(0, fault.Index));
        }

        if (!text.StartsWith(First, StringComparison.Ordinal))
        {
            return new Rejection("keyfile/first-line", $"A key file begins with the line {First.TrimEnd()}.");
        }

        var rest = text.AsSpan(First.Length);
        var line = rest.IndexOf('\n');
        if (line < 0 || !rest.StartsWith(VerifierLabel, StringComparison.Ordinal))
        {
            return new Rejection("keyfile/vkey-line", $"The second line of a key file is '{VerifierLabel}' and the verifier key.", First.Length);
        }

        var start = First.Length + VerifierLabel.Length;
        if (!VerifierKey.Parse(rest[VerifierLabel.Length..line].ToString()).TryGet(out var key, out var rejection))
        {
            return rejection.At(start);
        }

        return key.Type == SignatureType.Ed25519
            ? ParsePrivate(key, Ed25519PublicKey.Of(key.PublicKey.Span).OrThrow(), rest[(line + 1)..].ToString(), First.Length + Strict.GetByteCount(rest[..(line + 1)]))
            : new Rejection("keyfile/vkey-type", "The verifier key of a key file is of type 01, Ed25519.", start);
    }

    /// <summary>Its bytes.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder().Append(First).Append(VerifierLabel).Append(Key).Append('\n');
        if (Kind == KeyKind.Agent)
        {
            return Strict.GetBytes(text.Append(AgentText(PublicKey)).ToString());
        }

        var base64 = Convert.ToBase64String(encrypted);
        text.Append(Begin);
        for (var i = 0; i < base64.Length; i += LineLength)
        {
            text.Append(base64.AsSpan(i, Math.Min(LineLength, base64.Length - i))).Append('\n');
        }

        return Strict.GetBytes(text.Append(End).ToString());
    }

    /// <summary>Decrypts the private key, or says why it cannot: <c>keyfile/passphrase</c>, <c>keyfile/other-key</c>.</summary>
    /// <exception cref="InvalidOperationException">The key is in an agent.</exception>
    internal Parsed<Ed25519PrivateKey> Decrypt(ReadOnlySpan<byte> passphrase)
    {
        if (Kind != KeyKind.Encrypted)
        {
            throw new InvalidOperationException("The key is in an agent.");
        }

        if (!EncryptedKey.Read(encrypted, passphrase).TryGet(out var seed, out var rejection))
        {
            return rejection;
        }

        try
        {
            var key = Ed25519PrivateKey.FromSeed(seed);
            if (key.PublicKey.Equals(PublicKey))
            {
                return key;
            }

            key.Dispose();
            return new Rejection("keyfile/other-key", "The encrypted key is not the one the second line names.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    private static Parsed<KeyFile> ParsePrivate(VerifierKey key, Ed25519PublicKey publicKey, string text, int offset)
    {
        if (text.StartsWith(AgentLabel, StringComparison.Ordinal))
        {
            return text == AgentText(publicKey)
                ? new KeyFile(key, publicKey, KeyKind.Agent, [])
                : new Rejection("keyfile/agent-line", $"The third and last line of this key file would be '{AgentText(publicKey).TrimEnd()}', by its second.", offset);
        }

        if (!text.StartsWith(Begin, StringComparison.Ordinal) || !text.EndsWith(End, StringComparison.Ordinal) || text.Length < Begin.Length + End.Length)
        {
            return new Rejection("keyfile/private-part", "After two lines a key file has an ENCRYPTED PRIVATE KEY, or a line that begins with 'agent: ', and nothing else.", offset);
        }

        var der = ReadLines(text[Begin.Length..^End.Length]);
        return der is null ? new Rejection("keyfile/base64", $"An encrypted key is base64 (RFC 4648 section 4) in lines of {LineLength} characters.", offset + Begin.Length)
            : EncryptedKey.Check(der) is { } rejection ? rejection.At(offset)
            : new KeyFile(key, publicKey, KeyKind.Encrypted, der);
    }

    /// <summary>The bytes of base64 in lines that are full but for the last, or <c>null</c>.</summary>
    private static byte[]? ReadLines(string text)
    {
        var lines = text.Split('\n')[..^1];
        return lines.Length > 0 && lines[..^1].All(line => line.Length == LineLength) && lines[^1].Length is > 0 and <= LineLength
            && StrictBase64.TryDecode(Encoding.ASCII.GetBytes(string.Concat(lines)), out var bytes)
            ? bytes
            : null;
    }

    private static string AgentText(Ed25519PublicKey key) => $"{AgentLabel}{SshKey.Type} {Convert.ToBase64String(SshKey.Blob(key))}\n";
}
