namespace Detente.Node.Pages.Words;

/// <summary>Clause by party.</summary>
public sealed record BoardPhrases
{
    public string Verdicts { get; init; } = "Verdicts";

    public string Clause { get; init; } = "Clause";

    public string All { get; init; } = "all";

    public string OnlyThese { get; init; } = "show only these";

    public string NoneOfThese { get; init; } = "No line bears this verdict at these instants.";

    public string NextDue { get; init; } = "Due next";

    public string NothingDue { get; init; } = "No deadline is ahead.";

    public string InCalendar { get; init; } = "as a calendar";

    public string BindsFromThen { get; init; } = "binds from then on";

    public string Warnings { get; init; } = "Warnings";

    public string WarningsBindNobody { get; init; } = "No verdicts: they bind nobody.";

    public string To { get; init; } = "to the capital of";

    public string At { get; init; } = "at";

    public string Of { get; init; } = "of";

    public string RestsOn { get; init; } = "rests on";

    public string ByAccount { get; init; } = "by account";

    public string Minutes { get; init; } = "minutes";

    public Func<int, string> More { get; init; } = count => $"and {count} more";

    public string Changed { get; init; } = "What changed last";

    public Func<string, string> ChangedSince { get; init; } = day => $"What changed since {day}";

    public string NothingChanged { get; init; } = "No verdict changed.";


    public Func<int, string> Rebound { get; init; } = count => $"{count} line{(count == 1 ? " keeps its verdict and is" : "s keep their verdict and are")} bound otherwise: begun, suspended, released or ended.";

    public string AllChanges { get; init; } = "between any two instants";

    public string Notes { get; init; } = "Notes";

    public string NoClauseBinds { get; init; } = "No clause binds yet, unless a line says otherwise.";

    public Func<string, string> EveryClause { get; init; } = state => $"Every clause {state}, unless a line says otherwise.";

    public Func<string, string> Unless { get; init; } = each => $"Unless a line says otherwise: {each}.";
}
