using System.Globalization;
using Detente.Geography;
using Detente.Geography.Geodesics;
using Detente.Geography.Reach;
using Detente.Tests.House;

namespace Detente.Tests.Geography.Reach;

public class ReachAreaTests
{
    private static readonly (string Name, Position Place)[] Sites =
    [
        ("Moscow", new(55.7522, 37.6156)), ("Kaliningrad", new(54.71, 20.5)), ("Novaya Zemlya", new(74, 56)),
        ("Anadyr", new(64.73, 177.5)), ("Wrangel", new(71, -179.5)), ("the North Pole", new(90, 0)), ("the equator", new(0, 180)),
    ];

    public static TheoryData<string, string, double, double> Reference()
    {
        var rows = new TheoryData<string, string, double, double>();
        foreach (var line in File.ReadAllLines(Path.Combine(Tree.Root, "tests/Detente.Tests/vectors/postgis-reach/reach-area-reference.csv")).Where(l => l[0] != '#').Skip(1))
        {
            var cells = line.Split(',');
            rows.Add(cells[0], cells[1], double.Parse(cells[2], CultureInfo.InvariantCulture), double.Parse(cells[5], CultureInfo.InvariantCulture));
        }

        return rows;
    }

    [Fact]
    public void All_rows_of_the_reference_are_there() => Assert.Equal(9, Reference().Count);

    [Theory]
    [MemberData(nameof(Reference))]
    public void What_a_lattice_of_points_counts_lies_in_the_bounds(string from, string onto, double rangeKm, double areaKm2)
    {
        var reach = ReachArea.Of(Land(from), rangeKm * 1000, Land(onto));
        // The reference's header: 1 to 3 % for areas under 50,000 km², 0.1 to 0.3 % for large ones.
        var error = areaKm2 * 1e6 * (areaKm2 < 50_000 ? 0.03 : 0.003);
        Assert.InRange(areaKm2 * 1e6, reach.AreaLow - error, reach.AreaHigh + error);
        Assert.InRange(reach.AreaHigh - reach.AreaLow, 0, Math.Max(0.001 * reach.AreaLow, 10e6));
        Assert.InRange(reach.Outline.Area, 0.99 * reach.AreaLow, 1.01 * reach.AreaHigh);
        Assert.True(reach.AreaLowWithError <= reach.AreaLow && reach.AreaHigh <= reach.AreaHighWithError);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(500)]
    [InlineData(1000)]
    [InlineData(2000)]
    [InlineData(3000)]
    [InlineData(5500)]
    [InlineData(12000)]
    public void Around_a_place_no_probe_falls_on_the_wrong_side(double rangeKm)
    {
        foreach (var (name, place) in Sites)
        {
            var reach = ReachArea.Around(place, rangeKm * 1000);
            for (var azimuth = 0; azimuth < 360; azimuth++)
            {
                var (near, far) = (Geodesic.Direct(place, azimuth, rangeKm * 990).Position, Geodesic.Direct(place, azimuth, rangeKm * 1010).Position);
                Assert.True(Drawn.Holds(reach.Outline, near), $"{name}, {rangeKm} km: {near} at {azimuth} is left out");
                Assert.False(Drawn.Holds(reach.Outline, far), $"{name}, {rangeKm} km: {far} at {azimuth} is drawn");
            }

            Assert.InRange(reach.Outline.Area, 0.999 * reach.AreaLow, 1.001 * reach.AreaHigh);
        }
    }

    [Theory]
    [InlineData("DEU", 60)]
    [InlineData("POL", 60)]
    [InlineData("RUS", 20)]
    [InlineData("USA", 20)]
    public void Around_a_territory_no_probe_falls_on_the_wrong_side(string country, int count)
    {
        var territory = Land(country);
        var distance = TerritoryDistance.Of(territory);
        var corners = territory.Rings.SelectMany(ring => ring.Vertices.ToArray()).ToArray();
        var dice = new Random(5);
        foreach (var range in new[] { 500_000.0, 2_000_000, 5_500_000 })
        {
            var reach = ReachArea.Around(territory, range);
            for (var i = 0; i < count; i++)
            {
                var corner = corners[dice.Next(corners.Length)];
                var away = range * (0.97 + 0.06 * dice.NextDouble());
                var probe = Geodesic.Direct(new Position(corner.LatitudeDegrees, corner.LongitudeDegrees), 360 * dice.NextDouble(), away).Position;
                var truth = SlowDistance.To(probe, territory);
                var bounds = distance.To(probe);
                Assert.True(bounds.LowMetres <= truth + 1e-6 && truth <= bounds.HighMetres + 1e-3, $"{probe}: {bounds}, in truth {truth}");
                if (Math.Abs(truth - range) > range / 100)
                {
                    Assert.True(Drawn.Holds(reach.Outline, probe) == truth < range, $"{country}, {range} m: {probe} at {truth} m");
                }
            }
        }
    }

