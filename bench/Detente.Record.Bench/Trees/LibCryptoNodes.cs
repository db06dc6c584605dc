using System.Runtime.InteropServices;
using Detente.Record.Bytes;

namespace Detente.Record.Bench.Trees;

/// <summary>Nodes hashed by the C library of OpenSSL 3, at its lowest level: one message at a time, with the processor's own SHA instructions.</summary>
internal static unsafe class LibCryptoNodes
{
    private const string Library = "libcrypto.so.3";

    // SHA256_CTX has 112 bytes.
    private const int ContextLength = 128;

    /// <summary>Hashes so many nodes, or <c>null</c> where the library is not installed.</summary>
    public static Measured? Run(long count)
    {
        if (!NativeLibrary.TryLoad(Library, typeof(LibCryptoNodes).Assembly, null, out _))
        {
            return null;
        }

        var children = MerkleItems.Children();
        var parents = new Hash32[children.Length / 2];
        return RecordBench.Measure(() =>
        {
            var context = stackalloc byte[ContextLength];
            var message = stackalloc byte[1 + Hash32.Size + Hash32.Size];
            message[0] = 1;
            fixed (Hash32* from = children, to = parents)
            {
                for (long done = 0; done < count; done++)
                {
                    var i = done % parents.Length;
                    Buffer.MemoryCopy(from + (2 * i), message + 1, 2 * Hash32.Size, 2 * Hash32.Size);
                    _ = Init(context);
                    _ = Update(context, message, 1 + Hash32.Size + Hash32.Size);
                    _ = Final((byte*)(to + i), context);
                }
            }

            return MerkleItems.Xor(parents);
        });
    }

    [DllImport(Library, EntryPoint = "SHA256_Init"), SuppressGCTransition]
    private static extern int Init(byte* context);

    [DllImport(Library, EntryPoint = "SHA256_Update"), SuppressGCTransition]
    private static extern int Update(byte* context, byte* data, nuint length);

    [DllImport(Library, EntryPoint = "SHA256_Final"), SuppressGCTransition]
    private static extern int Final(byte* hash, byte* context);
}
