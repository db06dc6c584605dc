namespace Detente.Node.Pages.Words;

/// <summary>
/// Every string of the pages, by page. What stands here is English; a second language is a second one of these. A page holds no words itself, and a test
/// sees to that. What the judgement says (verdicts, reasons, titles of clauses) comes from the domain.
/// </summary>
public sealed record Phrases
{
    /// <summary>The language's tag (BCP 47).</summary>
    public string Language { get; init; } = "en";

    /// <summary>What several pages say.</summary>
    public CommonPhrases Common { get; init; } = new();

    /// <summary>The sliders.</summary>
    public TimePhrases Time { get; init; } = new();

    /// <summary>The list of cases, and pages that tell what is wrong.</summary>
    public HomePhrases Home { get; init; } = new();

    /// <summary>Clause by party.</summary>
    public BoardPhrases Board { get; init; } = new();

    /// <summary>The text with its verdicts, and the reasons of a clause.</summary>
    public TreatyPhrases Treaty { get; init; } = new();

    /// <summary>Everything said, and one statement.</summary>
    public StatementsPhrases Statements { get; init; } = new();

    /// <summary>How each verdict changed, and what differs between two instants.</summary>
    public TimelinePhrases Timeline { get; init; } = new();

    /// <summary>The sandbox.</summary>
    public WhatIfPhrases WhatIf { get; init; } = new();
}
