using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>Section 2: inside coverage, silence means none. Every answer is the first tick that is not covered, or <c>null</c> when all are.</summary>
internal sealed class Covered(World world)
{
    /// <summary>A line that bears on a question, one question being answered by several lines together.</summary>
    private delegate bool Matches(Coverage line);

    /// <summary>2.2: acts of a term by a party on a type (on any item where it is <c>null</c>).</summary>
    public long? Act(string term, string party, string? type, string x, Window window) =>
        FirstGap(window, [line => line.Party == party && IsAct(line, term) && (type is null ? line.Item is null : OnType(line, type, x))]);

    /// <summary>2.4: acts of a selector by a party: each of its item selectors, or lines without item where it has none.</summary>
    public long? Acts(ActSelector acts, string party, Window window) =>
        FirstGap(window, [.. Items(acts.Items, line => line.Party == party && IsAct(line, acts.Term))]);

    /// <summary>2.2, 2.4: locations of the items of a party.</summary>
    public long? Locations(ValueList<ItemSelector> items, string party, Window window) =>
        FirstGap(window, [.. Items(items, line => line.Party == party && line.What == "location")]);

    /// <summary>2.2: messages of a party.</summary>
    public long? Messages(string party, Window window) =>
        FirstGap(window, [line => line.Party == party && line.What == "messages" && line.Item is null]);

    /// <summary>7.1: acquisition (or removal) of a type.</summary>
    public long? Flow(HoldingsEffect effect, string party, string type, string x, Window window) =>
        FirstGap(window, tick => Flows(effect, line => line.Party == party && OnType(line, type, x), tick));

    /// <summary>7.1: acquisition of whatever a selector selects.</summary>
    public long? Flow(HoldingsEffect effect, string party, ItemSelector items, Window window) =>
        FirstGap(window, tick => Flows(effect, line => line.Party == party && OnSelector(line, items), tick));

    /// <summary>7.2: over some windows, the weakest of the best line of each tick for the acts of each selector.</summary>
    public Basis? BasisOfActs(IEnumerable<ActSelector> acts, string party, IEnumerable<Window> windows) =>
        Weakest(windows, [.. acts.SelectMany(one => Items(one.Items, line => line.Party == party && IsAct(line, one.Term)))]);

    /// <summary>7.3: the same for locations.</summary>
    public Basis? BasisOfLocations(ValueList<ItemSelector> items, string party, IEnumerable<Window> windows) =>
        Weakest(windows, [.. Items(items, line => line.Party == party && line.What == "location")]);

    /// <summary>7.8: the same for messages.</summary>
    public Basis? BasisOfMessages(string party, IEnumerable<Window> windows) =>
        Weakest(windows, [line => line.Party == party && line.What == "messages" && line.Item is null]);

    /// <summary>7.1: the same for acquisition or removal of a type.</summary>
    public Basis? BasisOfFlow(HoldingsEffect effect, string party, string type, string x, Window window) =>
        Weakest([window], [line => line.Party == party && OnType(line, type, x) && IsFlow(line, effect)]);

    /// <summary>7.1: and of what a selector selects.</summary>
    public Basis? BasisOfFlow(HoldingsEffect effect, string party, ItemSelector items, Window window) =>
        Weakest([window], [line => line.Party == party && OnSelector(line, items) && IsFlow(line, effect)]);

    /// <summary>Ticks at which coverage begins or ends.</summary>
    public IEnumerable<long> Ticks() => Lines().SelectMany(line => new[] { line.From, line.Until }).Append(world.Known + 1);

    /// <summary>2.1: the lines, cut off after known.</summary>
    private IEnumerable<Coverage> Lines() =>
        (world.Record.IsReconstruction ? world.Record.Coverage : Live()).Select(line => line with { Until = Math.Min(line.Until, world.Known + 1) });

    /// <summary>2.1: what an agreement obliges parties to report, as lines.</summary>
    private IEnumerable<Coverage> Live()
    {
        foreach (var party in world.Agreement.Parties)
        {
            yield return Line("messages", party.Code, null);
            foreach (var clause in world.Agreement.Clauses)
            {
                foreach (var duty in clause.Sentence is TriggeredDuty owed ? owed.Otherwise.Prepend(owed.Duty) : [])
                {
                    if (duty.Deed is Deed.Conduct conduct)
                    {
                        yield return Line(conduct.ActTerm, party.Code, null);
                    }
                }

                if (clause.Sentence is TriggeredDuty { Trigger: Trigger.OnAct { Act: { Variant: null } act }, Duty: { Bearer: Bearer.ThatParty, Deed: Deed.Send send } }
                    && send.Message is MessageKind.Notification or MessageKind.Report)
                {
                    foreach (var item in act.Items.Count == 0 ? [null] : act.Items.Where(i => i.State is null && i.For is null).Select(i => (string?)i.Term))
                    {
                        yield return Line(act.Term, party.Code, item);
                    }
                }
            }
        }

        static Coverage Line(string what, string party, string? item) =>
            new(what, party, item, EventTime.Beginning, EventTime.End, Basis.Declared, Grade.Read, "");
    }

