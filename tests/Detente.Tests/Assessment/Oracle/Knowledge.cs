using Detente.Agreement.Model;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>Rule 1.2: an effective statement, which is a chain of corrections: the content of its last link, the times and the position of its first.</summary>
internal sealed record Word(Statement First, Statement Last, IReadOnlyList<string> Ids)
{
    /// <summary>1.2: what it says is what its last known link says.</summary>
    public Content Content => Last.Content;

    /// <summary>1.2: so is what it does.</summary>
    public Verb Verb => Last.Verb;

    /// <summary>Only the author supersedes, so every link has this one.</summary>
    public string Author => First.Author;

    /// <summary>1.3: its author and whoever signs with it.</summary>
    public IReadOnlyList<string> Signers => [Author, .. Last.JointWith];

    /// <summary>1.2: the times are those of the first link.</summary>
    public EventTime Made => First.Made;

    /// <summary>1.2, for one party.</summary>
    public EventTime ReceivedBy(string party) => First.ReceivedByParty(party);

    /// <summary>1.3: whether it counts as a statement of the party.</summary>
    public bool IsOf(string party) => Signers.Contains(party);

    /// <summary>Whether a reference means it: any of its links may be named.</summary>
    public bool IsNamed(string reference) => Ids.Contains(reference);

    /// <summary>What it is called in a finding: its last known link, whose content speaks.</summary>
    public string Id => Last.Id;

    /// <summary>What an instance made of it is called: its first link, so that it keeps its identity.</summary>
    public string FirstId => First.Id;
}

/// <summary>Section 1: which statements there are at an instant of knowledge.</summary>
internal sealed class Knowledge
{
    private readonly Instrument agreement;

    /// <summary>1.1 to 1.4: every effective statement that is judged, by position.</summary>
    public Knowledge(Instrument agreement, Case record, long known)
    {
        this.agreement = agreement;
        Parties = [.. agreement.Parties.Select(party => party.Code)];
        var heard = record.Statements.Where(statement => statement.Received.LastTick <= known).ToList(); // 1.1
        Words = [.. Chains(heard).Where(IsJudged).OrderBy(word => word.First, Order)];
    }

    /// <summary>The parties' codes in the order of the text.</summary>
    public IReadOnlyList<string> Parties { get; }

    /// <summary>Effective statements by position.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>1.1: record order.</summary>
    public static Comparer<Statement> Order { get; } = Comparer<Statement>.Create((a, b) =>
    {
        var byReceipt = a.Received.LastTick.CompareTo(b.Received.LastTick);
        var byAuthor = string.CompareOrdinal(a.Author, b.Author);
        return byReceipt != 0 ? byReceipt : byAuthor != 0 ? byAuthor : a.Number.CompareTo(b.Number);
    });

    /// <summary>1.4: a neutral the agreement names.</summary>
    public bool IsNeutral(string author) => agreement.Neutrals.Any(neutral => neutral.Code == author);

    /// <summary>1.4: a finding, which all parties sign jointly or a neutral makes.</summary>
    public bool IsFinding(Word word) => word.Verb == Verb.Finds && (IsNeutral(word.Author) || Parties.All(word.IsOf));

    /// <summary>1.4: a neutral's word that is not a finding.</summary>
    public bool IsNeutralWord(Word word) => !IsFinding(word) && IsNeutral(word.Author);

    /// <summary>1.5: of the receipts by the parties other than the author, the one with the greatest last instant, then the greatest first.</summary>
    public EventTime ReceivedByAll(Word word) => Parties.Where(party => party != word.Author)
        .Select(word.ReceivedBy)
        .OrderByDescending(time => time.LastTick).ThenByDescending(time => time.FirstTick)
        .First();

    /// <summary>The notices of one kind, by position; of one party where one is named.</summary>
    public IEnumerable<(Word Word, Notice Notice)> Notices(NoticeKind kind, string? author = null) =>
        from word in Words
        where word.Verb == Verb.GivesNotice && (author is null ? Parties.Any(word.IsOf) : word.IsOf(author))
        let notice = word.Content as Notice
        where notice is not null && notice.Kind == kind
        select (word, notice);

    /// <summary>1.2: chains of what is known; a link to anything but an earlier statement of the author is void, and a retraction as last link takes the chain away.</summary>
    private static IEnumerable<Word> Chains(List<Statement> heard)
    {
        foreach (var chain in heard.Where(one => Root(one, heard) is not null).GroupBy(one => Root(one, heard)!.Id))
        {
            var links = chain.Order(Order).ToList();
            if (links[^1].Content is not Retraction)
            {
                yield return new Word(links[0], links[^1], [.. links.Select(link => link.Id)]);
            }
        }
    }

    /// <summary>1.2: what a chain of corrections leads back to; <c>null</c> where a link is void.</summary>
    private static Statement? Root(Statement statement, List<Statement> among)
    {
        if (statement.Supersedes is null)
        {
            return statement;
        }

        var superseded = among.FirstOrDefault(other => other.Id == statement.Supersedes && other.Author == statement.Author && Order.Compare(other, statement) < 0);
        return superseded is null ? null : Root(superseded, among);
    }

    /// <summary>1.4: parties and neutrals are judged, others are not; `finds` that is no finding is void.</summary>
    private bool IsJudged(Word word) =>
        (Parties.Contains(word.Author) || IsNeutral(word.Author))
        && (word.Verb != Verb.Finds || IsFinding(word));
}
