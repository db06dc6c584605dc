using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Reasons;

/// <summary>Limits in words: each type, what was held and how that is known.</summary>
internal static class LimitReasons
{
    /// <summary>Why, by the account that tells the verdict: the bearer's own where it does.</summary>
    public static string OneLine(Scene scene, Instance instance, Limit limit, Finding finding)
    {
        var own = scene.Glossary.IndexOf(instance.Party);
        var told = Tells(instance.Tracks[own], finding) ? own : Math.Max(0, Array.FindIndex(instance.Tracks, t => Tells(t, finding)));
        var whose = told == own ? "" : $"by the account of {scene.Accounts[told].Party}: ";
        return whose + OneLine(scene, instance, limit, finding, scene.Accounts[told]);
    }

    private static bool Tells(Track track, Finding finding) =>
        track.Steps.Any(s => s.Verdict == finding.Verdict && s.Since == finding.Since);

    private static string OneLine(Scene scene, Instance instance, Limit limit, Finding finding, Account account)
    {
        if (finding.Since is not { } since)
        {
            return finding.Due is { } due ? $"binds from {Days.PrintTick(due)}" : "does not bind yet";
        }

        var stock = Stock.Held(account, instance.Party, limit);
        var held = stock.Total.At(since);
        if (finding.Verdict == Verdict.Kept)
        {
            return held.High == 0 && LastFall(stock, since) is { } fell ? $"none since {Days.PrintTick(fell)}" : $"{held} on {Days.PrintTick(since)}";
        }

        if (finding.Verdict == Verdict.NotKept)
        {
            return $"{held} on {Days.PrintTick(since)}";
        }

        var why = held.High is not null ? $"{held} from {Days.PrintTick(since)}"
            : stock.Lines.All(l => l.Stream.LastReset(since) is null) ? $"no figures in the record from {Days.PrintTick(since)}"
            : $"from {Days.PrintTick(since)} more cannot be excluded";
        var wasKept = Combination.At(instance, scene.Glossary.IndexOf(instance.Party), since - 1)?.Verdict == Verdict.Kept;
        string?[] parts = [Gone(stock, since) is { } gone ? $"every listed type gone by {Days.PrintTick(gone)}" : null, wasKept ? $"kept to {Days.PrintTick(since - 1)}" : null, why];
        return string.Join("; ", parts.OfType<string>());
    }

    /// <summary>A branch for each type, with the statements it rests on.</summary>
    public static IEnumerable<Reason> Tree(Scene scene, Instance instance, Limit limit, Account account, Step step, long at)
    {
        var stock = Stock.Held(account, instance.Party, limit);
        var tick = step.Verdict == Verdict.Kept || step.Since is null ? at : step.Since.Value;
        foreach (var line in stock.Lines)
        {
            yield return OfType(scene, line, tick);
        }

        foreach (var unseen in stock.Unseen)
        {
            var amount = unseen.Steps.At(tick);
            var text = amount.High == 0
                ? $"no other {unseen.Selector.Term}: a declaration lists them all, and what would add to them is covered"
                : $"other types of {unseen.Selector.Term}: {(unseen.LastComplete(tick) is null ? "no declaration that lists them all" : "what would add to them is not covered")}";
            yield return new Reason(text, null, null, unseen.LastComplete(tick) is { } complete ? [Leaf.Of(scene, complete.Said)] : []);
        }
    }

    /// <summary>The last tick at or before another at which a listed type fell to none, where every one did.</summary>
    private static long? Gone(Stock stock, long before)
    {
        long? last = null;
        foreach (var line in stock.Lines.Where(l => l.Membership == Truth.True))
        {
            var none = line.Held.Steps.Where(s => s.Amount.High == 0 && s.From <= before).Select(s => (long?)s.From).Max();
            if (none is not { } tick)
            {
                return null;
            }

            last = Math.Max(last ?? tick, tick);
        }

        return last;
    }

    private static long? LastFall(Stock stock, long before) =>
        stock.Total.Steps.Where(s => s.From <= before && s.From > EventTime.Beginning && s.Amount.High == 0).Select(s => (long?)s.From).Max();

    private static Reason OfType(Scene scene, StockLine line, long tick)
    {
        var member = line.Membership == Truth.True ? "" : " (whether it counts cannot be told)";
        var none = line.Held.At(tick).High == 0 ? line.Held.Steps.Where(s => s.Amount.High == 0 && s.From <= tick).Select(s => (long?)s.From).Max() : null;
        var held = none is { } gone ? $"none since {Days.PrintTick(gone)}" : $"{Amount(line.Held.At(tick))} on {Days.PrintTick(tick)}";
        var leaves = new List<Reason>();
        if (line.Stream.LastReset(tick) is { } reset)
        {
            leaves.Add(Leaf.Of(scene, reset.Said));
        }

        foreach (var act in line.Stream.ActsCounted(tick))
        {
            leaves.AddRange(scene.Cites(act.Subject).Select(s => Leaf.Of(scene, s)));
        }

        return new Reason($"{line.Type}{member}: {held}", null, null, leaves);
    }

    private static string Amount(Amount amount) => amount.High is null && amount.Low == 0 ? "not known" : amount.ToString();
}
