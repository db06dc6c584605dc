namespace Detente.Kinematics;

/// <summary>A drag coefficient over the Mach number, in straight pieces.</summary>
public sealed class DragCurve
{
    private readonly (double Mach, double Coefficient)[] points;

    private DragCurve(params (double Mach, double Coefficient)[] points) => this.points = points;

    /// <summary>Like that of the V-2, as the published planar model reads it from G. P. Sutton, <i>Rocket Propulsion Elements</i>, 7th edition, 2001, p. 108.</summary>
    public static readonly DragCurve LikeV2 = new((0.8, 0.15), (1.2, 0.4), (1.8, 0.25), (5, 0.15));

    /// <summary>The coefficient; outside the points that of the nearest.</summary>
    public double At(double mach)
    {
        if (mach <= points[0].Mach)
        {
            return points[0].Coefficient;
        }

        for (var i = 1; i < points.Length; i++)
        {
            if (mach <= points[i].Mach)
            {
                var (from, to) = (points[i - 1], points[i]);
                return from.Coefficient + (mach - from.Mach) / (to.Mach - from.Mach) * (to.Coefficient - from.Coefficient);
            }
        }

        return points[^1].Coefficient;
    }
}
