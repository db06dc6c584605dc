using Detente.Geography;
using Detente.Geography.Geodesics;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Geography.Geodesics;

/// <summary>What holds for any points.</summary>
public sealed class GeodesicTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    /// <summary>Latitudes and longitudes of all sizes, with many poles, equators, meridians and near misses of them.</summary>
    private static readonly Gen<double> Angles = Gen.Frequency(
        (6, Gen.Choose(-90_000_000, 90_000_000).Select(n => n * 1e-6)),
        (2, Gen.Elements(-90.0, -45, -0.0, 0, 30, 90)),
        (1, Gen.Elements(-90.0, 0, 90).Zip(Gen.Choose(-1000, 1000)).Select(pair => Math.Clamp(pair.Item1 + pair.Item2 * 1e-12, -90, 90))));

    private static readonly Gen<Position> Positions = Angles.Zip(Angles.Zip(Gen.Choose(-2, 2))).Select(t => new Position(t.Item1, t.Item2.Item1 + 90 * t.Item2.Item2));

    /// <summary>Two points: any, or nearly opposite, or near.</summary>
    private static readonly Gen<(Position A, Position B)> Pairs = Gen.OneOf(
        Positions.Two().Select(pair => (pair.Item1, pair.Item2)),
        Positions.Zip(Gen.Choose(-700, 700).Two()).Select(t => (t.Item1, new Position(Math.Clamp(-t.Item1.Latitude + t.Item2.Item1 * 1e-3, -90, 90), t.Item1.Longitude + 180 + t.Item2.Item2 * 1e-3))),
        Positions.Zip(Gen.Choose(-1000, 1000).Two()).Select(t => (t.Item1, new Position(Math.Clamp(t.Item1.Latitude + t.Item2.Item1 * 1e-9, -90, 90), t.Item1.Longitude + t.Item2.Item2 * 1e-9))));

    [Fact]
    public void A_distance_is_the_same_both_ways_and_in_every_mirror_to_the_bit() => Holds(Pairs, (a, b) =>
    {
        var distance = Geodesic.Distance(a, b);
        return distance == Geodesic.Distance(b, a) && distance == Geodesic.Inverse(a, b).DistanceMetres
            && distance == Geodesic.Distance(a with { Latitude = -a.Latitude }, b with { Latitude = -b.Latitude })
            && distance == Geodesic.Distance(a with { Longitude = -a.Longitude }, b with { Longitude = -b.Longitude });
    });

    [Fact]
    public void A_distance_is_between_0_and_half_a_meridian() => Holds(Pairs, (a, b) =>
        Geodesic.Distance(a, b) is >= 0 and <= Ellipsoid.LongestDistance + 1e-8 && Geodesic.Distance(a, a) == 0);

    [Fact]
    public void A_path_leads_where_it_should_and_back() => Holds(Pairs, (a, b) =>
    {
        var path = Geodesic.Inverse(a, b);
        var (there, back) = (Geodesic.Direct(a, path.Azimuth1, path.DistanceMetres), Geodesic.Direct(b, path.Azimuth2, -path.DistanceMetres));
        return Geodesic.Distance(there.Position, b) <= 2e-8 && Geodesic.Distance(back.Position, a) <= 2e-8;
    });

    [Fact]
    public void No_way_around_is_shorter() => Holds(Pairs.Zip(Positions), (t) =>
        Geodesic.Distance(t.Item1.A, t.Item1.B) <= Geodesic.Distance(t.Item1.A, t.Item2) + Geodesic.Distance(t.Item2, t.Item1.B) + 3e-8);

    [Fact]
    public void The_way_back_has_the_azimuths_turned_about() => Holds(Pairs, (a, b) =>
    {
        var (there, back) = (Geodesic.Inverse(a, b), Geodesic.Inverse(b, a));
        // Between opposite points two paths are shortest, one the mirror of the other.
        return there.DistanceMetres < 1e-6 || Math.Abs(there.ReducedLengthMetres) < 100_000
            || (Apart(there.Azimuth1, back.Azimuth2 + 180) < 1e-9 && Apart(there.Azimuth2, back.Azimuth1 + 180) < 1e-9);
    });

    [Fact]
    public void A_line_goes_through_the_ends_of_its_paths() => Holds(Pairs, (a, b) =>
    {
        var path = Geodesic.Inverse(a, b);
        var line = new GeodesicLine(a, path.Azimuth1);
        return Geodesic.Distance(line.At(0).Position, a) <= 1e-8 && line.At(path.DistanceMetres) == Geodesic.Direct(a, path.Azimuth1, path.DistanceMetres)
            && Math.Abs(Geodesic.Distance(line.At(path.DistanceMetres / 3).Position, line.At(path.DistanceMetres * 2 / 3).Position) - path.DistanceMetres / 3) <= 2e-8;
    });

    [Fact]
    public void The_reduced_length_is_how_far_the_end_swings() => Holds(Positions.Zip(Gen.Choose(1, 19_000)), (t) =>
    {
        const double turn = 1e-3; // degrees: less, and 15 nm would show; more, and the arc's bend
        var (a, metres) = (t.Item1, t.Item2 * 1000.0);
        var (left, middle, right) = (Geodesic.Direct(a, 30 - turn, metres), Geodesic.Direct(a, 30, metres), Geodesic.Direct(a, 30 + turn, metres));
        var swing = Geodesic.Distance(left.Position, right.Position) / (2 * turn * Math.PI / 180);
        return Math.Abs(swing - Math.Abs(Geodesic.Inverse(a, middle.Position).ReducedLengthMetres)) < 0.1;
    });

    [Fact]
    public void An_area_under_a_path_is_that_of_its_triangle_with_the_pole() => Holds(Pairs, (a, b) =>
    {
        var under = Geodesic.AreaUnder(a, b);
        if (Math.Abs(Geodesic.Inverse(a, b).ReducedLengthMetres) < 1_000_000 || Math.Abs(a.Latitude) > 89 || Math.Abs(b.Latitude) > 89)
        {
            return true;
        }

        // North of the path up to the pole: a lune less what lies under the path.
        var width = Math.IEEERemainder(b.Longitude - a.Longitude, 360);
        var triangle = GeodesicPolygon.Measure([a, b, new Position(90, 0)]).AreaSquareMetres;
        return Math.Abs(Math.IEEERemainder(width / 720 * Ellipsoid.Area - under - triangle, Ellipsoid.Area)) < 1 && Math.Abs(under + Geodesic.AreaUnder(b, a)) < 0.5;
    });

    [Theory]
    [InlineData(90, 0, 90, 77, 0)]
    [InlineData(90, 0, -90, 13, 20003931.458625447)]
    [InlineData(0, 10, 0, 10 + 360, 0)]
    [InlineData(0, 0, 0, 90, 6378137 * Math.PI / 2)]
    [InlineData(0, 179.5, 0, -179.5, 6378137 * Math.PI / 180)]
    [InlineData(0, 0, 90, 0, 10001965.729312724)]
    [InlineData(30, 5, 30, 5, 0)]
    public void Poles_the_equator_and_meridians_are_no_edges(double lat1, double lon1, double lat2, double lon2, double metres)
        => Assert.Equal(metres, Geodesic.Distance(new(lat1, lon1), new(lat2, lon2)), 1e-8);

    [Theory]
    [InlineData(double.NaN, 0, 0, 90)]
    [InlineData(double.NaN, 0, 90, 9)]
    [InlineData(0, 0, 1, double.NaN)]
    [InlineData(0, double.PositiveInfinity, 1, 0)]
    [InlineData(90.00001, 0, 1, 0)]
    [InlineData(0, 0, -91, 0)]
    public void What_is_no_point_has_no_distance(double lat1, double lon1, double lat2, double lon2)
    {
        var path = Geodesic.Inverse(new(lat1, lon1), new(lat2, lon2));
        Assert.True(double.IsNaN(path.DistanceMetres) && double.IsNaN(path.Azimuth1) && double.IsNaN(path.Azimuth2), $"{path}");
        Assert.True(double.IsNaN(Geodesic.Direct(new(lat1 + lat2 + lon2, lon1), 10, 1e6).Position.Longitude) || Math.Abs(lat1 + lat2 + lon2) <= 90);
    }

    private static double Apart(double a, double b) => Math.Abs(Math.IEEERemainder(a - b, 360));

    private static void Holds(Gen<(Position A, Position B)> pairs, Func<Position, Position, bool> law) => Holds(pairs, pair => law(pair.A, pair.B));

    private static void Holds<T>(Gen<T> gen, Func<T, bool> law) => Prop.ForAll(gen.ToArbitrary(), law).Check(Many);
}
