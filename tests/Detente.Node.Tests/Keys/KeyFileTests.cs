using System.Text;
using Detente.Node.Keys;
using Detente.Record.Notes;
using Detente.Record.Signatures;

namespace Detente.Node.Tests.Keys;

/// <summary>The bytes of key files: one spelling, and a rule for each other.</summary>
public sealed class KeyFileTests
{
    private const string Name = "example.org/detente/log";

    /// <summary>TEST 1 of RFC 8032 section 7.1.</summary>
    private static readonly byte[] Seed = Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private static readonly Ed25519PublicKey PublicKey = Ed25519PublicKey.Of(Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")).OrThrow();

    private const string AgentFile =
        """
        detente-key/v1
        vkey: example.org/detente/log+4250138a+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea
        agent: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea

        """;

    private static readonly Lazy<string> EncryptedFile = new(() => Encoding.UTF8.GetString(KeyFile.Encrypt(Name, PublicKey, Seed, "correct horse"u8).ToBytes()));

    [Fact]
    public void An_agents_key_is_written_like_this()
    {
        Assert.Equal(AgentFile, Encoding.UTF8.GetString(KeyFile.OfAgent(Name, PublicKey).ToBytes()));
        var read = Parse(AgentFile).OrThrow();
        Assert.Equal((Name, KeyKind.Agent, PublicKey), (read.Name, read.Kind, read.PublicKey));
        Assert.Equal(VerifierKey.Ed25519(Name, PublicKey), read.Key);
        Assert.Equal(SignatureType.Ed25519Cosignature, read.CosignatureKey.Type);
        Assert.Throws<InvalidOperationException>(() => read.Decrypt("x"u8));
    }

    [Fact]
    public void An_encrypted_key_is_opened_by_its_passphrase_only()
    {
        Needs.LibCrypto();
        var file = KeyFile.Parse(Encoding.UTF8.GetBytes(EncryptedFile.Value)).OrThrow();
        Assert.Equal(EncryptedFile.Value, Encoding.UTF8.GetString(file.ToBytes()));
        using var key = file.Decrypt("correct horse"u8).OrThrow();
        Assert.Equal(PublicKey, key.PublicKey);
        Assert.True(PublicKey.Verifies("m"u8, key.Sign("m"u8)));
        foreach (var wrong in (string[])["correct horsE", "correct horse ", "", "x"])
        {
            Assert.Equal("keyfile/passphrase", file.Decrypt(Encoding.UTF8.GetBytes(wrong)).Rejection?.Rule);
        }
    }

    [Fact]
    public void A_key_that_is_not_the_one_named_is_not_opened()
    {
        Needs.LibCrypto();
        var other = new byte[32];
        var file = KeyFile.Encrypt(Name, PublicKey, other, "p"u8);
        Assert.Equal("keyfile/other-key", file.Decrypt("p"u8).Rejection?.Rule);
    }

    [Fact]
    public void Two_files_of_one_key_and_passphrase_share_no_salt()
    {
        Needs.LibCrypto();
        Assert.NotEqual(KeyFile.Encrypt(Name, PublicKey, Seed, "p"u8).ToBytes(), KeyFile.Encrypt(Name, PublicKey, Seed, "p"u8).ToBytes());
    }

    [Theory]
    [InlineData("keyfile/first-line", "detente-key/v1", "detente-key/v2")]
    [InlineData("keyfile/first-line", "detente-key/v1\n", "")]
    [InlineData("keyfile/first-line", "\n", "\r\n")]
    [InlineData("keyfile/vkey-line", "vkey: ", "vkey:")]
    [InlineData("keyfile/vkey-line", "vkey: ", "name: ")]
    [InlineData("vkey/key-id", "log+4250138a", "lag+4250138a")]
    [InlineData("ed25519/key-not-on-curve", "+AddamAG", "+AddanAG")]
    [InlineData("vkey/base64", "\nagent", " \nagent")]
    [InlineData("keyfile/agent-line", "\n", " comment\n")]
    [InlineData("keyfile/agent-line", "ssh-ed25519 AAAAC3", "ssh-ed25519  AAAAC3")]
    [InlineData("keyfile/private-part", "agent: ", "agent:")]
    [InlineData("keyfile/private-part", "agent: ssh", "ssh")]
    public void What_breaks_a_rule_names_it(string rule, string of, string into)
    {
        var text = AgentFile[..^1] + "\n";
        var at = rule == "keyfile/agent-line" ? text.LastIndexOf(of, StringComparison.Ordinal) : text.IndexOf(of, StringComparison.Ordinal);
        Assert.True(at >= 0);
        var rejection = Parse(text[..at] + into + text[(at + of.Length)..]).Rejection;
        Assert.Equal(rule, rejection?.Rule);
        Assert.InRange(rejection!.Offset, 0, at + of.Length);
    }

    [Fact]
    public void Bytes_beyond_the_limit_and_no_text_are_refused()
    {
        Assert.Equal("keyfile/too-long", Parse(AgentFile + new string('x', KeyFile.MaxLength)).Rejection?.Rule);
        Assert.Equal("keyfile/utf-8", KeyFile.Parse([.. Encoding.UTF8.GetBytes(AgentFile), 0xff]).Rejection?.Rule);
        Assert.Equal("keyfile/agent-line", Parse(AgentFile + "\n").Rejection?.Rule);
        Assert.Equal("keyfile/agent-line", Parse(AgentFile[..^1]).Rejection?.Rule);
        Assert.Equal("keyfile/first-line", Parse("").Rejection?.Rule);
        var cosigner = VerifierKey.Ed25519Cosignature(Name, PublicKey);
        Assert.Equal("keyfile/vkey-type", Parse($"detente-key/v1\nvkey: {cosigner}\n").Rejection?.Rule);
    }

    [Theory]
    [InlineData("keyfile/private-part", "-----BEGIN ENCRYPTED PRIVATE", "-----BEGIN PRIVATE")]
    [InlineData("keyfile/private-part", "-----END ENCRYPTED PRIVATE KEY-----\n", "-----END ENCRYPTED PRIVATE KEY-----")]
    [InlineData("keyfile/private-part", "-----END ENCRYPTED PRIVATE KEY-----\n", "-----END ENCRYPTED PRIVATE KEY-----\n\n")]
    [InlineData("keyfile/base64", "KEY-----\n", "KEY-----\n ")]
    [InlineData("keyfile/base64", "KEY-----\n", "KEY-----\nProc-Type: 4,ENCRYPTED\n\n")]
    [InlineData("keyfile/base64", "\n-----END", "=\n-----END")]
    [InlineData("keyfile/asn1", "KEY-----\nM", "KEY-----\nL")]
    public void So_does_an_encrypted_key(string rule, string of, string into)
    {
        Needs.LibCrypto();
        var text = EncryptedFile.Value;
        var at = text.IndexOf(of, StringComparison.Ordinal);
        Assert.Equal(rule, Parse(text[..at] + into + text[(at + of.Length)..]).Rejection?.Rule);
    }

    [Fact]
    public void What_is_read_is_written_the_same_whatever_is_changed()
    {
        Needs.LibCrypto();
        var random = new Random(7468);
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(i % 2 == 0 ? AgentFile : EncryptedFile.Value);
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(i % 3 == 0 ? 256 : 128);
            }

            if (KeyFile.Parse(bytes).TryGet(out var file, out var rejection))
            {
                Assert.Equal(bytes, file.ToBytes());
                read++;
            }
            else
            {
                Assert.Contains(rejection.Rule.Split('/')[0], (IEnumerable<string>)["keyfile", "vkey", "ed25519"]);
            }
        }

        Assert.True(read > 100, "What is encrypted may be any bytes, and some are changed to others.");
    }

    private static Record.Bytes.Parsed<KeyFile> Parse(string text) => KeyFile.Parse(Encoding.UTF8.GetBytes(text));
}
