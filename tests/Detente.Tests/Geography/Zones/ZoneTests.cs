using Detente.Geography;
using Detente.Geography.Geodesics;
using Detente.Geography.Reach;
using Detente.Geography.Zones;
using Detente.Quantities;
using Detente.Tests.Geography.Reach;

namespace Detente.Tests.Geography.Zones;

public class ZoneTests
{
    private static readonly GeoPoint Moscow = new(55.7522m, 37.6156m);
    private static readonly GeoPoint Warsaw = new(52.2298m, 21.0118m);
    private static readonly Territory Russia = TerritoryDistanceTests.Land("RUS");
    private static readonly Territory Poland = TerritoryDistanceTests.Land("POL");
    private static readonly Territory Germany = TerritoryDistanceTests.Land("DEU");

    [Theory]
    [InlineData(-1.1, Truth.True)]
    [InlineData(-0.9, Truth.Unknown)]
    [InlineData(0, Truth.Unknown)]
    [InlineData(0.9, Truth.Unknown)]
    [InlineData(2.1, Truth.False)]
    public void What_is_decided_by_less_than_a_metre_is_not_told(double beyondMetres, Truth told)
    {
        var zone = new Zone.Disc(new Circle(Moscow, 300));
        Assert.Equal(told, zone.Contains(At(Moscow, 77, 300_000 + beyondMetres)));
    }

    [Fact]
    public void Every_error_widens_what_cannot_be_told()
    {
        var near = At(Moscow, 10, 299_000);
        Assert.Equal(Truth.True, new Zone.Disc(new Circle(Moscow, 300)).Contains(near));
        Assert.Equal(Truth.Unknown, new Zone.Disc(new Circle(Moscow, 300)).Contains(near with { ErrorKm = 1.1m }));
        Assert.Equal(Truth.Unknown, new Zone.Disc(new Circle(Moscow with { ErrorKm = 1.1m }, 300)).Contains(near));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(2000)]
    [InlineData(5500)]
    public void No_probe_around_a_place_is_told_wrong(int km)
    {
        foreach (var centre in new[] { Moscow, new GeoPoint(54.71m, 20.5m), new GeoPoint(74, 56), new GeoPoint(64.73m, 177.5m), new GeoPoint(71, -179.5m) })
        {
            var zone = new Zone.Disc(new Circle(centre, km));
            for (var azimuth = 0; azimuth < 360; azimuth++)
            {
                Assert.Equal(Truth.True, zone.Contains(At(centre, azimuth, km * 990.0)));
                Assert.Equal(Truth.False, zone.Contains(At(centre, azimuth, km * 1010.0)));
            }
        }
    }

    [Fact]
    public void Land_near_its_border_cannot_be_told()
    {
        var land = new Zone.Land(Poland);
        Assert.Equal(Truth.True, land.Contains(Warsaw));
        Assert.Equal(Truth.False, land.Contains(Moscow));
        var corner = Poland.Rings.MaxBy(ring => ring.Vertices.Length)!.Vertices.Span[100];
        var onBorder = new GeoPoint((decimal)corner.LatitudeDegrees, (decimal)corner.LongitudeDegrees);
        var answer = land.Judge(onBorder);
        Assert.Equal(Truth.Unknown, answer.Inside);
        var measure = Assert.Single(answer.Measures);
        Assert.Equal((0m, (decimal)Poland.BorderErrorMetres / 1000), (measure.DistanceKm.Low, measure.BorderErrorKm));
        Assert.Equal(Truth.Unknown, land.Contains(Warsaw with { ErrorKm = 500 }));
    }

