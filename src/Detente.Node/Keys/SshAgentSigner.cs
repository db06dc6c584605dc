using Detente.Record.Signatures;

namespace Detente.Node.Keys;

/// <summary>
/// Signs by a key that an ssh-agent keeps. The agent signs the message as it is, so what it signs here verifies as any other
/// Ed25519 signature. What OpenSSH has it sign begins with a zero byte, which no note and no envelope does.
/// </summary>
/// <threadsafety>It may be used by several threads at once.</threadsafety>
public sealed class SshAgentSigner : IEd25519Signer
{
    private readonly SshAgent agent;

    /// <param name="agent">Who keeps it.</param>
    /// <param name="publicKey">The key.</param>
    internal SshAgentSigner(SshAgent agent, Ed25519PublicKey publicKey) => (this.agent, PublicKey) = (agent, publicKey);

    /// <inheritdoc/>
    public Ed25519PublicKey PublicKey { get; }

    /// <inheritdoc/>
    /// <exception cref="KeyException">The agent cannot be reached, refuses, or its signature does not verify.</exception>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = agent.Sign(PublicKey, message);
        return PublicKey.Verifies(message, signature) ? signature : throw new KeyException($"the ssh-agent's signature by the key {SshKey.Fingerprint(PublicKey)} does not verify");
    }
}
