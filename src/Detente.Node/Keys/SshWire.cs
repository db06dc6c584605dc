using System.Buffers.Binary;

namespace Detente.Node.Keys;

/// <summary>Writes what SSH messages are made of (RFC 4251 section 5): bytes, numbers of four bytes, big-endian, and strings with such a length before them.</summary>
internal sealed class SshWriter
{
    private readonly MemoryStream bytes = new();

    public void Byte(byte value) => bytes.WriteByte(value);

    public void Number(uint value)
    {
        Span<byte> four = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(four, value);
        bytes.Write(four);
    }

    public void String(ReadOnlySpan<byte> value)
    {
        Number((uint)value.Length);
        bytes.Write(value);
    }

    public byte[] ToArray() => bytes.ToArray();
}

/// <summary>Reads the same. What is not there is <c>false</c>.</summary>
internal ref struct SshReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool IsAtEnd => rest.IsEmpty;

    public bool TryByte(out byte value)
    {
        value = rest.IsEmpty ? (byte)0 : rest[0];
        return TrySkip(1);
    }

    public bool TryNumber(out uint value)
    {
        value = rest.Length < sizeof(uint) ? 0 : BinaryPrimitives.ReadUInt32BigEndian(rest);
        return TrySkip(sizeof(uint));
    }

    public bool TryString(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!TryNumber(out var length) || length > (uint)rest.Length)
        {
            return false;
        }

        value = rest[..(int)length];
        return TrySkip((int)length);
    }

    private bool TrySkip(int count)
    {
        if (rest.Length < count)
        {
            return false;
        }

        rest = rest[count..];
        return true;
    }
}
