using System.Globalization;
using System.Text;

namespace Detente.Geography.Reach;

/// <summary>Polygons on the map, for display, cut at ±180° and closed at the poles as RFC 7946, section 3.1.9, asks.</summary>
/// <param name="Polygons">Each an outer ring, counterclockwise, and then its holes, clockwise. Rings do not repeat their first place.</param>
public sealed record MapOutline(IReadOnlyList<IReadOnlyList<IReadOnlyList<Position>>> Polygons)
{
    /// <summary>The area of the polygons with edges that are straight in longitude and latitude, m².</summary>
    public double Area => Polygons.Sum(polygon => polygon.Sum(ring => MapArea.Of(Corners(ring))));

    /// <summary>How many places the polygons have.</summary>
    public int Count => Polygons.Sum(polygon => polygon.Sum(ring => ring.Count));

    /// <summary>A GeoJSON geometry, type MultiPolygon (RFC 7946), with seven decimals: 11 mm, as finely as maps are kept.</summary>
    public string ToGeoJson()
    {
        var text = new StringBuilder("{\"type\":\"MultiPolygon\",\"coordinates\":[");
        for (var i = 0; i < Polygons.Count; i++)
        {
            text.Append(i == 0 ? "[" : ",[");
            for (var j = 0; j < Polygons[i].Count; j++)
            {
                text.Append(j == 0 ? "[" : ",[");
                foreach (var place in Polygons[i][j])
                {
                    Append(text, place).Append(',');
                }

                Append(text, Polygons[i][j][0]).Append(']');
            }

            text.Append(']');
        }

        return text.Append("]}").ToString();
    }

    private static StringBuilder Append(StringBuilder text, Position place)
        => text.Append(CultureInfo.InvariantCulture, $"[{Round(place.Longitude)},{Round(place.Latitude)}]");

    // Never "-0".
    private static double Round(double degrees) => Math.Round(degrees, 7) + 0.0;

    internal static MapPoint[] Corners(IReadOnlyList<Position> ring)
        => [.. ring.Select(place => new MapPoint(place.Latitude, place.Longitude))];
}
