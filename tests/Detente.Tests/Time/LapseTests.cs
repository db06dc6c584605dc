using Detente.Quantities;
using Detente.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Detente.Tests.Time;

public sealed class LapseTests
{
    private static readonly LocalDate EntryIntoForce = new(1988, 6, 1);

    [Theory]
    [InlineData(29, LapseUnit.Month, "1990-11-01")]
    [InlineData(18, LapseUnit.Month, "1989-12-01")]
    [InlineData(3, LapseUnit.Year, "1991-06-01")]
    [InlineData(30, LapseUnit.Day, "1988-07-01")]
    [InlineData(2, LapseUnit.Week, "1988-06-15")]
    [InlineData(48, LapseUnit.Hour, "1988-06-03")]
    public void The_clocks_of_the_treaty_run_from_its_entry_into_force(int count, LapseUnit unit, string day) =>
        Assert.Equal(day, EventTime.On(EntryIntoForce).Plus(new Lapse(count, unit)).ToString());

    [Theory]
    [InlineData("1990-08-31", 6, MonthEnd.EndOfMonth, "1991-02-28")]
    [InlineData("1990-08-31", 6, MonthEnd.StartOfNextMonth, "1991-03-01")]
    [InlineData("1990-08-31", 6, MonthEnd.Unstated, "1991-02-28/1991-03-01")]
    [InlineData("1992-02-29", 12, MonthEnd.EndOfMonth, "1993-02-28")]
    [InlineData("1992-02-29", 12, MonthEnd.StartOfNextMonth, "1993-03-01")]
    [InlineData("1992-02-29", 48, MonthEnd.Unstated, "1996-02-29")]
    [InlineData("1991-01-30", 1, MonthEnd.Unstated, "1991-02-28/1991-03-01")]
    [InlineData("1991-01-28", 1, MonthEnd.Unstated, "1991-02-28")]
    public void A_day_without_a_counterpart_follows_the_stated_rounding_or_both(string from, int months, MonthEnd rounding, string to)
    {
        var time = EventTime.On(NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value);
        var lapse = new Lapse(months, LapseUnit.Month, rounding);
        Assert.Equal(to, time.Plus(lapse).ToString());
        Assert.Equal(to.Contains('/'), lapse.IsAmbiguousFrom(time.FirstTick, 1));
    }

    [Fact]
    public void An_instant_whose_month_end_is_not_stated_becomes_the_days_of_both_readings()
    {
        var noon = EventTime.At(Instant.FromUtc(1990, 8, 31, 12, 0));
        var later = noon.Plus(new Lapse(6, LapseUnit.Month));
        Assert.Equal(EventTime.Between(new LocalDate(1991, 2, 28), new LocalDate(1991, 3, 1)), later);
        Assert.Equal("1991-02-28T12:00:00Z", noon.Plus(new Lapse(6, LapseUnit.Month, MonthEnd.EndOfMonth)).ToString());
    }

    [Fact]
    public void Periods_are_counted_from_the_anchor_and_never_chained()
    {
        var anchor = Days.StartOf(new LocalDate(1991, 1, 31));
        var month = new Lapse(1, LapseUnit.Month, MonthEnd.EndOfMonth);
        Assert.Equal("1991-02-28", Days.PrintTick(month.FromAnchor(anchor, 1)));
        Assert.Equal("1991-03-31", Days.PrintTick(month.FromAnchor(anchor, 2)));
        Assert.Equal("1990-11-30", Days.PrintTick(month.FromAnchor(anchor, -2)));
        Assert.Equal("1991-02-14", Days.PrintTick(new Lapse(1, LapseUnit.Week).FromAnchor(anchor, 2)));
    }

    [Fact]
    public void Days_are_counted_without_the_first_and_with_the_last()
    {
        var lapse = new Lapse(30, LapseUnit.Day);
        var announced = EventTime.On(new LocalDate(1988, 7, 1));
        Assert.Equal(Truth.True, lapse.PassesBetween(announced, EventTime.On(new LocalDate(1988, 7, 31))));
        Assert.Equal(Truth.False, lapse.PassesBetween(announced, EventTime.On(new LocalDate(1988, 7, 30))));
        Assert.Equal(Truth.True, lapse.HasRoomBetween(announced, EventTime.On(new LocalDate(1988, 7, 31))));
        Assert.Equal(Truth.False, lapse.HasRoomBetween(announced, EventTime.On(new LocalDate(1988, 8, 1))));
    }

