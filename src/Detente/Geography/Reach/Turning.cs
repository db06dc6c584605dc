using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>
/// How fast a line that is straight in longitude and latitude can turn: bounds, in metres, on the second derivative of the place as the
/// line is run through at even speed in degrees from 0 to 1.
/// </summary>
/// <remarks>
/// With latitude φ, longitude λ, meridian radius M ≤ R = a²/b and the parallel's radius p, the second derivatives of the place by φφ, φλ and λλ are
/// √(M² + M′²) ≤ 1.011 R, M|sin φ| and p long in space, and |M′| ≤ 0.0102 R, M|sin φ| and p|sin φ| along the surface (M′ = 3e² M sin φ cos φ / (1 − e² sin²φ)).
/// </remarks>
internal static class Turning
{
    /// <summary>In space. The line and its chord are at most an eighth of it apart.</summary>
    /// <param name="latitude">By how much its latitude changes, radians, not negative.</param>
    /// <param name="longitude">The same of its longitude.</param>
    /// <param name="steep">The greatest |sin φ| on it, or more.</param>
    /// <param name="parallel">The greatest radius of a parallel that it meets, or more, metres.</param>
    public static double InSpace(double latitude, double longitude, double steep, double parallel)
        => 1.011 * Ellipsoid.GreatestCurvatureRadius * latitude * latitude
            + 2 * Ellipsoid.GreatestCurvatureRadius * steep * latitude * longitude
            + parallel * longitude * longitude;

    /// <summary>Along the surface; the parameters as for <see cref="InSpace"/>.</summary>
    public static double Along(double latitude, double longitude, double steep, double parallel)
        => 0.0102 * Ellipsoid.GreatestCurvatureRadius * latitude * latitude
            + 2 * Ellipsoid.GreatestCurvatureRadius * steep * latitude * longitude
            + parallel * steep * longitude * longitude;
}
