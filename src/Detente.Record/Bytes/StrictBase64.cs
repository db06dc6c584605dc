namespace Detente.Record.Bytes;

/// <summary>Base64 with padding, RFC 4648 section 4, one spelling for each value: no white space, no missing or spare padding, no bits set in the padding (section 3.5).</summary>
internal static class StrictBase64
{
    /// <summary>The bytes, or <c>false</c> where the text is not the one spelling of any.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> text, out byte[] bytes)
    {
        bytes = new byte[text.Length / 4 * 3];
        if (text.Length % 4 != 0 || System.Buffers.Text.Base64.DecodeFromUtf8(text, bytes, out var consumed, out var written) != System.Buffers.OperationStatus.Done || consumed != text.Length)
        {
            bytes = [];
            return false;
        }

        Array.Resize(ref bytes, written);

        // The framework skips white space and spare bits; writing the bytes again shows whether there was any.
        var again = new byte[text.Length];
        return System.Buffers.Text.Base64.EncodeToUtf8(bytes, again, out _, out var length) == System.Buffers.OperationStatus.Done
            && again.AsSpan(0, length).SequenceEqual(text);
    }

    /// <summary>The one spelling.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes);
}