    /// <summary>2.1, 2.2: a tick is covered when for every question some line matches; returns up to where.</summary>
    private long? FirstGap(Window window, IReadOnlyList<Matches> questions) =>
        FirstGap(window, tick => questions.Min(question => Reach(question, tick)));

    private long? FirstGap(Window window, Func<long, long> reach)
    {
        var tick = window.From;
        while (tick < window.Until)
        {
            var covered = reach(tick);
            if (covered <= tick)
            {
                return tick;
            }

            tick = covered;
        }

        return null;
    }

    /// <summary>2.2: up to where the tick is covered by one line; the tick itself when by none.</summary>
    private long Reach(Matches question, long tick) =>
        Lines().Where(line => line.From <= tick && tick < line.Until && question(line)).Select(line => line.Until).Append(tick).Max();

    /// <summary>7.1: any line of acquisition, or all act terms that add, each.</summary>
    private long Flows(HoldingsEffect effect, Matches on, long tick)
    {
        var terms = Terms(effect).ToList();
        var whole = Reach(line => line.What == Flow(effect) && on(line), tick);
        return terms.Count == 0 ? whole : Math.Max(whole, terms.Min(term => Reach(line => IsAct(line, term) && on(line), tick)));
    }

    /// <summary>2.2: a line matches an act term by its name, or as acquisition or removal.</summary>
    private bool IsAct(Coverage line, string term) => line.What == term || world.Term<ActTerm>(term)?.Effect switch
    {
        HoldingsEffect.Adds => line.What == "acquisition",
        HoldingsEffect.Removes => line.What == "removal",
        _ => false,
    };

    private bool IsFlow(Coverage line, HoldingsEffect effect) => line.What == Flow(effect) || Terms(effect).Contains(line.What);

    private IEnumerable<string> Terms(HoldingsEffect effect) =>
        world.Agreement.Terms.OfType<ActTerm>().Where(term => term.Effect == effect).Select(term => term.Name);

    private static string Flow(HoldingsEffect effect) => effect == HoldingsEffect.Adds ? "acquisition" : "removal";

    /// <summary>2.3: a line matches a type when it names it, or a term of which it is certainly one.</summary>
    private bool OnType(Coverage line, string type, string x) => line.Item is null
        || world.Accounts.Type(line.Item) == type
        || (world.Term<Term>(line.Item) is ItemTerm or ClassTerm && world.Membership.Is(type, line.Item, x) == Truth.True);

    /// <summary>2.3: a line matches a selector when it names its term, or the base of that class term.</summary>
    private bool OnSelector(Coverage line, ItemSelector items) => line.Item is null
        || line.Item == items.Term
        || (world.Term<ClassTerm>(items.Term)?.Test is { } test && test.Base == line.Item)
        || (world.Term<ClassTerm>(line.Item)?.Test is { } wide && world.Term<ClassTerm>(items.Term) is { OneOf.Count: 0, Test: { } narrow }
            && wide.Base == narrow.Base && wide.Words.All(word => narrow.Words.Contains(word))
            && wide.Numbers.All(number => narrow.Numbers.Any(other => other.Property == number.Property && other.Interval.Within(number.Interval) == Truth.True)));

    /// <summary>2.4: one question for each selector; none needs a line without item.</summary>
    private IEnumerable<Matches> Items(ValueList<ItemSelector> items, Matches what) => items.Count == 0
        ? [line => what(line) && line.Item is null]
        : items.Select<ItemSelector, Matches>(one => line => what(line) && OnSelector(line, one));

    private Basis? Weakest(IEnumerable<Window> windows, IReadOnlyList<Matches> questions)
    {
        var ticks = Lines().SelectMany(line => new[] { line.From, line.Until }).ToList();
        var best = from window in windows
                   from tick in ticks.Append(window.From).Where(window.Contains).Distinct()
                   from question in questions
                   let lines = Lines().Where(line => line.From <= tick && tick < line.Until && question(line)).ToList()
                   where lines.Count > 0
                   select (Basis?)lines.Max(line => line.Basis);
        return best.Min();
    }
}
