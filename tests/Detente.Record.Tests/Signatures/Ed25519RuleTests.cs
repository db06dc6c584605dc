using System.Numerics;
using Detente.Record.Signatures;

namespace Detente.Record.Tests.Signatures;

/// <summary>Each rule, by the least that breaks it.</summary>
public sealed class Ed25519RuleTests
{
    /// <summary>TEST 3 of RFC 8032 section 7.1.</summary>
    private static readonly byte[] Key = Convert.FromHexString("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");

    private static readonly byte[] Message = [0xaf, 0x82];

    private static readonly byte[] Signature = Convert.FromHexString(
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");

    private static readonly BigInteger Sign = BigInteger.Pow(2, 255);

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_has_32_bytes(int length) => Assert.Equal("ed25519/key-length", Ed25519PublicKey.Of(new byte[length]).Rejection?.Rule);

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    public void A_signature_has_64_bytes(int length) => Assert.Equal("ed25519/signature-length", Check(Signature.Concat(new byte[1]).Take(length)));

    [Fact]
    public void The_whole_verifies_and_no_other_message_does()
    {
        Assert.Null(Check(Signature));
        Assert.Equal("ed25519/not-verified", Ed25519PublicKey.Of(Key).OrThrow().Check([0xaf, 0x83], Signature)?.Rule);
    }

    [Fact]
    public void Second_encodings_are_refused()
    {
        // y from p to 2^255 − 1, with either sign; and −0.
        var second = Enumerable.Range(0, 19).SelectMany(y => new[] { IntegerCurve.P + y, IntegerCurve.P + y + Sign }).Concat([1 + Sign, IntegerCurve.P - 1 + Sign]);
        foreach (var bytes in second.Select(IntegerCurve.Bytes))
        {
            Assert.Equal("ed25519/key-not-canonical", Ed25519PublicKey.Of(bytes).Rejection?.Rule);
            Assert.Equal("ed25519/r-not-canonical", Check(bytes.Concat(Signature.Skip(32))));
        }
    }

    [Fact]
    public void The_eight_points_of_low_order_are_refused()
    {
        Assert.Equal(8, IntegerCurve.OfLowOrder.Distinct().Count());
        Assert.All(IntegerCurve.OfLowOrder, point => Assert.Equal(IntegerCurve.Zero, IntegerCurve.Multiply(8, point)));
        foreach (var bytes in IntegerCurve.OfLowOrder.Select(IntegerCurve.Encode))
        {
            Assert.Equal("ed25519/key-of-low-order", Ed25519PublicKey.Of(bytes).Rejection?.Rule);
            Assert.Equal("ed25519/r-of-low-order", Check(bytes.Concat(Signature.Skip(32))));
        }
    }

    [Fact]
    public void A_key_with_a_part_of_low_order_is_a_key()
    {
        foreach (var low in IntegerCurve.OfLowOrder)
        {
            Assert.True(Ed25519PublicKey.Of(IntegerCurve.Encode(IntegerCurve.Add(IntegerCurve.Base, low))).IsOk);
        }
    }

    [Fact]
    public void A_key_is_on_the_curve() => Assert.Equal("ed25519/key-not-on-curve", Ed25519PublicKey.Of(IntegerCurve.Bytes(2)).Rejection?.Rule);

    [Fact]
    public void S_is_below_the_order()
    {
        var s = IntegerCurve.Number(Signature.AsSpan(32));
        for (var more = s + IntegerCurve.L; more < BigInteger.Pow(2, 256); more += IntegerCurve.L)
        {
            Assert.Equal("ed25519/s-not-below-l", Check(Signature.Take(32).Concat(IntegerCurve.Bytes(more))));
        }
    }

    [Fact]
    public void The_first_rule_that_is_broken_is_named()
    {
        byte[] all = [.. Enumerable.Repeat((byte)0xff, 64)];
        Assert.Equal("ed25519/r-not-canonical", Check(all));
        Assert.Equal("ed25519/s-not-below-l", Check(Signature.Take(32).Concat(all.Take(32))));
        Assert.Equal(32, Ed25519PublicKey.Of(Key).OrThrow().Check(Message, [.. Signature.Take(32), .. all.Take(32)])?.Offset);
    }

    private static string? Check(IEnumerable<byte> signature) => Ed25519PublicKey.Of(Key).OrThrow().Check(Message, signature.ToArray())?.Rule;
}
