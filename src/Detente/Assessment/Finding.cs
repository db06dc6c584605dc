using Detente.Statements;

namespace Detente.Assessment;

/// <summary>What can be told of a duty, worst first: the order in which a clause's line takes the worst of its instances is <see cref="VerdictOrder"/>.</summary>
public enum Verdict : byte
{
    /// <summary>The duty was not met, by the bearer's own account or a finding.</summary>
    NotKept,

    /// <summary>The accounts differ.</summary>
    Disputed,

    /// <summary>The accounts cannot tell; evidence would settle it.</summary>
    Undetermined,

    /// <summary>Not due yet; the clock will settle it.</summary>
    Pending,

    /// <summary>The duty was or is met.</summary>
    Kept,

    /// <summary>Its condition has not come about, or it was released before it fell due.</summary>
    NotTriggered,
}

/// <summary>Whether a clause binds at the instant judged.</summary>
public enum BindingState : byte
{
    /// <summary>Its time has not come.</summary>
    NotYet,

    /// <summary>It binds.</summary>
    InForce,

    /// <summary>Another party does not keep what it was conditional on.</summary>
    Released,

    /// <summary>Its bearer gave notice of suspension.</summary>
    Suspended,

    /// <summary>Its time is over, or the agreement's is.</summary>
    Ended,
}

/// <summary>Whether a clause binds, since when, by which statement.</summary>
/// <param name="State">The state at the instant judged.</param>
/// <param name="Since">First tick of that state; <c>null</c> for not yet.</param>
/// <param name="By">The notice that brought it about, or <c>null</c> where the text itself did.</param>
public readonly record struct Binding(BindingState State, long? Since, string? By);

/// <summary>One party's account of an instance.</summary>
/// <param name="By">The party's code.</param>
/// <param name="Verdict">Never disputed: one account does not differ from itself.</param>
public readonly record struct AccountVerdict(string By, Verdict Verdict);

/// <summary>A statement that would settle what cannot be told.</summary>
/// <param name="Verb">What the author would have to do.</param>
/// <param name="By">The author: a party, or <c>both</c> for a joint finding.</param>
/// <param name="About">The act, message, exchange or items it would be about.</param>
/// <param name="AsOf">The tick it would describe, or <c>null</c>.</param>
public sealed record Need(Verb Verb, string By, string About, long? AsOf);

/// <summary>A verdict on one clause, bearer and instance. It keeps its identity (these three) as it changes.</summary>
public sealed record Finding
{
    /// <summary>The clause's id.</summary>
    public required string Clause { get; init; }

    /// <summary>The bearer's code.</summary>
    public required string Party { get; init; }

    /// <summary>The act, request, notice, period or place judged; <c>null</c> for the bearer as a whole, or the unseen.</summary>
    public string? Instance { get; init; }

    /// <summary>All accounts together.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>True when a later link of an <c>otherwise</c> chain met the duty.</summary>
    public bool Late { get; init; }

    /// <summary>Whether the clause binds at the instant judged, on the bearer's own account.</summary>
    public required Binding Binds { get; init; }

    /// <summary>The weakest of what a verdict of kept or not kept rests on; <c>null</c> for the others.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The weakest grade of what it rests on, the clause's own evidence included; <c>null</c> on a live record.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Event time since when, in ticks.</summary>
    public long? Since { get; init; }

    /// <summary>Event time until when, once cured.</summary>
    public long? Until { get; init; }

    /// <summary>When it falls due, in ticks.</summary>
    public long? Due { get; init; }

    /// <summary>What is left of a quota.</summary>
    public int? Left { get; init; }

    /// <summary>The verdict on each party's account, in the order of the agreement's parties.</summary>
    public required IReadOnlyList<AccountVerdict> Accounts { get; init; }

    /// <summary>The statements it rests on, by receipt, then author, then number.</summary>
    public required IReadOnlyList<string> Cites { get; init; }

    /// <summary>What would settle it; empty unless undetermined or disputed.</summary>
    public required IReadOnlyList<Need> SettledBy { get; init; }
}

/// <summary>The two orders in which verdicts are compared.</summary>
public static class VerdictOrder
{
    /// <summary>
    /// Rank in a clause's line, worst first. Pending comes after kept: periods still running and deadlines ahead enter
    /// the line only when there is nothing else but what was not triggered.
    /// </summary>
    public static int InLine(Verdict verdict) => verdict switch
    {
        Verdict.NotKept => 0,
        Verdict.Disputed => 1,
        Verdict.Undetermined => 2,
        Verdict.Kept => 3,
        Verdict.Pending => 4,
        _ => 5,
    };
}
