using Detente.Geography;
using Detente.Geography.Reach;

namespace Detente.Tests.Geography.Reach;

/// <summary>Reads an outline as a plain map program would.</summary>
internal static class Drawn
{
    /// <summary>Whether a place lies in the polygons, counting the edges to the east of it.</summary>
    public static bool Holds(MapOutline outline, Position place)
    {
        // On the antimeridian the map's other end is looked at: its edge itself is not east of it.
        var (latitude, longitude) = (place.Latitude, Math.IEEERemainder(place.Longitude, 360) is 180 ? -180 : Math.IEEERemainder(place.Longitude, 360));
        var inside = false;
        foreach (var ring in outline.Polygons.SelectMany(polygon => polygon))
        {
            for (var i = 0; i < ring.Count; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
                if (a.Latitude > latitude != b.Latitude > latitude)
                {
                    inside ^= a.Longitude + (latitude - a.Latitude) / (b.Latitude - a.Latitude) * (b.Longitude - a.Longitude) > longitude;
                }
            }
        }

        return inside;
    }
}
