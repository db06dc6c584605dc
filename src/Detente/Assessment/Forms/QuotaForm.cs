using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>Quotas by year or over a clause's own time, and shares of them (rules 7.6 and 7.7).</summary>
internal static class QuotaForm
{
    /// <summary>One year, or the whole time, and the number that holds in it.</summary>
    private readonly record struct Period(string? Name, Window Window, int Max);

    public static IEnumerable<Instance> Instances(Scene scene, Clause clause, Quota quota)
    {
        foreach (var party in scene.Bearers(quota.Bearer))
        {
            foreach (var period in Periods(scene, clause, quota, party))
            {
                if (Meets(scene, clause, party, period))
                {
                    yield return Of(scene, clause, quota.Acts, party, period, _ => Truth.True);
                }
            }

            if (quota.Year is not null || scene.Timetable.Base(clause, party) is null)
            {
                yield return Whole(scene, clause, quota, party);
            }
        }
    }

    public static IEnumerable<Instance> Instances(Scene scene, Clause clause, QuotaShare share)
    {
        if (scene.Glossary.Agreement.Clauses.FirstOrDefault(c => c.Id == share.OfClause)?.Sentence is not Quota quota)
        {
            yield break;
        }

        foreach (var party in scene.Bearers(share.Bearer))
        {
            foreach (var period in quota.Year is null ? [] : Periods(scene, clause, quota, party))
            {
                foreach (var country in !Meets(scene, clause, party, period) ? [] : Countries(scene, clause, quota, party, period))
                {
                    yield return Of(
                        scene, clause, quota.Acts, party,
                        new Period($"{period.Name} in {country ?? "a country not known"}", period.Window, period.Max / 2),
                        act => CountryOf(scene, act) is { } known ? Kleene.Known(known == country)
                            : country is null ? Truth.True : Truth.Unknown);
                }
            }

            yield return Whole(scene, clause, quota, party);
        }
    }

    /// <summary>A year is judged where it meets the clause's base in some account; the whole always is.</summary>
    private static bool Meets(Scene scene, Clause clause, string party, Period period) => period.Name is null
        || scene.Accounts.Any(a => scene.Timetable.Base(clause, party, a.Party) is { } whole && !whole.Intersect(period.Window).IsEmpty);

    private static Instance Whole(Scene scene, Clause clause, Quota quota, string party) => scene.Whole(
        clause, party,
        account => Scene.CoverageOf(account, party, [quota.Acts]),
        Verdict.NotTriggered,
        new Need(Verb.Reports, party, quota.Acts.Term, null));

    private static IEnumerable<Period> Periods(Scene scene, Clause clause, Quota quota, string party)
    {
        if (scene.Timetable.Base(clause, party) is not { } whole)
        {
            yield break;
        }

        if (quota.Year is not { } term)
        {
            yield return new Period(null, whole, quota.Steps[0].Max);
            yield break;
        }

        if (whole.IsEmpty)
        {
            yield break;
        }

        if (FirstYear(scene, term) is not { } anchor)
        {
            yield break;
        }

        var year = new Lapse(1, LapseUnit.Year, MonthEnd.EndOfMonth);
        for (var k = 1; k < 1000; k++)
        {
            var window = new Window(year.FromAnchor(anchor, k - 1), year.FromAnchor(anchor, k));
            if (window.From >= whole.Until || window.From > scene.LatestTick)
            {
                yield break;
            }

            var step = quota.Steps.FirstOrDefault(s => k >= (s.FirstYear ?? 1) && k <= (s.LastYear ?? int.MaxValue));
            if (step is not null && !window.Intersect(whole).IsEmpty)
            {
                yield return new Period($"year {k}", window, step.Max);
            }
        }
    }

    private static long? FirstYear(Scene scene, string term)
    {
        if (scene.Glossary.Year(term)?.From is { } from)
        {
            return scene.Timetable.Tick(from);
        }

        return scene.Timetable.EntryIntoForce is { } entry ? Days.StartOf(new NodaTime.LocalDate(Days.DateOf(entry).Year, 1, 1)) : null;
    }

    private static Instance Of(Scene scene, Clause clause, ActSelector acts, string party, Period period, Func<ActFacts, Truth> also)
    {
        var tracks = new Track[scene.Accounts.Length];
        for (var i = 0; i < tracks.Length; i++)
        {
            tracks[i] = Judge(scene, clause, acts, party, period, scene.Accounts[i], also);
        }

        return new Instance(clause, party, period.Name, period.Name is null ? tracks : Track.Born(tracks, period.Window.From), query =>
        {
            var evidence = new Evidence();
            if (query.Step.Verdict == Verdict.Pending)
            {
                return evidence;
            }

            foreach (var counted in Count(scene, clause, acts, party, period, query.Account, also).Where(c => c.First <= query.At))
            {
                evidence.RestsOn(scene, counted.Subject, party, acts.Items.Count > 0 ? query.Account.Act(counted.Subject)!.Item : null);
            }

            if (query.Step.Verdict == Verdict.Undetermined)
            {
                evidence.Needs.Add(new Need(Verb.Reports, party, acts.Term, period.Window.From));
            }

            return evidence;
        });
    }

    /// <summary>An act that counts, or may.</summary>
    private readonly record struct Counted(Subject Subject, Truth Counts, Amount Amount, long First, long Last, int Order);

