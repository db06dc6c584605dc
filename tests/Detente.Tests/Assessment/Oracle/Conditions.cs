using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>Rules 5.4 and 5.5: verdicts of named clauses decide whether a clause binds. They are fixed in order of time, the earliest first.</summary>
internal static class Conditions
{
    /// <summary>Finds every release and every `once` that has come about, one tick after another, until there is nothing new.</summary>
    public static void Settle(World world)
    {
        while (true)
        {
            var news = Releases(world).Concat(Onces(world)).ToList();
            if (news.Count == 0)
            {
                return;
            }

            var first = news.Min(one => one.Tick);
            foreach (var one in news.Where(one => one.Tick == first))
            {
                one.Note();
            }
        }
    }

    /// <summary>5.4: a party is released from one tick after the least since of a not-kept verdict until its own next resumption. Everything is judged at `known`, so that a finding that leaves no such verdict leaves no release.</summary>
    private static IEnumerable<(long Tick, Action Note)> Releases(World world)
    {
        foreach (var clause in world.Agreement.Clauses)
        {
            foreach (var named in clause.Conditions.OfType<Condition.Reciprocal>())
            {
                foreach (var (party, x) in from party in world.Bearers(clause) from x in world.Parties select (party, x))
                {
                    var resumed = world.Binds.Releases(clause, party, x).Select(one => one.Until).DefaultIfEmpty(EventTime.Beginning).Max();
                    if (LeastNotKept(world, named, party, x, resumed) is { } since && since < EventTime.End)
                    {
                        yield return (since + 1, () => Release(world, clause, party, x, since));
                    }
                }
            }
        }
    }

    private static long? LeastNotKept(World world, Condition.Reciprocal named, string party, string x, long notBefore)
    {
        var not = from clause in world.Agreement.Clauses
                  where named.Clauses.Contains(clause.Id)
                  from other in world.Bearers(clause)
                  where other != party
                  from instance in world.Instances(clause, other, world.Horizon)
                  let outcome = instance.In(x, world.Horizon)
                  where outcome.Verdict == Verdict.NotKept && outcome.Since >= notBefore
                  select outcome.Since;
        return not.Min();
    }

    private static void Release(World world, Clause clause, string party, string x, long since)
    {
        var until = world.Knowledge.Notices(NoticeKind.Resumption, party)
            .Select(one => world.Binds.Resumption(one.Word, one.Notice))
            .Where(tick => tick > since)
            .DefaultIfEmpty(EventTime.End).Min();
        var key = (clause.Id, party, x);
        world.Binds.Released.TryAdd(key, []);
        world.Binds.Released[key].Add(new Window(since + 1, until));
    }

    /// <summary>5.5: a clause binds from one tick after every named clause's line is kept for every party that bears it.</summary>
    private static IEnumerable<(long Tick, Action Note)> Onces(World world)
    {
        foreach (var clause in world.Agreement.Clauses.Where(clause => clause.Conditions.OfType<Condition.Once>().Any()))
        {
            foreach (var x in world.Parties.Where(x => !world.Binds.OnceFrom.ContainsKey((clause.Id, x))))
            {
                if (FirstKept(world, [.. clause.Conditions.OfType<Condition.Once>().SelectMany(one => one.Clauses)], x) is { } tick)
                {
                    yield return (tick + 1, () => world.Binds.OnceFrom[(clause.Id, x)] = tick + 1);
                }
            }
        }
    }

    private static long? FirstKept(World world, IReadOnlyList<string> names, string x)
    {
        var lines = (from clause in world.Agreement.Clauses
                     where names.Contains(clause.Id)
                     from party in world.Bearers(clause)
                     select world.Instances(clause, party, world.Horizon)).ToList();
        var ticks = lines.SelectMany(line => line).SelectMany(instance => instance.Ticks(x).Append(instance.Birth))
            .Where(tick => tick <= world.Horizon).Distinct().Order();
        return lines.Count == 0 ? null : ticks.Select(tick => (long?)tick).FirstOrDefault(tick => lines.All(line => IsKept(line, x, tick!.Value)));
    }

    /// <summary>6.6: the worst of the instances, here in one account.</summary>
    private static bool IsKept(IReadOnlyList<Instance> line, string x, long at) =>
        line.Where(instance => instance.Birth <= at)
            .Select(instance => instance.In(x, at).Verdict)
            .MinBy(VerdictOrder.InLine) == Verdict.Kept;
}
