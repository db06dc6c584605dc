using Detente.Record.Signatures;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Signatures;

public sealed class Ed25519Tests
{
    [Fact]
    public void What_is_signed_verifies_and_with_any_bit_flipped_does_not()
    {
        Needs.LibCrypto();
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<NonNegativeInt>(), (seed, message, number) =>
        {
            using var key = TestKeys.Of(number.Get);
            var signature = key.Sign(message);
            var publicKey = key.PublicKey.Bytes.ToArray();
            Assert.True(key.PublicKey.Verifies(message, signature));

            var bits = 8 * (publicKey.Length + signature.Length + message.Length);
            foreach (var bit in (int[])[number.Get % bits, (31 * number.Get + seed.Length) % bits])
            {
                byte[] all = [.. publicKey, .. signature, .. message];
                all[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.False(SecondOpinion.VerifiesManaged(all[..32], all[96..], all[32..96]));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_bit_of_one_signature_and_its_key_counts()
    {
        Needs.LibCrypto();
        using var key = TestKeys.Of(1);
        var message = "the whole of it"u8.ToArray();
        byte[] all = [.. key.PublicKey.Bytes.Span, .. key.Sign(message)];
        for (var bit = 0; bit < 8 * all.Length; bit++)
        {
            all[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(SecondOpinion.VerifiesManaged(all[..32], message, all[32..]));
            all[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(SecondOpinion.VerifiesManaged(all[..32], message, all[32..]));
    }

    [Fact]
    public void Keys_are_equal_by_their_bytes()
    {
        Needs.LibCrypto();
        using var one = TestKeys.Of(1);
        using var two = TestKeys.Of(2);
        var again = Ed25519PublicKey.Of(one.PublicKey.Bytes.Span).OrThrow();
        Assert.Equal(one.PublicKey, again);
        Assert.Equal(one.PublicKey.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(one.PublicKey, two.PublicKey);
        Assert.Equal(Convert.ToHexStringLower(one.PublicKey.Bytes.Span), $"{one.PublicKey}");
    }

    [Fact]
    public void A_seed_has_32_bytes() => Assert.Throws<ArgumentException>(() => Ed25519PrivateKey.FromSeed(new byte[31]));

    [Fact]
    public void A_key_that_was_disposed_of_does_not_sign()
    {
        Needs.LibCrypto();
        var key = TestKeys.Of(1);
        key.Dispose();
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign("late"u8));
        Assert.True(key.PublicKey.Bytes.Length == Ed25519PublicKey.Size);
    }

    [Fact]
    public void Threads_share_a_key()
    {
        Needs.LibCrypto();
        using var key = TestKeys.Of(3);
        var publicKey = Ed25519PublicKey.Of(key.PublicKey.Bytes.Span).OrThrow();
        Parallel.For(0, 64, i =>
        {
            var message = BitConverter.GetBytes(i);
            Assert.True(publicKey.Verifies(message, key.Sign(message)));
        });
    }
}