    private static List<Counted> Count(
        Scene scene, Clause clause, ActSelector acts, string party, Period period, Account account, Func<ActFacts, Truth> also)
    {
        // An act that changes holdings is counted by its items, and may be of any number of them.
        var unstated = scene.Knowledge.Glossary.EffectOf(acts.Term) == HoldingsEffect.None ? Amount.Exactly(1) : new Amount(1, null);
        var counted = new List<Counted>();
        var windows = Limited(scene, clause, party, period, account);
        foreach (var (subject, facts) in account.Acts().Where(a => a.Facts.Actor == party))
        {
            var figure = account.Cumulative.GetValueOrDefault(facts.Id);
            if (figure is { Replaced: true })
            {
                continue;
            }

            var (first, last) = figure is not null ? (figure.First, figure.Last)
                : facts.Span is { } span ? (span.From, span.Until)
                : facts.AnyStart is { } start ? (start.FirstTick, start.LastTick) : (EventTime.Beginning, EventTime.End);
            var matches = Scene.Matches(facts, acts, account).And(facts.Happened).And(also(facts));
            var inside = windows.Hold(EventTime.OfTicks(first, last, Grain.Instant));
            if (matches.And(inside) is var counts && counts != Truth.False)
            {
                var amount = figure?.Amount ?? facts.Amount ?? unstated;
                counted.Add(new Counted(subject, counts, amount, first, last, counted.Count));
            }
        }

        return counted;
    }

    private static IReadOnlyList<Window> Limited(Scene scene, Clause clause, string party, Period period, Account account) =>
        [.. scene.Bound(clause, party, account).Select(w => w.Intersect(period.Window)).Where(w => !w.IsEmpty)];

    private static Track Judge(
        Scene scene, Clause clause, ActSelector acts, string party, Period period, Account account, Func<ActFacts, Truth> also)
    {
        var counted = Count(scene, clause, acts, party, period, account, also);
        var gap = Scene.FirstGap(Scene.CoverageOf(account, party, [acts]), Limited(scene, clause, party, period, account));
        var whole = scene.Timetable.Base(clause, party, account.Party);
        var begin = period.Window.From;
        var track = new Track();
        if (period.Name is null)
        {
            track.Add(new Step(EventTime.Beginning, Verdict.Pending, Due: whole?.From));
            begin = whole?.From ?? EventTime.End;
        }

        if (period.Name is not null ? whole is not { } met || met.Intersect(period.Window).IsEmpty : whole is null)
        {
            return track;
        }

        var ticks = counted.SelectMany(c => new[] { c.First, c.Last }).Append(gap ?? begin).Append(begin).Where(t => t >= begin);
        foreach (var tick in ticks.Distinct().Order())
        {
            track.Add(At(tick, counted, gap, period.Max));
        }

        return track;
    }

    private static Step At(long tick, List<Counted> counted, long? gap, int max)
    {
        var certain = counted.Where(c => c.Counts == Truth.True && c.Last <= tick).OrderBy(c => c.Last).ThenBy(c => c.Order);
        if (FirstOver(certain, c => c.Amount.Low ?? 0, max) is { } over)
        {
            return new Step(tick, Verdict.NotKept, Since: over.First);
        }

        var possible = counted.Where(c => c.First <= tick).OrderBy(c => c.First).ThenBy(c => c.Order).ToList();
        if (gap <= tick)
        {
            return new Step(tick, Verdict.Undetermined, Since: gap);
        }

        return FirstOver(possible, c => c.Amount.High ?? int.MaxValue, max) is { } doubtful
            ? new Step(tick, Verdict.Undetermined, Since: doubtful.First)
            : new Step(tick, Verdict.Kept, Left: max - (int)possible.Sum(c => c.Amount.High ?? 0));
    }

    private static Counted? FirstOver(IEnumerable<Counted> counted, Func<Counted, decimal> amount, int max)
    {
        var sum = 0m;
        foreach (var act in counted)
        {
            sum += amount(act);
            if (sum > max)
            {
                return act;
            }
        }

        return null;
    }

    private static IEnumerable<string?> Countries(Scene scene, Clause clause, Quota quota, string party, Period period)
    {
        var window = scene.Timetable.Base(clause, party)!.Value.Intersect(period.Window);
        var countries = new List<string?>();
        foreach (var account in scene.Accounts)
        {
            foreach (var (_, facts) in account.Acts())
            {
                if (facts.Actor == party && facts.Happened != Truth.False && Scene.Matches(facts, quota.Acts, account) != Truth.False
                    && TimeOf(facts).In(window) != Truth.False)
                {
                    countries.Add(CountryOf(scene, facts));
                }
            }
        }

        return countries.Distinct().OrderBy(c => c, StringComparer.Ordinal);
    }

    private static EventTime TimeOf(ActFacts facts) =>
        facts.Span is { } span ? EventTime.OfTicks(span.From, span.Until, Grain.Instant)
        : facts.AnyStart ?? EventTime.AnyTime;

    private static string? CountryOf(Scene scene, ActFacts act) =>
        act.Place is { } place ? scene.SitesNamed(place).Select(s => s.Country).FirstOrDefault(c => c is not null) : null;
}
