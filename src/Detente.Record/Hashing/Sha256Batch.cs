using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Detente.Record.Bytes;

namespace Detente.Record.Hashing;

/// <summary>SHA-256 (FIPS 180-4) of many messages, several at a time where the processor has the vectors for it. Every way gives the same hashes.</summary>
public static class Sha256Batch
{
    /// <summary>Messages longer than this, in bytes, are hashed one by one: the framework is good at those.</summary>
    public const int MaxLaneLength = 1 << 14;

    private const int OnStack = 1024;

    /// <summary>How many messages go at a time here.</summary>
    public static Sha256Path Path { get; } = Lanes512.IsSupported ? Sha256Path.Lanes16 : Lanes256.IsSupported ? Sha256Path.Lanes8 : Sha256Path.Framework;

    /// <summary>The hash of <paramref name="prefix"/> followed by <paramref name="message"/>.</summary>
    public static Hash32 Hash(byte prefix, ReadOnlySpan<byte> message)
    {
        Hash32 hash = default;
        HashEach(prefix, message, message.Length, new Span<Hash32>(ref hash));
        return hash;
    }

    /// <summary>The hashes of messages, each <paramref name="prefix"/> followed by <paramref name="length"/> bytes; those bytes stand back to back.</summary>
    /// <exception cref="ArgumentException">There are not as many places for hashes as messages.</exception>
    public static void HashEach(byte prefix, ReadOnlySpan<byte> messages, int length, Span<Hash32> hashes) => HashEach(Path, prefix, messages, length, hashes);

    /// <summary>The hashes of messages of any lengths, each <paramref name="prefix"/> (which may be empty) followed by one of <paramref name="messages"/>.</summary>
    /// <exception cref="ArgumentException">There are not as many places for hashes as messages.</exception>
    public static void HashEach(ReadOnlySpan<byte> prefix, IReadOnlyList<ReadOnlyMemory<byte>> messages, Span<Hash32> hashes) => HashEach(Path, prefix, messages, hashes);

    /// <summary>The same, in the way that is asked for.</summary>
    internal static unsafe void HashEach(Sha256Path path, byte prefix, ReadOnlySpan<byte> messages, int length, Span<Hash32> hashes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        RequirePlaces(messages.Length == (long)length * hashes.Length);
        if (!PaysInLanes(path, hashes.Length, length))
        {
            for (var i = 0; i < hashes.Length; i++)
            {
                hashes[i] = HashAlone(path, [prefix], messages.Slice(i * length, length));
            }

            return;
        }

        fixed (byte* from = messages)
        fixed (Hash32* to = hashes)
        {
            if (path == Sha256Path.Lanes16)
            {
                Sha256Lanes<Vector512<uint>, Lanes512>.OfEqual(prefix, from, length, hashes.Length, (byte*)to);
            }
            else
            {
                Sha256Lanes<Vector256<uint>, Lanes256>.OfEqual(prefix, from, length, hashes.Length, (byte*)to);
            }
        }
    }

    /// <summary>The same, in the way that is asked for.</summary>
    internal static void HashEach(Sha256Path path, ReadOnlySpan<byte> prefix, IReadOnlyList<ReadOnlyMemory<byte>> messages, Span<Hash32> hashes)
    {
        RequirePlaces(messages.Count == hashes.Length);
        foreach (var group in new LengthGroups(messages, (int)path))
        {
            if (PaysInLanes(path, group.Length, prefix.Length + messages[group[0]].Length))
            {
                PaddedMessages.HashEach(path, prefix, messages, group, hashes);
                continue;
            }

            foreach (var index in group)
            {
                hashes[index] = HashAlone(path, prefix, messages[index].Span);
            }
        }
    }

    /// <summary>
    /// Whether hashing <paramref name="count"/> messages in lanes takes less time than one by one: idle lanes cost as much as busy ones, but for long
    /// messages one by one is the framework's way.
    /// </summary>
    private static bool PaysInLanes(Sha256Path path, int count, int longest)
        => path != Sha256Path.Framework && longest <= MaxLaneLength && count >= (longest <= Sha256Alone.MaxLength ? 2 : 4);

    [SkipLocalsInit]
    private static Hash32 HashAlone(Sha256Path path, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> message)
    {
        var length = prefix.Length + message.Length;
        if (path != Sha256Path.Framework && length <= Sha256Alone.MaxLength)
        {
            return Sha256Alone.Hash(prefix, message);
        }

        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var whole = (rented ?? stackalloc byte[OnStack])[..length];
        prefix.CopyTo(whole);
        message.CopyTo(whole[prefix.Length..]);
        Hash32 hash = default;
        SHA256.HashData(whole, MemoryMarshal.AsBytes(new Span<Hash32>(ref hash)));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hash;
    }

    private static void RequirePlaces(bool holds)
    {
        if (!holds)
        {
            throw new ArgumentException("There must be one place for each hash.");
        }
    }
}