    [Fact]
    public void Hours_are_not_days()
    {
        var lapse = new Lapse(9, LapseUnit.Hour);
        var noon = EventTime.At(Instant.FromUtc(1988, 7, 1, 12, 0));
        Assert.Equal(Truth.True, lapse.HasRoomBetween(noon, EventTime.At(Instant.FromUtc(1988, 7, 1, 21, 0))));
        Assert.Equal(Truth.False, lapse.HasRoomBetween(noon, EventTime.At(Instant.FromUtc(1988, 7, 1, 21, 1))));
        Assert.Equal(Truth.Unknown, lapse.HasRoomBetween(noon, EventTime.On(new LocalDate(1988, 7, 1))));
        Assert.Equal(Truth.False, lapse.HasRoomBetween(noon, EventTime.On(new LocalDate(1988, 7, 2))));
        Assert.Equal(Truth.Unknown, lapse.PassesBetween(EventTime.On(new LocalDate(1988, 7, 1)), EventTime.On(new LocalDate(1988, 7, 2))));
        Assert.Equal(Truth.True, lapse.PassesBetween(EventTime.On(new LocalDate(1988, 7, 1)), EventTime.On(new LocalDate(1988, 7, 3))));
    }

    /// <summary>Every pair of instants (or of days) the two times can be is tried, to the hour.</summary>
    [Fact]
    public void Room_and_passing_agree_with_trying_every_instant() => Prop.ForAll(
        (from start in Small() from end in Small() from count in Gen.Choose(0, 50) from unit in Gen.Elements(LapseUnit.Hour, LapseUnit.Day) select (start, end, new Lapse(count, unit))).ToArbitrary(),
        given =>
        {
            var (from, to, lapse) = given;
            Assert.Equal(Enumerate(from, to, lapse, (due, at) => at <= due), lapse.HasRoomBetween(from, to));
            Assert.Equal(Enumerate(from, to, lapse, (due, at) => due <= at), lapse.PassesBetween(from, to));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void What_is_open_stays_open_when_time_is_added()
    {
        var by = EventTime.By(EntryIntoForce).Plus(new Lapse(1, LapseUnit.Month));
        Assert.Equal("by 1988-07-01", by.ToString());
        Assert.Equal("by 1988-06-02", EventTime.By(EntryIntoForce).Plus(new Lapse(1, LapseUnit.Day)).ToString());
    }

    // Where the lapse is whole days and either side is known to the day, days are counted; otherwise hours.
    private static Truth Enumerate(EventTime from, EventTime to, Lapse lapse, Func<long, long, bool> holds)
    {
        var hour = NodaConstants.TicksPerHour;
        var countsDays = lapse.Ticks % Days.TicksPerDay == 0 && (from.Grain == Grain.Day || to.Grain == Grain.Day);
        var (any, all) = (false, true);
        foreach (var a in Instants(from))
        {
            foreach (var b in Instants(to))
            {
                var due = a + lapse.Ticks;
                var one = countsDays ? holds(Days.Of(due), Days.Of(b)) : holds(due, b);
                (any, all) = (any || one, all && one);
            }
        }

        return all ? Truth.True : any ? Truth.Unknown : Truth.False;

        // The last tick of a day stands for its last instants, so that ends are tried exactly.
        IEnumerable<long> Instants(EventTime time)
        {
            for (var tick = time.FirstTick; tick < time.LastTick; tick += hour)
            {
                yield return tick;
            }

            yield return time.LastTick;
        }
    }

    private static Gen<EventTime> Small() =>
        from day in Gen.Choose(0, 3)
        from hour in Gen.Choose(0, 23)
        from length in Gen.Choose(0, 2)
        from form in Gen.Choose(0, 2)
        let date = EntryIntoForce.PlusDays(day)
        let tick = Days.StartOf(date) + hour * NodaConstants.TicksPerHour
        select form switch
        {
            0 => EventTime.Between(date, date.PlusDays(length)),
            1 => EventTime.AtTick(tick),
            _ => EventTime.OfTicks(tick, tick + length * 7 * NodaConstants.TicksPerHour, Grain.Instant),
        };
}
