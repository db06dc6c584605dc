using Detente.Geography;
using Detente.Geography.Borders;

namespace Detente.Tests.Geography.Borders;

/// <summary>Who holds a place, on both scales; the eight places are those that fail where land is stitched across ±180°.</summary>
public sealed class BorderMapTests
{
    [Theory]
    [InlineData("Murmansk", 68.97, 33.08, "RUS")]
    [InlineData("Kola", 67.5, 36, "RUS")]
    [InlineData("Chukotka, west of 180°", 67.5, 178, "RUS")]
    [InlineData("Chukotka, east of 180°", 66.5, -173, "RUS")]
    [InlineData("Wrangel, west half", 71.2, 179.4, "RUS")]
    [InlineData("Wrangel, east half", 71.2, -179.4, "RUS")]
    [InlineData("Jan Mayen", 71.02, -8.3, "NOR")]
    [InlineData("South Pole", -90, 0, "ATA")]
    [InlineData("Kaliningrad", 54.71, 20.51, "RUS")]
    [InlineData("Moscow", 55.75, 37.62, "RUS")]
    [InlineData("Anchorage", 61.2, -149.7, "USA")]
    [InlineData("Cayenne", 4.85, -52.4, "FRA")]
    [InlineData("Nakhchivan", 39.2, 45.4, "AZE")]
    [InlineData("Attu", 52.9, 172.9, "USA")]
    [InlineData("Las Palmas", 28.0, -15.5, "ESP")]
    [InlineData("Guam", 13.45, 144.78, "GUM")]
    [InlineData("Puerto Rico", 18.2, -66.4, "PRI")]
    [InlineData("North Pole", 90, 0, null)]
    [InlineData("Atlantic", 30, -40, null)]
    public void A_place_lies_where_it_should_on_both_scales(string place, double latitude, double longitude, string? code)
    {
        foreach (var map in new[] { BorderMap.Large, BorderMap.Medium })
        {
            var vertex = Vertex.FromDegrees(latitude, longitude);
            var held = map.Pieces.Where(piece => piece.Territory.Contains(vertex)).Select(piece => piece.Holder);
            Assert.True(held.SequenceEqual(code is null ? [] : [code]), $"{place} at {map.Source.Scale}: {string.Join(", ", held)}");
        }
    }

    [Theory]
    [InlineData("Svalbard", 78.5, 16, "NOR", null)]
    [InlineData("Diego Garcia, in the lagoon of the finer map", -7.315, 72.41, null, "IOT")]
    public void Some_places_stand_on_one_scale_only(string place, double latitude, double longitude, string? large, string? medium)
    {
        var vertex = Vertex.FromDegrees(latitude, longitude);
        Assert.Equal((place, large, medium), (place, BorderMap.Large.PieceAt(vertex)?.Holder, BorderMap.Medium.PieceAt(vertex)?.Holder));
    }

    [Theory]
    [InlineData("RUS")]
    [InlineData("ru")]
    [InlineData("643")]
    [InlineData("russia")]
    public void A_country_is_found_by_code_and_name(string name)
        => Assert.Equal("RUS", BorderMap.Medium.Country(name).OrThrow().Code);

    [Fact]
    public void An_unknown_country_is_an_error_that_names_the_nearest()
    {
        var found = BorderMap.Medium.Territory("Germny");
        Assert.Null(found.Value);
        Assert.Equal("the map has no country `Germny`; did you mean `Germany`?", found.Problem);
        Assert.Equal(["Germany"], found.Suggestions);
    }

    [Fact]
    public void Every_country_has_land_but_one_too_small_for_the_scale()
    {
        Assert.Equal("the map at 10m draws no land that Vatican holds", BorderMap.Large.Territory("VAT").Problem);
        Assert.Equal(["VAT"], BorderMap.Large.Countries.Where(country => BorderMap.Large.Territory(country.Code).Value is null).Select(country => country.Code));
        Assert.DoesNotContain(BorderMap.Medium.Countries, country => BorderMap.Medium.Territory(country.Code).Value is null);
        Assert.Equal((254, 240), (BorderMap.Large.Countries.Count, BorderMap.Medium.Countries.Count));
    }

    [Fact]
    public void The_soviet_union_is_its_successors_without_the_borders_between_them()
    {
        var union = BorderMap.Large.Territory("USSR").OrThrow();
        Assert.True(union.Contains(Vertex.FromDegrees(50.45, 30.52)));
        Assert.True(union.Contains(Vertex.FromDegrees(43.2, 76.9)));
        Assert.False(union.Contains(Vertex.FromDegrees(52.2, 21.0)));
        var parts = HistoricalStates.MembersOf("SUN").Sum(code => BorderMap.Large.Territory(code).OrThrow().Edges.Count());
        Assert.InRange(union.Edges.Count(), parts / 3, parts * 9 / 10);
    }
}
