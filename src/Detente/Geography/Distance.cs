using Detente.Functions;
using Detente.Quantities;

namespace Detente.Geography;

/// <summary>
/// Distance on the ground as an interval that is certain to hold the true one: the great circle on the mean sphere,
/// widened by what the sphere can be wrong by, and by the error of both places.
/// </summary>
/// <remarks>
/// A great circle on a sphere of radius 6,371.0088 km (IUGG mean radius R1) differs from the WGS-84 geodesic by at most
/// 0.56 %; 0.6 % is used. Whatever falls into that band is "cannot be told", never a guess.
/// </remarks>
public static class Distance
{
    private const double MeanRadiusKm = 6371.0088;
    private const double SphereError = 0.006;

    /// <summary>Kilometres between two places.</summary>
    public static Amount Between(GeoPoint a, GeoPoint b)
    {
        var (lat1, lat2) = (Radians(a.Latitude), Radians(b.Latitude));
        var sinLat = Elementary.Sin((lat2 - lat1) / 2);
        var sinLon = Elementary.Sin((Radians(b.Longitude) - Radians(a.Longitude)) / 2);
        var h = sinLat * sinLat + Elementary.Cos(lat1) * Elementary.Cos(lat2) * sinLon * sinLon;
        var km = 2 * MeanRadiusKm * Elementary.Asin(Math.Sqrt(Math.Min(1, h)));
        var error = a.ErrorKm + b.ErrorKm;
        // To whole metres, each end outward: to the nearest metre a short interval could lose the true distance.
        var low = Math.Floor((decimal)(km * (1 - SphereError)) * 1000) / 1000;
        var high = Math.Ceiling((decimal)(km * (1 + SphereError)) * 1000) / 1000;
        return new Amount(Math.Max(0, low - error), high + error);
    }

    private static double Radians(decimal degrees) => (double)degrees * Math.PI / 180;
}
