using Detente.Functions;
using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>
/// The formula of Andoyer and Lambert for long distances on an ellipsoid, as two bounds that are certain. It starts from the auxiliary sphere, whose
/// point for a place has the same longitude and the reduced latitude: in space (x, y, z·a/b).
/// </summary>
/// <remarks>
/// <para>
/// With arcs σ on the unit sphere, z the sine of the reduced latitude and q = e², the length of a curve is a ∫ √(1 − q z′²) dσ. For a given curve that is a concave function of
/// q, so the least over all curves is concave too, and lies below its tangent at q = 0, where the curve is a great circle:
/// <code>s ≤ Φ = a (σ − q I / 2),   I = ∫ z′² dσ = ((z₁² + z₂²)(σ + sin σ cos σ)/2 − z₁ z₂ (σ cos σ + sin σ)) / sin² σ</code>
/// </para>
/// <para>
/// From below: √(1 − qw) ≥ 1 − qw/2 − q²w²/(8 (1 − q)^1.5) with w = z′² ≤ 1, so s is at least the least of J = a ∫ (1 − q z′²/2) dσ, less q²/7.8 of the length.
/// Let Φ be a function of the second place. In a direction at angle ψ from the great circle it rises by at most 1 − q z′²/2 + q²K²/(8 (1 − 3q/2)),
/// where K = m (z₁ sin σ + p (σ/sin σ − cos σ)) with p and m the components of the gradient of z along and across the great circle at its first place,
/// z₁² + p² + m² = 1: so |K| ≤ ½ √(sin² σ + (σ/sin σ − cos σ)²). Hence J ≥ Φ − a q² K² σ/7.8 along every curve, and
/// <code>s ≥ Φ − a q² σ (1 + 1.05 K²) / 7.75</code>
/// The factor 1.05 allows for curves that go 0.34 % farther out, up to σ = 2.5. The bounds are 3 m apart at 500 km, 35 m at 5,000 km, 100 m at 10,000 km.
/// </para>
/// <para>Φ changes by at most 1 metre per metre of σ, and I by at most 2 per radian: its radial slope is z′² ≤ 1, the other at most ½ √(sin² σ + (σ/sin σ + cos σ)²) ≤ 1.7.</para>
/// </remarks>
internal static class Lambert
{
    /// <summary>e².</summary>
    public const double Eccentricity2 = Geodesic.Flattening * (2 - Geodesic.Flattening);

    /// <summary>a/b: the third coordinate on the auxiliary sphere over that in space.</summary>
    public const double Stretch = 1 / (1 - Geodesic.Flattening);

    /// <summary>No arc longer than this is bounded, radians.</summary>
    public const double LongestArc = 2.45;

    private const double A = Geodesic.EquatorialRadius;

    /// <summary>Φ and a q I / 2, metres, of two points of the auxiliary sphere.</summary>
    /// <param name="chord">The chord between them, metres.</param>
    /// <param name="z1">Sine of the reduced latitude of the first.</param>
    /// <param name="z2">The same of the second.</param>
    public static (double Phi, double Correction) Of(double chord, double z1, double z2)
    {
        var half = chord / (2 * A);
        var sigma = 2 * Elementary.Asin(Math.Min(1, half));
        var (sin, cos) = (2 * half * Math.Sqrt(Math.Max(0, 1 - half * half)), 1 - 2 * half * half);
        var integral = ((z1 * z1 + z2 * z2) * (sigma + sin * cos) / 2 - z1 * z2 * (sigma * cos + sin)) / (sin * sin);
        var correction = A * Eccentricity2 / 2 * integral;
        return (A * sigma - correction, correction);
    }

    /// <summary>How far the distance may be below Φ, metres, for every arc up to one of so many radians (at most <see cref="LongestArc"/>).</summary>
    public static double Margin(double arc)
    {
        var (sin, cos) = Elementary.SinCos(arc);
        var k = arc / sin - cos;
        return A * Eccentricity2 * Eccentricity2 * arc * (1 + 1.05 * (sin * sin + k * k) / 4) / 7.75;
    }
}
