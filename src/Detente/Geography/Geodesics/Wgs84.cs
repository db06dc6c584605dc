namespace Detente.Geography.Geodesics;

/// <summary>Figures of the ellipsoid WGS-84 (NGA.STND.0036, 2014), each rounded once from what its two defining ones give.</summary>
internal static class Wgs84
{
    /// <summary>Equatorial radius a, metres.</summary>
    public const double A = 6378137;

    /// <summary>Polar radius b = a(1 − f), metres.</summary>
    public const double B = 6356752.314245179;

    /// <summary>Flattening f.</summary>
    public const double F = 1 / 298.257223563;

    /// <summary>b/a.</summary>
    public const double OneLessF = 1 - F;

    /// <summary>The square of the eccentricity, e² = f(2 − f).</summary>
    public const double E2 = 0.006694379990141317;

    /// <summary>The eccentricity e.</summary>
    public const double E = 0.0818191908426215;

    /// <summary>The square of the second eccentricity, e'² = e²/(1 − e²).</summary>
    public const double SecondE2 = 0.006739496742276435;

    /// <summary>The third flattening n = f/(2 − f).</summary>
    public const double N = 0.0016792203863837047;

    /// <summary>The square of the authalic radius, c², square metres: the surface is 4πc².</summary>
    public const double AuthalicRadiusSquared = 40589732499314.76;

    /// <summary>π/180.</summary>
    public const double Degree = Math.PI / 180;
}
