using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Diagnostics;
using Detente.Time;
using NodaTime;

namespace Detente.Agreement.Check;

/// <summary>Beginnings after ends, limits that overlap, and months without a counterpart to the day they are counted from.</summary>
internal sealed class TimeChecks(Desk desk)
{
    // Far beyond the life of any agreement, and few enough to try.
    private const int PeriodsTried = 240;

    // Where the date of an anchor is left to the record, times from the same anchor can still be compared.
    private static readonly LocalDate AnyDay = new(2001, 1, 1);

    private static readonly TimeExpression InForce = new(new Anchor.EntryIntoForce());

    public void Run()
    {
        foreach (var year in desk.Instrument.Terms.OfType<YearTerm>())
        {
            Year(year);
        }

        foreach (var clause in desk.Instrument.Clauses)
        {
            if (clause.Until is { } until && Compare(clause.From ?? InForce, until) >= 0)
            {
                desk.AtClause(AgreementCodes.TimesReversed, clause, desk.Positions.Of(until), "the clause ends before it begins to bind, or as it does");
            }

            foreach (var time in TimesOf(clause))
            {
                Counterpart(clause, time);
            }

            switch (clause.Sentence)
            {
                case Limit limit:
                    Phases(clause, limit);
                    break;
                case Periodic periodic:
                    Periods(clause, periodic);
                    break;
                case TriggeredDuty duty:
                    foreach (var due in duty.Otherwise.Prepend(duty.Duty).Select(link => link.Due))
                    {
                        FixedDue(clause, due);
                    }

                    break;
                case Right { Window: { } window }:
                    FixedDue(clause, window);
                    break;
            }
        }
    }

    private static IEnumerable<TimeExpression> TimesOf(Clause clause)
    {
        var times = new List<TimeExpression?> { clause.From, clause.Until };
        switch (clause.Sentence)
        {
            case Limit limit:
                times.AddRange(limit.Phases.SelectMany(phase => new[] { phase.From, phase.Until }));
                break;
            case Periodic periodic:
                times.Add(periodic.AsOf);
                break;
            case TriggeredDuty duty:
                times.AddRange(duty.Otherwise.Prepend(duty.Duty).Select(link => FixedTime(link.Due)));
                break;
            case Right { Window: { } window }:
                times.Add(FixedTime(window));
                break;
        }

        return times.OfType<TimeExpression>();
    }

    private static TimeExpression? FixedTime(Due due) => due switch
    {
        Due.Within { Time: TriggerTime.Fixed within } => within.Time,
        Due.AtLeastBefore { Time: TriggerTime.Fixed before } => before.Time,
        _ => null,
    };

    private void FixedDue(Clause clause, Due due)
    {
        var (lapse, times) = due switch { Due.Within within => (within.Lapse, 1), Due.AtLeastBefore before => (before.Lapse, -1), _ => (default, 0) };
        if (times != 0 && FixedTime(due) is { } time && Tick(time) is { } tick && IsAmbiguous(lapse, tick, times))
        {
            SayRounding(clause, desk.Positions.Of(due), lapse, Days.DateOf(tick));
        }
    }

    private void Counterpart(Clause clause, TimeExpression time)
    {
        if (time.Offset is { } offset && AnchorTick(time.Anchor, null) is { } tick && IsAmbiguous(offset, tick, time.Before ? -1 : 1))
        {
            var span = desk.Positions.Of(time);
            SayRounding(clause, span, offset, Days.DateOf(tick));
        }
    }

    private void Periods(Clause clause, Periodic periodic)
    {
        if (Tick(periodic.AsOf) is not { } tick)
        {
            return;
        }

        var ends = periodic.Every is { } every ? Enumerable.Range(1, PeriodsTried).Select(n => After(every, tick, n)).OfType<long>().ToList() : [tick];
        if (periodic.Every is { } period && Enumerable.Range(1, PeriodsTried).Any(n => IsAmbiguous(period, tick, n)))
        {
            SayRounding(clause, desk.Positions.Of(periodic, "every"), period, Days.DateOf(tick));
        }
        else if (ends.Where(end => IsAmbiguous(periodic.Within, end, 1)).Cast<long?>().FirstOrDefault() is { } end)
        {
            SayRounding(clause, desk.Positions.Of(periodic, "within"), periodic.Within, Days.DateOf(end));
        }
    }

