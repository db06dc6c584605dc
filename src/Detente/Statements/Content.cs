using Detente.Geography;
using Detente.Quantities;
using Detente.Time;

namespace Detente.Statements;

/// <summary>What a statement says. One case for each thing that can be said; there are no others.</summary>
public abstract record Content;

/// <summary>Holdings as of a time. Each line sets one cell.</summary>
/// <param name="AsOf">The time the figures describe.</param>
/// <param name="Of">Whose holdings; the author's own unless it observes or finds.</param>
/// <param name="Lines">One amount each.</param>
/// <param name="Exchange">The data exchange this is, by the agreement's term, such as <c>data exchange</c>; or <c>null</c>.</param>
/// <param name="Complete">
/// Item or class terms of which it lists everything there is: silence means none; never empty. <c>null</c> leaves it to the
/// agreement: in a live record an exchange is complete for what its term declares, in a reconstruction for nothing.
/// </param>
public sealed record Holdings(
    EventTime AsOf,
    string Of,
    IReadOnlyList<HoldingLine> Lines,
    string? Exchange = null,
    IReadOnlyList<string>? Complete = null) : Content;

/// <summary>One cell: an amount of an item, in all or at one place or in one state.</summary>
/// <param name="Item">The type, as named in the agreement or in the case.</param>
/// <param name="Amount">How many.</param>
/// <param name="Place">A site's name, or <c>null</c> for all places together.</param>
/// <param name="State">A state term such as <c>deployed</c>, or <c>null</c> for all states together.</param>
public sealed record HoldingLine(string Item, Amount Amount, string? Place = null, string? State = null);

/// <summary>Sites and what they are.</summary>
public sealed record Sites(IReadOnlyList<Site> List) : Content;

/// <summary>A site.</summary>
/// <param name="Name">Its name in the case; acts and holdings name it so.</param>
/// <param name="Kind">A site term of the agreement, such as <c>elimination facility</c>.</param>
/// <param name="Of">The party it belongs to.</param>
/// <param name="Country">The basing country, or <c>null</c> when not said.</param>
/// <param name="Point">Where it is, or <c>null</c> when not said.</param>
public sealed record Site(string Name, string Kind, string Of, string? Country, GeoPoint? Point);

/// <summary>What a type is: properties of one's own type or of another's.</summary>
/// <param name="Item">The type's name.</param>
/// <param name="Of">The party whose type it is.</param>
/// <param name="Is">The item term it falls under, such as <c>missile</c>; or <c>null</c> when not said.</param>
/// <param name="Numbers">Numeric properties: range, warheads, stages.</param>
/// <param name="Words">Named properties: launch, purpose, missile-type.</param>
public sealed record TypeProperties(
    string Item,
    string Of,
    string? Is,
    IReadOnlyDictionary<string, Quantity> Numbers,
    IReadOnlyDictionary<string, string> Words) : Content;

/// <summary>One author's word on an act: announced, reported, observed or found. What is <c>null</c> or empty is not said.</summary>
public sealed record ActWord : Content
{
    /// <summary>The act's identifier, given by the first statement that names it.</summary>
    public required string Act { get; init; }

    /// <summary>An act term of the agreement, such as <c>elimination</c>; needed in the first word on an act.</summary>
    public string? Kind { get; init; }

    /// <summary>The kind's variant, such as <c>by launching</c>.</summary>
    public string? Variant { get; init; }

    /// <summary>Who conducts it; the author's own unless said.</summary>
    public required string By { get; init; }

    /// <summary>The type it is an act on.</summary>
    public string? Item { get; init; }

    // Boxed: an amount is 56 bytes, most words on an act state none, and a record holds millions of them.
    private readonly object? _amount;

    /// <summary>How many items.</summary>
    public Amount? Amount
    {
        get => (Amount?)_amount;
        init => _amount = value;
    }

    /// <summary>The site it happens at, or where it ends.</summary>
    public string? Place { get; init; }

