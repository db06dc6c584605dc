using Detente.Functions;
using Detente.Quantities;

namespace Detente.Kinematics;

/// <summary>
/// The range of an equilibrium glide, first order only (E. Sänger, J. Bredt, 1944): R = (L/D)/2 · R⊕ · ln(1 / (1 − (v/v꜀)²)).
/// </summary>
/// <remarks>It knows no turn, no start height and no change of lift with speed. No published flight was found to test it against: use it to see an order of size.</remarks>
public static class Glide
{
    /// <summary>Kilometres, as an interval from intervals. From the speed of a low orbit on (7.91 km/s) there is no upper end.</summary>
    /// <param name="speedKmPerSecond">At the start of the glide, at least zero.</param>
    /// <param name="liftToDrag">The ratio of lift to drag, at least zero.</param>
    /// <exception cref="ArgumentException">An interval that nothing satisfies.</exception>
    public static Amount RangeKm(Amount speedKmPerSecond, Amount liftToDrag)
    {
        if (speedKmPerSecond.IsEmpty || speedKmPerSecond.High < 0 || liftToDrag.IsEmpty || liftToDrag.High < 0)
        {
            throw new ArgumentException($"No glide has a speed of {speedKmPerSecond} and a ratio of {liftToDrag}.");
        }

        var low = At((double)(speedKmPerSecond.Low ?? 0), (double)(liftToDrag.Low ?? 0));
        var high = speedKmPerSecond.High is { } speed && liftToDrag.High is { } ratio ? At((double)speed, (double)ratio) : double.PositiveInfinity;
        return new Amount(Outward.Down(Math.Min(low, StillEarth.FarthestKm)), high < 1e9 ? Outward.Up(high) : null);
    }

    private static double At(double speed, double ratio)
    {
        if (speed <= 0 || ratio <= 0)
        {
            return 0;
        }

        var part = speed * speed * StillEarth.RadiusKm / StillEarth.Mu;
        return part >= 1 ? double.PositiveInfinity : ratio / 2 * StillEarth.RadiusKm * -Elementary.Log(1 - part);
    }
}
