namespace Detente.Geography.Reach;

/// <summary>A corner of a figure on the map, degrees.</summary>
internal readonly record struct MapPoint(double Latitude, double Longitude)
{
    /// <summary>The corners of a ring.</summary>
    public static MapPoint[] Of(Ring ring)
    {
        var points = new MapPoint[ring.Vertices.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var vertex = ring.Vertices.Span[i];
            points[i] = new MapPoint(vertex.LatitudeDegrees, vertex.LongitudeDegrees);
        }

        return points;
    }
}
