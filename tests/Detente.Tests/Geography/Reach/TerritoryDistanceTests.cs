using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Geography.Geodesics;
using Detente.Geography.Reach;

namespace Detente.Tests.Geography.Reach;

public class TerritoryDistanceTests
{
    [Theory]
    [InlineData("RUS", 60)]
    [InlineData("USA", 60)]
    [InlineData("DEU", 200)]
    [InlineData("POL", 200)]
    [InlineData("ATA", 40)]
    [InlineData("FJI", 100)]
    public void The_bounds_hold_what_looking_at_every_edge_gives(string country, int count)
    {
        var territory = Land(country);
        var distance = TerritoryDistance.Of(territory);
        foreach (var place in Places.OverTheEarth(count, 1).Concat(Places.About(territory, count, 2)))
        {
            var truth = SlowDistance.ToBorder(place, territory);
            var bounds = distance.ToBorder(place);
            Assert.True(bounds.LowMetres <= truth + 1e-6, $"{place}: {bounds} is over {truth}");
            Assert.True(bounds.HighMetres <= truth + 1, $"{place}: {bounds} is not near {truth}");
            Assert.InRange(bounds.HighMetres - bounds.LowMetres, 0, 1);
            Assert.Equal(bounds.HighMetres, Geodesic.Distance(place, bounds.Nearest), 1e-5);
            var coarse = distance.Bounds(place);
            Assert.True(distance.Contains(place) ? coarse.HighMetres == 0 : coarse.LowMetres <= truth && truth <= coarse.HighMetres + 1e-3);
        }
    }

    [Fact]
    public void Distance_is_nought_inside_and_the_border_is_still_away()
    {
        var russia = TerritoryDistance.Of(Land("RUS"));
        var moscow = new Position(55.7522, 37.6156);
        Assert.True(russia.Contains(moscow));
        Assert.Equal(0, russia.To(moscow).HighMetres);
        Assert.InRange(russia.ToBorder(moscow).LowMetres, 400_000, 500_000);
    }

    /// <summary>
    /// Kilometres from cities to the nearest Russian land, as once computed on a sphere to Big Diomede and a handful of other points, to ten. The maps know
    /// more land: from Honolulu the Commander Islands are 350 km nearer, from Washington Franz Josef Land; a sphere is wrong by up to 0.6 %.
    /// </summary>
    [Theory]
    [InlineData("Anchorage", 61.2181, -149.9003, 1070, 1074)]
    [InlineData("Seattle", 47.6062, -122.3321, 3380, 3380)]
    [InlineData("Minot", 48.2330, -101.2923, 4260, 4280)]
    [InlineData("Los Angeles", 34.0522, -118.2437, 4840, 4842)]
    [InlineData("Denver", 39.7392, -104.9903, 4880, 4886)]
    [InlineData("Honolulu", 21.3069, -157.8583, null, 4660)]
    [InlineData("Chicago", 41.8781, -87.6298, 5460, 5474)]
    [InlineData("Washington", 38.8951, -77.0364, 6210, 6194)]
    [InlineData("Miami", 25.7743, -80.1937, 7360, 7367)]
    public void American_cities_are_as_far_from_Russian_land_as_was_told(string city, double latitude, double longitude, int? toldKm, int km)
    {
        var russia = Land("RUS");
        var place = new Position(latitude, longitude);
        var bounds = TerritoryDistance.Of(russia).To(place);
        Assert.InRange(bounds.HighMetres / 1000, km - 0.5, km + 0.5);
        Assert.True(toldKm is null || Math.Abs(bounds.HighMetres / 1000 - toldKm.Value) < 0.006 * toldKm + 5, city);
        Assert.Equal(SlowDistance.ToBorder(place, russia), bounds.HighMetres, 0.1);
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void A_place_is_inside_as_the_map_says(string country)
    {
        var territory = Land(country);
        var distance = TerritoryDistance.Of(territory);
        foreach (var place in Places.OverTheEarth(300, 3).Concat(Places.About(territory, 300, 4)).Concat(Places.Corners(territory, 100)))
        {
            var vertex = Vertex.FromDegrees(place.Latitude, place.Longitude);
            Assert.Equal(territory.Contains(vertex), distance.Contains(new Position(vertex.LatitudeDegrees, vertex.LongitudeDegrees)));
        }
    }

    [Theory]
    [InlineData("DEU", "POL")]
    [InlineData("DEU", "RUS")]
    [InlineData("RUS", "USA")]
    [InlineData("LUX", "LTU")]
    [InlineData("LSO", "ZAF")]
    [InlineData("CUB", "USA")]
    [InlineData("AUS", "DEU")]
    [InlineData("FJI", "NZL")]
    public void Two_territories_are_as_far_apart_as_the_nearest_of_their_corners_and_edges(string one, string other)
    {
        var (a, b) = (TerritoryDistance.Of(Land(one)), TerritoryDistance.Of(Land(other)));
        var (there, back) = (a.To(b), b.To(a));
        Assert.InRange(there.HighMetres - there.LowMetres, 0, 1);
        Assert.InRange(back.LowMetres, there.LowMetres - 1, there.HighMetres);
        Assert.InRange(there.LowMetres, back.LowMetres - 1, back.HighMetres);
        // The nearest place on each is nearest to the other's; no corner of either is nearer.
        Assert.InRange(a.To(there.Nearest).LowMetres, there.LowMetres - 1, there.HighMetres);
        Assert.InRange(b.To(back.Nearest).LowMetres, back.LowMetres - 1, back.HighMetres);
        var corners = Places.Corners(a.Territory, int.MaxValue).Where((_, i) => i % 10 == 0).Select(corner => b.To(corner).HighMetres);
        Assert.True(corners.Min() >= there.LowMetres);
    }

    public static TheoryData<string> Countries => ["RUS", "USA", "DEU", "ATA", "FJI", "LSO", "ZAF"];

    internal static Territory Land(string country)
        => BorderMap.Large.Territory(country).TryGet(out var territory, out var problem) ? territory : throw new InvalidOperationException(problem);
}
