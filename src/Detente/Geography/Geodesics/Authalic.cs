using Detente.Functions;

namespace Detente.Geography.Geodesics;

/// <summary>
/// The area of WGS-84 from the equator to a latitude φ, per radian of longitude: F(φ) = (b²/2)(sin φ / (1 − e² sin² φ) + artanh(e sin φ) / e)
/// (J. P. Snyder, Map Projections: A Working Manual, USGS 1395 (1987), equation 3-12), as a series of odd sines.
/// </summary>
/// <remarks>
/// The coefficients fₖ of sin (2k + 1)φ are Fourier's, by quadrature with 40 digits, rounded once; the first left out is
/// 5 cm² of 4 × 10^13 m². In sines a difference of two latitudes, and a mean over them, are products: nothing cancels.
/// </remarks>
internal static class Authalic
{
    private static ReadOnlySpan<double> Coefficients =>
        [40544237135322.805, -45426581656.617294, 68672315.63516742, -109840.06770637898, 179.33722693309673, -0.2956878601660969];

    /// <summary>F at a latitude in degrees, square metres per radian.</summary>
    public static double To(double latitude)
    {
        var (sin, cos) = Elementary.SinCosDegrees(latitude);
        var twice = 2 * (cos - sin) * (cos + sin);
        var (area, before, now) = (0.0, -sin, sin);
        foreach (var coefficient in Coefficients)
        {
            area += coefficient * now;
            (before, now) = (now, twice * now - before);
        }

        return area;
    }

    /// <summary>F(north) − F(south), square metres per radian.</summary>
    public static double Between(double south, double north)
    {
        var (sinMiddle, cosMiddle) = Elementary.SinCosDegrees(south + (north - south) / 2);
        var (sinHalf, cosHalf) = Elementary.SinCosDegrees((north - south) / 2);
        var (twiceMiddle, twiceHalf) = (2 * (cosMiddle - sinMiddle) * (cosMiddle + sinMiddle), 2 * (cosHalf - sinHalf) * (cosHalf + sinHalf));
        var (area, beforeMiddle, middle, beforeHalf, half) = (0.0, cosMiddle, cosMiddle, -sinHalf, sinHalf);
        foreach (var coefficient in Coefficients)
        {
            area += coefficient * (2 * middle * half);
            (beforeMiddle, middle) = (middle, twiceMiddle * middle - beforeMiddle);
            (beforeHalf, half) = (half, twiceHalf * half - beforeHalf);
        }

        return area;
    }

    /// <summary>The mean of F over the latitudes between two, square metres per radian.</summary>
    public static double Mean(double latitude1, double latitude2)
    {
        var (sinMiddle, cosMiddle) = Elementary.SinCosDegrees(latitude1 + (latitude2 - latitude1) / 2);
        var radians = (latitude2 - latitude1) / 2 * Wgs84.Degree;
        var (sinHalf, cosHalf) = Elementary.SinCos(radians);
        var quotient = Math.Abs(radians) < 1e-9 ? 1 : sinHalf / radians;
        var (twiceMiddle, twiceHalf) = (2 * (cosMiddle - sinMiddle) * (cosMiddle + sinMiddle), 2 * (cosHalf - sinHalf) * (cosHalf + sinHalf));

        // sin (2k + 1)φ integrates to its middle value times sin (2k + 1)δ / (2k + 1)δ, δ being half the difference.
        var (mean, beforeMiddle, middle, beforeHalf, half, odd) = (0.0, -sinMiddle, sinMiddle, -quotient, quotient, 1.0);
        foreach (var coefficient in Coefficients)
        {
            mean += coefficient * middle * half / odd;
            (beforeMiddle, middle) = (middle, twiceMiddle * middle - beforeMiddle);
            (beforeHalf, half) = (half, twiceHalf * half - beforeHalf);
            odd += 2;
        }

        return mean;
    }

    /// <summary>The latitude in degrees south of which lies a part, −1 to 1, of the half of the surface north (or south) of the equator.</summary>
    public static double Latitude(double part)
    {
        // Newton on the sine s, in which F' = b² / (1 − e² s²)²: nearly straight, so four steps are more than enough.
        var s = part;
        for (var step = 0; step < 4; step++)
        {
            var less = 1 - Wgs84.E2 * s * s;
            var area = Wgs84.B * Wgs84.B / 2 * (s / less + Elementary.Atanh(Wgs84.E * s) / Wgs84.E);
            s -= (area - part * Wgs84.AuthalicRadiusSquared) * less * less / (Wgs84.B * Wgs84.B);
        }

        return Elementary.Atan2Degrees(s, Math.Sqrt(Math.Max(0, (1 - s) * (1 + s))));
    }
}
