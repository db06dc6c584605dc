namespace Detente.Node.Pages.Words;

/// <summary>The sliders.</summary>
public sealed record TimePhrases
{
    public string Heading { get; init; } = "Time";

    public string At { get; init; } = "Judged at";

    public string AtHelp { get; init; } = "the instant the verdicts are for";

    public string Known { get; init; } = "As known by";

    public string KnownHelp { get; init; } = "only statements received by then count";

    public string Follows { get; init; } = "the same instant";

    public string Show { get; init; } = "Show";

    public string Previous { get; init; } = "‹ Change before";

    public string Next { get; init; } = "Change after ›";

    public string Play { get; init; } = "Play";

    public string Stop { get; init; } = "Stop";

    public string Default { get; init; } = "To the end of the record";

    public string Marks { get; init; } = "days on which something became known";
}
