using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Detente.Borders;

/// <summary>Writes numbers, differences and texts as <c>PackReader</c> reads them, and closes a pack with its checksum.</summary>
internal sealed class PackBuilder
{
    private readonly MemoryStream _bytes = new();

    public PackBuilder Number(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return Unsigned((uint)number);
    }

    public PackBuilder Difference(int difference) => Unsigned(unchecked((uint)(difference << 1) ^ (uint)(difference >> 31)));

    public PackBuilder Text(string? text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text ?? "");
        Number(utf8.Length);
        _bytes.Write(utf8);
        return this;
    }

    public PackBuilder List<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Number(items.Count);
        foreach (var item in items)
        {
            write(item);
        }

        return this;
    }

    /// <summary>A pack of which this is the body.</summary>
    public byte[] Close(ReadOnlySpan<byte> magic, PackBuilder header)
    {
        var body = _bytes.ToArray();
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        if (!BrotliEncoder.TryCompress(body, packed, out var length, quality: 11, window: 24))
        {
            throw new InvalidOperationException("The body was not packed.");
        }

        header.Number(body.Length);
        header._bytes.Write(packed, 0, length);
        var rest = header._bytes.ToArray();
        return [.. magic, .. SHA256.HashData(rest), .. rest];
    }

    private PackBuilder Unsigned(uint number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            _bytes.WriteByte((byte)(number & 0x7F | 0x80));
        }

        _bytes.WriteByte((byte)number);
        return this;
    }
}
