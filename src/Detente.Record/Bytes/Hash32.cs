using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Detente.Record.Bytes;

/// <summary>A SHA-256 value, 32 bytes (FIPS 180-4). Its memory is its bytes in order, so that a run of them can be hashed as it lies.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
public readonly record struct Hash32
{
    /// <summary>Its length, in bytes.</summary>
    public const int Size = 32;

    private readonly ulong a, b, c, d;

    /// <summary>The hash that stands in <paramref name="bytes"/>.</summary>
    /// <exception cref="ArgumentException">There are not 32 bytes.</exception>
    public static Hash32 Of(ReadOnlySpan<byte> bytes)
        => bytes.Length == Size ? MemoryMarshal.Read<Hash32>(bytes) : throw new ArgumentException($"A hash has {Size} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Its bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Writes its bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="destination"/> holds fewer than 32.</exception>
    public void CopyTo(Span<byte> destination) => MemoryMarshal.Write(destination, in this);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    /// <summary>Base64 of its bytes, RFC 4648 section 4.</summary>
    public string ToBase64() => Convert.ToBase64String(ToArray());

    /// <inheritdoc/>
    public override int GetHashCode() => BinaryPrimitives.ReadInt32LittleEndian(MemoryMarshal.AsBytes(new ReadOnlySpan<Hash32>(in this)));
}
