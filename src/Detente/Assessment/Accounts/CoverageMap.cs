using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Accounts;

/// <summary>Stretches of time in which silence means none, and how well that is known (rule 2).</summary>
internal sealed class CoverageMap(Knowledge knowledge)
{
    private Window UpToHorizon => new(EventTime.Beginning, knowledge.Horizon == long.MaxValue ? long.MaxValue : knowledge.Horizon + 1);

    /// <summary>Coverage of an act term on a selector (or on anything, without one).</summary>
    public IReadOnlyList<Covered> OfAct(string? term, string party, ItemSelector? selector) => Lines(
        party,
        line => MatchesAct(line.What, term) && (selector is null ? line.Item is null : MatchesSelector(line, selector)));

    /// <summary>Coverage of an act term on a type, in an account.</summary>
    public IReadOnlyList<Covered> OfActOnType(string? term, string party, string? type, Account account) => Lines(
        party,
        line => MatchesAct(line.What, term) && (line.Item is null || (type is not null && MatchesType(line, type, account))));

    /// <summary>Coverage of messages: requests, answers, declarations, notices.</summary>
    public IReadOnlyList<Covered> OfMessages(string party) => Lines(party, line => line.What == "messages" && line.Item is null);

    /// <summary>Coverage of where a selector's items are.</summary>
    public IReadOnlyList<Covered> OfLocation(string party, ItemSelector selector) =>
        Lines(party, line => line.What == "location" && MatchesSelector(line, selector));

    /// <summary>Coverage of everything that adds to (or takes from) holdings of a type.</summary>
    public IReadOnlyList<Covered> OfFlow(bool adds, string party, string type, Account account) =>
        OfFlow(adds, party, line => line.Item is null || MatchesType(line, type, account));

    /// <summary>Coverage of everything that adds to (or takes from) holdings of a selector's items.</summary>
    public IReadOnlyList<Covered> OfFlow(bool adds, string party, ItemSelector selector) =>
        OfFlow(adds, party, line => MatchesSelector(line, selector));

    /// <summary>Whether lines cover a whole window. Noted where a later horizon may say otherwise.</summary>
    public bool Covers(IReadOnlyList<Covered> lines, Window window)
    {
        var gap = FirstGap(lines, window);
        if (gap > knowledge.Horizon)
        {
            knowledge.TurnsAt(window.Until - 1);
        }

        return gap is null;
    }

    /// <summary>The first tick of a window that no line covers, or <c>null</c>. Noted where it moves with the horizon.</summary>
    public long? MovingGap(IReadOnlyList<Covered> lines, Window window)
    {
        var gap = FirstGap(lines, window);
        knowledge.HorizonMoves |= gap > knowledge.Horizon;
        return gap;
    }

    /// <summary>The first tick of the windows that no line covers, or <c>null</c>.</summary>
    public static long? FirstGap(IReadOnlyList<Covered> lines, IEnumerable<Window> windows)
    {
        foreach (var window in windows.OrderBy(w => w.From))
        {
            if (FirstGap(lines, window) is { } gap)
            {
                return gap;
            }
        }

        return null;
    }

    /// <summary>The first tick of a window that no line covers, or <c>null</c>.</summary>
    public static long? FirstGap(IReadOnlyList<Covered> lines, Window window)
    {
        var tick = window.From;
        while (tick < window.Until)
        {
            var reach = tick;
            for (var i = 0; i < lines.Count; i++)
            {
                reach = lines[i].Window.Contains(tick) ? Math.Max(reach, lines[i].Window.Until) : reach;
            }

            if (reach == tick)
            {
                return tick;
            }

            tick = reach;
        }

        return null;
    }

    /// <summary>The weakest over the windows of the best line at each tick; <c>null</c> where a tick has none or there is no tick.</summary>
    public static Basis? Weakest(IReadOnlyList<Covered> lines, IEnumerable<Window> windows)
    {
        Basis? weakest = null;
        foreach (var window in windows.Where(w => !w.IsEmpty))
        {
            var cuts = lines.SelectMany(l => new[] { l.Window.From, l.Window.Until })
                .Where(t => t > window.From && t < window.Until).Append(window.From).Distinct();
            foreach (var tick in cuts)
            {
                var best = lines.Where(l => l.Window.Contains(tick)).Select(l => (Basis?)l.Basis).Max();
                weakest = best is null ? weakest : weakest is null || best < weakest ? best : weakest;
            }
        }

        return weakest;
    }

    private List<Covered> OfFlow(bool adds, string party, Func<Coverage, bool> item)
    {
        var (all, effect) = adds ? ("acquisition", HoldingsEffect.Adds) : ("removal", HoldingsEffect.Removes);
        var terms = knowledge.Glossary.Agreement.Terms.OfType<ActTerm>().Where(t => t.Effect == effect).Select(t => t.Name).ToList();
        var whole = Lines(party, line => line.What == all && item(line));
        if (terms.Count == 0)
        {
            return whole;
        }

        var each = Lines(party, line => line.What == terms[0] && item(line));
        foreach (var term in terms.Skip(1))
        {
            each = Intersect(each, Lines(party, line => line.What == term && item(line)));
        }

        return [.. whole, .. each];
    }

    private static List<Covered> Intersect(List<Covered> a, List<Covered> b) =>
        [.. from x in a
            from y in b
            let both = x.Window.Intersect(y.Window)
            where !both.IsEmpty
            select new Covered(both, x.Basis < y.Basis ? x.Basis : y.Basis)];

    private List<Covered> Lines(string party, Func<Coverage, bool> matches)
    {
        var horizon = UpToHorizon;
        var lines = new List<Covered>();
        foreach (var line in knowledge.Coverage)
        {
            if (line.Party == party && matches(line) && new Window(line.From, line.Until).Intersect(horizon) is { IsEmpty: false } window)
            {
                lines.Add(new Covered(window, line.Basis));
            }
        }

        return lines;
    }

    private bool MatchesAct(string what, string? term) =>
        what == term
        || (what == "acquisition" && knowledge.Glossary.EffectOf(term) == HoldingsEffect.Adds)
        || (what == "removal" && knowledge.Glossary.EffectOf(term) == HoldingsEffect.Removes);

    private bool MatchesSelector(Coverage line, ItemSelector selector) =>
        line.Item is null || line.Item == selector.Term || line.Item == knowledge.Glossary.Class(selector.Term)?.Test?.Base
            || knowledge.Glossary.Holds(line.Item, selector.Term);

    private bool MatchesType(Coverage line, string type, Account account) =>
        knowledge.Glossary.Canonical(line.Item!) == type || account.IsA(type, line.Item!) == Truth.True;
}

/// <summary>A stretch of time in which silence means none.</summary>
internal readonly record struct Covered(Window Window, Basis Basis);
