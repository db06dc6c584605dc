using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Geography.Reach;

namespace Detente.Tests.Geography.Reach;

/// <summary>Distances to any edges of a map.</summary>
public class LineDistanceTests
{
    [Fact]
    public void To_all_edges_of_a_territory_it_is_the_distance_to_its_border()
    {
        var territory = BorderMap.Large.Territory("ISR").Value!;
        var (line, border) = (new LineDistance(territory.Edges), TerritoryDistance.Of(territory));
        foreach (var place in Places.About(territory, 200, 3))
        {
            var (a, b) = (line.To(place), border.ToBorder(place));
            Assert.True(a.LowMetres <= b.HighMetres && b.LowMetres <= a.HighMetres, $"{a} and {b} from {place}");
        }
    }

    [Fact]
    public void Edges_that_only_cut_the_map_are_left_out_and_no_edges_are_infinitely_far()
    {
        var cut = new Edge(new Vertex(0, Vertex.Antimeridian), new Vertex(10_000_000, Vertex.Antimeridian));
        Assert.True(double.IsPositiveInfinity(new LineDistance([cut]).To(new Position(0, 0)).LowMetres));
        Assert.True(double.IsPositiveInfinity(new LineDistance([]).To(new Position(0, 0)).LowMetres));
    }
}
