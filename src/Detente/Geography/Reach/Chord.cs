using Detente.Functions;
using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>
/// What the straight line between two points of WGS-84 tells about the geodesic between them, for certain:
/// <code>2 R asin(c / 2R)  ≤  geodesic  ≤  2 r asin(c / 2r)</code>
/// with chord c, R = a²/b the greatest and r = b²/a the least radius of curvature of any normal section (metres throughout).
/// </summary>
/// <remarks>
/// <para>
/// Left side. All normal curvatures are at least 1/R, so by Blaschke's rolling theorem (<i>Kreis und Kugel</i>, 1916, §24) the ellipsoid is
/// the intersection of the balls of radius R that touch it from outside in: with two points it holds every arc of radius R
/// between them, the spindle. A path on the surface runs outside the spindle's interior. The nearest-point map onto a convex body
/// shortens no path below its image, and on a spindle, a surface of revolution, the shortest line from tip to tip is a meridian.
/// </para>
/// <para>
/// Right side. A geodesic, as a curve in space, has the normal curvature of its direction: at most 1/r. By the theorem of A. Schur
/// (Math. Ann. 83, 1921) its chord is at least that of an arc of radius r as long as the geodesic, so long as that is at most πr. Two points
/// farther apart than πr = 19,903 km have a chord of over 2r: one lies within π(a − r) = 135 km of the other's antipode, and by the
/// parallelogram law c² ≥ 4b² − (135 km)². For those the bound is half a meridian, which no two points exceed.
/// </para>
/// <para>At a chord of 100 km the sides differ by 20 mm, at 1,000 km by 21 m, at 5,000 km by 2.6 km.</para>
/// </remarks>
internal static class Chord
{
    private const double PolarRadius = Geodesic.EquatorialRadius * (1 - Geodesic.Flattening);

    /// <summary>b²/a: along the meridian, on the equator.</summary>
    public const double LeastRadius = PolarRadius * (1 - Geodesic.Flattening);

    /// <summary>a²/b: at a pole, in every direction.</summary>
    public const double GreatestRadius = Geodesic.EquatorialRadius / (1 - Geodesic.Flattening);

    /// <summary>From pole to pole is 20,003,931.46 m; no geodesic that is shortest is longer.</summary>
    public const double LongestGeodesic = 20_003_931.5;

    /// <summary>No geodesic over this chord is shorter.</summary>
    public static double LeastGeodesic(double chord)
        => chord <= 0 ? 0 : 2 * GreatestRadius * Elementary.Asin(Math.Min(1, chord / (2 * GreatestRadius)));

    /// <summary>No shortest geodesic over this chord is longer.</summary>
    public static double GreatestGeodesic(double chord)
        => chord >= 2 * LeastRadius ? LongestGeodesic : Math.Min(LongestGeodesic, 2 * LeastRadius * Elementary.Asin(chord / (2 * LeastRadius)));

    /// <summary>Every geodesic up to this long has at most this chord.</summary>
    public static double GreatestChord(double geodesic)
        => geodesic >= Math.PI * GreatestRadius ? 2 * GreatestRadius : 2 * GreatestRadius * Elementary.Sin(geodesic / (2 * GreatestRadius));
}
