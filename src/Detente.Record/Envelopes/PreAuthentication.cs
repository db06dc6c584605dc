using System.Globalization;
using System.Text;

namespace Detente.Record.Envelopes;

/// <summary>
/// The Pre-Authentication Encoding of DSSE, protocol version 1
/// (github.com/secure-systems-lab/dsse, protocol.md): what an envelope's signatures sign.
/// </summary>
/// <remarks>
/// <c>"DSSEv1" SP LEN(type) SP type SP LEN(body) SP body</c>: SP is one space, LEN the length in bytes in ASCII digits without
/// leading zeros. A length stands before each part, so no two pairs of type and body have the same encoding.
/// </remarks>
public static class PreAuthentication
{
    /// <summary>The bytes that are signed.</summary>
    /// <param name="type">The payload type; its UTF-8 is encoded.</param>
    /// <param name="body">The payload, not in base64.</param>
    /// <exception cref="ArgumentException">The type holds half a surrogate pair.</exception>
    public static byte[] Encode(string type, ReadOnlySpan<byte> body)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetBytes(type);
        return [.. "DSSEv1 "u8, .. Length(utf8), .. utf8, (byte)' ', .. Length(body), .. body];
    }

    private static byte[] Length(ReadOnlySpan<byte> part) => Encoding.ASCII.GetBytes(part.Length.ToString(CultureInfo.InvariantCulture) + " ");
}
