using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Detente.Geography.Borders;

/// <summary>
/// Reads a pack: eight bytes of magic, SHA-256 of all that follows, a header, the length of the body, the body in Brotli.
/// A number is an unsigned LEB128 of at most 31 bits; a difference is one in zigzag form; a text is its length in bytes and UTF-8.
/// </summary>
/// <remarks>A pack is part of this library or of a store: one that cannot be read is an exception, never a half-read map.</remarks>
internal sealed class PackReader
{
    /// <summary>A body longer than this, in bytes, is not one of ours.</summary>
    private const int LongestBody = 1 << 26;

    private readonly byte[] _bytes;
    private int _at;

    private PackReader(byte[] bytes, int start) => (_bytes, _at) = (bytes, start);

    /// <summary>The header's first byte, after magic and checksum were compared.</summary>
    /// <exception cref="InvalidDataException">Another magic, or another checksum.</exception>
    public static PackReader Open(byte[] bytes, ReadOnlySpan<byte> magic)
    {
        var start = magic.Length + SHA256.HashSizeInBytes;
        if (bytes.Length < start || !bytes.AsSpan(0, magic.Length).SequenceEqual(magic))
        {
            throw new InvalidDataException($"Not a pack of the form {Encoding.ASCII.GetString(magic)}: it begins otherwise.");
        }

        if (!SHA256.HashData(bytes.AsSpan(start)).AsSpan().SequenceEqual(bytes.AsSpan(magic.Length, SHA256.HashSizeInBytes)))
        {
            throw new InvalidDataException("The pack was damaged: its bytes do not have the SHA-256 written in it.");
        }

        return new PackReader(bytes, start);
    }

    /// <summary>What follows the header, unpacked.</summary>
    public PackReader Unpack()
    {
        var body = new byte[Index(LongestBody)];
        if (!BrotliDecoder.TryDecompress(_bytes.AsSpan(_at), body, out var written) || written != body.Length)
        {
            throw new InvalidDataException("The pack's body does not unpack to its stated length.");
        }

        return new PackReader(body, 0);
    }

    /// <summary>A number from 0 to 2^31 − 1.</summary>
    public int Number() => Unsigned() is <= int.MaxValue and var number ? (int)number : throw new InvalidDataException("The pack holds a number over 2^31 − 1.");

    /// <summary>How many things follow, each of one byte or more: never more than there are bytes.</summary>
    public int Count() => Index(_bytes.Length - _at + 1);

    /// <summary>A signed number.</summary>
    public int Difference()
    {
        var zigzag = Unsigned();
        return (int)(zigzag >> 1) ^ -(int)(zigzag & 1);
    }

    /// <summary>A number under a bound.</summary>
    public int Index(int bound) => Within(Number(), bound);

    /// <summary>The same number, if it lies under a bound.</summary>
    public int Within(int number, int bound)
        => (uint)number < (uint)bound ? number : throw new InvalidDataException($"The pack points to {number}, outside 0 to {bound - 1}.");

    /// <summary>The same number, if as many bytes are left.</summary>
    public int AtMostLeft(int number) => Within(number, _bytes.Length - _at + 1);

    /// <summary>A text.</summary>
    public string Text()
    {
        var length = Count();
        _at += length;
        return Encoding.UTF8.GetString(_bytes, _at - length, length);
    }

    /// <summary>A number, and as many of something.</summary>
    public List<T> List<T>(Func<T> read)
    {
        var list = new List<T>(Count());
        for (var i = list.Capacity; i > 0; i--)
        {
            list.Add(read());
        }

        return list;
    }

    /// <summary>Nothing may follow.</summary>
    public void End()
    {
        if (_at != _bytes.Length)
        {
            throw new InvalidDataException($"{_bytes.Length - _at} bytes follow the end of the pack's body.");
        }
    }

    private uint Unsigned()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (_at == _bytes.Length)
            {
                break;
            }

            var digit = _bytes[_at++];
            value |= (uint)(digit & 0x7F) << shift;
            if (digit < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("The pack ends, or holds a number that is too long.");
    }
}
