using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Accounts;

/// <summary>An effective statement: the content of its last known link, the times and the position of its first (rule 1.2).</summary>
/// <param name="Position">Where its first link stands in the record.</param>
/// <param name="First">Its first link: times.</param>
/// <param name="Last">Its last known link: content.</param>
internal readonly record struct Said(int Position, Statement First, Statement Last)
{
    public string Author => First.Author;

    public Content Content => Last.Content;

    public bool IsBy(string party) => First.Author == party || Last.JointWith.Contains(party);
}

/// <summary>What is known at an instant: a prefix of the ledger (rules 1.1 to 1.5).</summary>
internal sealed class Knowledge(Ledger ledger, Case record, long known)
{
    private string[]? _types;

    /// <summary>All that the ledger holds so far, with coverage up to an instant that may move.</summary>
    public static Knowledge Growing(Ledger ledger, Case record) => new(ledger, record, long.MaxValue);

    public Ledger Ledger => ledger;

    public Glossary Glossary => ledger.Glossary;

    public Case Record => record;

    /// <summary>The instant of knowledge, in ticks.</summary>
    public long Known { get; } = known;

    /// <summary>Beyond this tick silence means nothing (rule 2.1).</summary>
    public long Horizon { get; private set; } = known;

    /// <summary>
    /// The first later horizon at which a question about silence asked so far would be answered otherwise, or
    /// <see cref="long.MaxValue"/> for none.
    /// </summary>
    public long NextHorizon { get; private set; } = long.MaxValue;

    /// <summary>Whether it was asked from when on silence means nothing: an answer that moves with the horizon.</summary>
    public bool HorizonMoves { get; set; }

    /// <summary>How many statements are known.</summary>
    public int Count { get; set; } = ledger.CountKnown(known);

    public bool IsLive => !record.IsReconstruction;

    /// <summary>Moves the horizon; nothing is asked yet.</summary>
    public void MoveHorizon(long horizon) => (Horizon, NextHorizon, HorizonMoves) = (horizon, long.MaxValue, false);

    /// <summary>Notes that a question would be answered otherwise from a later horizon on. The end of time is no horizon.</summary>
    public void TurnsAt(long horizon)
    {
        if (horizon > Horizon && horizon < EventTime.End - 1)
        {
            NextHorizon = Math.Min(NextHorizon, horizon);
        }
    }

    public IEnumerable<Said> On(Subject? subject)
    {
        for (var i = 0; subject is not null && i < subject.Count && subject[i] < Count; i++)
        {
            if (Effective(subject[i]) is { } said)
            {
                yield return said;
            }
        }
    }

    /// <summary>The effective statement whose chain begins at a position, or <c>null</c> when it is taken back.</summary>
    public Said? Effective(int position) =>
        ledger.LastKnown(position, Count) is { } last ? new Said(position, ledger.Statements[position], last) : null;

    /// <summary>The same, or <c>null</c> when it is not judged.</summary>
    public Said? Judged(int position) => Effective(position) is { } said && IsJudged(said) ? said : null;

    /// <summary>Statements of parties, neutrals and findings: those that are judged.</summary>
    public IEnumerable<Said> JudgedOn(Subject? subject) => On(subject).Where(IsJudged);

    public bool IsJudged(Said said) =>
        said.Last.Verb == Verb.Finds ? IsFinding(said) : Glossary.IsParty(said.Author) || Glossary.IsNeutral(said.Author);

    public bool IsFinding(Said said) => said.Last.Verb == Verb.Finds
        && (Glossary.IsNeutral(said.Author) || Glossary.Parties.All(said.IsBy));

    /// <summary>Every type the agreement's classes name, and every type a known statement names, by the agreement's names.</summary>
    public IReadOnlyList<string> Types => _types ??= FindTypes();

    /// <summary>Where silence may mean none: what the case states, or what its agreement obliges a live record to hold.</summary>
    public IReadOnlyList<Coverage> Coverage => IsLive ? ledger.LiveCoverage : record.Coverage;

    /// <summary>Whether a statement counts in an account of what a source says: findings and neutrals always do.</summary>
    public bool Speaks(Said said, string source) => said.Last.Verb == Verb.Finds || Glossary.IsNeutral(said.Author) || said.IsBy(source);

    /// <summary>When a message counts: as its author sent it where the text says so, else when every other party had it.</summary>
    public EventTime SentOrReceived(Said said, bool byDispatch) => byDispatch ? said.First.Made : ReceivedByAll(said.First);

    /// <summary>The latest receipt over the parties other than the author.</summary>
    public EventTime ReceivedByAll(Statement statement)
    {
        if (statement.ReceivedBy is null)
        {
            return statement.Received;
        }

        EventTime? latest = null;
        foreach (var party in Glossary.Parties)
        {
            var own = statement.ReceivedByParty(party);
            if (party != statement.Author && (latest is not { } so || own.LastTick > so.LastTick || (own.LastTick == so.LastTick && own.FirstTick > so.FirstTick)))
            {
                latest = own;
            }
        }

        return latest ?? statement.Received;
    }

    /// <summary>Whether the statement is on the act: a word on it, or a denial of it.</summary>
    public bool Names(Said said, string act) => said.Content switch
    {
        ActWord word => word.Act == act,
        Denial denial => ledger.Denied(denial, Count).Contains(act),
        _ => false,
    };

    private string[] FindTypes()
    {
        var named = Glossary.Classes.SelectMany(c => c.OneOf).Select(n => n.Name);
        var described = ledger.Types.Where(t => JudgedOn(t).Any(s => TypeFacts.Describes(this, s, t.Name))).Select(t => t.Name);
        var held = JudgedOn(ledger.HoldingsSaid).Select(s => s.Content).OfType<Holdings>().SelectMany(h => h.Lines).Select(l => l.Item);
        var acted = ledger.Acts.SelectMany(a => JudgedOn(a)).Select(s => (s.Content as ActWord)?.Item).OfType<string>();
        return [.. named.Concat(described).Concat(held).Concat(acted).Select(Glossary.Canonical).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>How well a statement establishes something about a party (rule 6.5).</summary>
    public Basis BasisOf(Said said, string bearer)
    {
        if (IsFinding(said))
        {
            return Basis.Found;
        }

        var joint = said.Last.JointWith.Count > 0 && Array.Exists(Glossary.Parties, p => p != bearer && said.IsBy(p));
        return said.IsBy(bearer) ? joint ? Basis.Inspected : Basis.Declared : Basis.Observed;
    }
}
