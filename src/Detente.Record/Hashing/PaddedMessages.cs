using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using Detente.Record.Bytes;

namespace Detente.Record.Hashing;

/// <summary>Messages of different lengths, hashed together: each is copied with its padding (FIPS 180-4 section 5.1.1) to a row of one buffer.</summary>
internal static unsafe class PaddedMessages
{
    /// <summary>The bytes of a block (section 5.2.1).</summary>
    public const int BlockSize = 64;

    /// <summary>The bytes every message is padded with, at least: the end mark and the length.</summary>
    public const int LeastPadding = 1 + sizeof(ulong);

    private const int MostLanes = 16;

    /// <summary>Hashes the messages at <paramref name="group"/>, longest first, no more than there are lanes; each hash goes to the place with its message's index.</summary>
    public static void HashEach(
        Sha256Path path, ReadOnlySpan<byte> prefix, IReadOnlyList<ReadOnlyMemory<byte>> messages, ReadOnlySpan<int> group, Span<Hash32> hashes)
    {
        Span<int> blocks = stackalloc int[group.Length];
        Span<Hash32> results = stackalloc Hash32[group.Length];
        var stride = Blocks(prefix.Length + messages[group[0]].Length) * BlockSize;
        var buffer = ArrayPool<byte>.Shared.Rent(stride * group.Length);
        for (var i = 0; i < group.Length; i++)
        {
            var message = messages[group[i]].Span;
            blocks[i] = Blocks(prefix.Length + message.Length);
            Pad(prefix, message, buffer.AsSpan(i * stride, blocks[i] * BlockSize));
        }

        fixed (byte* rows = buffer)
        {
            var lanes = stackalloc byte*[MostLanes];
            for (var i = 0; i < MostLanes; i++)
            {
                // Lanes that are left over hash the last message again.
                lanes[i] = rows + (stride * Math.Min(i, group.Length - 1));
            }

            if (path == Sha256Path.Lanes16)
            {
                Sha256Lanes<Vector512<uint>, Lanes512>.OfPadded(lanes, blocks, results);
            }
            else
            {
                Sha256Lanes<Vector256<uint>, Lanes256>.OfPadded(lanes, blocks, results);
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
        for (var i = 0; i < group.Length; i++)
        {
            hashes[group[i]] = results[i];
        }
    }

    /// <summary>How many blocks a message of so many bytes has.</summary>
    public static int Blocks(int length) => (length + LeastPadding + BlockSize - 1) / BlockSize;

    /// <summary>Writes a message with its padding, which fills <paramref name="padded"/>.</summary>
    public static void Pad(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> message, Span<byte> padded)
    {
        var length = prefix.Length + message.Length;
        prefix.CopyTo(padded);
        message.CopyTo(padded[prefix.Length..]);
        padded[length] = 0x80;
        padded[(length + 1)..].Clear();
        BinaryPrimitives.WriteUInt64BigEndian(padded[^sizeof(ulong)..], 8 * (ulong)length);
    }
}
