using Detente.Quantities;
using Detente.Time;
using NodaTime;
using static Detente.Quantities.Truth;

namespace Detente.Tests.Time;

public sealed class EventTimeTests
{
    private static readonly LocalDate July1 = new(1988, 7, 1);

    [Fact]
    public void A_day_is_its_24_hours()
    {
        var day = EventTime.On(July1);
        Assert.Equal(Instant.FromUtc(1988, 7, 1, 0, 0).ToUnixTimeTicks(), day.FirstTick);
        Assert.Equal(Instant.FromUtc(1988, 7, 2, 0, 0).ToUnixTimeTicks() - 1, day.LastTick);
        Assert.Equal(Days.TicksPerDay, day.LastTick - day.FirstTick + 1);
    }

    [Theory]
    [InlineData(-1, -1)]
    [InlineData(0, 0)]
    [InlineData(Days.TicksPerDay - 1, 0)]
    [InlineData(Days.TicksPerDay, 1)]
    [InlineData(-Days.TicksPerDay, -1)]
    [InlineData(-Days.TicksPerDay - 1, -2)]
    public void The_day_of_a_tick_is_counted_downward_before_1970(long tick, long day) => Assert.Equal(day, Days.Of(tick));

    [Fact]
    public void Where_either_side_is_a_day_days_are_compared()
    {
        var (day, noon, evening) = (EventTime.On(July1), At(12), At(20));
        Assert.Equal(True, evening.AtOrBefore(day));
        Assert.Equal(True, day.AtOrBefore(noon));
        Assert.Equal(True, day.AtOrBefore(day));
        Assert.Equal(False, day.AtOrBefore(EventTime.On(July1.PlusDays(-1))));
        Assert.Equal(False, evening.AtOrBefore(noon));
        Assert.Equal(True, noon.AtOrBefore(noon));
    }

    [Fact]
    public void A_span_made_by_hours_is_compared_to_the_tick()
    {
        var span = EventTime.On(July1).Plus(new Lapse(12, LapseUnit.Hour));
        Assert.Equal(Grain.Span, span.Grain);
        Assert.Equal(Unknown, span.AtOrBefore(EventTime.On(July1)));
        Assert.Equal(Unknown, span.AtOrBefore(At(18)));
        Assert.Equal(False, span.AtOrBefore(At(11)));
        Assert.Equal(True, span.AtOrBefore(EventTime.AtTick(span.LastTick)));
    }

    [Fact]
    public void An_interval_is_before_when_all_of_it_is()
    {
        var month = EventTime.Between(July1, July1.PlusDays(30));
        Assert.Equal(True, month.AtOrBefore(EventTime.On(July1.PlusDays(30))));
        Assert.Equal(Unknown, month.AtOrBefore(EventTime.On(July1.PlusDays(29))));
        Assert.Equal(Unknown, month.AtOrBefore(EventTime.On(July1)));
        Assert.Equal(False, month.AtOrBefore(EventTime.On(July1.PlusDays(-1))));
        Assert.Equal(Unknown, EventTime.By(July1).AtOrBefore(EventTime.On(July1.PlusDays(-1))));
        Assert.Equal(True, EventTime.By(July1).AtOrBefore(EventTime.On(July1)));
    }

    [Fact]
    public void A_window_holds_its_first_tick_and_not_its_last()
    {
        var window = new Window(Days.StartOf(July1), Days.StartOf(July1.PlusDays(2)));
        Assert.Equal(True, EventTime.Between(July1, July1.PlusDays(1)).In(window));
        Assert.Equal(Unknown, EventTime.Between(July1, July1.PlusDays(2)).In(window));
        Assert.Equal(False, EventTime.On(July1.PlusDays(2)).In(window));
        Assert.Equal(False, EventTime.On(July1.PlusDays(-1)).In(window));
        Assert.True(window.Contains(window.From));
        Assert.False(window.Contains(window.Until));
        Assert.True(window.Intersect(new Window(window.Until, EventTime.End)).IsEmpty);
    }

    [Fact]
    public void An_end_before_a_start_is_refused() =>
        Assert.Throws<ArgumentException>(() => EventTime.Between(July1, July1.PlusDays(-1)));

    [Fact]
    public void Times_print_as_they_are_known()
    {
        Assert.Equal("1988-07-01", EventTime.On(July1).ToString());
        Assert.Equal("1988-07-01/1988-07-02", EventTime.Between(July1, July1.PlusDays(1)).ToString());
        Assert.Equal("by 1988-07-01", EventTime.By(July1).ToString());
        Assert.Equal("1988-07-01T12:00:00Z", At(12).ToString());
        Assert.Equal("1988-07-01", Days.PrintTick(Days.EndOf(July1)));
        Assert.Equal("", Days.PrintTick(EventTime.End));
    }

    [Fact]
    public void An_instant_known_only_to_its_end_prints_with_its_time_of_day()
    {
        var midnight = Days.StartOf(July1);
        Assert.Equal("by 1988-07-01T00:00:00Z", EventTime.OfTicks(EventTime.Beginning, midnight, Grain.Instant).ToString());
    }

    private static EventTime At(int hour) => EventTime.At(Instant.FromUtc(1988, 7, 1, hour, 0));
}
