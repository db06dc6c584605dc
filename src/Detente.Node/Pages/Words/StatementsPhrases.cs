using Detente.Statements;

namespace Detente.Node.Pages.Words;

/// <summary>Everything said, and one statement.</summary>
public sealed record StatementsPhrases
{
    public string Find { get; init; } = "Find statements";

    public string Words { get; init; } = "Words";

    public string Author { get; init; } = "Author";

    public string Verb { get; init; } = "Verb";

    public string Grade { get; init; } = "Grade";

    public string Clause { get; init; } = "Clause";

    public string Order { get; init; } = "Order";

    public string Any { get; init; } = "any";

    public string NewestFirst { get; init; } = "newest first";

    public string RecordOrder { get; init; } = "record order";

    public string Show { get; init; } = "Show";

    public string ShowAll { get; init; } = "show all";

    public string None { get; init; } = "No statement known at these instants is one of these.";

    public Func<int, int, int, string> Range { get; init; } = (from, to, of) => from == 1 && to == of ? $"{of} statement{(of == 1 ? "" : "s")}" : $"{from} to {to} of {of} statements";

    public Func<int, string> NotYetKnown { get; init; } = count => $"{count} more of this record {(count == 1 ? "is" : "are")} not known yet at these instants and not shown.";

    public Func<string, string> Stopped { get; init; } = id => $"So many statements were read for their words that reading stopped before {id}. Choose an author or a verb to reach further.";

    public string Pages { get; init; } = "Pages of statements";

    public string Previous { get; init; } = "Page before";

    public string Next { get; init; } = "Page after";

    public string Made { get; init; } = "made";

    public string Received { get; init; } = "received";

    public Func<string, string> By { get; init; } = party => $"by {party}";

    public string Source { get; init; } = "Source";

    public string With { get; init; } = "with";

    public string Replaces { get; init; } = "replaces";

    public string NotKnownYet { get; init; } = "Not known yet at these instants";

    public Func<string, string> ReceivedLater { get; init; } = when => $"It was received {when}, after the instant of knowledge this page is asked for.";

    public string AsItArrived { get; init; } = "See it as it arrived";

    public string Facts { get; init; } = "When, by whom, on what ground";

    public string SignedWith { get; init; } = "Signed with";

    public string Fulfils { get; init; } = "Clauses it names";

    public string Supersedes { get; init; } = "Replaces";

    public string SupersededBy { get; init; } = "Replaced by";

    public string LastCounts { get; init; } = "What was received last counts for what is said, what was received first for whether it was in time.";

    public string Note { get; init; } = "Note";

    public string Published { get; init; } = "published";

    public Func<Grade, string> GradeMeans { get; init; } = grade => grade switch
    {
        Statements.Grade.Read => "read in the source cited",
        Statements.Grade.Derived => "worked out from what was read",
        _ => "recalled and not read in a text: check before relying on it",
    };

    public string Resting { get; init; } = "Findings that rest on it";

    public string NoFinding { get; init; } = "No finding rests on it at these instants.";

    public string OnlyItsOwn { get; init; } = "This record is long: only findings on its own act or message were looked through.";

    public string CorrectionCounts { get; init; } = "Findings cite the last correction of a statement, so look there:";

    public string Related { get; init; } = "Statements it stands with";

    public string OnSameAct { get; init; } = "On the same act";

    public string About { get; init; } = "It is about";

    public string AboutIt { get; init; } = "About it";

    public string Yaml { get; init; } = "As a case file has it";

    public string SaidBefore { get; init; } = "Said before by the same author";

    public string SaidAfter { get; init; } = "Said after";

    public string All { get; init; } = "All statements";

    public string Otherwise { get; init; } = "What if it said otherwise?";
}
