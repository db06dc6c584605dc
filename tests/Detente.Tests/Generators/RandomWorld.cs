using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Generators;

/// <summary>A small agreement and a record on it, made so that names collide and times fall on deadlines.</summary>
public sealed record RandomWorld(Instrument Agreement, Case Record)
{
    /// <summary>Instants at which something may change, each judged with the knowledge of that instant and with all of it.</summary>
    public IReadOnlyList<(long At, long Known)> Points
    {
        get
        {
            var ticks = Ticks().Append(Days.StartOf(Chance.Start)).Where(tick => tick is > EventTime.Beginning and < EventTime.End)
                .SelectMany(tick => new[] { tick - 1, tick, tick + 1 }).Distinct().Order().ToList();
            var last = ticks[^1] + 400 * Days.TicksPerDay;
            return [.. ticks.Append(last).SelectMany(tick => new[] { (tick, tick), (tick, last) }), (last, ticks[ticks.Count / 2])];
        }
    }

    /// <summary>Some of the points, spread over all of them; the last instant with all knowledge is always there.</summary>
    public IReadOnlyList<(long At, long Known)> Some(int count)
    {
        var points = Points;
        var step = Math.Max(1, points.Count * 37 / 60);
        while (points.Count % step == 0 && step > 1)
        {
            step++;
        }

        return [.. Enumerable.Range(0, Math.Min(count, points.Count)).Select(i => points[(int)((long)i * step % points.Count)]).Append(points[^2]).Append(points[^1]).Distinct()];
    }

    /// <summary>Worlds with a little less in them, the largest parts left out first.</summary>
    public IEnumerable<RandomWorld> Smaller()
    {
        foreach (var clauses in Without([.. Agreement.Clauses]))
        {
            if (clauses.Count > 0)
            {
                yield return this with { Agreement = Agreement with { Clauses = [.. clauses] } };
            }
        }

        foreach (var statements in Without([.. Record.Statements]))
        {
            yield return this with { Record = Record with { Statements = statements } };
        }

        foreach (var lines in Without([.. Record.Coverage]))
        {
            yield return this with { Record = Record with { Coverage = lines } };
        }

        for (var i = 0; i < Agreement.Clauses.Count; i++)
        {
            var clause = Agreement.Clauses[i];
            if (clause.Conditions.Count > 0 || clause.Until is not null || clause.From is not null)
            {
                var plain = clause with { Conditions = [], Until = null, From = null };
                yield return this with { Agreement = Agreement with { Clauses = [.. Agreement.Clauses.Select((one, j) => j == i ? plain : one)] } };
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => WorldPrinter.Print(this);

    private static IEnumerable<List<T>> Without<T>(List<T> list)
    {
        if (list.Count > 2)
        {
            yield return list[..(list.Count / 2)];
            yield return list[(list.Count / 2)..];
        }

        for (var i = 0; i < list.Count; i++)
        {
            yield return [.. list[..i], .. list[(i + 1)..]];
        }
    }

    private IEnumerable<long> Ticks()
    {
        foreach (var statement in Record.Statements)
        {
            var times = Times(statement).ToList();
            foreach (var time in times)
            {
                yield return time.FirstTick;
                yield return time.LastTick;
            }

            foreach (var lapse in Lapses())
            {
                foreach (var time in times)
                {
                    yield return lapse.AddTo(time).FirstTick;
                    yield return lapse.AddTo(time).LastTick;
                    yield return lapse.IsCalendar || time.FirstTick <= EventTime.Beginning ? time.LastTick : time.FirstTick - lapse.Ticks;
                }
            }
        }

        foreach (var line in Record.Coverage)
        {
            yield return line.From;
            yield return line.Until;
        }

        if (Agreement.EntryIntoForce is { } day)
        {
            yield return Days.StartOf(day);
            foreach (var lapse in Lapses())
            {
                yield return lapse.FromAnchor(Days.StartOf(day), 1);
                yield return lapse.FromAnchor(Days.StartOf(day), 2);
            }
        }
    }

    private static IEnumerable<EventTime> Times(Statement statement)
    {
        yield return statement.Made;
        yield return statement.Received;
        foreach (var received in statement.ReceivedBy?.Values ?? [])
        {
            yield return received;
        }

        var within = statement.Content switch
        {
            ActWord act => act.Times.Values.Cast<EventTime?>().Append(act.Start).Append(act.End),
            Holdings holdings => [holdings.AsOf],
            Notice notice => [notice.Effective],
            _ => Enumerable.Empty<EventTime?>(),
        };
        foreach (var time in within.OfType<EventTime>())
        {
            yield return time;
        }
    }

    private IEnumerable<Lapse> Lapses() => Agreement.Clauses.SelectMany(clause => clause.Sentence switch
    {
        TriggeredDuty duty => duty.Otherwise.Prepend(duty.Duty).Select(link => link.Due switch
        {
            Due.AtLeastBefore before => (Lapse?)before.Lapse,
            Due.Within within => within.Lapse,
            _ => null,
        }).Append(duty.Unless?.To),
        Periodic periodic => [periodic.Every, periodic.Within],
        Right right => [right.AdmitWithin],
        Leaving leaving => [leaving.After],
        Quota => [new Lapse(1, LapseUnit.Year)],
        _ => Enumerable.Empty<Lapse?>(),
    }).OfType<Lapse>().Distinct();
}
