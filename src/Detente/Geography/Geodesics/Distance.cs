using Detente.Quantities;

namespace Detente.Geography.Geodesics;

/// <summary>
/// Distance on the ground as an interval that is certain to hold the true one: the geodesic on WGS-84, widened by the error of both places.
/// </summary>
/// <remarks>A geodesic is within 15 nm of the true one; that is lost in going to whole metres, each end outward.</remarks>
public static class Distance
{
    /// <summary>Kilometres between two places.</summary>
    public static Amount Between(GeoPoint a, GeoPoint b)
    {
        var metres = Geodesic.Distance(a.Position, b.Position);
        return OfMetres(metres, metres, a.ErrorKm + b.ErrorKm);
    }

    /// <summary>An interval in metres as kilometres, widened by an error and to whole metres, each end outward; never below 0.</summary>
    /// <param name="low">Metres.</param>
    /// <param name="high">Metres; infinite when nothing bounds it.</param>
    /// <param name="errorKm">By how much it may be less or more.</param>
    public static Amount OfMetres(double low, double high, decimal errorKm)
    {
        // 15 nm, and more, so that a whole number of metres stays inside.
        const double rounding = 1e-6;
        if (double.IsInfinity(low))
        {
            return Nowhere;
        }

        var least = (decimal)Math.Floor(Math.Max(0, low - rounding)) / 1000 - errorKm;
        return new Amount(Math.Max(0, least), double.IsInfinity(high) ? null : high == 0 ? errorKm : ((decimal)Math.Ceiling(high + rounding) / 1000) + errorKm);
    }

    /// <summary>Half the way around the Earth, rounded up: no place is farther, kilometres.</summary>
    public const int FarthestKm = 20_004;

    /// <summary>There is nothing to measure to: farther than any place is.</summary>
    public static readonly Amount Nowhere = new(FarthestKm, null);
}
