using System.Runtime.CompilerServices;

namespace Detente.Geography.Geodesics;

/// <summary>Six coefficients of a trigonometric series, summed by Clenshaw's recurrence (Math. Tables Aids Comput. 9 (1955) 118–120).</summary>
internal readonly struct Harmonics(double c1, double c2, double c3, double c4, double c5, double c6)
{
    public readonly double C1 = c1, C2 = c2, C3 = c3, C4 = c4, C5 = c5, C6 = c6;

    /// <summary>The coefficients of p times one series less q times another.</summary>
    public static Harmonics Difference(double p, Harmonics a, double q, Harmonics b)
        => new(p * a.C1 - q * b.C1, p * a.C2 - q * b.C2, p * a.C3 - q * b.C3, p * a.C4 - q * b.C4, p * a.C5 - q * b.C5, p * a.C6 - q * b.C6);

    /// <summary>Σ Cₗ sin 2lσ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sines(Angle sigma)
    {
        var x = 2 * (sigma.Cos - sigma.Sin) * (sigma.Cos + sigma.Sin); // 2 cos 2σ
        var b5 = C6 * x + C5;
        var b4 = x * b5 - C6 + C4;
        var b3 = x * b4 - b5 + C3;
        var b2 = x * b3 - b4 + C2;
        var b1 = x * b2 - b3 + C1;
        return 2 * sigma.Sin * sigma.Cos * b1;
    }

    /// <summary>Σ Cₗ cos (2l − 1)σ.</summary>
    public double OddCosines(Angle sigma)
    {
        var x = 2 * (sigma.Cos - sigma.Sin) * (sigma.Cos + sigma.Sin);
        var b5 = C6 * x + C5;
        var b4 = x * b5 - C6 + C4;
        var b3 = x * b4 - b5 + C3;
        var b2 = x * b3 - b4 + C2;
        var b1 = x * b2 - b3 + C1;
        return sigma.Cos * (b1 - b2);
    }
}
