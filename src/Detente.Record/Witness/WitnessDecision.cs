using Detente.Record.Bytes;
using Detente.Record.Notes;

namespace Detente.Record.Witness;

/// <summary>What a witness does with a request.</summary>
public sealed record WitnessDecision
{
    /// <summary>The checkpoint to cosign, after it is kept durably as the last; <c>null</c> where the request is refused.</summary>
    public AddCheckpointRequest? Accepted { get; private init; }

    /// <summary>The answer to a refused request; <c>null</c> where it is accepted, and the answer is the cosignature.</summary>
    public Answer? Refusal { get; private init; }

    /// <summary>Why it is refused; <c>null</c> where it is not.</summary>
    public Rejection? Why { get; private init; }

    /// <summary>A checkpoint that the log signed and that does not follow from what was cosigned, to be kept as evidence; <c>null</c> where there is none.</summary>
    public SignedNote? Evidence { get; private init; }

    /// <summary>
    /// Whether the evidence, beside what was cosigned, shows that the log signed two trees: another root for the size cosigned last, or a root no
    /// empty tree has. A bad proof may be the sender's.
    /// </summary>
    public bool IsConclusive { get; private init; }

    /// <summary>The status code: 200 for a request that is accepted.</summary>
    public int Status => Refusal?.Status ?? 200;

    internal static WitnessDecision Accept(AddCheckpointRequest request) => new() { Accepted = request };

    internal static WitnessDecision Refuse(Answer answer, Rejection why, SignedNote? evidence = null, bool isConclusive = false)
        => new() { Refusal = answer, Why = why, Evidence = evidence, IsConclusive = isConclusive };
}
