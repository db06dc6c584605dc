using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.2: a ban on acts. One instance for each act that may be one, and one without name.</summary>
internal sealed class BanForm(World world, Clause clause, Ban ban, string party) : Form(world, clause, party)
{
    public IEnumerable<Instance> Instances() => Accounts.Acts()
        .Where(act => act.Actor == Party)
        .Select(Of).OfType<Instance>()
        .Prepend(Unseen(
            window => ban.Acts.Select(acts => World.Covered.Acts(acts, Party, window)).Min(),
            since => Need(Verb.Reports, Party, ban.Acts[0].Term, since),
            NoneSeen));

    /// <summary>7.2: kept where 6.1 says not triggered.</summary>
    private Outcome NoneSeen(string x, long at) =>
        new(Verdict.Kept, UpTo(x, at).Select(window => (long?)window.From).FirstOrDefault()) { Basis = World.Covered.BasisOfActs(ban.Acts, Party, UpTo(x, at)) };

    /// <summary>7.2: listed if in some account it is meant and inside base, neither being false.</summary>
    private Instance? Of(Act act)
    {
        var births = World.Parties
            .Where(x => IsMeant(act, x).And(InBase(x, When(act, x))) != Truth.False)
            .Select(x => (long?)When(act, x).FirstTick);
        return births.Min() is { } birth
            ? new Instance(act.Id, birth, (x, at) => Judge(act, x, at), x => [When(act, x).FirstTick, When(act, x).LastTick])
            : null;
    }

    /// <summary>7.2: the deciding time: start, else announced-start, else all of time; of a cumulative act its span.</summary>
    private EventTime When(Act act, string x) => World.Cumulative.IsCumulative(act, x) && World.Cumulative.Span(act, x) is { } span
        ? EventTime.OfTicks(span.First, span.Last, Grain.Instant)
        : Accounts.Start(act, x);

    /// <summary>7.2: some selector matches and no exception does, and it happened.</summary>
    private Truth IsMeant(Act act, string x)
    {
        var meant = ban.Acts.Select(acts => Matches(act, acts, x)).Aggregate(Truth.False, Kleene.Or);
        var excepted = ban.Unless.Select(acts => Matches(act, acts, x)).Aggregate(Truth.False, Kleene.Or);
        return meant.And(excepted.Not()).And(Accounts.Happened(act, x));
    }

    /// <summary>7.2: meant and inside: undetermined from the start's first tick, not kept from its last; not meant: kept; else undetermined.</summary>
    private Outcome Judge(Act act, string x, long at)
    {
        var start = When(act, x);
        var (meant, inside) = (IsMeant(act, x), InBase(x, start).And(InBound(x, start)));
        if (at < start.FirstTick)
        {
            return Outcome.NotTriggered;
        }

        var outcome = inside == Truth.False ? Outcome.NotTriggered
            : meant == Truth.False ? new Outcome(Verdict.Kept)
            : meant.And(inside) == Truth.True && at >= start.LastTick ? new Outcome(Verdict.NotKept, start.FirstTick)
            : new Outcome(Verdict.Undetermined);
        var itemIsJudged = ban.Acts.Concat(ban.Unless).Any(acts => acts.Items.Count > 0);
        return outcome with
        {
            Basis = World.Bases.Of(act, Party),
            Cites = [.. World.Bases.Cited(act, x, itemIsJudged)],
            Need = Need(Verb.Reports, Party, act.Id),
        };
    }
}
