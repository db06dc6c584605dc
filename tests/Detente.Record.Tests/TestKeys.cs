using System.Buffers.Binary;
using Detente.Record.Signatures;

namespace Detente.Record.Tests;

/// <summary>Private keys for tests: one for each number.</summary>
internal static class TestKeys
{
    public static Ed25519PrivateKey Of(int number)
    {
        Span<byte> seed = stackalloc byte[Ed25519PrivateKey.SeedSize];
        seed.Clear();
        BinaryPrimitives.WriteInt32BigEndian(seed, number);
        return Ed25519PrivateKey.FromSeed(seed);
    }
}
