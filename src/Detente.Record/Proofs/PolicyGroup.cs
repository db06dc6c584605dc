namespace Detente.Record.Proofs;

/// <summary>Witnesses and groups of which some must have cosigned.</summary>
/// <param name="Name">What groups and the quorum call it.</param>
/// <param name="Threshold">How many of its members must; 1 to all.</param>
/// <param name="Members">Names of witnesses, and of groups before this one. Each stands in one group only, so that no witness counts twice.</param>
public sealed record PolicyGroup(Octets Name, int Threshold, IReadOnlyList<Octets> Members)
{
    /// <inheritdoc/>
    public bool Equals(PolicyGroup? other) => other is not null && Name == other.Name && Threshold == other.Threshold && Members.SequenceEqual(other.Members);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Threshold, Members.Count);
}
