using Crypto = Detente.Record.Signatures.LibCrypto;

namespace Detente.Node.Tests;

/// <summary>What a test needs beside .NET. Without it the test skips itself, and says why.</summary>
internal static class Needs
{
    public static void LibCrypto() => Assert.SkipUnless(Crypto.IsPresent, "libcrypto of OpenSSL 3 is not installed");

    /// <summary>A program on the path.</summary>
    public static void Tool(string name)
        => Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name))), $"{name} is not installed");
}
