namespace Detente.Geography.Geodesics;

/// <summary>
/// The integrals along a geodesic as series in ε, to its sixth power: C. F. F. Karney, Algorithms for geodesics, J. Geodesy
/// 87 (2013) 43–55, equations (15) to (26), (42) and (59) to (63).
/// </summary>
/// <remarks>
/// The ellipsoid is one, so the coefficients of I₃ and I₄ are numbers: expanded in ε alone from the integrals (8) and (59)
/// with 50 digits at the n of WGS-84 and rounded once, where the paper also expands in n. Cut after ε⁶ (for the area after
/// ε⁵), where ε is at most n = 0.00168.
/// </remarks>
internal static class Series
{
    /// <summary>ε of a geodesic: k² = e'² cos² α₀, then ε = (√(1 + k²) − 1) / (√(1 + k²) + 1).</summary>
    public static double Epsilon(double cosAlpha0)
    {
        var k2 = cosAlpha0 * cosAlpha0 * Wgs84.SecondE2;
        return k2 / (2 * (1 + Math.Sqrt(1 + k2)) + k2);
    }

    /// <summary>A₁ − 1: the mean of the distance over the arc, less one.</summary>
    public static double A1LessOne(double e)
    {
        var e2 = e * e;
        return (e2 * (1.0 / 4 + e2 * (1.0 / 64 + e2 / 256)) + e) / (1 - e);
    }

    /// <summary>C₁: distance from arc.</summary>
    public static Harmonics C1(double e)
    {
        var e2 = e * e;
        var e3 = e * e2;
        var e4 = e2 * e2;
        return new Harmonics(
            e * (-1.0 / 2 + e2 * (3.0 / 16 + e2 * (-1.0 / 32))),
            e2 * (-1.0 / 16 + e2 * (1.0 / 32 + e2 * (-9.0 / 2048))),
            e3 * (-1.0 / 48 + e2 * (3.0 / 256)),
            e4 * (-5.0 / 512 + e2 * (3.0 / 512)),
            e4 * e * (-7.0 / 1280),
            e4 * e2 * (-7.0 / 2048));
    }

    /// <summary>C₁': arc from distance.</summary>
    public static Harmonics C1Reverted(double e)
    {
        var e2 = e * e;
        var e3 = e * e2;
        var e4 = e2 * e2;
        return new Harmonics(
            e * (1.0 / 2 + e2 * (-9.0 / 32 + e2 * (205.0 / 1536))),
            e2 * (5.0 / 16 + e2 * (-37.0 / 96 + e2 * (1335.0 / 4096))),
            e3 * (29.0 / 96 + e2 * (-75.0 / 128)),
            e4 * (539.0 / 1536 + e2 * (-2391.0 / 2560)),
            e4 * e * (3467.0 / 7680),
            e4 * e2 * (38081.0 / 61440));
    }

    /// <summary>A₂ − 1, for the reduced length.</summary>
    public static double A2LessOne(double e)
    {
        var e2 = e * e;
        return (e2 * (-3.0 / 4 + e2 * (-7.0 / 64 + e2 * (-11.0 / 256))) - e) / (1 + e);
    }

    /// <summary>C₂, for the reduced length.</summary>
    public static Harmonics C2(double e)
    {
        var e2 = e * e;
        var e3 = e * e2;
        var e4 = e2 * e2;
        return new Harmonics(
            e * (1.0 / 2 + e2 * (1.0 / 16 + e2 * (1.0 / 32))),
            e2 * (3.0 / 16 + e2 * (1.0 / 32 + e2 * (35.0 / 2048))),
            e3 * (5.0 / 48 + e2 * (5.0 / 256)),
            e4 * (35.0 / 512 + e2 * (7.0 / 512)),
            e4 * e * (63.0 / 1280),
            e4 * e2 * (77.0 / 2048));
    }

    /// <summary>A₃, for the longitude.</summary>
    public static double A3(double e)
        => 1 + e * (-0.49916038980680816 + e * (-0.2502088451303832 + e * (-0.06281502857906797
            + e * (-0.04692791641066043 + e * -0.02350315026777489))));

    /// <summary>C₃, for the longitude.</summary>
    public static Harmonics C3(double e)
    {
        var e2 = e * e;
        var e3 = e * e2;
        var e4 = e2 * e2;
        return new Harmonics(
            e * (0.24958019490340408 + e * (0.12499964752736174 + e * (0.04695366902660743 + e * (0.039088781803197296 + e * 0.023473593541030603)))),
            e2 * (0.062342661206936094 + e * (0.046822392333655975 + e * (0.02345051966557917 + e * 0.01953778729552797))),
            e3 * (0.02596302661819293 + e * (0.0233937263666042 + e * 0.013667431360011523)),
            e4 * (0.013626013859048916 + e * 0.013639068172056255),
            e4 * e * 0.008173648727178472,
            0);
    }

    /// <summary>C₄, for the area; the first belongs to cos σ, the second to cos 3σ.</summary>
    public static Harmonics C4(double e)
    {
        var e2 = e * e;
        var e4 = e2 * e2;
        return new Harmonics(
            0.6662190894642604 + e * (-0.19923321555984239 + e * (-0.01921732223215487 + e * (0.03474228058172641 + e * (0.0035034823555959993 + e * 0.0064429858801224975)))),
            e * (0.0221370239510936 + e * (-0.01893413691240112 + e * (-0.009510765747299263 + e * (0.003426700837827635 + e * 0.00011234309755892)))),
            e2 * (0.007584982177750598 + e * (-0.0050422516205522495 + e * (-0.0041419856145154255 + e * 0.000733561683103259))),
            e2 * e * (0.003610426564444351 + e * (-0.0019626682199957576 + e * -0.0021470316457462167)),
            e4 * (0.0020416863363781857 + e * -0.0009387497418527641),
            e4 * e * 0.0012847120983132583);
    }
}