    private void Year(YearTerm year)
    {
        if (year.From is { } from && Tick(from) is { } tick && Enumerable.Range(1, 4).Any(n => IsAmbiguous(new Lapse(1, LapseUnit.Year), tick, n)))
        {
            var day = Days.DateOf(tick);
            desk.AtTerm(
                AgreementCodes.MonthEnd,
                desk.Positions.Of(from),
                $"a year counted from {Iso(day)} begins on a day most years do not have",
                $"year from {Iso(day.PlusDays(-1))}",
                $"year from {Iso(day.PlusDays(1))}");
        }
    }

    private void SayRounding(Clause clause, TextSpan? span, Lapse lapse, LocalDate day)
    {
        var said = span is { } known ? desk.Words(known).TrimEnd(',') : $"{lapse}";
        desk.AtClause(
            AgreementCodes.MonthEnd,
            clause,
            span,
            $"`{lapse}` counted from {Iso(day)} can lead to a day its month does not have",
            said.Contains("each", StringComparison.Ordinal) || said.StartsWith("within", StringComparison.Ordinal)
                ? [$"{lapse}, rounding to the end of the month,", $"{lapse}, rounding to the start of the next month,"]
                : [$"{said}, rounding to the end of the month", $"{said}, rounding to the start of the next month"]);
    }

    private void Phases(Clause clause, Limit limit)
    {
        var spans = limit.Phases.Select(phase => (Phase: phase, From: phase.From ?? clause.From ?? InForce, Until: phase.Until ?? clause.Until)).ToList();
        foreach (var (phase, from, until) in spans.Where(s => s.Phase.From is not null || s.Phase.Until is not null))
        {
            if (until is not null && Compare(from, until) >= 0)
            {
                desk.AtClause(AgreementCodes.TimesReversed, clause, desk.Positions.Of(phase), "this limit ends before it begins, or as it does");
            }
        }

        for (var i = 1; i < spans.Count; i++)
        {
            var (before, now) = (spans[i - 1], spans[i]);
            if (spans.Take(i).Any(other => Meet(other, now)))
            {
                desk.AtClause(AgreementCodes.PhasesOverlap, clause, desk.Positions.Of(now.Phase), "this limit holds at the same time as one before it", "… until the time this one begins");
            }
            else if (before.Until is { } end && Compare(end, now.From) < 0)
            {
                desk.AtClause(AgreementCodes.PhasesGap, clause, desk.Positions.Of(now.Phase), "between the limit before and this one there is a time without a limit");
            }
        }
    }

    private bool Meet((Phase Phase, TimeExpression From, TimeExpression? Until) a, (Phase Phase, TimeExpression From, TimeExpression? Until) b) =>
        (b.Until is null || Compare(a.From, b.Until) < 0) && (a.Until is null || Compare(b.From, a.Until) < 0);

    // Null when the two cannot be compared: their dates are left to the record.
    private int? Compare(TimeExpression a, TimeExpression b)
    {
        if (Tick(a) is { } first && Tick(b) is { } second)
        {
            return first.CompareTo(second);
        }

        return a.Anchor == b.Anchor && Tick(a, AnyDay) is { } x && Tick(b, AnyDay) is { } y ? x.CompareTo(y) : null;
    }

    private long? Tick(TimeExpression time, LocalDate? standIn = null)
    {
        if (AnchorTick(time.Anchor, standIn) is not { } tick || time.Offset is not { } offset)
        {
            return AnchorTick(time.Anchor, standIn);
        }

        return After(offset, tick, time.Before ? -1 : 1);
    }

    // A stated date may lie at the end of the calendar: beyond it there is nothing to compare.
    private static long? After(Lapse lapse, long tick, int times)
    {
        try
        {
            return lapse.FromAnchor(tick, times);
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static bool IsAmbiguous(Lapse lapse, long tick, int times) => After(lapse, tick, times) is not null && lapse.IsAmbiguousFrom(tick, times);

    private long? AnchorTick(Anchor anchor, LocalDate? standIn)
    {
        var day = anchor switch
        {
            Anchor.Signature => desk.Instrument.Signature ?? standIn,
            Anchor.EntryIntoForce => desk.Instrument.EntryIntoForce ?? standIn,
            Anchor.Date date => date.Day,
            _ => null,
        };
        return day is { } known ? Days.StartOf(known) : null;
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