    [Fact]
    public void More_range_reaches_more()
    {
        var (from, onto) = (Land("USA"), Land("RUS"));
        var reaches = new[] { 0.0, 90_000, 300_000, 1_000_000, 3_000_000, 8_000_000, 21_000_000 }.Select(range => ReachArea.Of(from, range, onto)).ToList();
        Assert.All(reaches.Zip(reaches.Skip(1)), pair => Assert.True(pair.First.AreaLow <= pair.Second.AreaHigh && pair.First.AreaHigh <= pair.Second.AreaHigh));
        // Little Diomede is 3.8 km from Big Diomede.
        Assert.Equal(0, reaches[0].AreaHigh);
        Assert.InRange(reaches[1].AreaLow, 1e6, 20_000e6);
        Assert.Equal(reaches[^1].TotalArea, reaches[^1].AreaLow, 1.0);
        Assert.Equal(1, reaches[^1].Share, 9);
    }

    [Fact]
    public void A_territory_is_within_any_range_of_itself()
    {
        var germany = Land("DEU");
        var reach = ReachArea.Of(germany, 1, germany);
        Assert.Equal(reach.TotalArea, reach.AreaHigh, 1.0);
        Assert.InRange(reach.AreaHigh - reach.AreaLow, 0, 0.001 * reach.AreaHigh);
    }

    [Fact]
    public void A_place_reaches_onto_a_territory_what_the_lattice_of_its_distances_says()
    {
        var germany = Land("DEU");
        var kaliningrad = new Position(54.71, 20.5);
        var reach = ReachArea.Of(kaliningrad, 800_000, germany, placeErrorMetres: 5_000);
        var inside = Lattice(germany).Where(place => TerritoryDistance.Of(germany).Contains(place)).ToList();
        var share = inside.Count(place => Geodesic.Distance(place, kaliningrad) <= 800_000) / (double)inside.Count;
        Assert.InRange(reach.Share, share - 0.01, share + 0.01);
        Assert.True(reach.AreaLowWithError < reach.AreaLow && reach.AreaHighWithError > reach.AreaHigh);
        Assert.Equal(5_000, reach.ErrorMetres);
        Assert.Equal(reach.TotalArea, ReachArea.Of(kaliningrad, 2_500_000, germany).AreaLow);
    }

    [Fact]
    public void The_same_question_gives_the_same_bytes()
    {
        var (a, b) = (ReachArea.Of(Land("RUS"), 2_500_000, Land("DEU")), ReachArea.Of(Land("RUS"), 2_500_000, Land("DEU")));
        Assert.Equal((a.AreaLow, a.AreaHigh, a.Outline.ToGeoJson()), (b.AreaLow, b.AreaHigh, b.Outline.ToGeoJson()));
    }

    [Fact]
    public void Areas_of_maps_are_those_of_the_ellipsoid()
    {
        Assert.Equal(Ellipsoid.Area, MapFigure.Earth.Area, 1.0);
        // ST_Area(geography) of PostGIS 3.3.2 on the same maps: 16,980,135, 357,682 and 207,513 km², with great circles for edges.
        Assert.InRange(MapFigure.Of(Land("RUS")).Area, 16_980_135e6 * 0.99999, 16_980_135e6 * 1.00001);
        Assert.InRange(MapFigure.Of(Land("DEU")).Area, 357_682e6 * 0.99999, 357_682e6 * 1.00001);
        Assert.InRange(MapFigure.Of(Land("BLR")).Area, 207_513e6 * 0.99999, 207_513e6 * 1.00001);
    }

    private static IEnumerable<Position> Lattice(Territory territory)
    {
        for (var lat = territory.Box.South / 1e7; lat < territory.Box.North / 1e7; lat += 0.05)
        {
            var step = 0.05 / Math.Cos(lat * Math.PI / 180);
            for (var lon = territory.Box.West / 1e7; lon < territory.Box.East / 1e7; lon += step)
            {
                yield return new Position(lat, lon);
            }
        }
    }

    private static Territory Land(string country) => TerritoryDistanceTests.Land(country);
}
