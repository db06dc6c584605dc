using Detente.Agreement.Model;
using Detente.Statements;

namespace Detente.Assessment;

/// <summary>Everything that can be told of an agreement on a record, at one instant judged and one instant of knowledge.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="At">The instant judged, in ticks.</param>
/// <param name="Known">The instant of knowledge, in ticks.</param>
/// <param name="StatementsKnown">How many statements are known.</param>
/// <param name="Findings">Every finding: by clause in the order of the text, party in the order of the text, then instance by birth and name, the one without name first.</param>
/// <param name="Lines">One for each clause and party, in the same order.</param>
/// <param name="Notes">What a reader must know beside the findings: figures that do not reconcile, suspension the agreement does not know.</param>
/// <param name="Warnings">Short flight times that the agreement wants to hear of; no findings.</param>
public sealed record Assessment(
    Instrument Agreement,
    long At,
    long Known,
    int StatementsKnown,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Line> Lines,
    IReadOnlyList<string> Notes,
    IReadOnlyList<FlightWarning> Warnings);

/// <summary>An assessment without its findings: what a reader sees first, at any instant of a long record at once.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="At">The instant judged, in ticks.</param>
/// <param name="Known">The instant of knowledge, in ticks.</param>
/// <param name="StatementsKnown">How many statements are known.</param>
/// <param name="Lines">One for each clause and party, in the order of the text.</param>
/// <param name="Notes">What a reader must know beside them, as in an <see cref="Assessment"/>.</param>
/// <param name="Warnings">Short flight times that the agreement wants to hear of; no findings.</param>
public sealed record LinesAt(
    Instrument Agreement,
    long At,
    long Known,
    int StatementsKnown,
    IReadOnlyList<Line> Lines,
    IReadOnlyList<string> Notes,
    IReadOnlyList<FlightWarning> Warnings);

/// <summary>Some of the findings of a clause for a party, in the order of an <see cref="Assessment"/>.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Findings">Those asked for.</param>
public sealed record FindingPage(int Total, IReadOnlyList<Finding> Findings);

/// <summary>A clause as it stands for one party: the worst of its instances.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Party">The party's code.</param>
/// <param name="Worst">The finding whose verdict the line bears; among equals one that some account says was not kept, then the first by birth.</param>
/// <param name="Reason">Why, in one line of neutral words.</param>
/// <param name="Counts">How many instances bear each verdict; those with none are absent.</param>
/// <param name="NextDue">The earliest deadline ahead among its pending instances, in ticks, or <c>null</c>.</param>
public sealed record Line(
    Clause Clause,
    string Party,
    Finding Worst,
    string Reason,
    IReadOnlyDictionary<Verdict, int> Counts,
    long? NextDue);

/// <summary>A tree of reasons. Its leaves are statements, lines of coverage, or words of the clause.</summary>
/// <param name="Text">One line.</param>
/// <param name="Verdict">What this part of the tree comes to, where it comes to a verdict.</param>
/// <param name="Statement">The statement's id where this is a leaf that cites one.</param>
/// <param name="Children">What it rests on.</param>
public sealed record Reason(string Text, Verdict? Verdict, string? Statement, IReadOnlyList<Reason> Children);

/// <summary>The reasons of an account.</summary>
/// <param name="By">The parties that give it, in the order of the text.</param>
/// <param name="Reason">Its verdict, and a tree below.</param>
public sealed record AccountReason(IReadOnlyList<string> By, Reason Reason);

/// <summary>Why a finding is what it is.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Words">The clause's own words.</param>
/// <param name="OneLine">Why, in one line of neutral words.</param>
/// <param name="Accounts">Each party's account: its verdict and its reasons. Accounts that come to the same by the same reasons are told once.</param>
/// <param name="AlsoReportedBy">Statements of authors that are neither party nor neutral on the same act or type: listed, not judged.</param>
/// <param name="Settlement">What would settle it, each in one line.</param>
public sealed record Explanation(
    Finding Finding,
    string Words,
    string OneLine,
    IReadOnlyList<AccountReason> Accounts,
    IReadOnlyList<Statement> AlsoReportedBy,
    IReadOnlyList<string> Settlement);

/// <summary>A change of a clause's line for a party, with both clocks on the same instant.</summary>
/// <param name="At">When, in ticks.</param>
/// <param name="Clause">The clause's id.</param>
/// <param name="Party">The party's code.</param>
/// <param name="Before">The verdict before, <c>null</c> for the first.</param>
/// <param name="After">The verdict from then on.</param>
/// <param name="Binds">Whether it binds from then on.</param>
/// <param name="By">The statements received at that instant on which the line rests; empty when the clock or the text brought it about.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record Change(
    long At,
    string Clause,
    string Party,
    Verdict? Before,
    Verdict After,
    BindingState Binds,
    IReadOnlyList<string> By,
    string Reason);
