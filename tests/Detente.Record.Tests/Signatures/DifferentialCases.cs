using System.Numerics;
using System.Security.Cryptography;
using Detente.Record.Signatures;

namespace Detente.Record.Tests.Signatures;

/// <summary>Keys, messages and signatures, good and bad, made by chance from a seed.</summary>
internal sealed class DifferentialCases(int seed) : IDisposable
{
    private const int Keys = 32;

    private static readonly byte[][] LowOrder = [.. IntegerCurve.OfLowOrder.Select(IntegerCurve.Encode)];

    /// <summary>Other encodings of points with y below 19, of low order and not, and −0.</summary>
    private static readonly byte[][] SecondEncodings =
    [
        .. Enumerable.Range(0, 19).SelectMany(y => new[] { IntegerCurve.P + y, IntegerCurve.P + y + BigInteger.Pow(2, 255) })
            .Concat([1 + BigInteger.Pow(2, 255), IntegerCurve.P - 1 + BigInteger.Pow(2, 255)]).Select(IntegerCurve.Bytes),
    ];

    private readonly Random random = new(seed);
    private readonly Ed25519PrivateKey[] keys = [.. Enumerable.Range(0, Keys).Select(TestKeys.Of)];

    /// <summary>What cases are made of, by name.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "good", "good, mixed order", "bit of A", "bit of R", "bit of S", "bit of the message", "S + nL", "other key", "other R", "other S",
        "A of low order", "R of low order", "A and R of low order", "second encoding of A", "second encoding of R", "small S", "random", "random A", "low order that cancels",
    ];

    /// <summary>One case of a kind.</summary>
    public (byte[] Key, byte[] Message, byte[] Signature) Make(string kind)
    {
        var message = Bytes(random.Next(1, 130));
        var (signer, other) = (random.Next(Keys), random.Next(Keys));
        var key = keys[signer].PublicKey.Bytes.ToArray();
        if (kind is "good, mixed order" or "low order that cancels")
        {
            return MakeMixed(signer, message, cancels: kind == "low order that cancels");
        }

        var signature = keys[signer].Sign(message);
        switch (kind)
        {
            case "bit of A": Flip(key); break;
            case "bit of R": Flip(signature.AsSpan(0, 32)); break;
            case "bit of S": Flip(signature.AsSpan(32)); break;
            case "bit of the message": Flip(message); break;
            case "S + nL": Put(signature, 32, IntegerCurve.Bytes(IntegerCurve.Number(signature.AsSpan(32)) + random.Next(1, 15) * IntegerCurve.L)); break;
            case "other key": Put(key, 0, keys[other].PublicKey.Bytes.Span); break;
            case "other R": Put(signature, 0, keys[other].PublicKey.Bytes.Span); break;
            case "other S": Put(signature, 32, IntegerCurve.Bytes(IntegerCurve.Number(Bytes(32)) % IntegerCurve.L)); break;
            case "A of low order": Put(key, 0, One(LowOrder)); break;
            case "R of low order": Put(signature, 0, One(LowOrder)); break;
            case "second encoding of A": Put(key, 0, One(SecondEncodings)); break;
            case "second encoding of R": Put(signature, 0, One(SecondEncodings)); break;
            case "small S": Put(signature, 32, IntegerCurve.Bytes(random.Next(0, 3))); break;
            case "random A": Put(key, 0, Bytes(32)); break;
            case "A and R of low order":
                Put(key, 0, One(LowOrder));
                Put(signature, 0, [.. One(LowOrder), .. new byte[32]]);
                break;
            case "random":
                Put(key, 0, Bytes(32));
                Put(signature, 0, Bytes(64));
                break;
        }

        return (key, message, signature);
    }

    public void Dispose() => Array.ForEach(keys, key => key.Dispose());

    /// <summary>
    /// A signature made by hand under a key with a part of low order, of an R with another: S = r + k a, so that all but these parts
    /// agree. They cancel out by chance, or because R is made anew until they do.
    /// </summary>
    private (byte[] Key, byte[] Message, byte[] Signature) MakeMixed(int signer, byte[] message, bool cancels)
    {
        var (a, lowOfA) = (Secret(signer), random.Next(8));
        var key = PlusLow(keys[signer].PublicKey.Bytes.ToArray(), lowOfA);
        while (true)
        {
            var nonce = random.Next();
            using var nonceKey = TestKeys.Of(nonce);
            var lowOfR = random.Next(8);
            var r = PlusLow(nonceKey.PublicKey.Bytes.ToArray(), lowOfR);
            var k = IntegerCurve.Number(SHA512.HashData([.. r, .. key, .. message])) % IntegerCurve.L;
            if (!cancels || (lowOfR + (int)(k % 8) * lowOfA) % 8 == 0)
            {
                return (key, message, [.. r, .. IntegerCurve.Bytes((Secret(nonce) + k * a) % IntegerCurve.L)]);
            }
        }
    }

    /// <summary>The secret scalar of <see cref="TestKeys"/>, RFC 8032 section 5.1.5.</summary>
    private static BigInteger Secret(int number)
    {
        var seed = new byte[32];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(seed, number);
        var scalar = SHA512.HashData(seed)[..32];
        scalar[0] &= 0xf8;
        scalar[31] = (byte)((scalar[31] & 0x7f) | 0x40);
        return IntegerCurve.Number(scalar);
    }

    private static byte[] PlusLow(byte[] point, int low)
    {
        Assert.True(EdwardsPoint.TryDecode(point, out var a));
        Assert.True(EdwardsPoint.TryDecode(LowOrder[low], out var b));
        b.ToAddend(out var addend);
        a.Add(addend, out var sum);
        var bytes = new byte[32];
        sum.Encode(bytes);
        return bytes;
    }

    private void Flip(Span<byte> bytes) => bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));

    private static void Put(byte[] into, int at, ReadOnlySpan<byte> bytes) => bytes.CopyTo(into.AsSpan(at));

    private byte[] One(byte[][] of) => of[random.Next(of.Length)];

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
