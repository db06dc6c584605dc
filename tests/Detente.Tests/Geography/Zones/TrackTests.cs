using Detente.Geography;
using Detente.Geography.Zones;
using NodaTime;

namespace Detente.Tests.Geography.Zones;

public class TrackTests
{
    private static readonly GeoPoint Centre = new(60, 20);
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 1, 12, 0);
    private static readonly Zone Circle100 = new Zone.Disc(new Circle(Centre, 100));

    [Fact]
    public void Even_speed_along_the_geodesic_gives_the_time_inside()
    {
        // From 200 km west to 200 km east through the centre, 400 km in 4 hours: 2 hours inside.
        var track = new Track([new(Start, ZoneTests.At(Centre, 270, 200_000)), new(Start + Duration.FromHours(4), ZoneTests.At(Centre, 90, 200_000))], Duration.FromHours(5));
        var time = track.In(Circle100);
        Assert.InRange(time.Inside.TotalMinutes, 119.5, 120.2);
        Assert.InRange(time.Outside.TotalMinutes, 119.5, 120.2);
        Assert.InRange(time.CannotTell.TotalSeconds, 0, 10);
        Assert.Equal(Duration.Zero, time.NotObserved);
        Assert.Equal(Duration.FromHours(4), time.Inside + time.Outside + time.CannotTell);
    }

    [Fact]
    public void A_gap_is_not_observed_even_between_fixes_inside()
    {
        var track = new Track([new(Start, Centre), new(Start + Duration.FromHours(2), Centre), new(Start + Duration.FromHours(3), Centre)], Duration.FromHours(1));
        Assert.Equal(new TimeInZone(Duration.FromHours(1), Duration.Zero, Duration.Zero, Duration.FromHours(2)), track.In(Circle100));
    }

    [Fact]
    public void A_greatest_speed_leaves_open_what_it_allows()
    {
        // An hour between two fixes 10 km within the line: at 10 km/h it stays inside, at 100 km/h it may have been out.
        Fix[] fixes = [new(Start, ZoneTests.At(Centre, 0, 89_000)), new(Start + Duration.FromHours(1), ZoneTests.At(Centre, 1, 89_000))];
        Assert.Equal(Duration.FromHours(1), new Track(fixes, Duration.FromHours(2), 10).In(Circle100).Inside);
        var fast = new Track(fixes, Duration.FromHours(2), 100).In(Circle100);
        Assert.InRange(fast.CannotTell.TotalMinutes, 40, 60);
        Assert.Equal(Duration.Zero, fast.Outside);
    }

    [Fact]
    public void Fixes_too_far_apart_for_the_speed_are_not_joined()
    {
        Fix[] fixes = [new(Start, ZoneTests.At(Centre, 0, 500_000)), new(Start + Duration.FromHours(1), ZoneTests.At(Centre, 180, 500_000))];
        Assert.Equal(Duration.FromHours(1), new Track(fixes, Duration.FromHours(2), 900).In(Circle100).NotObserved);
    }

    [Fact]
    public void Errors_of_the_fixes_leave_the_line_open()
    {
        Fix[] fixes = [new(Start, Centre with { ErrorKm = 60 }), new(Start + Duration.FromHours(1), Centre with { ErrorKm = 60 })];
        Assert.Equal(Duration.FromHours(1), new Track(fixes, Duration.FromHours(2)).In(Circle100).CannotTell);
    }

    [Fact]
    public void Fixes_stand_in_order_of_time()
        => Assert.Throws<ArgumentException>(() => new Track([new(Start, Centre), new(Start - Duration.FromHours(1), Centre)], Duration.FromHours(1)));
}
