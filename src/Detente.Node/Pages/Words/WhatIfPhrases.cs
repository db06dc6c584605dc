namespace Detente.Node.Pages.Words;

/// <summary>The sandbox.</summary>
public sealed record WhatIfPhrases
{
    public string Lead { get; init; } = "Change the words of a clause, add statements, and see which verdicts would come out otherwise. Nothing is kept: close the page, and it is gone.";

    public Func<int, int, string> TooLong { get; init; } = (count, most) =>
        $"This record has {count} statements. A sandbox judges all of it anew for every question, and takes records of up to {most}.";

    public string Instead { get; init; } = "To try a change on a record of this length, copy its folder, edit the files, and open both folders:";

    public string Command { get; init; } = "detente open COPY";

    public string ClauseHeading { get; init; } = "The clause";

    public string Choose { get; init; } = "Clause to change";

    public string NoClause { get; init; } = "none";

    public string ShowWords { get; init; } = "Show its words";

    public Func<string, string> Words { get; init; } = clause => $"Words of {clause}";

    public string WordsHelp { get; init; } = "As between the fences of its block. One clause at a time: to choose another lets go of this change.";

    public string InTheText { get; init; } = "the clause and its reasons as they are";

    public string StatementsHeading { get; init; } = "Statements to add";

    public string StatementsHelp { get; init; } = "As in the case’s file of statements. Of the id the author’s code is enough; the number is given.";

    public string InstantsHeading { get; init; } = "Instants";

    public string At { get; init; } = "Judged at";

    public string Known { get; init; } = "As known by";

    public string Judge { get; init; } = "Judge";

    public string StartOver { get; init; } = "start over";

    public string HowToWrite { get; init; } = "How a statement is written";

    public string Example { get; init; } = "A statement of this record, as its author would make it now:";

    public string MoreHelp { get; init; } = "A correction also has a line supersedes: with the id of the statement it replaces. Times are days (1988-09-15) or instants (1988-09-15T12:00Z).";

    public Func<int, int, string> Limits { get; init; } = (kibibytes, statements) =>
        $"Up to {kibibytes} KiB in each field and {statements} statements in the record. One question is judged at a time; on a long record it takes some seconds.";

    public string Result { get; init; } = "What would come of it";

    public string FieldTooLong { get; init; } = "That is longer than a sandbox takes";

    public string Added { get; init; } = "Added";

    public Func<string, string> NotKnown { get; init; } = received => $"received {received}, so not known at these instants";

    public string CannotBeJudged { get; init; } = "This cannot be judged before it is mended:";

    public string AlsoNoted { get; init; } = "It can be judged; its author should know:";

    public string Same { get; init; } = "Nothing changes: every line and every finding comes out as before.";

    public Func<int, int, int, string> Differ { get; init; } = (lines, verdicts, others) =>
        $"{Some(lines, "line")} and {Some(verdicts, "finding").ToLowerInvariant()} would come out otherwise.{(others == 0 ? "" : $" {Some(others, "finding")} would bear the same verdict on other dates or grounds.")}";

    public string Lines { get; init; } = "Lines";

    public string Findings { get; init; } = "Findings";

    public string Alike { get; init; } = "Findings of the same verdict on other dates or grounds";

    public string Notes { get; init; } = "Notes";

    public string WarningsNew { get; init; } = "Warnings that would be given";

    public string WarningsGone { get; init; } = "Warnings that would be gone";

    public string IsNow { get; init; } = "now";

    public string WouldBe { get; init; } = "then";

    public string None { get; init; } = "no finding";

    public string New { get; init; } = "new";

    public string Gone { get; init; } = "gone";

    public Func<int, string> More { get; init; } = count => $"and {count} more";

    public string Due { get; init; } = "due";

    public string Since { get; init; } = "since";

    public string Until { get; init; } = "until";

    public string Left { get; init; } = "left";

    public string Ground { get; init; } = "basis";

    public string Accounts { get; init; } = "accounts";

    public string AlsoRestsOn { get; init; } = "also rests on";

    public string NoLongerRestsOn { get; init; } = "no longer rests on";

    public string Never { get; init; } = "none";

    private static string Some(int count, string what) => count == 0 ? $"No {what}" : $"{count} {what}{(count == 1 ? "" : "s")}";
}
