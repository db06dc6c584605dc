namespace Detente.Node.Pages.Words;

/// <summary>The list of cases, and pages that tell what is wrong.</summary>
public sealed record HomePhrases
{
    public string Title { get; init; } = "Agreements";

    public string Lead { get; init; } = "Each agreement is judged on its record, clause by clause and party by party: what has been kept, what has not, what is disputed, what cannot be known yet, and why.";

    public string CannotBeJudged { get; init; } = "cannot be judged before this is mended";

    public string OpenBoard { get; init; } = "Open the board";

    public string SeeFaults { get; init; } = "See what is wrong";

    public Func<int, string> Clauses { get; init; } = count => $"{count} clause{(count == 1 ? "" : "s")}";

    public Func<int, string> Parties { get; init; } = count => $"{count} parties";

    public string Line { get; init; } = "line";

    public string Say { get; init; } = "say";

    public string ReadAgain { get; init; } = "The folder is read again whenever its files change: mend them and reload this page.";

    /// <summary>A heading for each stable code of a problem.</summary>
    public Func<string, string> ProblemTitle { get; init; } = code => code switch
    {
        "no-session" => "This address alone does not let you in",
        "token-used" => "This address was used before",
        "other-host" => "Not the host this was asked of",
        "foreign-origin" => "A page from elsewhere asked for this",
        "read-only" => "Nothing can be changed here",
        "no-case" => "There is no such agreement here",
        "no-clause" => "There is no such clause in this agreement",
        "no-instance" => "The clause has no such instance at these instants",
        "no-page" => "There is no such page",
        "no-statement" => "There is no such statement here",
        "bad-instant" => "That is no instant",
        "bad-request" => "The request cannot be read",
        _ => "Something broke in the program",
    };

    /// <summary>What to do about it.</summary>
    public Func<string, string> ProblemHelp { get; init; } = code => code switch
    {
        "no-session" => "Open the address that the command printed, with its token. The token is good once; your browser then keeps a cookie until the command ends.",
        "token-used" => "Its token is good once. If it was not you who used it, stop the command and start it again.",
        "other-host" => "The board answers to localhost and to no other name.",
        "foreign-origin" => "The board answers its own pages only. Open it by its own address.",
        "read-only" => "The board shows what an agreement and its record come to. It takes no changes.",
        "bad-instant" => "A day means its end, in UTC.",
        "fault" => "The fault is ours, not yours. What the command printed says more; nothing was lost.",
        _ => "The links below lead on.",
    };

    public string Home { get; init; } = "All agreements";
}
