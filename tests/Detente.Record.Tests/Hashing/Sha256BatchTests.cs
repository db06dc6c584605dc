using System.Security.Cryptography;
using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Hashing;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Hashing;

/// <summary>Every way of hashing this processor has, against the framework.</summary>
public sealed class Sha256BatchTests
{
    /// <summary>FIPS 180-4 examples (NIST, "Example Values", SHA256.pdf) and, of the same collection, a message of the two blocks and the empty one.</summary>
    private static readonly (string Message, string Hash)[] Examples =
    [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
    ];

    public static TheoryData<Sha256Path> Paths => [Sha256Path.Framework, Sha256Path.Lanes8, Sha256Path.Lanes16];

    [Fact]
    public void The_widest_way_the_processor_has_is_taken() => Assert.Equal(
        Lanes512.IsSupported ? Sha256Path.Lanes16 : Lanes256.IsSupported ? Sha256Path.Lanes8 : Sha256Path.Framework,
        Sha256Batch.Path);

    [Theory]
    [MemberData(nameof(Paths))]
    public void Examples_of_FIPS_180(Sha256Path path)
    {
        SkipUnlessSupported(path);
        var messages = Enumerable.Repeat(Examples, 16).SelectMany(example => example).ToArray();
        var hashes = new Hash32[messages.Length];
        Sha256Batch.HashEach(path, [], [.. messages.Select(example => new ReadOnlyMemory<byte>(Encoding.ASCII.GetBytes(example.Message)))], hashes);
        Assert.Equal(messages.Select(example => example.Hash), hashes.Select(hash => $"{hash}"));
    }

    /// <summary>The same document's third example: a million times the letter a. It is too long for a lane, so it goes the way of the framework.</summary>
    [Fact]
    public void A_million_letters()
    {
        var hashes = new Hash32[1];
        Sha256Batch.HashEach([], [Enumerable.Repeat((byte)'a', 1_000_000).ToArray()], hashes);
        Assert.Equal("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", $"{hashes[0]}");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Equal_messages_of_every_length_in_batches_of_every_size(Sha256Path path)
    {
        SkipUnlessSupported(path);
        var random = new Random(1);
        for (var length = 0; length <= 300; length++)
        {
            var count = length % 50;
            var bytes = new byte[length * count];
            random.NextBytes(bytes);
            var prefix = (byte)random.Next(256);
            var hashes = new Hash32[count];
            Sha256Batch.HashEach(path, prefix, bytes, length, hashes);
            for (var i = 0; i < count; i++)
            {
                Assert.Equal(Expected([prefix], bytes.AsSpan(i * length, length)), hashes[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void One_message_of_every_length(Sha256Path path)
    {
        SkipUnlessSupported(path);
        var bytes = new byte[1200];
        new Random(4).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            var hash = new Hash32[1];
            Sha256Batch.HashEach(path, 7, bytes.AsSpan(0, length), length, hash);
            Assert.Equal(Expected([7], bytes.AsSpan(0, length)), hash[0]);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_number_of_nodes(Sha256Path path)
    {
        SkipUnlessSupported(path);
        var random = new Random(2);
        var bytes = new byte[64 * 100];
        random.NextBytes(bytes);
        for (var count = 0; count <= 100; count++)
        {
            // Places beyond the last keep what they hold.
            var hashes = new Hash32[count + 1];
            Sha256Batch.HashEach(path, 1, bytes.AsSpan(0, 64 * count), 64, hashes.AsSpan(0, count));
            Assert.Equal(Enumerable.Range(0, count).Select(i => Expected([1], bytes.AsSpan(64 * i, 64))).Append(default), hashes);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Messages_of_any_lengths(Sha256Path path)
    {
        SkipUnlessSupported(path);
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var prefix = new byte[random.Next(3)];
            random.NextBytes(prefix);
            var messages = new ReadOnlyMemory<byte>[random.Next(600)];
            for (var i = 0; i < messages.Length; i++)
            {
                var message = new byte[random.Next(20) == 0 ? random.Next(3 * Sha256Batch.MaxLaneLength) : random.Next(300)];
                random.NextBytes(message);
                messages[i] = message;
            }

            var hashes = new Hash32[messages.Length];
            Sha256Batch.HashEach(path, prefix, messages, hashes);
            Assert.Equal(messages.Select(message => Expected(prefix, message.Span)), hashes);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void As_many_hashes_as_messages(Sha256Path path)
    {
        Assert.Throws<ArgumentException>(() => Sha256Batch.HashEach(path, 0, new byte[10], 5, new Hash32[1]));
        Assert.Throws<ArgumentException>(() => Sha256Batch.HashEach(path, [], [new byte[1]], new Hash32[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sha256Batch.HashEach(path, 0, [], -1, []));
    }

    private static void SkipUnlessSupported(Sha256Path path) => Assert.SkipUnless(
        path switch { Sha256Path.Lanes16 => Lanes512.IsSupported, Sha256Path.Lanes8 => Lanes256.IsSupported, _ => true },
        $"This processor has no vectors for {path}.");

    private static Hash32 Expected(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> message) => Hash32.Of(SHA256.HashData([.. prefix, .. message]));
}
