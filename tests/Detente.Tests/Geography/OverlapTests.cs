using Detente.Geography;
using Detente.Geography.Borders;

namespace Detente.Tests.Geography;

/// <summary>What overlaps and what only touches.</summary>
public class OverlapTests
{
    private static readonly Territory Square = Draw((0, 0), (2, 0), (2, 2), (0, 2));

    public static TheoryData<string, bool, (int, int)[]> Others => new()
    {
        { "apart", false, [(0, 3), (2, 3), (2, 5)] },
        { "a side in common", false, [(0, 2), (2, 2), (2, 4), (0, 4)] },
        { "part of a side in common", false, [(0, 2), (1, 2), (1, 4), (0, 4)] },
        { "more than a side in common", false, [(-1, 2), (3, 2), (3, 4), (-1, 4)] },
        { "a corner in common", false, [(2, 2), (4, 2), (4, 4)] },
        { "a corner on a side", false, [(1, 2), (2, 4), (0, 4)] },
        { "crossing", true, [(1, 1), (3, 1), (3, 3), (1, 3)] },
        { "the same", true, [(0, 0), (2, 0), (2, 2), (0, 2)] },
        { "the same, the other way around", true, [(0, 2), (2, 2), (2, 0), (0, 0)] },
        { "within", true, [(0, 0), (1, 0), (1, 1)] },
        { "around", true, [(-1, -1), (3, -1), (3, 3), (-1, 3)] },
        { "half of it beyond, sides along its own", true, [(0, 1), (2, 1), (2, 3), (0, 3)] },
        { "across, corners outside", true, [(1, -1), (1, 3), (0, 3), (0, -1)] },
        { "from corner to corner", true, [(0, 0), (2, 2), (3, 0)] },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Two_polygons(string how, bool overlap, (int, int)[] corners)
    {
        Assert.True(Overlap.Of(Square, Draw(corners)) == overlap, how);
        Assert.True(Overlap.Of(Draw(corners), Square) == overlap, how);
    }

    [Fact]
    public void A_polygon_and_a_coast()
    {
        var land = BorderMap.Large.Territory("ISL").Value!;
        Assert.True(Overlap.Of(Draw((64, -24), (66, -24), (66, -22)), land));
        Assert.False(Overlap.Of(Draw((60, -24), (62, -24), (62, -22)), land));
        Assert.True(Overlap.Of(Draw((60, -30), (70, -30), (70, -10), (60, -10)), land));
    }

    private static Territory Draw(params (int North, int East)[] corners) => Polygon.Of([.. corners.Select(corner => new GeoPoint(corner.North, corner.East))], 0);
}
