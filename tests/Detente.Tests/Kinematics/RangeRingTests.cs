using Detente.Geography;
using Detente.Geography.Geodesics;
using Detente.Kinematics;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Kinematics;

public sealed class RangeRingTests
{
    private static readonly Position Berlin = new(52.5244, 13.4105);

    [Fact]
    public void A_ring_of_one_distance_lies_at_it_in_every_direction() => Prop.ForAll(
        Gen.Choose(-89, 89).ToArbitrary(), Gen.Choose(-180, 179).ToArbitrary(), Gen.Choose(1, 190).ToArbitrary(), (lat, lon, hundreds) =>
    {
        var launch = new Position(lat, lon);
        var ring = RangeRing.Around(launch, hundreds * 100, RingConvention.SameDistance, 24);
        Assert.Equal(24, ring.Points.Count);
        Assert.All(ring.Points, point => Assert.Equal(hundreds * 100_000, Geodesic.Distance(launch, point), 1e-5));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_ring_of_one_speed_reaches_farther_east_than_west()
    {
        var ring = RangeRing.Around(Berlin, 5500, RingConvention.SameSpeed, 8);
        var km = ring.Points.Select(point => Geodesic.Distance(Berlin, point) / 1000).ToArray();
        Assert.True(km[2] > 5750 && km[6] < 5250, $"east {km[2]}, west {km[6]}");
        Assert.InRange(km[0], 5450, 5550);
        Assert.Equal(km.Max(), km[2]);
        Assert.Equal(km.Min(), km[6]);
    }

    [Fact]
    public void Both_rings_begin_in_the_north_and_turn_to_the_east()
    {
        foreach (var convention in Enum.GetValues<RingConvention>())
        {
            var ring = RangeRing.Around(Berlin, 500, convention, 4);
            Assert.True(ring.Points[0].Latitude > 56 && ring.Points[1].Longitude > 20 && ring.Points[2].Latitude < 49 && ring.Points[3].Longitude < 7);
            Assert.Equal(convention, ring.Convention);
        }
    }

    [Theory]
    [InlineData(0, RingConvention.SameDistance, 36)]
    [InlineData(20_016, RingConvention.SameDistance, 36)]
    [InlineData(13_001, RingConvention.SameSpeed, 36)]
    [InlineData(500, RingConvention.SameDistance, 2)]
    public void What_is_no_ring_is_refused(double km, RingConvention convention, int points)
        => Assert.Throws<ArgumentOutOfRangeException>(() => RangeRing.Around(Berlin, km, convention, points));
}
