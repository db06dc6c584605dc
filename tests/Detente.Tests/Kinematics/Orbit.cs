namespace Detente.Tests.Kinematics;

/// <summary>The slow oracle of free flight: Newton's law in a plane, in small steps by Verlet's method. It knows nothing of ellipses.</summary>
internal static class Orbit
{
    private const double Radius = 6371, Mu = 398600.44;

    /// <summary>Range and apogee in kilometres and seconds, from the ground to the ground.</summary>
    /// <param name="thickness">Density of the air over the ballistic coefficient, 1/m, at a height in kilometres; met on the way down only.</param>
    public static (double RangeKm, double ApogeeKm, double Seconds) Fly(
        double speedKmPerSecond, double angleDegrees, double step = 0.05, Func<double, double>? thickness = null)
    {
        var (sin, cos) = Math.SinCos(angleDegrees * Math.PI / 180);
        var (x, y, vx, vy) = (Radius, 0.0, speedKmPerSecond * sin, speedKmPerSecond * cos);
        var (ax, ay) = Pull(x, y);
        var (highest, seconds) = (Radius, 0.0);
        while (true)
        {
            var (nextX, nextY) = (x + step * vx + step * step / 2 * ax, y + step * vy + step * step / 2 * ay);
            var (nextAx, nextAy) = Pull(nextX, nextY);
            var (r, next) = (Math.Sqrt(x * x + y * y), Math.Sqrt(nextX * nextX + nextY * nextY));
            if (next < Radius)
            {
                var part = (r - Radius) / (r - next);
                return (Radius * Math.Atan2(y + part * (nextY - y), x + part * (nextX - x)), highest - Radius, seconds + part * step);
            }

            highest = Math.Max(highest, next);
            (vx, vy) = (vx + step / 2 * (ax + nextAx), vy + step / 2 * (ay + nextAy));
            if (thickness is not null && next < r)
            {
                // Drag alone over a step is v / (1 + k v t), with k in 1/km.
                var kept = 1 / (1 + step * Math.Sqrt(vx * vx + vy * vy) * 1000 * thickness(next - Radius) / 2);
                (vx, vy) = (kept * vx, kept * vy);
            }

            (x, y, ax, ay, seconds) = (nextX, nextY, nextAx, nextAy, seconds + step);
        }
    }

    private static (double X, double Y) Pull(double x, double y)
    {
        var r = Math.Sqrt(x * x + y * y);
        return (-Mu * x / (r * r * r), -Mu * y / (r * r * r));
    }
}
