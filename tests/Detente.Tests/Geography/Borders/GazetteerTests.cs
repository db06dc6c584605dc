using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Geography.Geodesics;
using Detente.Tests.House;

namespace Detente.Tests.Geography.Borders;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("Kaliningrad", 54.70649, 20.51095, 10)]
    [InlineData("  kaliningrad ", 54.70649, 20.51095, 10)]
    [InlineData("Anadyr", 64.73424, 177.5103, 5)]
    [InlineData("Washington", 38.89511, -77.03637, 20)]
    [InlineData("washington d.c.", 38.89511, -77.03637, 20)]
    [InlineData("Kiev", 50.45466, 30.5238, 40)]
    [InlineData("Brasilia", -15.77972, -47.92972, 20)]
    [InlineData("BRASÍLIA", -15.77972, -47.92972, 20)]
    [InlineData("Moscow", 55.75222, 37.61556, 60)]
    [InlineData("London, Canada", 42.98339, -81.23304, 10)]
    [InlineData("London, GBR", 51.50853, -0.12574, 40)]
    [InlineData("london, uk", 51.50853, -0.12574, 40)]
    [InlineData("Springfield, MO, USA", 37.21533, -93.29824, 10)]
    public void A_city_is_found_by_its_name(string name, double latitude, double longitude, int errorKm)
        => Assert.Equal(new GeoPoint((decimal)latitude, (decimal)longitude, errorKm), Gazetteer.World.Find(name).OrThrow().Point);

    [Fact]
    public void A_name_that_several_bear_is_an_error_that_lists_them()
    {
        var found = Gazetteer.World.Find("london");
        Assert.Null(found.Value);
        Assert.Equal("`london` is the name of 2 cities: London, 08, CAN (42.98339, -81.23304; 346,765 inhabitants); London, ENG, GBR (51.50853, -0.12574; 7,556,900 inhabitants)", found.Problem);
        Assert.Equal(["London, CAN", "London, GBR"], found.Suggestions);
        Assert.Equal(["Springfield, MO, USA", "Springfield, IL, USA", "Springfield, MA, USA"], Gazetteer.World.Find("Springfield, USA").Suggestions);
    }

    [Theory]
    [InlineData("Kaliningrd", "the list of cities has no `Kaliningrd`; did you mean `Kaliningrad`?")]
    [InlineData("Kaliningrad, Germany", "the list of cities has no `Kaliningrad, Germany`; did you mean `Kaliningrad, RUS`?")]
    [InlineData("London, Canda", "the map has no country `Canda`; did you mean `Canada`?")]
    [InlineData("", "the list of cities has no ``")]
    public void An_unknown_name_is_an_error_that_names_the_nearest(string name, string problem)
        => Assert.Equal(problem, Gazetteer.World.Find(name).Problem);

    [Theory]
    [InlineData("RUS", "Moscow")]
    [InlineData("united states", "Washington, D.C.")]
    [InlineData("DE", "Berlin")]
    [InlineData("FRA", "Paris")]
    [InlineData("UKR", "Kyiv")]
    public void A_country_has_its_capital(string country, string capital) => Assert.Equal(capital, Gazetteer.World.CapitalOf(country).OrThrow().Name);

    [Fact]
    public void Where_the_source_names_no_capital_none_is_told()
        => Assert.Equal("the list of cities names no capital of Israel", Gazetteer.World.CapitalOf("ISR").Problem);

    [Fact]
    public void Every_city_is_filed_under_a_country_of_the_map_and_no_country_has_two_capitals()
    {
        var codes = BorderMap.Large.Countries.Select(country => country.Code).ToHashSet();
        Assert.Equal(6710, Gazetteer.World.Cities.Count);
        Faults.None(Gazetteer.World.Cities.Where(city => !codes.Contains(city.Country)).Select(city => $"{city}"));
        Faults.None(Gazetteer.World.Cities.Where(city => city.IsCapital).GroupBy(city => city.Country).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    /// <summary>
    /// Two sources that know nothing of each other. Of cities of 100,000 and more, away from land under dispute, they agree within
    /// the city's error: a place on the other side of a border lies by it. (Many an atoll with a seat stands on no map.)
    /// </summary>
    [Fact]
    public void Cities_lie_in_the_land_of_the_country_they_are_filed_under_or_by_its_border()
    {
        var map = BorderMap.Large;
        var others = Gazetteer.World.Cities.Where(city => city.Population >= 100_000).Where(city => map.PieceAt(Vertex.Of(city.Point)) is not { } piece || (piece.Holder != city.Country && piece.DisputedArea is null)).ToList();
        Assert.InRange(others.Count, 1, 150);
        Faults.None(others.Where(city => map.Territory(city.Country).TryGet(out var land, out _) && !IsBy(city.Point, land)).Select(city => $"{city.Name}, {city.Country}"));
    }

    // A probe at a distance of the city's error and the border's, in 24 directions and two steps.
    private static bool IsBy(GeoPoint point, Territory land)
        => Enumerable.Range(0, 48).Any(i => Geodesic.Direct(
            new Position((double)point.Latitude, (double)point.Longitude), i * 15, (1 + (i / 24)) * (((double)point.ErrorKm * 1000) + land.BorderErrorMetres) / 2) is var probe
            && land.Contains(Vertex.Of(probe.Position)));

    [Theory]
    [InlineData("Ḩamāh", "hamah")]
    [InlineData("Łódź", "lodz")]
    [InlineData("N'Djamena", "ndjamena")]
    [InlineData("Saint John’s", "saint johns")]
    [InlineData("Palikir - National Government Center", "palikir national government center")]
    [InlineData("Đà Nẵng", "da nang")]
    [InlineData("Tórshavn", "torshavn")]
    [InlineData("Großenhain", "grossenhain")]
    public void Names_are_compared_without_case_accents_and_marks(string name, string folded) => Assert.Equal(folded, PlaceName.Fold(name));

    [Fact]
    public void Every_latin_name_folds_to_plain_letters()
        => Faults.None(Gazetteer.World.Cities.Select(city => PlaceName.Fold(city.Name))
            .Where(folded => folded.Any(letter => letter is not (>= 'a' and <= 'z' or >= '0' and <= '9' or ' ' or >= 'а' and <= 'я'))));
}
