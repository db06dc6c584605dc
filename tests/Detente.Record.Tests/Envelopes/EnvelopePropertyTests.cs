using Detente.Record.Envelopes;
using Detente.Record.Json;
using Detente.Record.Tests.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Envelopes;

public sealed class EnvelopePropertyTests
{
    /// <summary>Any payload there can be, any type, one to four signers out of six.</summary>
    private static readonly Arbitrary<(byte[] Payload, PayloadType Type, int[] Signers)> Any =
        (from value in JsonValues.Any.Generator
         from type in Gen.Elements(PayloadType.All.ToArray())
         from signers in Gen.Shuffle(Enumerable.Range(0, 6).ToArray())
         from count in Gen.Choose(1, 4)
         select (Jcs.Write(WithoutFractions(value)), type, signers.Take(count).ToArray())).ToArbitrary();

    private static readonly Official[] Officials = [.. Enumerable.Range(0, 6).Select(number => new Official($"Office {number}", TestKeys.Of(number).PublicKey))];

    [Fact]
    public void What_is_signed_is_read_and_verified()
    {
        Needs.LibCrypto();
        Prop.ForAll(Any, any =>
        {
            var envelope = Envelope.Sign(any.Type, any.Payload, [.. any.Signers.Select(TestKeys.Of)]);
            var read = Envelope.Parse(envelope.Bytes.Span).OrThrow();
            Assert.Equal(envelope.Bytes.ToArray(), read.Bytes.ToArray());
            var verified = read.Verify(any.Type, Officials, any.Signers.Length).OrThrow();
            Assert.Equal(any.Payload, verified.Payload.ToArray());
            Assert.Equal(any.Payload, Jcs.Write(verified.Content));
            Assert.Equal(any.Signers.Order().Select(number => $"Office {number}"), verified.Officials);
            Assert.Equal("envelope/below-threshold", read.Verify(any.Type, Officials, any.Signers.Length + 1).Rejection?.Rule);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>
    /// Whatever is done to the bytes: what is still an envelope and still verifies says the same, is of the same type and has the same
    /// signers, if all of them were needed; if not, none that had not signed.
    /// </summary>
    [Fact]
    public void Changed_bytes_never_say_anything_else()
    {
        Needs.LibCrypto();
        var config = Config.QuickThrowOnFailure.WithMaxTest(1_000);
        Prop.ForAll(Any, ArbMap.Default.ArbFor<int>(), (any, seed) =>
        {
            var envelope = Envelope.Sign(any.Type, any.Payload, [.. any.Signers.Select(TestKeys.Of)]);
            var changed = Mutation.Of(envelope.Bytes.Span, new Random(seed));
            Assert.Equal(any.Signers.Length, Check(envelope, changed, any.Signers.Length)?.Officials.Count ?? any.Signers.Length);
            Check(envelope, changed, 1);
        }).Check(config);
    }

    /// <summary>The same for every single bit and every single byte taken out or doubled.</summary>
    [Fact]
    public void No_single_change_says_anything_else()
    {
        var envelope = Envelope.Parse(Samples.EnvelopeBytes).OrThrow();
        var accepted = 0;
        foreach (var changed in SingleChanges(Samples.EnvelopeBytes))
        {
            if (Envelope.Parse(changed).TryGet(out var read, out _) && read.Verify(PayloadType.Statement, Samples.Officials, 2).TryGet(out _, out _))
            {
                accepted++;
            }

            // One official less may be left, when the id of a key is changed so that nobody knows it.
            if (read?.Verify(PayloadType.Statement, Samples.Officials, 1).TryGet(out var verified, out _) == true)
            {
                Assert.Equal(Samples.Payload, verified.Payload.ToArray());
                Assert.Single(verified.Officials);
                Assert.Single(read.Signatures, signature => envelope.Signatures.Contains(signature));
            }
        }

        Assert.Equal(0, accepted);
    }

    [Fact]
    public void A_signature_of_somebody_unknown_can_be_added_and_changes_nothing()
    {
        var original = Envelope.Parse(Samples.EnvelopeBytes).OrThrow();
        var more = Envelope.Of(original.Type, original.Payload.Span, [.. original.Signatures, new EnvelopeSignature(default, new byte[64])]);
        Assert.NotEqual(original.Bytes.ToArray(), more.Bytes.ToArray());
        Assert.Equal(["Minister 1", "Minister 2"], more.Verify(PayloadType.Statement, Samples.Officials, 2).OrThrow().Officials);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Assert.False(Envelope.Parse(bytes).IsOk)).QuickCheckThrowOnFailure();

    private static VerifiedEnvelope? Check(Envelope original, byte[] changed, int threshold)
    {
        if (!Envelope.Parse(changed).TryGet(out var read, out _))
        {
            return null;
        }

        Assert.Equal(changed, read.Bytes.ToArray());
        if (!read.Verify(original.Type, Officials, threshold).TryGet(out var verified, out _))
        {
            return null;
        }

        Assert.Equal(original.Payload.ToArray(), verified.Payload.ToArray());
        Assert.Equal(original.Type, verified.Type);
        Assert.Subset(original.Verify(original.Type, Officials, 1).OrThrow().Officials.ToHashSet(), verified.Officials.ToHashSet());
        return verified;
    }

    private static IEnumerable<byte[]> SingleChanges(byte[] original)
    {
        for (var at = 0; at < original.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var flipped = original.ToArray();
                flipped[at] ^= (byte)(1 << bit);
                yield return flipped;
            }

            yield return [.. original[..at], .. original[(at + 1)..]];
            yield return [.. original[..(at + 1)], .. original[at..]];
        }
    }

    private static JsonValue WithoutFractions(JsonValue value) => value switch
    {
        JsonValue.Number => new JsonValue.Integer(1),
        JsonValue.Array { Items: var items } => new JsonValue.Array([.. items.Select(WithoutFractions)]),
        JsonValue.Object { Members: var members } => new JsonValue.Object([.. members.Select(member => member with { Value = WithoutFractions(member.Value) })]),
        _ => value,
    };
}
