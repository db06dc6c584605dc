using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Detente.Record.Bytes;

namespace Detente.Record.Hashing;

/// <summary>SHA-256 of several messages at a time, on one vector width. Pointers because each lane reads its own message.</summary>
[SkipLocalsInit]
internal static unsafe class Sha256Lanes<TVector, L>
    where TVector : unmanaged
    where L : ILanes<TVector>
{
    /// <summary>The bytes of a block, FIPS 180-4 section 5.2.1.</summary>
    private const int BlockSize = 64;

    private const int StateLength = 2 * Compression<TVector, L>.StateLength;
    private const int WordsLength = Compression<TVector, L>.BlockLength;
    private const int MostLanes = 16;
    private const int TailSize = 2 * BlockSize;
    private const int Alignment = 64;

    /// <summary>The hashes of messages that are <paramref name="prefix"/> and then <paramref name="length"/> bytes, which stand back to back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfEqual(byte prefix, byte* messages, int length, int count, byte* hashes)
    {
        var lanes = stackalloc byte*[MostLanes];
        var results = stackalloc byte[MostLanes * Hash32.Size];
        unchecked
        {
            for (; count >= L.Count; count -= L.Count)
            {
                for (var i = 0; i < L.Count; i++)
                {
                    lanes[i] = messages;
                    messages += length;
                }

                OfEqual(prefix, lanes, length, hashes);
                hashes += L.Count * Hash32.Size;
            }

            if (count > 0)
            {
                // Lanes that are left over hash the last message again.
                for (var i = 0; i < L.Count; i++)
                {
                    lanes[i] = messages + ((nint)length * Math.Min(i, count - 1));
                }

                OfEqual(prefix, lanes, length, results);
                Unsafe.CopyBlockUnaligned(hashes, results, (uint)(count * Hash32.Size));
            }
        }
    }

    /// <summary>The hashes of padded messages, one in each lane.</summary>
    /// <param name="messages">Whole blocks, as many as the first message has.</param>
    /// <param name="blocks">How many blocks each message has, none more than the first.</param>
    /// <param name="hashes">Where the hash of each goes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfPadded(byte** messages, ReadOnlySpan<int> blocks, Span<Hash32> hashes)
    {
        var memory = stackalloc byte[((StateLength + WordsLength) * sizeof(TVector)) + Alignment];
        var state = (TVector*)Align(memory);
        var words = state + StateLength;
        Span<Hash32> results = stackalloc Hash32[MostLanes];
        Compression<TVector, L>.Begin(state);
        for (var block = 0; block < blocks[0];)
        {
            L.Load(messages, (nint)block * BlockSize, words);
            Compression<TVector, L>.Block(state, words);
            block++;
            if (!blocks.Contains(block))
            {
                continue;
            }

            // Some end here. What their lanes do from now on is of no matter.
            fixed (Hash32* to = results)
            {
                L.Store(state, (byte*)to);
            }

            for (var i = 0; i < blocks.Length; i++)
            {
                if (blocks[i] == block)
                {
                    hashes[i] = results[i];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfEqual(byte prefix, byte** messages, int length, byte* hashes)
    {
        var memory = stackalloc byte[((StateLength + WordsLength) * sizeof(TVector)) + Alignment];
        var state = (TVector*)Align(memory);
        var words = state + StateLength;
        Compression<TVector, L>.Begin(state);
        unchecked
        {
            // The prefix puts every word one byte behind; the byte that falls off a block begins the next.
            var before = L.All(prefix);
            nint offset = 0;
            for (var whole = length & -BlockSize; offset < whole; offset += BlockSize)
            {
                L.Load(messages, offset, words);
                before = ShiftByByte(words, before);
                Compression<TVector, L>.Block(state, words);
            }

            var bits = 8 * (1 + (uint)length);
            if (offset == length)
            {
                Compression<TVector, L>.LastByte(state, before, bits, words);
            }
            else
            {
                Tail(state, messages, offset, length - (int)offset, before, bits, words);
            }
        }

        L.Store(state, hashes);
    }

    /// <summary>The bytes that fill no block, the end mark, zeros, and the length: in one block or two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tail(TVector* state, byte** messages, nint offset, int rest, TVector before, uint bits, TVector* words)
    {
        var memory = stackalloc byte[(MostLanes * TailSize) + Alignment];
        var rows = Align(memory);
        var tails = stackalloc byte*[MostLanes];
        unchecked
        {
            var size = 1 + rest + 1 + sizeof(ulong) <= BlockSize ? BlockSize : 2 * BlockSize;
            for (var i = 0; i < L.Count; i++)
            {
                tails[i] = rows + (i * TailSize);
                var tail = new Span<byte>(tails[i], size);
                new ReadOnlySpan<byte>(messages[i] + offset, rest).CopyTo(tail);
                tail[rest] = 0x80;
                tail[(rest + 1)..].Clear();

                // One byte before the end: the byte that stands before the row pushes it there.
                BinaryPrimitives.WriteUInt64BigEndian(tail[(size - 1 - sizeof(ulong))..], bits);
            }

            for (nint at = 0; at < size; at += BlockSize)
            {
                L.Load(tails, at, words);
                before = ShiftByByte(words, before);
                Compression<TVector, L>.Block(state, words);
            }
        }
    }

    /// <summary>Puts the last byte of <paramref name="before"/> before a block, and returns the words whose last byte it loses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ShiftByByte(TVector* words, TVector before)
    {
        unchecked
        {
            for (var i = 0; i < WordsLength; i++)
            {
                var word = words[i];
                words[i] = L.AfterByte(before, word);
                before = word;
            }
        }

        return before;
    }

    private static byte* Align(byte* memory) => unchecked((byte*)(((nuint)memory + Alignment - 1) & ~(nuint)(Alignment - 1)));
}
