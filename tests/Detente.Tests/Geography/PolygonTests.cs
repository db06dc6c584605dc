using System.Globalization;
using Detente.Geography;
using Detente.Geography.Reach;

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
        Assert.Equal(PolygonFault.AroundPole, Polygon.FaultOf(corners));
        Assert.Throws<ArgumentException>(() => Polygon.Of(corners, 0));
        Assert.Equal(PolygonFault.None, Polygon.FaultOf([new(10, 0), new(10, 120), new(80, 60)]));
    }

    [Fact]
    public void The_error_given_is_that_of_the_border() => Assert.Equal(1500, Polygon.Of([new(0, 0), new(0, 1), new(1, 0)], 1.5m).BorderErrorMetres);

    [Theory]
    [InlineData(180, 170)]
    [InlineData(-180, -170)]
    public void A_side_drawn_on_the_antimeridian_is_a_border(int side, int other)
    {
        GeoPoint[] corners = [new(60, other), new(60, side), new(70, side), new(70, other)];
        var near = new Position(65, side - (Math.Sign(side) * 0.001));
        foreach (var land in new[] { Polygon.Of(corners, 0), Polygon.Of([.. corners.Reverse()], 0), Polygon.Of([.. corners.Skip(1), corners[0]], 0) })
        {
            Assert.True(land.Contains(Vertex.Of(near)));
            Assert.False(land.Contains(Vertex.FromDegrees(65, -near.Longitude)));
            Assert.InRange(TerritoryDistance.Of(land).ToBorder(near).LowMetres, 40, 60);
        }
    }

    [Fact]
    public void Lands_drawn_on_both_sides_of_the_antimeridian_have_no_border_there()
    {
        var land = Territory.Union("both", [Polygon.Of([new(60, 170), new(60, 180), new(70, 180), new(70, 170)], 0), Polygon.Of([new(60, -170), new(60, -180), new(70, -180), new(70, -170)], 0)]);
        Assert.True(TerritoryDistance.Of(land).ToBorder(new Position(65, 179.999)).LowMetres > 400_000);
        var band = Polygon.Of([new(60, -180), new(60, -60), new(60, 60), new(60, 180), new(70, 180), new(70, 60), new(70, -60), new(70, -180)], 0);
        Assert.True(TerritoryDistance.Of(band).ToBorder(new Position(65, 179.999)).LowMetres > 400_000);
        Assert.True(band.Contains(Vertex.FromDegrees(65, -180)));
    }

    [Theory]
    [InlineData(PolygonFault.HalfWayAround, "10 0 10 180 20 180 20 0")]
    [InlineData(PolygonFault.NoArea, "10 10 10 10 10 10")]
    [InlineData(PolygonFault.NoArea, "10 10 20 20 30 30")]
    [InlineData(PolygonFault.MeetsItself, "10 10 10 20 20 20 10 10 10 20 20 15")]
    [InlineData(PolygonFault.MeetsItself, "10 10 20 20 20 10 10 20")]
    [InlineData(PolygonFault.MeetsItself, "10 10 10 20 10 15 20 15")]
    [InlineData(PolygonFault.OffTheMap, "10 10 1000000000000000 20 10 15")]
    [InlineData(PolygonFault.OffTheMap, "10 10 10 10000000000000000000000000000 20 15")]
    [InlineData(PolygonFault.TooFewCorners, "10 10 10 20")]
    [InlineData(PolygonFault.AroundEarth, "0 0 0 120 0 -120 0 0 0 120 10 120 20 0 20 -120 20 120 20 0")]
    [InlineData(PolygonFault.None, "10 10 10 20 20 15 10 10")]
    [InlineData(PolygonFault.None, "54 2 54 4 55 2.6 56 2")]
    public void Corners_that_draw_no_land_are_told(PolygonFault fault, string figures)
    {
        GeoPoint[] corners = [.. figures.Split(' ').Select(figure => decimal.Parse(figure, CultureInfo.InvariantCulture)).Chunk(2).Select(pair => new GeoPoint(pair[0], pair[1]))];
        Assert.Equal(fault, Polygon.FaultOf(corners));
        Assert.Equal(fault, Polygon.FaultOf([.. corners.Reverse()]));
        if (fault == PolygonFault.None)
        {
            Assert.Single(Polygon.Of(corners, 0).Rings);
        }
        else
        {
            Assert.Throws<ArgumentException>(() => Polygon.Of(corners, 0));
        }
    }
}
