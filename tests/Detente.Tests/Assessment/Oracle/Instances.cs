using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>What an instance comes to in one account at one instant.</summary>
internal sealed record Outcome(Verdict Verdict, long? Since = null, long? Until = null, long? Due = null, int? Left = null, bool Late = false)
{
    /// <summary>The condition has not come about.</summary>
    public static readonly Outcome NotTriggered = new(Verdict.NotTriggered);

    /// <summary>6.5: the weakest leaf.</summary>
    public Basis? Basis { get; init; }

    /// <summary>6.7: what it rests on.</summary>
    public IReadOnlyList<Word> Cites { get; init; } = [];

    /// <summary>6.8: what its form needs when undetermined.</summary>
    public Need? Need { get; init; }
}

/// <summary>One instance of a clause for a bearer: its name, the tick it is listed from, its outcome by account and instant, and the ticks at which that may change.</summary>
internal sealed record Instance(string? Name, long Birth, Func<string, long, Outcome> In, Func<string, IEnumerable<long>> Ticks);

/// <summary>6.1: a step function of the instant judged, written as [from tick) value.</summary>
internal sealed class Steps
{
    private readonly List<(long From, Outcome Value)> steps = [];

    /// <summary>The tick of the first step.</summary>
    public long? Birth => steps.Count == 0 ? null : steps.Min(step => step.From);

    /// <summary>Every tick at which it steps.</summary>
    public IEnumerable<long> Ticks => steps.Select(step => step.From);

    /// <summary>Adds a step; of several that are reached the one added last counts.</summary>
    public Steps Then(long from, Outcome value)
    {
        steps.Add((Math.Max(from, steps.Count == 0 ? from : steps[^1].From), value));
        return this;
    }

    /// <summary>Puts a value in place of whatever stood from a tick on.</summary>
    public Steps From(long tick, Outcome value)
    {
        steps.RemoveAll(step => step.From >= tick);
        return Then(tick, value);
    }

    /// <summary>The value at a tick; <c>null</c> before the first step.</summary>
    public Outcome? At(long at) => steps.Where(step => step.From <= at).Select(step => step.Value).LastOrDefault();
}

/// <summary>What the forms share: a world, a clause and a bearer.</summary>
internal abstract class Form(World world, Clause clause, string party)
{
    protected World World => world;

    protected Accounts Accounts => world.Accounts;

    protected Clause Clause => clause;

    protected string Party => party;

    /// <summary>6.1: the instance without name: pending, else undetermined where the trigger is not covered, else not triggered.</summary>
    protected Instance Unseen(Func<Window, long?> firstUncovered, Func<long?, Need> need, Func<string, long, Outcome>? otherwise = null) => new(
        null,
        EventTime.Beginning,
        (x, at) =>
        {
            var from = world.Binds.Base(clause, party, x).From;
            if (at < from)
            {
                return Pending(from);
            }

            return FirstUncovered(firstUncovered, x, at) is { } since
                ? new Outcome(Verdict.Undetermined, since) { Need = need(since) }
                : otherwise is null ? Outcome.NotTriggered : otherwise(x, at);
        },
        x => [world.Binds.Base(clause, party, x).From, .. world.Binds.Windows(clause, party, x).SelectMany(one => new[] { one.From, one.Until }), .. world.Covered.Ticks()]);

    /// <summary>6.1: the first tick not covered, over the bound windows up to an instant.</summary>
    protected long? FirstUncovered(Func<Window, long?> firstUncovered, string x, long at) =>
        UpTo(x, at).Select(firstUncovered).Where(tick => tick is not null).Min();

    /// <summary>5.6: the bound windows up to an instant, which is included.</summary>
    protected IEnumerable<Window> UpTo(string x, long at) => world.Binds.Windows(clause, party, x)
        .Select(window => window.Intersect(new Window(EventTime.Beginning, at + 1)))
        .Where(window => !window.IsEmpty);

    /// <summary>6.1: pending until the clause binds.</summary>
    protected static Outcome Pending(long from) => new(Verdict.Pending, Due: from >= EventTime.End ? null : from);

    /// <summary>6.2: whether a deciding time lies inside base.</summary>
    protected Truth InBase(string x, EventTime time) =>
        world.Binds.Base(clause, party, x) is { IsEmpty: false } window ? time.In(window) : Truth.False;

    /// <summary>6.2: whether it lies inside a bound window.</summary>
    protected Truth InBound(string x, EventTime time) =>
        world.Binds.Windows(clause, party, x).Select(time.In).Aggregate(Truth.False, Kleene.Or);

    /// <summary>6.2: outside: not triggered; in part: undetermined, unless it is not triggered.</summary>
    protected static Outcome Bounded(Truth inside, Outcome outcome, Need need) => inside switch
    {
        Truth.False => NotTriggered(outcome),
        Truth.Unknown when outcome.Verdict != Verdict.NotTriggered => outcome with { Verdict = Verdict.Undetermined, Since = null, Until = null, Need = outcome.Need ?? need },
        _ => outcome,
    };

    /// <summary>6.2: not triggered; what it rests on and when it would fall due are told all the same.</summary>
    protected static Outcome NotTriggered(Outcome outcome) => new(Verdict.NotTriggered, Due: outcome.Due) { Cites = outcome.Cites };

    /// <summary>7.2: whether an act is one a selector means.</summary>
    protected Truth Matches(Act act, ActSelector selector, string x)
    {
        var told = Accounts.Kind(act, x) is { } kind ? Kleene.Known(kind == selector.Term) : Truth.Unknown;
        if (selector.Variant is not null)
        {
            told = told.And(Accounts.Variant(act, x) is { } variant ? Kleene.Known(variant == selector.Variant) : Truth.Unknown);
        }

        return selector.Items.Count == 0 ? told
            : told.And(Accounts.Item(act, x) is { } type ? World.Membership.Selected(type, selector.Items, x) : Truth.Unknown);
    }

    /// <summary>A time of which nothing is known.</summary>
    protected static readonly EventTime AnyTime = EventTime.OfTicks(EventTime.Beginning, EventTime.End, Grain.Instant);

    /// <summary>6.5: the weakest of some leaves.</summary>
    protected static Basis? Weakest(IEnumerable<Basis?> leaves) => leaves.Where(leaf => leaf is not null).Min();

    /// <summary>A clause as a need names it where there is nothing else to name.</summary>
    protected static Need Need(Verb verb, string by, string about, long? asOf = null) => new(verb, by, about, asOf);
}
