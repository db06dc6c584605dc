using Detente.Functions;

namespace Detente.Geography.Geodesics;

/// <summary>A path that leaves a point in a direction, to be followed as far as one likes.</summary>
public sealed class GeodesicLine
{
    private readonly double longitude1;
    private readonly Angle alpha0;
    private readonly Angle sigma1;
    private readonly Angle omega1;
    private readonly Angle tau1;
    private readonly double a1;
    private readonly double a3;
    private readonly Harmonics c1Reverted;
    private readonly Harmonics c3;
    private readonly double b11;
    private readonly double b31;

    /// <summary>The path from a point, its azimuth in degrees clockwise from north.</summary>
    public GeodesicLine(Position start, double azimuth)
    {
        longitude1 = start.Longitude;
        var alpha1 = Angle.OfDegrees(azimuth);
        var beta1 = InverseProblem.Reduced(start.Latitude);
        alpha0 = new Angle(alpha1.Sin * beta1.Cos, Angle.Length(alpha1.Cos, alpha1.Sin * beta1.Sin));
        omega1 = beta1.Sin != 0 || alpha1.Cos != 0 ? new Angle(alpha0.Sin * beta1.Sin, alpha1.Cos * beta1.Cos) : new Angle(0, 1);
        sigma1 = beta1.Sin != 0 || alpha1.Cos != 0 ? Angle.Of(beta1.Sin, alpha1.Cos * beta1.Cos) : new Angle(0, 1);
        var epsilon = Series.Epsilon(alpha0.Cos);
        a1 = Series.A1LessOne(epsilon);
        a3 = Series.A3(epsilon);
        c1Reverted = Series.C1Reverted(epsilon);
        c3 = Series.C3(epsilon);
        b31 = c3.Sines(sigma1);
        b11 = Series.C1(epsilon).Sines(sigma1);
        tau1 = sigma1 + Angle.OfRadians(b11);
    }

    /// <summary>The point this many metres along the path; behind the start when negative.</summary>
    public GeodesicDirect At(double metres)
    {
        var tau12 = metres / (Wgs84.B * (1 + a1));
        var tau2 = tau1 + Angle.OfRadians(tau12);
        // τ = σ + B₁, and back with the reverted series.
        var sigma12 = tau12 + (c1Reverted.Sines(tau2) + b11);
        var sigma2 = sigma1 + Angle.OfRadians(sigma12);

        var sinBeta2 = alpha0.Cos * sigma2.Sin;
        var cosBeta2 = Angle.Length(alpha0.Sin, alpha0.Cos * sigma2.Cos);
        var alpha2 = new Angle(alpha0.Sin, alpha0.Cos * sigma2.Cos);
        if (cosBeta2 == 0)
        {
            (cosBeta2, alpha2) = (InverseProblem.Tiny, new Angle(alpha0.Sin, InverseProblem.Tiny));
        }

        var omega2 = new Angle(alpha0.Sin * sigma2.Sin, sigma2.Cos);
        var omega12 = (omega2 - omega1).Radians;
        var lambda12 = omega12 - Wgs84.F * a3 * alpha0.Sin * (sigma12 + c3.Sines(sigma2) - b31);
        var longitude2 = Math.IEEERemainder(longitude1, 360) + lambda12 / Wgs84.Degree;
        return new GeodesicDirect(
            new Position(Elementary.Atan2Degrees(sinBeta2, Wgs84.OneLessF * cosBeta2), Math.IEEERemainder(longitude2, 360)),
            alpha2.Degrees);
    }
}
