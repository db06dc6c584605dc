using Detente.Record.Bytes;
using Detente.Record.Notes;

namespace Detente.Record.Proofs;

/// <summary>
/// Whose word on a checkpoint is enough: logs, witnesses, groups of them and a quorum (c2sp.org/tlog-policy). It is the reader's own; one
/// that comes with a proof proves nothing.
/// </summary>
public sealed class Policy
{
    /// <summary>The longest policy that is read, in bytes.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>The most logs, the most witnesses and the most groups. The format asks for at least 32 of each.</summary>
    public const int MaxCount = 256;

    private readonly Dictionary<Octets, PolicyGroup> groups;

    internal Policy(IReadOnlyList<PolicyLog> logs, IReadOnlyList<PolicyWitness> witnesses, IReadOnlyList<PolicyGroup> groups, Octets? quorum)
    {
        Logs = logs;
        Witnesses = witnesses;
        Groups = groups;
        Quorum = quorum;
        this.groups = groups.ToDictionary(group => group.Name);
    }

    /// <summary>The logs whose signature counts, in the order of the text.</summary>
    public IReadOnlyList<PolicyLog> Logs { get; }

    /// <summary>The witnesses, in the order of the text.</summary>
    public IReadOnlyList<PolicyWitness> Witnesses { get; }

    /// <summary>The groups, in the order of the text: each after its members.</summary>
    public IReadOnlyList<PolicyGroup> Groups { get; }

    /// <summary>The witness or group that must have cosigned; <c>null</c> for none.</summary>
    public Octets? Quorum { get; }

    /// <summary>The policy the bytes say; rules <c>policy/…</c>, and <c>vkey/…</c> and <c>ed25519/…</c> for keys. Never throws for what is in them.</summary>
    public static Parsed<Policy> Parse(ReadOnlySpan<byte> bytes) => PolicyReader.Read(bytes);

    /// <summary>Its text: logs, witnesses, groups, quorum; without comments. Reading it gives an equal policy.</summary>
    public byte[] ToBytes() => PolicyWriter.Write(this);

    /// <summary>
    /// Whether a checkpoint is good by this policy: signed by a log whose key has the origin's name, cosigned by the quorum.
    /// </summary>
    /// <param name="note">A checkpoint with its signatures.</param>
    /// <param name="logs">Keys of logs known from elsewhere, for a policy that names none.</param>
    /// <returns>
    /// The checkpoint; or a rejection by <c>policy/unknown-origin</c>, <c>policy/not-signed-by-log</c> or <c>policy/quorum-not-met</c>, or by a rule
    /// of checkpoints and notes.
    /// </returns>
    public Parsed<WitnessedCheckpoint> Verify(SignedNote note, params IReadOnlyList<VerifierKey> logs)
    {
        if (!Checkpoint.Parse(note.Text.Span).TryGet(out var checkpoint, out var rejection))
        {
            return rejection;
        }

        IReadOnlyList<VerifierKey> known = [.. Logs.Select(log => log.Key), .. logs];
        if (!known.Any(key => key.Name == checkpoint.Origin))
        {
            return new Rejection("policy/unknown-origin", $"The policy has no log {checkpoint.Origin}.");
        }

        if (!note.Verify([.. known, .. Witnesses.Select(witness => witness.Key)]).TryGet(out var verified, out rejection))
        {
            return rejection;
        }

        if (!verified.Verified.Any(signature => signature.Key.Name == checkpoint.Origin && known.Contains(signature.Key)))
        {
            return new Rejection("policy/not-signed-by-log", $"No key of the log {checkpoint.Origin} signed the checkpoint.");
        }

        var quorum = Evaluate(verified.Verified);
        return quorum.IsMet
            ? new WitnessedCheckpoint(checkpoint, verified, quorum)
            : new Rejection(
                "policy/quorum-not-met", $"The checkpoint is cosigned by {quorum.Witnesses.Count} of the policy's {Witnesses.Count} witnesses, which is not the quorum {Quorum}.");
    }

    /// <summary>How far verified cosignatures reach. A witness counts once, with its earliest time.</summary>
    public QuorumState Evaluate(IReadOnlyList<VerifiedSignature> cosignatures)
    {
        var times = new Dictionary<Octets, ulong?>();
        foreach (var witness in Witnesses)
        {
            var own = cosignatures.Where(signature => signature.Key == witness.Key).ToList();
            if (own.Count > 0)
            {
                times.Add(witness.Name, own.Min(signature => signature.Time));
            }
        }

        var (isMet, time) = Quorum is { } quorum ? Reach(quorum, times) : (true, null);
        return new QuorumState(isMet, time, [.. Witnesses.Where(witness => times.ContainsKey(witness.Name))]);
    }

    // Each name is a member once, so this walks a tree.
    private (bool IsMet, ulong? Time) Reach(Octets name, Dictionary<Octets, ulong?> times)
    {
        if (!groups.TryGetValue(name, out var group))
        {
            return times.TryGetValue(name, out var time) ? (true, time) : (false, null);
        }

        var met = group.Members.Select(member => Reach(member, times)).Where(member => member.IsMet).ToList();
        var known = met.Select(member => member.Time).OfType<ulong>().Order().ToList();
        return (met.Count >= group.Threshold, known.Count >= group.Threshold ? known[group.Threshold - 1] : null);
    }
}
