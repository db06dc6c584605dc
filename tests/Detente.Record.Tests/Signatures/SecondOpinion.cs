using Detente.Record.Bytes;
using Detente.Record.Signatures;

namespace Detente.Record.Tests.Signatures;

/// <summary>The rule's checks, and then libcrypto for the equation: another way to the same answer.</summary>
internal static class SecondOpinion
{
    /// <summary>Whether a signature verifies under a key, both as bytes.</summary>
    public static bool Verifies(byte[] key, byte[] message, byte[] signature)
        => PassesChecks(key, signature) && VerifiesUnchecked(key, message, signature);

    /// <summary>Whether the rule refuses neither the key nor the signature before anything is computed.</summary>
    public static bool PassesChecks(byte[] key, byte[] signature) => Ed25519Rule.ReadKey(key, out _) is null && Ed25519Rule.CheckSignature(signature) is null;

    /// <summary>What libcrypto says by itself.</summary>
    public static bool VerifiesUnchecked(byte[] key, byte[] message, byte[] signature)
    {
        using var handle = LibCrypto.PublicKey(key);
        return LibCrypto.Verifies(handle, message, signature);
    }

    /// <summary>What managed code says.</summary>
    public static bool VerifiesManaged(byte[] key, byte[] message, byte[] signature)
        => Ed25519PublicKey.Of(key).TryGet(out var read, out _) && read.Verifies(message, signature);

    /// <summary>The rule that managed code names, or <c>null</c> where the signature verifies.</summary>
    public static string? Rule(byte[] key, byte[] message, byte[] signature)
        => (Ed25519PublicKey.Of(key).TryGet(out var read, out var rejection) ? read.Check(message, signature) : rejection)?.Rule;
}
