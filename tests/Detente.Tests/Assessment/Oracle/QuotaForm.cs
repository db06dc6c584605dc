using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.6: what is counted in one period by one account: an act, whether it counts, and how many it is.</summary>
internal sealed record Tally(Counted Act, Truth Counts)
{
    public decimal Low => Act.Amount.Low ?? 0;

    public decimal? High => Act.Amount.High;
}

/// <summary>7.6 and 7.7: how many acts there were in a period, against a number.</summary>
internal abstract class CountForm(World world, Clause clause, string party) : Form(world, clause, party)
{
    protected static readonly Lapse OneYear = new(1, LapseUnit.Year);

    /// <summary>7.6: the periods with a step that begin at or before a tick: year k from its anchor, or calendar years.</summary>
    protected IEnumerable<(int Year, Window Period, int Max)> Years(Quota quota, long upTo)
    {
        var term = World.Term<YearTerm>(quota.Year);
        var anchor = term?.From is { } from ? World.Binds.Tick(from) : CalendarYear();
        for (var k = 1; term is not null && anchor is { } tick && OneYear.FromAnchor(tick, k - 1) <= upTo; k++)
        {
            if (quota.Steps.FirstOrDefault(step => (step.FirstYear ?? k) <= k && k <= (step.LastYear ?? k)) is { } step)
            {
                yield return (k, new Window(OneYear.FromAnchor(tick, k - 1), OneYear.FromAnchor(tick, k)), step.Max);
            }
        }
    }

    /// <summary>7.6: what matched and happened, at its start or over its span, and whether it was in a period while the clause bound.</summary>
    protected IReadOnlyList<Tally> Tallies(ActSelector acts, Window period, string x)
    {
        var windows = World.Binds.Windows(Clause, Party, x).Select(window => window.Intersect(period)).Where(window => !window.IsEmpty).ToList();
        var counted = World.Cumulative.Acts(Party, x, World.Term<ActTerm>(acts.Term) is { Effect: not HoldingsEffect.None } ? new Amount(1, null) : Amount.Exactly(1), act => (Accounts.Start(act, x).FirstTick, Accounts.Start(act, x).LastTick));
        return
        [
            .. from one in counted
               let time = EventTime.OfTicks(Math.Min(one.FirstTick, one.LastTick), one.LastTick, Grain.Instant)
               let inside = windows.Select(time.In).Aggregate(Truth.False, Kleene.Or)
               let counts = Matches(one.Act, acts, x).And(one.Happened).And(inside)
               where counts != Truth.False
               select new Tally(one, counts),
        ];
    }

    /// <summary>7.6: low over N: not kept; high within N: kept; else undetermined.</summary>
    protected Outcome Count(IReadOnlyList<Tally> tallies, ActSelector acts, int max, Window period, string x, long at, Need need)
    {
        var seen = tallies.Where(one => one.Act.FirstTick <= at).ToList();
        var gap = FirstUncovered(window => window.Intersect(period) is { IsEmpty: false } inside ? World.Covered.Acts(acts, Party, inside) : null, x, at);
        var certain = seen.Where(one => one.Counts == Truth.True && one.Act.LastTick <= at)
            .OrderBy(one => one.Act.LastTick).ThenBy(one => one.Act.Act.Position, Knowledge.Order);
        var high = gap is not null || seen.Any(one => one.High is null) ? null : seen.Sum(one => one.High);
        var rest = new Outcome(Verdict.Undetermined)
        {
            Basis = Weakest(seen.Select(one => World.Bases.Of(one.Act.Act, Party))),
            Cites = [.. seen.SelectMany(one => World.Bases.Cited(one.Act.Act, x, acts.Items.Count > 0))],
            Need = need,
        };
        if (Brings(certain, one => one.Low, max) is { } over)
        {
            return rest with { Verdict = Verdict.NotKept, Since = over };
        }

        if (high <= max)
        {
            return rest with { Verdict = Verdict.Kept, Left = (int)Math.Floor(max - high.Value) };
        }

        var byFirst = seen.OrderBy(one => one.Act.FirstTick).ThenBy(one => one.Act.Act.Position, Knowledge.Order);
        return rest with { Since = gap ?? Brings(byFirst, one => one.High, max) };
    }

    /// <summary>The first tick of the act that brings a sum over a number.</summary>
    private static long? Brings(IEnumerable<Tally> acts, Func<Tally, decimal?> amount, int max)
    {
        decimal? sum = 0;
        foreach (var act in acts)
        {
            sum += amount(act);
            if (sum is null || sum > max)
            {
                return act.Act.FirstTick;
            }
        }

        return null;
    }

