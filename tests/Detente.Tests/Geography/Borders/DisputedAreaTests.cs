using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Tests.House;

namespace Detente.Tests.Geography.Borders;

/// <summary>De facto as published, the disputed layer named, and another reading where one is stated.</summary>
public sealed class DisputedAreaTests
{
    [Theory]
    [InlineData("Simferopol", 44.95, 34.10, "RUS", "Crimea", "UKR")]
    [InlineData("Donetsk", 48.0, 37.8, "UKR", "Donbass", "")]
    [InlineData("Iturup", 45.2, 148.1, "RUS", "Kuril Is.", "JPN")]
    [InlineData("Taipei", 25.03, 121.5, "TWN", "Taiwan", "CHN")]
    [InlineData("Golan", 33.0, 35.78, "ISR", "Golan Heights", "SYR")]
    [InlineData("Ramallah", 31.9, 35.2, "PSE", "West Bank", "")]
    [InlineData("Laayoune", 26.9, -12.9, "MAR", "W. Sahara (MAR)", "ESH")]
    [InlineData("Tifariti", 26.0, -10.4, "ESH", "W. Sahara (ESH)", "MAR")]
    [InlineData("Aksai Chin", 35.2, 79.3, "CHN", "Aksai Chin", "IND")]
    [InlineData("Srinagar", 34.1, 74.8, "IND", "Jammu and Kashmir", "PAK")]
    [InlineData("Gilgit", 35.9, 74.3, "PAK", "Northern Areas", "IND")]
    [InlineData("Sukhumi", 43.02, 41.05, "GEO", "Abkhazia", "")]
    [InlineData("Dubossary", 47.3, 29.2, "MDA", "Transnistria", "")]
    [InlineData("Stepanakert", 39.8, 46.75, "AZE", "Nagorno-Karabakh", "")]
    [InlineData("Pristina", 42.66, 21.16, "XKX", "Kosovo", "SRB")]
    [InlineData("Famagusta", 35.15, 33.9, "NCY", "N. Cyprus", "CYP")]
    [InlineData("Hargeisa", 9.56, 44.06, "SOL", "Somaliland", "SOM")]
    [InlineData("Tawang", 27.6, 91.9, "IND", "Arunachal Pradesh", "CHN")]
    [InlineData("Stanley", -51.75, -58.8, "FLK", "Falkland Is.", "ARG")]
    public void Who_holds_a_disputed_place_is_as_published_and_its_claimants_are_named(string place, double latitude, double longitude, string holder, string area, string claimants)
    {
        foreach (var map in new[] { BorderMap.Large, BorderMap.Medium })
        {
            var piece = Assert.Single(map.Pieces, piece => piece.Territory.Contains(Vertex.FromDegrees(latitude, longitude)));
            Assert.Equal((place, holder, area), (place, piece.Holder, piece.DisputedArea));
            Assert.Equal(claimants, string.Join(" ", map.DisputedAreas.Single(known => known.Name == area).Claimants));
        }
    }

    [Theory]
    [InlineData("Baikonur at 10m", "KAB", true)]
    [InlineData("Baikonur at 50m", "KAZ", false)]
    public void Baikonur_is_a_feature_of_its_own_at_one_scale_only(string place, string holder, bool large)
    {
        var piece = Assert.Single((large ? BorderMap.Large : BorderMap.Medium).Pieces, piece => piece.Territory.Contains(Vertex.FromDegrees(45.9, 63.3)));
        Assert.Equal((place, holder, "Baykonur"), (place, piece.Holder, piece.DisputedArea));
    }

    [Fact]
    public void A_named_point_of_view_moves_an_area_from_one_country_to_the_other_and_nothing_else()
    {
        var simferopol = Vertex.FromDegrees(44.95, 34.1);
        var reading = new Dictionary<string, string> { ["crimea"] = "Ukraine" };
        foreach (var map in new[] { BorderMap.Large, BorderMap.Medium })
        {
            Assert.True(map.Territory("RUS").OrThrow().Contains(simferopol));
            Assert.False(map.Territory("UKR").OrThrow().Contains(simferopol));
            Assert.False(map.Territory("RUS", reading).OrThrow().Contains(simferopol));
            Assert.True(map.Territory("UKR", reading).OrThrow().Contains(simferopol));
            Assert.Equal(map.Territory("RUS").OrThrow().Rings.Count - 1, map.Territory("RUS", reading).OrThrow().Rings.Count);
        }
    }

    [Fact]
    public void A_reading_of_an_unknown_area_is_an_error_that_names_the_nearest()
        => Assert.Equal("the map has no disputed area `Crimeea`; did you mean `Crimea`?", BorderMap.Medium.Territory("RUS", new Dictionary<string, string> { ["Crimeea"] = "UKR" }).Problem);

    [Fact]
    public void The_areas_of_a_country_are_those_it_holds_and_those_it_claims()
    {
        Assert.Equal(["Crimea", "Donbass"], Names("UKR"));
        Assert.Equal(["Crimea", "Kuril Is."], Names("RUS"));
        Assert.Equal(["Dokdo", "Kuril Is.", "Pinnacle Is."], Names("JPN"));

        static IEnumerable<string> Names(string code) => BorderMap.Large.DisputedAreasOf(code).Select(area => area.Name);
    }

    [Fact]
    public void Pieces_do_not_overlap_and_neighbours_share_their_edges_exactly()
    {
        foreach (var map in new[] { BorderMap.Large, BorderMap.Medium })
        {
            var all = Territory.Union("all land", map.Pieces.Select(piece => piece.Territory));
            var edges = all.Edges.ToHashSet();
            Assert.DoesNotContain(edges, edge => edges.Contains(edge.Reversed()));
            Assert.True(all.Edges.Count() < map.Pieces.Sum(piece => piece.Territory.Edges.Count()) * 9 / 10);
        }
    }

    [Fact]
    public void Every_claimant_and_holder_is_a_country_of_the_map()
    {
        foreach (var map in new[] { BorderMap.Large, BorderMap.Medium })
        {
            var codes = map.Countries.Select(country => country.Code).ToHashSet();
            Faults.None(map.Pieces.Select(piece => piece.Holder).Concat(map.DisputedAreas.SelectMany(area => area.Claimants)).Where(code => !codes.Contains(code)));
        }
    }
}
