using Crypto = Detente.Record.Signatures.LibCrypto;

namespace Detente.Record.Tests;

/// <summary>What a test needs beside .NET. Without it the test skips itself, and says why.</summary>
internal static class Needs
{
    public static void LibCrypto() => Assert.SkipUnless(Crypto.IsPresent, "libcrypto of OpenSSL 3 is not installed");
}