    /// <summary>7.6: an instance for a period that meets base in some account and began by a tick.</summary>
    protected Instance? Of(string name, Window period, Func<string, long, Outcome> judge)
    {
        bool Meets(string x) => !World.Binds.Base(Clause, Party, x).Intersect(period).IsEmpty;
        return !World.Parties.Any(Meets) ? null : new Instance(
            name,
            period.From,
            (x, at) => at >= period.From && Meets(x) ? judge(x, at) : Outcome.NotTriggered,
            x => ActTicks(x).Append(period.From));
    }

    /// <summary>Ticks at which a count can change.</summary>
    protected IEnumerable<long> ActTicks(string x) => Accounts.Acts().Where(act => act.Actor == Party)
        .SelectMany(act => new EventTime?[] { Accounts.Start(act, x), Accounts.Time(act, x, "end") })
        .Where(time => time is not null)
        .SelectMany(time => new[] { time!.Value.FirstTick, time.Value.LastTick })
        .Concat(World.Covered.Ticks())
        .Concat(World.Binds.Windows(Clause, Party, x).Select(window => window.From));

    /// <summary>7.6: the first tick of the calendar year that holds entry into force.</summary>
    private long? CalendarYear() => World.Binds.EntryIntoForce is { } tick ? Days.StartOf(new NodaTime.LocalDate(Days.DateOf(tick).Year, 1, 1)) : null;
}

/// <summary>7.6: a quota. One instance for each year, and one without name, which is the count itself where there are no years.</summary>
internal sealed class QuotaForm(World world, Clause clause, Quota quota, string party) : CountForm(world, clause, party)
{
    public IEnumerable<Instance> Instances(long upTo)
    {
        var unseen = Unseen(window => World.Covered.Acts(quota.Acts, Party, window), since => Need(Verb.Reports, Party, quota.Acts.Term, since));
        if (quota.Year is null)
        {
            yield return unseen with { In = Whole, Ticks = x => unseen.Ticks(x).Concat(ActTicks(x)) };
            yield break;
        }

        yield return unseen;
        foreach (var (year, period, max) in Years(quota, upTo))
        {
            Outcome Judge(string x, long at) => Count(Tallies(quota.Acts, period, x), quota.Acts, max, period, x, at, Need(Verb.Reports, Party, quota.Acts.Term, period.From));
            if (Of($"year {year}", period, Judge) is { } instance)
            {
                yield return instance;
            }
        }
    }

    /// <summary>7.6: without a year term, over base.</summary>
    private Outcome Whole(string x, long at)
    {
        var period = World.Binds.Base(Clause, Party, x);
        return at < period.From
            ? Pending(period.From)
            : Count(Tallies(quota.Acts, period, x), quota.Acts, quota.Steps[0].Max, period, x, at, Need(Verb.Reports, Party, quota.Acts.Term, period.From));
    }
}

/// <summary>7.7: a share of another clause's quota in one country. One instance for each year and country.</summary>
internal sealed class QuotaShareForm(World world, Clause clause, QuotaShare share, string party) : CountForm(world, clause, party)
{
    private const string Unknown = "a country not known";

    public IEnumerable<Instance> Instances(long upTo)
    {
        if (World.Agreement.Clauses.FirstOrDefault(one => one.Id == share.OfClause)?.Sentence is not Quota quota)
        {
            yield break;
        }

        yield return Unseen(window => World.Covered.Acts(quota.Acts, Party, window), since => Need(Verb.Reports, Party, quota.Acts.Term, since));
        foreach (var (year, period, max) in Years(quota, upTo))
        {
            var countries = World.Parties.SelectMany(x => Tallies(quota.Acts, period, x).Select(one => Country(one, x))).Distinct();
            foreach (var country in countries)
            {
                Outcome Judge(string x, long at) => Count(
                    [.. Tallies(quota.Acts, period, x).Select(one => In(one, country, x)).OfType<Tally>()],
                    quota.Acts, max / 2, period, x, at, Need(Verb.Reports, Party, quota.Acts.Term, period.From));
                if (Of($"year {year} in {country}", period, Judge) is { } instance)
                {
                    yield return instance;
                }
            }
        }
    }

    private string Country(Tally tally, string x) => World.Places.Country(Accounts.Place(tally.Act.Act, x)) ?? Unknown;

    /// <summary>7.7: an act whose country is not known may count in each, and certainly counts only among such acts.</summary>
    private Tally? In(Tally tally, string country, string x) => Country(tally, x) switch
    {
        var own when own == country => tally,
        Unknown => tally with { Counts = Truth.Unknown },
        _ => null,
    };
}