    [Fact]
    public void Reach_near_the_border_and_the_strip_are_told_by_their_distances()
    {
        // Kaliningrad's land touches Poland's: the nearest Russian land to Warsaw.
        var metres = TerritoryDistance.Of(Russia).To(Warsaw.Position).HighMetres;
        var km = Math.Round((decimal)metres / 1000);
        foreach (var zone in new Zone[] { new Zone.InReach(Russia, km + 5), new Zone.NearBorder(Russia, km + 5), new Zone.Strip(BorderLine.Between(Russia, Poland), km + 60) })
        {
            Assert.Equal(Truth.True, zone.Contains(Warsaw));
        }

        Assert.Equal(Truth.Unknown, new Zone.InReach(Russia, km).Contains(Warsaw));
        Assert.Equal(Truth.False, new Zone.InReach(Russia, km - 5).Contains(Warsaw));
        Assert.Equal(Truth.True, new Zone.InReach(Russia, 0.5m).Contains(Moscow));
        Assert.Equal(Truth.False, new Zone.NearBorder(Russia, 300).Contains(Moscow));
        Assert.Equal(Truth.False, new Zone.Strip(BorderLine.Between(Russia, Poland), 300).Contains(Moscow));
    }

    [Fact]
    public void The_border_two_states_share_is_where_their_maps_have_the_same_edges()
    {
        var line = BorderLine.Between(Germany, Poland);
        Assert.True(line.IsExact);
        Assert.Equal(Germany.BorderErrorMetres, line.ErrorMetres);
        var goerlitz = new Position(51.15, 14.99);
        Assert.InRange(line.To(goerlitz).HighMetres, 0, 5_000);
        // The coasts on both sides of its end are none of it.
        Assert.InRange(line.To(new Position(54.4, 13.4)).LowMetres, 60_000, 120_000);
        Assert.True(BorderLine.Between(Germany, Russia).IsEmpty);
        Assert.Equal(Truth.False, new Zone.Strip(BorderLine.Between(Germany, Russia), 1000).Contains(Warsaw));
        var back = BorderLine.Between(Poland, Germany);
        Assert.Equal(line.To(Warsaw.Position).HighMetres, back.To(Warsaw.Position).HighMetres, 1.0);
    }

    [Fact]
    public void Land_drawn_by_two_hands_shares_what_is_near()
    {
        var west = Polygon.Of([new(50, 10), new(50, 15), new(55, 15), new(55, 10)], 2);
        var east = Polygon.Of([new(50, 15.01m), new(50, 20), new(54, 20), new(54, 15.01m)], 2);
        var line = BorderLine.Between(west, east);
        Assert.False(line.IsExact);
        Assert.InRange(line.To(new Position(52, 15)).HighMetres, 0, 1);
        Assert.InRange(line.To(new Position(54.5, 15)).LowMetres, 50_000, 56_000);
        Assert.InRange(line.To(new Position(52, 10)).LowMetres, 300_000, 400_000);
    }

    [Fact]
    public void Zones_join_as_strong_Kleene_logic_has_it()
    {
        var (inside, outside, open) = (new Zone.Disc(new Circle(Moscow, 10)), new Zone.Disc(new Circle(Warsaw, 10)), new Zone.Disc(new Circle(Moscow with { ErrorKm = 50 }, 10)));
        Zone[] all = [inside, outside, open];
        foreach (var a in all)
        {
            foreach (var b in all)
            {
                var (x, y) = (a.Contains(Moscow), b.Contains(Moscow));
                Assert.Equal(x.Or(y), new Zone.Union([a, b]).Contains(Moscow));
                Assert.Equal(x.And(y), new Zone.Intersection([a, b]).Contains(Moscow));
                Assert.Equal(x.And(y.Not()), new Zone.Difference(a, b).Contains(Moscow));
            }
        }

        Assert.Equal(3, new Zone.Union([inside, new Zone.Difference(outside, open)]).Judge(Moscow).Measures.Count);
    }

    internal static GeoPoint At(GeoPoint from, double azimuth, double metres)
    {
        var place = Geodesic.Direct(from.Position, azimuth, metres).Position;
        return new GeoPoint((decimal)Math.Round(place.Latitude, 11), (decimal)Math.Round(place.Longitude, 11));
    }
}
