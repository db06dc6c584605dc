using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Accounts;

/// <summary>An act as one account has it (rules 3.2 and 3.3). What is <c>null</c> is not said.</summary>
internal sealed class ActFacts
{
    private static readonly Func<string, string, bool> NamesDiffer = (a, b) => a != b;
    private static readonly Func<bool, bool, bool> TruthsDiffer = (a, b) => a != b;
    private static readonly Func<EventTime, EventTime, bool> TimesDiffer = (a, b) => a.IsDisjointFrom(b);
    private static readonly Func<Amount, Amount, bool> AmountsDiffer = (a, b) => a.IsDisjointFrom(b);

    private ActFacts(string id, string actor, List<Said> words) => (Id, Actor, Words) = (id, actor, words);

    public string Id { get; }

    public string Actor { get; }

    /// <summary>Every known statement that is judged and names it or denies it, in record order.</summary>
    public IReadOnlyList<Said> Words { get; }

    public Truth Happened { get; private set; }

    /// <summary>True when some known word says it happened or did not; false when <see cref="Happened"/> follows from coverage.</summary>
    public bool HappenedIsSaid { get; private set; }

    /// <summary>The horizon from which silence may tell that it did not happen; <c>null</c> where words tell.</summary>
    public long? RestsOnSilenceUpTo { get; private set; }

    public bool Announced { get; private set; }

    public bool Cumulative { get; private set; }

    public string? Kind { get; private set; }

    public string? Variant { get; private set; }

    public string? Item { get; private set; }

    public Amount? Amount { get; private set; }

    public string? Place { get; private set; }

    public string? FromPlace { get; private set; }

    public string? About { get; private set; }

    public EventTime? Start { get; private set; }

    public EventTime? End { get; private set; }

    public EventTime? AnnouncedStart { get; private set; }

    public EventTime? AnnouncedEnd { get; private set; }

    /// <summary>The ticks a cumulative figure spans; <c>null</c> for a single act, or without both ends.</summary>
    public Window? Span => Cumulative && Start is { } start && End is { } end && start.FirstTick <= end.LastTick
        ? new Window(start.FirstTick, end.LastTick) : null;

    /// <summary>Start, else announced start.</summary>
    public EventTime? AnyStart => Start ?? AnnouncedStart;

    /// <summary>The first tick at which anything of it is known to have been, or the beginning of time.</summary>
    public long FirstTick => AnyStart?.FirstTick ?? EventTime.Beginning;

    private Dictionary<string, EventTime>? Times { get; set; }

    /// <summary>A time by the name a clause gives it.</summary>
    public EventTime? TimeOf(string name) => name switch
    {
        "start" or "actual-start" => Start,
        "end" or "actual-end" => End,
        "announced-start" => AnnouncedStart,
        "announced-end" => AnnouncedEnd,
        _ => Times is not null && Times.TryGetValue(name, out var time) ? time : null,
    };

    /// <summary>The act in an account, or <c>null</c> when no known word says what it is.</summary>
    public static ActFacts? Resolve(Subject act, Account account)
    {
        var knowledge = account.Knowledge;
        var said = new List<Said>(act.Count);
        string? actor = null;
        for (var i = 0; i < act.Count && act[i] < knowledge.Count; i++)
        {
            if (knowledge.Effective(act[i]) is { } word && knowledge.IsJudged(word) && knowledge.Names(word, act.Name))
            {
                said.Add(word);
                actor ??= (word.Content as ActWord)?.By;
            }
        }

        if (actor is null)
        {
            return null;
        }

        var facts = new ActFacts(act.Name, actor, said);
        facts.ResolveNames(said, account);
        facts.ResolveTimes(said, account);
        facts.ResolveHappened(said, account);
        return facts;
    }

