namespace Detente.Node.Pages.Words;

/// <summary>What several pages say.</summary>
public sealed record CommonPhrases
{
    public string Product { get; init; } = "Detente";

    public string SkipToContent { get; init; } = "Skip to the content";

    public string AllAgreements { get; init; } = "All agreements";

    public string PagesOfCase { get; init; } = "Pages of this agreement";

    public string Board { get; init; } = "Board";

    public string Treaty { get; init; } = "The treaty";

    public string Statements { get; init; } = "Statements";

    public string Timeline { get; init; } = "Timeline";

    public string Changes { get; init; } = "Changes";

    public string WhatIf { get; init; } = "What if";

    public string Recalled { get; init; } = "rests on something recalled and not read in a text: check before relying on it";

    public string RecalledRule { get; init; } = "the rule is recalled and was not read in a text: check before relying on it";

    public string RecalledMark { get; init; } = "ʳ";

    public string Late { get; init; } = "late";

    public string Colophon { get; init; } = "Worked out on this machine from the agreement and the record. It says what they bear out and judges nobody.";

    public string Api { get; init; } = "The same for programs";

    public Func<int, int, string> StatementsKnown { get; init; } = (known, all) =>
        known == all ? $"{all} statement{(all == 1 ? "" : "s")}" : $"{known} of {all} statements known by then";

    public Func<string, string> AsIfInForce { get; init; } = day => $"Nobody brought this agreement into force. It is judged as if it had been from {day} on: no verdict here is about a duty that anybody had.";

    public string Reconstruction { get; init; } = "reconstruction";

    public string Live { get; init; } = "live record";
}
