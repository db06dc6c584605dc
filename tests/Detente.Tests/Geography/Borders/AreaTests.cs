using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Geography.Geodesics;

namespace Detente.Tests.Geography.Borders;

/// <summary>Areas on the ellipsoid against PostGIS 3.3 (ST_Area of geography, on the same published file, without the cuts).</summary>
public sealed class AreaTests
{
    [Theory]
    [InlineData("UKR", 571_998)]
    [InlineData("RUS", 16_980_135)]
    public void A_country_has_the_area_the_published_file_gives(string code, double km2)
    {
        var area = AreaKm2(BorderMap.Large.Territory(code).OrThrow());
        Assert.InRange(area / km2, 1 - 2e-6, 1 + 2e-6);
    }

    [Fact]
    public void Pieces_add_up_to_their_countries()
    {
        foreach (var code in new[] { "RUS", "IND", "CHN", "CHL", "MAR" })
        {
            var pieces = BorderMap.Large.Pieces.Where(piece => piece.Holder == code).Sum(piece => AreaKm2(piece.Territory));
            Assert.Equal(AreaKm2(BorderMap.Large.Territory(code).OrThrow()), pieces, tolerance: 1e-6 * pieces);
        }
    }

    private static double AreaKm2(Territory territory) => territory.Edges.Sum(edge => -Ellipsoid.AreaUnderStraight(Of(edge.From), Of(edge.To))) / 1e6;

    private static Position Of(Vertex vertex) => new(vertex.LatitudeDegrees, vertex.LongitudeDegrees);
}
