namespace Detente.Tests.Kinematics;

/// <summary>The slow oracle of free flight: Newton's law in a plane, in steps of a twentieth of a second, by Verlet's method. It knows nothing of ellipses.</summary>
internal static class Orbit
{
    private const double Radius = 6371, Mu = 398600.44;

    /// <summary>Range and apogee in kilometres and seconds, from the ground to the ground.</summary>
    public static (double RangeKm, double ApogeeKm, double Seconds) Fly(double speedKmPerSecond, double angleDegrees, double step = 0.05)
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
            (x, y, ax, ay, seconds) = (nextX, nextY, nextAx, nextAy, seconds + step);
        }
    }

    private static (double X, double Y) Pull(double x, double y)
    {
        var r = Math.Sqrt(x * x + y * y);
        return (-Mu * x / (r * r * r), -Mu * y / (r * r * r));
    }
}
