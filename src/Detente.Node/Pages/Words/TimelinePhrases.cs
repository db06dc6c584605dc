namespace Detente.Node.Pages.Words;

/// <summary>How each verdict changed, and what differs between two instants.</summary>
public sealed record TimelinePhrases
{
    public string Lead { get; init; } = "Every change of a verdict, each instant judged as known then, with the statements that brought it about.";

    public string Filter { get; init; } = "Choose lines";

    public string Clause { get; init; } = "Clause";

    public string Party { get; init; } = "Party";

    public string All { get; init; } = "all";

    public string Show { get; init; } = "Show";

    public string ShowAll { get; init; } = "show all";

    public string Working { get; init; } = "The timeline is being worked out: every instant at which something became known or fell due is judged once.";

    public Func<int, int, string> Done { get; init; } = (done, total) => total == 0 ? "It has just begun." : $"{done} of {total} instants judged so far.";

    public string LookAgain { get; init; } = "Look again";

    public Func<int, int, string> TooLong { get; init; } = (count, most) =>
        $"This record has {count} statements. A timeline judges it again at every instant at which something became known; over {most} statements that takes hours, so it is not offered here.";


    public string Instead { get; init; } = "Instead:";

    public string CompareInstead { get; init; } = "compare any two instants";

    public string ReadInstead { get; init; } = "read the statements in the order in which they became known";

    public string BoardInstead { get; init; } = "see every line at any instant";

    public string Drawing { get; init; } = "Verdicts over time";

    public string SkipDrawing { get; init; } = "Skip the drawing";

    public string Legend { get; init; } = "Each verdict has a height and a pattern";

    public Func<int, string> SameHistory { get; init; } = count => $"{count} lines alike";

    public Func<string, string, string> From { get; init; } = (verdict, since) => $"{verdict} from {since}";

    public Func<int, string, string> Throughout { get; init; } = (count, verdicts) =>
        $"{count} {(count == 1 ? "line" : "lines")} bore one verdict throughout: {verdicts}.";

    public string NoChange { get; init; } = "None of these lines changed.";

    public string Changes { get; init; } = "Changes";

    public Func<int, string> Count { get; init; } = count => $"{count} change{(count == 1 ? "" : "s")}";

    public string Years { get; init; } = "Years";

    public Func<int, string, string> FirstTold { get; init; } = (count, verdicts) => $"First verdict of {(count == 1 ? "the line" : $"each of {count} lines")}: {verdicts}";

    public string BoardThen { get; init; } = "the board then";

    public string ChangesLead { get; init; } = "Lines whose verdict, or whether the clause binds, differs between two instants.";

    public string Before { get; init; } = "Before";

    public string After { get; init; } = "After";

    public string At { get; init; } = "Judged at";

    public string Known { get; init; } = "As known by";

    public string Compare { get; init; } = "Compare";

    public Func<string, string> AsKnown { get; init; } = known => $", as known by {known}";

    public string Offered { get; init; } = "Often asked";

    public Func<string, string> SinceStop { get; init; } = day => $"the last change (since {day})";

    public Func<string, string> SinceBegin { get; init; } = day => $"since the beginning of the record ({day})";

    public Func<string, string> SinceYear { get; init; } = day => $"within a year (since {day})";

    public Func<string, string> LaterEvidence { get; init; } = day => $"what later evidence changed about {day}";

    public string NothingBetween { get; init; } = "No line differs between these two.";

    public string Same { get; init; } = "Both are the same instant and the same knowledge, so nothing can differ: choose another instant before.";

    public Func<int, int, string> Differ { get; init; } = (count, of) => $"{count} of {of} line{(of == 1 ? "" : "s")} differ{(count == 1 ? "s" : "")}.";

    public Func<int, string> BecameKnown { get; init; } = count => count switch
    {
        0 => "Nothing became known between the two.",
        1 => "One statement became known between the two.",
        < 0 => $"The later instant is asked with {-count} statements fewer.",
        _ => $"{count} statements became known between the two.",
    };

    public string Unchanged { get; init; } = "binding only";
}
