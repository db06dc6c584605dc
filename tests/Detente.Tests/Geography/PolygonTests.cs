using Detente.Geography;

namespace Detente.Tests.Geography;

/// <summary>Land drawn by corners.</summary>
public class PolygonTests
{
    [Theory]
    [InlineData(65, 179, true)]
    [InlineData(65, -179, true)]
    [InlineData(65, 180, true)]
    [InlineData(65, 169, false)]
    [InlineData(65, -169, false)]
    [InlineData(65, 0, false)]
    public void A_polygon_over_the_antimeridian_holds_both_its_halves(double latitude, double longitude, bool inside)
    {
        GeoPoint[] corners = [new(60, 170), new(60, -170), new(70, -170), new(70, 170)];
        Assert.Equal(inside, Polygon.Of(corners, 0).Contains(Vertex.FromDegrees(latitude, longitude)));
        Assert.Equal(inside, Polygon.Of([.. corners.Reverse()], 0).Contains(Vertex.FromDegrees(latitude, longitude)));
        Assert.Equal(2, Polygon.Of(corners, 0).Rings.Count);
    }

    [Fact]
    public void Corners_around_a_pole_are_no_polygon()
    {
        GeoPoint[] corners = [new(80, 0), new(80, 120), new(80, -120)];
        Assert.True(Polygon.IsAroundPole(corners));
        Assert.Throws<ArgumentException>(() => Polygon.Of(corners, 0));
        Assert.False(Polygon.IsAroundPole([new(10, 0), new(10, 120), new(80, 60)]));
    }

    [Fact]
    public void The_error_given_is_that_of_the_border() => Assert.Equal(1500, Polygon.Of([new(0, 0), new(0, 1), new(1, 0)], 1.5m).BorderErrorMetres);
}
