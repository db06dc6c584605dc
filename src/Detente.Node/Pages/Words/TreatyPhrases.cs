namespace Detente.Node.Pages.Words;

/// <summary>The text with its verdicts, and the reasons of a clause.</summary>
public sealed record TreatyPhrases
{
    public string Reasons { get; init; } = "Reasons";

    public string Words { get; init; } = "The clause in its own words";

    public string Terms { get; init; } = "Terms";

    public string Accounts { get; init; } = "Each side’s account";

    public string EveryAccount { get; init; } = "Every account";

    public string RestsOn { get; init; } = "Statements it rests on";

    public string AlsoReported { get; init; } = "Also reported by others, listed and not judged";

    public string Settles { get; init; } = "What would settle it";

    public string Others { get; init; } = "All instances";

    public string Unseen { get; init; } = "as a whole, or not seen";

    public string InTheText { get; init; } = "in the text";

    public string Source { get; init; } = "source";

    public string Made { get; init; } = "made";

    public string Received { get; init; } = "received";

    public string With { get; init; } = "with";

    public string AllParties { get; init; } = "all parties";

    public string Contents { get; init; } = "Contents";

    public Func<int, int, int, string> Range { get; init; } = (from, to, of) => $"{from} to {to} of {of}";

    public string Earlier { get; init; } = "before";

    public string Later { get; init; } = "after";

    public string Left { get; init; } = "left";

    public Func<string, int, string> InstancesOf { get; init; } = (party, count) => $"{party}: {count} instance{(count == 1 ? "" : "s")}";

    public string Close { get; init; } = "Close";
}
