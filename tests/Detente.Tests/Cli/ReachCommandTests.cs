using System.Text.Json;
using Detente.Cli;
using Detente.Cli.Output;

namespace Detente.Tests.Cli;

/// <summary><c>detente reach</c>, from the call to what it prints.</summary>
public class ReachCommandTests
{
    [Fact]
    public void It_prints_the_area_with_its_bounds_the_share_and_the_errors()
    {
        using var answer = Asked("--of", "RUS", "--onto", "POL", "--range", "500");
        var (low, high) = Bounds(answer, "areaKm2");
        Assert.InRange(high - low, 0, 39);
        Assert.InRange(answer.RootElement.GetProperty("share").GetDouble(), 0.0022, 0.0023);
        var (least, most) = Bounds(answer, "areaWithErrorKm2");
        Assert.True(least < low && high < most);
        Assert.Equal(2, answer.RootElement.GetProperty("errorKm").GetDouble());
        Assert.Equal(["Crimea", "Kuril Is."], answer.RootElement.GetProperty("map").GetProperty("deFacto").EnumerateArray().Select(area => area.GetString()));
    }

    [Fact]
    public void A_place_reaches_a_country_at_a_distance_that_is_told()
    {
        using var answer = Asked("--from", "Kaliningrad", "--range", "2500", "--onto", "DEU", "--scale", "50m");
        Assert.Equal("Kaliningrad, RUS", answer.RootElement.GetProperty("from").GetProperty("name").GetString());
        Assert.InRange(Bounds(answer, "distanceKm").Low, 410, 425);
        Assert.Equal(1, answer.RootElement.GetProperty("share").GetDouble());
    }

    [Fact]
    public void A_place_alone_is_told_which_countries_are_within_range_the_nearest_first()
    {
        using var answer = Asked("--from", "54.71,20.51", "--range", "300", "--scale", "50m");
        var reached = answer.RootElement.GetProperty("reached").EnumerateArray().ToList();
        Assert.Equal("RUS", reached[0].GetProperty("code").GetString());
        Assert.Contains(reached, country => country.GetProperty("code").GetString() == "POL" && country.GetProperty("certain").GetBoolean());
        Assert.DoesNotContain(reached, country => country.GetProperty("code").GetString() == "DEU");
        var kilometres = reached.ConvertAll(country => country.GetProperty("km").GetProperty("low").GetDouble());
        Assert.Equal(kilometres.Order(), kilometres);
    }

    [Fact]
    public void Another_point_of_view_moves_the_area_and_is_named()
    {
        string[] asked = ["--of", "RUS", "--onto", "ROU", "--range", "500", "--scale", "50m"];
        using var published = Asked(asked);
        using var read = Asked([.. asked, "--reading", "Crimea=UKR"]);
        Assert.True(Bounds(read, "areaKm2").High < Bounds(published, "areaKm2").Low);
        Assert.Equal("Crimea: UKR", read.RootElement.GetProperty("map").GetProperty("readings")[0].GetString());
    }

    [Fact]
    public void The_drawing_is_a_feature_whose_figures_stand_beside_it()
    {
        var result = Shell.Run("reach", "--from", "0,179.5", "--range", "300", "--scale", "50m", "--format", "geojson");
        using var feature = JsonDocument.Parse(result.Out);
        Assert.Equal("MultiPolygon", feature.RootElement.GetProperty("geometry").GetProperty("type").GetString());

        // Cut at the antimeridian: polygons on both sides, and none across.
        var polygons = feature.RootElement.GetProperty("geometry").GetProperty("coordinates").EnumerateArray()
            .Select(polygon => polygon[0].EnumerateArray().Select(place => place[0].GetDouble()).ToList()).ToList();
        Assert.All(polygons, longitudes => Assert.True(longitudes.TrueForAll(l => l >= 176) || longitudes.TrueForAll(l => l <= -176)));
        Assert.Contains(polygons, longitudes => longitudes[0] > 0);
        Assert.Contains(polygons, longitudes => longitudes[0] < 0);
        Assert.Empty(JsonSchema.Faults(Embedded.Text("Output/Schema/reach.schema.json"), feature.RootElement.GetProperty("properties").GetRawText()));
    }

    [Fact]
    public void The_page_says_what_the_figures_are_worth()
    {
        var page = Shell.Run("reach", "--of", "RUS", "--onto", "POL", "--range", "500", "--scale", "50m").Out;
        Assert.Contains("Where in Russia 500 km reach Poland", page, StringComparison.Ordinal);
        Assert.Contains("where the border lies 5 km from where it is taken to be", page, StringComparison.Ordinal);
        Assert.Contains("no territorial sea", page, StringComparison.Ordinal);
    }

    private static JsonDocument Asked(params string[] args)
    {
        var result = Shell.Run(["reach", .. args, "--format", "json"]);
        Assert.Equal((ExitCode.Kept, ""), (result.Code, result.Error));
        Assert.Empty(JsonSchema.Faults(Embedded.Text("Output/Schema/reach.schema.json"), result.Out));
        return JsonDocument.Parse(result.Out);
    }

    private static (double Low, double High) Bounds(JsonDocument answer, string name) =>
        (answer.RootElement.GetProperty(name).GetProperty("low").GetDouble(), answer.RootElement.GetProperty(name).GetProperty("high").GetDouble());
}
