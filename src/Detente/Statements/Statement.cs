using Detente.Time;

namespace Detente.Statements;

/// <summary>What a statement does. A closed set: design in docs/statements.md.</summary>
public enum Verb : byte
{
    /// <summary>Holdings as of a date, sites, or the properties of a type.</summary>
    Declares,

    /// <summary>An act to come.</summary>
    Announces,

    /// <summary>An act that happened.</summary>
    Reports,

    /// <summary>What the author saw of another party.</summary>
    Observes,

    /// <summary>The author's own account has none of what is named.</summary>
    Denies,

    /// <summary>How the author understands a term.</summary>
    Reads,

    /// <summary>A request to another party.</summary>
    Asks,

    /// <summary>An answer to a message, or consent to what it asks.</summary>
    Answers,

    /// <summary>A refusal of what a message asks. It is not silence, and it does not fulfil a duty to answer.</summary>
    Refuses,

    /// <summary>An explanation about another message or act.</summary>
    Explains,

    /// <summary>A finding the parties sign together, or one by a neutral the agreement names.</summary>
    Finds,

    /// <summary>Signature, entry into force, suspension, resumption, withdrawal, accession.</summary>
    GivesNotice,
}

/// <summary>How a reconstruction knows what it says. <c>null</c> on a live record.</summary>
public enum Grade : byte
{
    /// <summary>Read in the source that is cited.</summary>
    Read,

    /// <summary>Worked out from what was read; the note says how.</summary>
    Derived,

    /// <summary>Recalled and not read in a text: check before relying on it.</summary>
    Recalled,
}

/// <summary>
/// One thing one author says. Immutable. What it does not know: when a party received it is a fact about the record,
/// written beside it and never by its author.
/// </summary>
public sealed class Statement
{
    /// <summary>The author's code: a party, a neutral, or another source the case names.</summary>
    public required string Author { get; init; }

    /// <summary>1, 2, 3 … in the author's own log, without a gap.</summary>
    public required int Number { get; init; }

    /// <summary>What it does.</summary>
    public required Verb Verb { get; init; }

    /// <summary>What it says.</summary>
    public required Content Content { get; init; }

    /// <summary>The author's word for when it was made; it decides nothing but the clock of a text that says "dispatched".</summary>
    public required EventTime Made { get; init; }

    /// <summary>When it reached the record. It exists for an instant of knowledge at or after the last instant of this.</summary>
    public required EventTime Received { get; init; }

    /// <summary>Receipt by a named party, where it differs from <see cref="Received"/>; <c>null</c> where none does.</summary>
    public IReadOnlyDictionary<string, EventTime>? ReceivedBy { get; init; }

    /// <summary>Other parties that sign the same statement. A joint statement counts for each of its signers.</summary>
    public IReadOnlyList<string> JointWith { get; init; } = [];

    /// <summary>The clause the author says it fulfils: shown, never needed.</summary>
    public string? Fulfils { get; init; }

    /// <summary>The statement of the same author that this one replaces, such as <c>SU-0042</c>.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Where it was read.</summary>
    public string? Source { get; init; }

    /// <summary>How it is known; <c>null</c> on a live record.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Anything a reader should know; judged by nobody.</summary>
    public string? Note { get; init; }

    /// <summary>Author and number: <c>SU-0042</c>.</summary>
    public string Id => IdOf(Author, Number);

    /// <summary>The id of an author's n-th statement.</summary>
    public static string IdOf(string author, int number) => $"{author}-{number:0000}";

    /// <summary>Record order: by the end of receipt, then author (ordinal), then number.</summary>
    public static int InRecordOrder(Statement a, Statement b)
    {
        var byReceipt = a.Received.LastTick.CompareTo(b.Received.LastTick);
        var byAuthor = byReceipt != 0 ? byReceipt : string.CompareOrdinal(a.Author, b.Author);
        return byAuthor != 0 ? byAuthor : a.Number.CompareTo(b.Number);
    }

    /// <summary>When the party received it.</summary>
    public EventTime ReceivedByParty(string party) =>
        ReceivedBy is not null && ReceivedBy.TryGetValue(party, out var own) ? own : Received;

    /// <inheritdoc/>
    public override string ToString() => Id;
}
