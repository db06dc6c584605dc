using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>Areas on WGS-84 of figures whose edges are straight in longitude and latitude, m²: exact but for rounding, nothing is cut up.</summary>
internal static class MapArea
{
    private const double Radian = Math.PI / 180;

    /// <summary>The area on the left of a closed line, negative when it runs clockwise.</summary>
    /// <param name="ring">Its corners; the last is joined to the first.</param>
    public static double Of(ReadOnlySpan<MapPoint> ring)
    {
        var sum = 0.0;
        var from = ring[^1];
        foreach (var to in ring)
        {
            if (to.Longitude != from.Longitude)
            {
                sum += (from.Longitude - to.Longitude) * Authalic.Mean(from.Latitude, to.Latitude);
            }

            from = to;
        }

        return sum * Radian;
    }
}
