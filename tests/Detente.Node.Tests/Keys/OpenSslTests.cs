using System.Text;
using Detente.Node.Keys;
using Detente.Record.Notes;
using Detente.Record.Signatures;

namespace Detente.Node.Tests.Keys;

/// <summary>Key files and <c>openssl</c>, each reading what the other wrote.</summary>
public sealed class OpenSslTests : IDisposable
{
    private const string Name = "example.org/detente/log";
    private const string Secret = "correct horse, Grüße";

    private readonly string folder = Directory.CreateTempSubdirectory("detente-").FullName;

    public OpenSslTests()
    {
        Needs.LibCrypto();
        Needs.Tool("openssl");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Openssl_reads_a_key_file_and_signs_by_it()
    {
        var path = Path.Combine(folder, "log.key");
        var file = KeyFiles.Create(path, Name, () => Secret);
        Assert.Equal(file.PublicKey, PublicKeyOf("log.key", "-passin", $"pass:{Secret}"));

        File.WriteAllText(Path.Combine(folder, "message"), "a message");
        Tool.Run(folder, "openssl", "pkeyutl", "-sign", "-rawin", "-inkey", "log.key", "-passin", $"pass:{Secret}", "-in", "message", "-out", "signature");
        using var key = KeyFiles.OpenSigner(path, () => Secret);
        Assert.Equal(key.Signer.Sign("a message"u8), File.ReadAllBytes(Path.Combine(folder, "signature")));
    }

    [Theory]
    [InlineData(null, "-scrypt")]
    [InlineData(null, "-scrypt", "-scrypt_N", "16384", "-scrypt_r", "8", "-scrypt_p", "16")]
    [InlineData(null, "-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA256", "-iter", "600000")]
    [InlineData(null, "-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA512", "-iter", "600001")]
    [InlineData("keyfile/cost", "-scrypt", "-scrypt_N", "8192", "-scrypt_r", "8", "-scrypt_p", "1")]
    [InlineData("keyfile/cost", "-scrypt", "-scrypt_N", "16384", "-scrypt_r", "8", "-scrypt_p", "17")]
    [InlineData("keyfile/cost", "-scrypt", "-scrypt_N", "16384", "-scrypt_r", "4", "-scrypt_p", "1")]
    [InlineData("keyfile/cost", "-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA256", "-iter", "2048")]
    [InlineData("keyfile/hash", "-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA1", "-iter", "600000")]
    [InlineData("keyfile/cipher", "-v2", "aes-128-cbc", "-v2prf", "hmacWithSHA256", "-iter", "600000")]
    [InlineData("keyfile/scheme", "-v1", "PBE-SHA1-3DES")]
    public void A_key_that_openssl_encrypted_is_read_where_it_is_strong_enough(string? rule, params string[] how)
    {
        Tool.Run(folder, "openssl", "genpkey", "-algorithm", "ed25519", "-out", "plain.pem");
        Tool.Run(folder, "openssl", ["pkcs8", "-topk8", "-in", "plain.pem", "-out", "encrypted.pem", "-passout", $"pass:{Secret}", .. how]);
        var publicKey = PublicKeyOf("plain.pem");
        var text = $"detente-key/v1\nvkey: {VerifierKey.Ed25519(Name, publicKey)}\n{File.ReadAllText(Path.Combine(folder, "encrypted.pem"))}";

        var parsed = KeyFile.Parse(Encoding.UTF8.GetBytes(text));
        Assert.Equal(rule, parsed.Rejection?.Rule);
        if (rule is null)
        {
            using var key = parsed.OrThrow().Decrypt(Encoding.UTF8.GetBytes(Secret)).OrThrow();
            Assert.Equal(publicKey, key.PublicKey);
            Assert.Equal("keyfile/passphrase", parsed.OrThrow().Decrypt("another"u8).Rejection?.Rule);
        }
    }

    [Fact]
    public void A_key_of_another_algorithm_is_not_opened()
    {
        Tool.Run(folder, "openssl", "genpkey", "-algorithm", "x25519", "-out", "plain.pem");
        Tool.Run(folder, "openssl", "pkcs8", "-topk8", "-in", "plain.pem", "-out", "encrypted.pem", "-passout", $"pass:{Secret}", "-scrypt");
        using var any = Ed25519PrivateKey.FromSeed(new byte[32]);
        var text = $"detente-key/v1\nvkey: {VerifierKey.Ed25519(Name, any.PublicKey)}\n{File.ReadAllText(Path.Combine(folder, "encrypted.pem"))}";
        Assert.Equal("keyfile/passphrase", KeyFile.Parse(Encoding.UTF8.GetBytes(text)).OrThrow().Decrypt(Encoding.UTF8.GetBytes(Secret)).Rejection?.Rule);
    }

    private Ed25519PublicKey PublicKeyOf(string file, params string[] how)
        => Ed25519PublicKey.Of(Tool.Run(folder, "openssl", ["pkey", "-in", file, "-pubout", "-outform", "DER", .. how]).AsSpan()[^32..]).OrThrow();
}
