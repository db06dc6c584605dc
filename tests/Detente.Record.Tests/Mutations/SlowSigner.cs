using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using Detente.Record.Signatures;

namespace Detente.Record.Tests.Mutations;

/// <summary>Ed25519 as RFC 8032 section 5.1 writes it, in big integers: slow, not secret, and there on every platform. It signs samples.</summary>
internal sealed class SlowSigner : IEd25519Signer
{
    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger L = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    private static readonly (BigInteger X, BigInteger Y) B =
        (BigInteger.Parse("15112221349535400772501151409588531511454012693041857206046113283949847762202", System.Globalization.CultureInfo.InvariantCulture), Mod(4 * Inverse(5)));

    private readonly byte[] prefix;
    private readonly BigInteger scalar;

    public SlowSigner(ReadOnlySpan<byte> seed)
    {
        var hash = SHA512.HashData(seed);
        hash[0] &= 248;
        hash[31] = (byte)((hash[31] & 127) | 64);
        scalar = Read(hash.AsSpan(0, 32));
        prefix = hash[32..];
        PublicKey = Ed25519PublicKey.Of(Encode(scalar)).OrThrow();
    }

    /// <inheritdoc/>
    public Ed25519PublicKey PublicKey { get; }

    /// <summary>One key for each number.</summary>
    public static SlowSigner Of(int number)
    {
        Span<byte> seed = stackalloc byte[32];
        seed.Clear();
        BinaryPrimitives.WriteInt32BigEndian(seed, number);
        return new SlowSigner(seed);
    }

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var r = Read(SHA512.HashData([.. prefix, .. message])) % L;
        var encodedR = Encode(r);
        var k = Read(SHA512.HashData([.. encodedR, .. PublicKey.Bytes.Span, .. message])) % L;
        return [.. encodedR, .. Write((r + (k * scalar)) % L)];
    }

    /// <summary>[scalar]B, encoded. Points are (X : Y : Z : T), so that only the last step divides (section 5.1.4).</summary>
    private static byte[] Encode(BigInteger scalar)
    {
        var sum = (X: BigInteger.Zero, Y: BigInteger.One, Z: BigInteger.One, T: BigInteger.Zero);
        var power = (B.X, B.Y, Z: BigInteger.One, T: Mod(B.X * B.Y));
        for (; scalar > 0; scalar >>= 1)
        {
            if (!scalar.IsEven)
            {
                sum = Add(sum, power);
            }

            power = Add(power, power);
        }

        var inverse = Inverse(sum.Z);
        var encoded = Write(Mod(sum.Y * inverse));
        encoded[31] |= (byte)(Mod(sum.X * inverse).IsEven ? 0 : 128);
        return encoded;
    }

    private static (BigInteger X, BigInteger Y, BigInteger Z, BigInteger T) Add((BigInteger X, BigInteger Y, BigInteger Z, BigInteger T) p, (BigInteger X, BigInteger Y, BigInteger Z, BigInteger T) q)
    {
        var a = Mod((p.Y - p.X) * (q.Y - q.X));
        var b = Mod((p.Y + p.X) * (q.Y + q.X));
        var c = Mod(2 * p.T * D * q.T);
        var d = Mod(2 * p.Z * q.Z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return (Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    private static BigInteger Mod(BigInteger value)
    {
        var rest = value % P;
        return rest.Sign < 0 ? rest + P : rest;
    }

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(value, P - 2, P);

    private static BigInteger Read(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true);

    private static byte[] Write(BigInteger value)
    {
        var bytes = new byte[32];
        value.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }
}