    private void ResolveNames(List<Said> said, Account account)
    {
        Kind = Name(said, account, static w => w.Kind);
        Variant = Name(said, account, static w => w.Variant);
        Item = Name(said, account, static w => w.Item) is { } item ? account.Knowledge.Glossary.Canonical(item) : null;
        Place = Name(said, account, static w => w.Place);
        FromPlace = Name(said, account, static w => w.FromPlace);
        About = Name(said, account, static w => w.About);
        var amounts = new Words<Amount>(Actor, account.Party, orAnyone: true);
        foreach (var word in said)
        {
            if (word.Content is ActWord { Amount: { } amount })
            {
                amounts.Add(account.Knowledge, word, amount);
            }
        }

        Amount = amounts.Take(AmountsDiffer) is (true, var taken) ? taken : null;
    }

    private void ResolveTimes(List<Said> said, Account account)
    {
        Start = When(said, account, false, static w => w.Start);
        End = When(said, account, false, static w => w.End);
        AnnouncedStart = When(said, account, true, static w => w.Start);
        AnnouncedEnd = When(said, account, true, static w => w.End);
        foreach (var word in said)
        {
            if (word.Content is not ActWord { Times.Count: > 0 } stated)
            {
                continue;
            }

            foreach (var name in stated.Times.Keys)
            {
                Times ??= new Dictionary<string, EventTime>(StringComparer.Ordinal);
                if (!Times.ContainsKey(name) && When(said, account, null, w => w.Times.TryGetValue(name, out var time) ? time : null) is { } resolved)
                {
                    Times[name] = resolved;
                }
            }
        }
    }

    private void ResolveHappened(List<Said> said, Account account)
    {
        var words = new Words<bool>(Actor, account.Party);
        foreach (var word in said)
        {
            Announced |= word.Last.Verb == Verb.Announces;
            Cumulative |= word.Content is ActWord { Cumulative: true };
            if (word.Last.Verb != Verb.Announces)
            {
                words.Add(account.Knowledge, word, word.Content is not Denial);
            }
        }

        var (isSaid, happened) = words.Take(TruthsDiffer);
        HappenedIsSaid = isSaid;
        Happened = isSaid ? Kleene.Known(happened) : WithoutWord(said, account);
    }

    /// <summary>Silence means none where acts of the kind are covered over the whole time of the act.</summary>
    private Truth WithoutWord(List<Said> said, Account account)
    {
        var kind = said.Select(w => (w.Content as ActWord)?.Kind).FirstOrDefault(k => k is not null);
        var time = said.Select(w => (w.Content as ActWord)?.Start).FirstOrDefault(t => t is not null);
        if (kind is null || time is not { } when)
        {
            return Truth.Unknown;
        }

        var lines = account.Coverage.OfActOnType(kind, Actor, Item, account);
        var whole = Span is { } span ? span with { Until = span.Until + 1 } : new Window(when.FirstTick, when.LastTick + 1);
        RestsOnSilenceUpTo = whole.Until - 1;
        return account.Coverage.Covers(lines, whole) ? Truth.False : Truth.Unknown;
    }

    private string? Name(List<Said> said, Account account, Func<ActWord, string?> get)
    {
        var words = new Words<string>(Actor, account.Party, orAnyone: true);
        foreach (var word in said)
        {
            if (word.Content is ActWord act && get(act) is { } value)
            {
                words.Add(account.Knowledge, word, value);
            }
        }

        return words.Take(NamesDiffer).Value;
    }

    private EventTime? When(List<Said> said, Account account, bool? announced, Func<ActWord, EventTime?> get)
    {
        var words = new Words<EventTime>(Actor, account.Party, orAnyone: true);
        foreach (var word in said)
        {
            if (word.Content is ActWord act && (announced is null || announced == (word.Last.Verb == Verb.Announces)) && get(act) is { } value)
            {
                words.Add(account.Knowledge, word, value);
            }
        }

        return words.Take(TimesDiffer) is (true, var taken) ? taken : null;
    }
}
