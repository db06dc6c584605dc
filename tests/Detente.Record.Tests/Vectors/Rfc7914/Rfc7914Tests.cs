using System.Text;
using Detente.Record.Signatures;

namespace Detente.Record.Tests.Vectors.Rfc7914;

/// <summary>RFC 7914 section 12 (scrypt), the first 32 of its 64 bytes, which are the same when only they are asked for (RFC 8018 section 5.2).</summary>
public sealed class Rfc7914Tests
{
    [Theory]
    [InlineData("", "", 16, 1, 1, "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442")]
    [InlineData("password", "NaCl", 1024, 8, 16, "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162")]
    [InlineData("pleaseletmein", "SodiumChloride", 16384, 8, 1, "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")]
    public void Libcrypto_makes_the_key(string passphrase, string salt, int cost, int blockSize, int parallel, string key)
    {
        Needs.LibCrypto();
        Assert.Equal(key, Convert.ToHexStringLower(LibCrypto.Scrypt(Encoding.ASCII.GetBytes(passphrase), Encoding.ASCII.GetBytes(salt), (ulong)cost, (ulong)blockSize, (ulong)parallel)));
    }
}
