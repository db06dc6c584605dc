using Detente.Record.Envelopes;

namespace Detente.Record.Leaves;

/// <summary>An envelope as an entry: its own bytes, and no others.</summary>
public sealed class OpenLeaf : Leaf
{
    /// <summary>The envelope as an entry.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="Leaf.MaxLength"/>.</exception>
    public OpenLeaf(Envelope envelope)
        : base(envelope.Bytes) => Envelope = envelope;

    /// <summary>The envelope. Nothing of it is verified.</summary>
    public Envelope Envelope { get; }
}
