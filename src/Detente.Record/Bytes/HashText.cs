namespace Detente.Record.Bytes;

/// <summary>A hash as texts write it: strict base64 of exactly 32 bytes, 44 characters; in JSON, 64 lower-case hexadecimal digits.</summary>
internal static class HashText
{
    /// <summary>The hash, or a rejection by rule <c>&lt;name&gt;-base64</c> or <c>&lt;name&gt;-length</c>.</summary>
    /// <param name="name">The stem of the rule, such as <c>checkpoint/root</c>.</param>
    /// <param name="what">What the hash is, at the start of a sentence.</param>
    /// <param name="text">The characters.</param>
    /// <param name="offset">Where they stand, in bytes.</param>
    public static Parsed<Hash32> Read(string name, string what, ReadOnlySpan<byte> text, int offset)
        => !StrictBase64.TryDecode(text, out var bytes) ? new Rejection($"{name}-base64", $"{what} is not strict base64 (RFC 4648, section 4).", offset)
            : bytes.Length != Hash32.Size ? new Rejection($"{name}-length", $"{what} has {bytes.Length} bytes; a SHA-256 hash has {Hash32.Size}.", offset)
            : Hash32.Of(bytes);

    /// <summary>The hash 64 lower-case hexadecimal digits say, or <c>false</c> where the text is anything else.</summary>
    public static bool TryReadHex(ReadOnlySpan<char> text, out Hash32 hash)
    {
        var good = text.Length == 2 * Hash32.Size && !text.ContainsAnyExcept("0123456789abcdef");
        hash = good ? Hash32.Of(Convert.FromHexString(text)) : default;
        return good;
    }
}
