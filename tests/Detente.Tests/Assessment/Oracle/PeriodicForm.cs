using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;
using NodaTime.Text;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.5: an exchange owed once, or after each period. One instance for each, and one without name.</summary>
internal sealed class PeriodicForm(World world, Clause clause, Periodic periodic, string party) : Form(world, clause, party)
{
    public IEnumerable<Instance> Instances(long upTo)
    {
        yield return Unseen(_ => null, since => Need(Verb.Declares, Party, periodic.Exchange, since));
        if (World.Binds.Tick(periodic.AsOf) is not { } anchor)
        {
            yield break;
        }

        if (periodic.Every is not { } every)
        {
            var name = $"as of {LocalDatePattern.Iso.Format(Days.DateOf(anchor))}";
            if (Of(name, anchor, x => World.Binds.Base(Clause, Party, x).From) is { } once)
            {
                yield return once;
            }

            yield break;
        }

        for (var k = 1; every.FromAnchor(anchor, k - 1) <= upTo; k++)
        {
            var began = every.FromAnchor(anchor, k - 1);
            if (Of($"period {k}", every.FromAnchor(anchor, k), _ => began) is { } period)
            {
                yield return period;
            }
        }
    }

    /// <summary>7.5: listed where e is inside base, its end included, in some account.</summary>
    private Instance? Of(string name, long e, Func<string, long> pendingFrom)
    {
        var births = World.Parties.Where(x => Holds(World.Binds.Base(Clause, Party, x), e)).Select(x => (long?)pendingFrom(x));
        return births.Min() is { } birth
            ? new Instance(name, birth, (x, at) => Judge(e, pendingFrom(x), x, at), x => Link(e, pendingFrom(x), x).Steps.Ticks)
            : null;
    }

    private Outcome Judge(long e, long pendingFrom, string x, long at)
    {
        var windows = World.Binds.Windows(Clause, Party, x);
        if (Link(e, pendingFrom, x).Steps.At(at) is not { } outcome)
        {
            return Outcome.NotTriggered;
        }

        outcome = outcome with
        {
            Cites = [.. Deeds(e).SelectMany(deed => deed.Cites)],
            Need = Need(Verb.Declares, Party, periodic.Exchange, e),
        };
        return Holds(World.Binds.Base(Clause, Party, x), e) && windows.Any(window => Holds(window, e)) ? outcome : NotTriggered(outcome); // 6.2
    }

    /// <summary>7.5: as 7.4, with the day of e as the time it is owed after.</summary>
    private Link Link(long e, long pendingFrom, string x)
    {
        var day = EventTime.On(Days.DateOf(e));
        var link = Deadline.Within(
            day, periodic.Within, Deeds(e), window => World.Covered.Messages(Party, window) is null, pendingFrom, []);
        var holds = World.Binds.Windows(Clause, Party, x).Where(window => Holds(window, e)).Select(window => (long?)window.Until).FirstOrDefault();
        var isInTime = Deeds(e).Any(deed => deed.IsCertain && periodic.Within.HasRoomBetween(day, deed.Time) == Truth.True);
        if (holds is { } end && link.Due > end && !isInTime)
        {
            link.Steps.From(end, Outcome.NotTriggered);
        }

        return link;
    }

    /// <summary>7.5: declarations with that exchange, as of the day of e or the day before.</summary>
    private IEnumerable<Done> Deeds(long e) =>
        from word in World.Words
        let holdings = word.Content as Holdings
        where holdings?.Exchange == periodic.Exchange && word.Verb == Verb.Declares && word.IsOf(Party)
        let isOf = IsAsOf(holdings.AsOf, Days.Of(e))
        let time = periodic.ByDispatch ? word.Made : World.Knowledge.ReceivedByAll(word)
        where isOf != Truth.False
        select new Done(time, isOf == Truth.True, word.First, World.Bases.Of(word, Party), [word]);

    /// <summary>7.5: the same day or the day before: true; an interval that holds one of them: cannot be told.</summary>
    private static Truth IsAsOf(EventTime asOf, long day)
    {
        var (first, last) = (Days.Of(asOf.FirstTick), Days.Of(asOf.LastTick));
        return first == last ? Kleene.Known(first == day || first == day - 1)
            : first <= day && last >= day - 1 ? Truth.Unknown
            : Truth.False;
    }

    /// <summary>7.5: inside, the end included.</summary>
    private static bool Holds(Window window, long e) => !window.IsEmpty && window.From <= e && e <= window.Until;
}
