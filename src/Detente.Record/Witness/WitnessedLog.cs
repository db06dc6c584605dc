using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;

namespace Detente.Record.Witness;

/// <summary>What a witness keeps of one log: whose signature counts, and the tree it cosigned last.</summary>
/// <param name="Keys">The log's keys. One signature by any of them is enough.</param>
/// <param name="Size">The size cosigned last; 0 where there is none.</param>
/// <param name="Root">The root cosigned last.</param>
public sealed record WitnessedLog(IReadOnlyList<VerifierKey> Keys, ulong Size, Hash32 Root)
{
    /// <summary>A log of which nothing was cosigned yet.</summary>
    public static WitnessedLog New(params IReadOnlyList<VerifierKey> keys) => new(keys, 0, TreeHash.Empty);
}