    /// <summary>Where a movement begins.</summary>
    public string? FromPlace { get; init; }

    /// <summary>The act or message this act is about: the elimination an inspection inspects, the request it answers.</summary>
    public string? About { get; init; }

    /// <summary>Planned (when announced) or actual start.</summary>
    public EventTime? Start { get; init; }

    /// <summary>Planned (when announced) or actual end.</summary>
    public EventTime? End { get; init; }

    /// <summary>Other times by the agreement's name for them, such as <c>entry-arrival</c>.</summary>
    public IReadOnlyDictionary<string, EventTime> Times { get; init; } = Nothing.Times;

    /// <summary>Numeric properties of the act, such as <c>flown-range</c>.</summary>
    public IReadOnlyDictionary<string, Quantity> Numbers { get; init; } = Nothing.Numbers;

    /// <summary>True when the announced act will not take place.</summary>
    public bool Cancelled { get; init; }

    /// <summary>True when <see cref="Amount"/> counts all such acts from <see cref="Start"/> to <see cref="End"/>, and so stands for each of them.</summary>
    public bool Cumulative { get; init; }
}

/// <summary>The author's account has none of what is named: a statement, or an act.</summary>
/// <param name="What">Statement ids or act identifiers.</param>
public sealed record Denial(IReadOnlyList<string> What) : Content;

/// <summary>How the author understands a term: the item is, or is not, what the term names; a disputed area is, or is not, part of a territory.</summary>
/// <param name="Item">A type, or a disputed area by the name of the border map.</param>
/// <param name="Of">The party whose type or territory it is.</param>
/// <param name="Term">An item term of the agreement, or <c>territory of Russia</c>.</param>
/// <param name="Is">Whether it is one.</param>
public sealed record Reading(string Item, string Of, string Term, bool Is) : Content
{
    private const string Territories = "territory of ";

    /// <summary>The party or territory whose extent is read, or <c>null</c> where the reading is of a type.</summary>
    public string? Territory => Term.StartsWith(Territories, StringComparison.Ordinal) ? Term[Territories.Length..] : null;
}

/// <summary>A message about another message or an act.</summary>
/// <param name="Name">Its own identifier, so that others can refer to it; or <c>null</c>.</param>
/// <param name="To">To whom; empty for every other party.</param>
/// <param name="About">The message, act or clause it is about, or <c>null</c> for a first request.</param>
/// <param name="For">What a request asks for: <c>clarification</c>, <c>meeting</c>, an act term such as <c>short-notice inspection</c>.</param>
public sealed record Message(string? Name, IReadOnlyList<string> To, string? About, string? For) : Content;

/// <summary>What a notice does.</summary>
public enum NoticeKind : byte
{
    /// <summary>Signature.</summary>
    Signature,

    /// <summary>Entry into force.</summary>
    EntryIntoForce,

    /// <summary>The author suspends its obligations.</summary>
    Suspension,

    /// <summary>The author resumes them.</summary>
    Resumption,

    /// <summary>The author leaves.</summary>
    Withdrawal,

    /// <summary>The author joins. Listed; no rule of judgement rests on it yet.</summary>
    Accession,
}

/// <summary>A notice about the agreement itself.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Effective">When its author says it takes effect; <c>null</c> for on receipt, or as the agreement has it.</param>
/// <param name="Clauses">The clauses it concerns; empty for all.</param>
/// <param name="Reasons">The reasons stated, or <c>null</c>.</param>
public sealed record Notice(NoticeKind Kind, EventTime? Effective, IReadOnlyList<string> Clauses, string? Reasons) : Content;

/// <summary>The author takes back the statement it supersedes and says nothing in its place.</summary>
public sealed record Retraction : Content;

internal static class Nothing
{
    public static readonly IReadOnlyDictionary<string, EventTime> Times = new Dictionary<string, EventTime>();
    public static readonly IReadOnlyDictionary<string, Quantity> Numbers = new Dictionary<string, Quantity>();
}
