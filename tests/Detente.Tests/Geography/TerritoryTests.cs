using Detente.Geography;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Geography;

public sealed class TerritoryTests
{
    private const int Side = 6;

    /// <summary>Any set of fields of a board, joined: holes, islands, fields that touch at a corner only.</summary>
    [Fact]
    public void A_union_holds_what_one_of_its_parts_holds_and_keeps_no_edge_between_them()
        => Prop.ForAll(Gen.Choose(0, 1).ArrayOf(Side * Side).ToArbitrary(), fields =>
        {
            var parts = Enumerable.Range(0, fields.Length).Where(i => fields[i] == 1).Select(i => Field(i / Side, i % Side)).ToList();
            var union = Territory.Union("board", parts);
            for (var latitude = -2; latitude < 4 * Side + 2; latitude++)
            {
                for (var longitude = -2; longitude < 4 * Side + 2; longitude++)
                {
                    var point = new Vertex(latitude, longitude);
                    Assert.Equal(parts.Exists(part => part.Contains(point)), union.Contains(point));
                }
            }

            var edges = union.Edges.ToHashSet();
            Assert.Equal(edges.Count, union.Edges.Count());
            Assert.DoesNotContain(edges, edge => edges.Contains(edge.Reversed()));
            Assert.Equal(union.Rings.SelectMany(ring => ring.Vertices.ToArray()), Territory.Union("again", parts.AsEnumerable().Reverse()).Rings.SelectMany(ring => ring.Vertices.ToArray()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_that_overlap_are_refused()
        => Assert.Throws<ArgumentException>(() => Territory.Union("twice", [Field(0, 0), Field(0, 1), Field(0, 0)]));

    [Fact]
    public void The_largest_error_of_its_parts_is_a_union_s()
        => Assert.Equal(7, Territory.Union("both", [new Territory("a", Field(0, 0).Rings, 3), new Territory("b", Field(3, 3).Rings, 7)]).BorderErrorMetres);

    [Theory]
    [InlineData(0, 180, 1, 180, true)]
    [InlineData(0, -180, 1, -180, true)]
    [InlineData(-90, 3, -90, 4, true)]
    [InlineData(90, 3, 90, 4, true)]
    [InlineData(0, 180, 1, 179, false)]
    [InlineData(0, 10, 1, 10, false)]
    [InlineData(-90, 3, -89, 3, false)]
    public void An_edge_along_the_antimeridian_or_a_pole_only_cuts(int latitude, int longitude, int latitude2, int longitude2, bool cuts)
        => Assert.Equal(cuts, Territory.IsCut(new Edge(Vertex.FromDegrees(latitude, 0) with { Longitude = longitude * Vertex.PerDegree }, Vertex.FromDegrees(latitude2, 0) with { Longitude = longitude2 * Vertex.PerDegree })));

    [Theory]
    [InlineData(180, -180)]
    [InlineData(-180, -180)]
    [InlineData(540, -180)]
    [InlineData(190, -170)]
    [InlineData(-190, 170)]
    [InlineData(359.99999999, 0)]
    [InlineData(179.99999999, -180)]
    [InlineData(12.34567894, 12.3456789)]
    public void A_longitude_of_any_turn_is_brought_onto_the_map(double longitude, double onMap)
    {
        Assert.Equal((int)Math.Round(onMap * 1e7), Vertex.FromDegrees(1, longitude).Longitude);
        Assert.Equal(Vertex.FromDegrees(1, longitude), Vertex.Of(new Position(1, longitude)));
        Assert.Equal(Vertex.FromDegrees(1, longitude), Vertex.Of(new GeoPoint(1, (decimal)longitude)));
    }

    [Theory]
    [InlineData(90.1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void What_is_no_place_has_no_vertex(double latitude, double longitude)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Vertex.FromDegrees(latitude, longitude));

    [Fact]
    public void A_ring_has_three_vertices_and_does_not_repeat_the_first()
    {
        Assert.Throws<ArgumentException>(() => new Ring(new Vertex[] { new(0, 0), new(0, 1) }));
        Assert.Throws<ArgumentException>(() => new Ring(new Vertex[] { new(0, 0), new(0, 1), new(1, 0), new(0, 0) }));
    }

    // Four units a side, so that points lie in it, on its edges and at its corners.
    private static Territory Field(int row, int column) => new("field", [new Ring(new Vertex[]
    {
        new(4 * row, 4 * column), new(4 * row, 4 * column + 4), new(4 * row + 4, 4 * column + 4), new(4 * row + 4, 4 * column),
    })], 1);
}
