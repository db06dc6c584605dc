using Detente.Geography;
using Detente.Geography.Geodesics;

namespace Detente.Tests.Geography.Geodesics;

public sealed class EllipsoidTests
{
    private const double E2 = Geodesic.Flattening * (2 - Geodesic.Flattening);

    private static readonly double[] Latitudes = [-90, -89.9999, -60, -45, -1e-7, 0, 1e-7, 12.345, 30, 52.5, 89.99999, 90];

    [Fact]
    public void A_place_goes_into_space_and_back()
    {
        var dice = new Random(11);
        for (var i = 0; i < 5_000; i++)
        {
            var place = new Position(180 * dice.NextDouble() - 90, 360 * dice.NextDouble() - 180);
            var point = Ellipsoid.ToCartesian(place);
            var back = Ellipsoid.FromCartesian(point);
            Assert.InRange(Math.Abs(back.Latitude - place.Latitude), 0, 1e-13);
            Assert.InRange(Math.Abs(back.Longitude - place.Longitude), 0, 1e-13);
            var (a, b) = (Geodesic.EquatorialRadius, Geodesic.EquatorialRadius * (1 - Geodesic.Flattening));
            Assert.Equal(1, (point.X * point.X + point.Y * point.Y) / (a * a) + point.Z * point.Z / (b * b), 1e-15);
        }
    }

    [Fact]
    public void The_axes_and_the_poles_are_where_they_are()
    {
        Assert.Equal(new Cartesian(6378137, 0, 0), Ellipsoid.ToCartesian(new Position(0, 0)));
        Assert.Equal(new Cartesian(0, 6378137, 0), Ellipsoid.ToCartesian(new Position(0, 90)));
        Assert.Equal(6356752.314245179, Ellipsoid.ToCartesian(new Position(90, 0)).Z, 2e-9);
        Assert.Equal(0, Ellipsoid.ToCartesian(new Position(-90, 77)).X);
        Assert.Equal(-90, Ellipsoid.FromCartesian(new Cartesian(0, 0, -6356752)).Latitude);
    }

    [Fact]
    public void A_chord_bounds_the_distance_from_both_sides()
    {
        foreach (var test in GeodTest.All)
        {
            var chord = Ellipsoid.ToCartesian(test.A).ChordTo(Ellipsoid.ToCartesian(test.B));
            var (least, greatest) = (Ellipsoid.LeastDistance(chord), Ellipsoid.GreatestDistance(chord));
            Assert.True(least <= test.Metres && test.Metres <= greatest, $"line {test.Line}: {least:R} ≤ {test.Metres:R} ≤ {greatest:R}");
            Assert.True(test.Metres > 10_000_000 || greatest - least <= 1e-7 + 0.004 * test.Metres, $"line {test.Line}: {least:R} to {greatest:R} is wide");
            Assert.True(chord <= Ellipsoid.ChordCertainlyBeyond(test.Metres), $"line {test.Line}: {chord:R} is certainly beyond");
            Assert.True(chord > Ellipsoid.ChordCertainlyWithin(test.Metres * (1 - 1e-14) - 1e-8), $"line {test.Line}: {chord:R} is certainly within");
        }
    }

    [Fact]
    public void Half_of_the_surface_is_the_northern_half()
    {
        Assert.Equal(Ellipsoid.Area / 2, Ellipsoid.AreaOfRectangle(0, 90, -180, 180), 0.1);
        Assert.Equal(-Ellipsoid.Area / 2, Ellipsoid.AreaOfRectangle(90, 0, 0, 360), 0.1);
        Assert.Equal(Ellipsoid.Area, Ellipsoid.AreaOfRectangle(-90, 90, -180, 180), 0.1);
        Assert.Equal(1, Ellipsoid.AuthalicSine(90), 1e-15);
    }

    /// <summary>Simpson's rule on the area element b² cos φ / (1 − e² sin² φ)², with the platform's sine.</summary>
    [Theory]
    [InlineData(0, 90)]
    [InlineData(-90, -89)]
    [InlineData(89.9, 90)]
    [InlineData(45, 45.0001)]
    [InlineData(-30, 60)]
    public void A_rectangle_has_the_area_of_its_strips(double south, double north)
    {
        const int strips = 2_000;
        var sum = 0.0;
        for (var i = 0; i <= strips; i++)
        {
            var latitude = (south + (north - south) * i / strips) * Math.PI / 180;
            var element = Math.Cos(latitude) / Math.Pow(1 - E2 * Math.Pow(Math.Sin(latitude), 2), 2);
            sum += element * (i is 0 or strips ? 1 : i % 2 == 1 ? 4 : 2);
        }

        var b = Geodesic.EquatorialRadius * (1 - Geodesic.Flattening);
        var expected = b * b * sum / 3 * ((north - south) * Math.PI / 180 / strips) * (10 * Math.PI / 180);
        Assert.Equal(1, Ellipsoid.AreaOfRectangle(south, north, 20, 30) / expected, 1e-11);
    }

    /// <summary>A staircase of many rectangles, by the midpoint rule, whose error falls with the square of their number.</summary>
    [Fact]
    public void The_area_under_a_straight_edge_is_that_of_a_fine_staircase()
    {
        foreach (var latitude1 in Latitudes)
        {
            foreach (var latitude2 in Latitudes)
            {
                var straight = Ellipsoid.AreaUnderStraight(new Position(latitude1, -20), new Position(latitude2, 25));
                var coarse = Staircase(latitude1, latitude2, 400);
                var fine = Staircase(latitude1, latitude2, 800);
                var limit = fine + (fine - coarse) / 3;
                Assert.Equal(limit, straight, 1e-9 * Math.Abs(limit) + 1);
                Assert.Equal(-straight, Ellipsoid.AreaUnderStraight(new Position(latitude2, 25), new Position(latitude1, -20)), 1e-15 * Ellipsoid.Area);
            }
        }

        static double Staircase(double latitude1, double latitude2, int steps)
            => Enumerable.Range(0, steps).Sum(i => Ellipsoid.AreaOfRectangle(0, latitude1 + (latitude2 - latitude1) * (i + 0.5) / steps, 0, 45.0 / steps));
    }

    [Fact]
    public void Around_a_small_rectangle_clockwise_the_edges_sum_up_to_its_area()
    {
        Position[] ring = [new(50, 10), new(50.001, 10), new(50.001, 10.002), new(50, 10.002)];
        var sum = ring.Zip(ring.Skip(1).Append(ring[0])).Sum(edge => Ellipsoid.AreaUnderStraight(edge.First, edge.Second));
        Assert.Equal(Ellipsoid.AreaOfRectangle(50, 50.001, 10, 10.002), sum, 1e-3);
    }

    [Fact]
    public void The_authalic_sine_has_an_inverse()
    {
        foreach (var latitude in Latitudes)
        {
            Assert.Equal(latitude, Ellipsoid.LatitudeOfAuthalicSine(Ellipsoid.AuthalicSine(latitude)), Math.Abs(latitude) > 89 ? 1e-6 : 1e-12);
        }

        Assert.Equal((90.0, -90.0, 0.0), (Ellipsoid.LatitudeOfAuthalicSine(1), Ellipsoid.LatitudeOfAuthalicSine(-1), Ellipsoid.LatitudeOfAuthalicSine(0)));
    }
}
