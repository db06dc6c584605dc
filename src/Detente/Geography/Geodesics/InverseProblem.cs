using System.Runtime.CompilerServices;
using Detente.Functions;

namespace Detente.Geography.Geodesics;

/// <summary>
/// The inverse problem (Karney 2013, sections 4 and 5): the two points are brought into one standard position, the azimuth
/// at the first is guessed, and Newton's method, kept inside a bracket, finds where the path meets the longitude of the second.
/// </summary>
internal struct InverseProblem
{
    /// <summary>Stands for 0 where a quotient must keep its sign; its square is still a normal number.</summary>
    public const double Tiny = 1.4916681462400413E-154;

    /// <summary>The distance of 1 to the next double.</summary>
    private const double Last = 2.220446049250313E-16;

    /// <summary>√ of the former.</summary>
    private const double RootOfLast = 1.4901161193847656E-08;

    /// <summary>Arcs below this have the sphere's azimuth to full precision: 0.1 √Last / √(f (1 − f/2) / 2).</summary>
    private const double ShortArc = 3.6424611488788524E-08;

    /// <summary>
    /// Radians. A step of Newton's method that mends a smaller error is the last one, where the longitude turns neither much
    /// slower nor much faster than the azimuth: then what is left is of the size of its square.
    /// </summary>
    private const double LastError = 1e-9;

    private const int NewtonSteps = 20;
    private const int AllSteps = 100;

    private Angle beta1, beta2, lambda12;
    private double dn1, dn2;
    private Angle alpha0, sigma1, sigma2;
    private double epsilon;

    /// <summary>Radians of arc between the points on the auxiliary sphere.</summary>
    private double sigma12;

    private int longitudeSign, latitudeSign;
    private bool isSwapped, isMeridian;

    /// <summary>The longitude between the points on the auxiliary sphere; its length is any.</summary>
    private Angle omega12;

    private Angle azimuth1, azimuth2;
    private double reducedLength;

    /// <summary>Solves it. Two points that are none give a distance that is no number.</summary>
    public InverseProblem(Position a, Position b)
    {
        // λ₁₂ from 0 to 180°, exactly; β₁ south, β₂ no further from the equator.
        reducedLength = double.NaN;
        var difference = LongitudeDifference(a, b);
        if (!(Math.Abs(a.Latitude) <= 90 && Math.Abs(b.Latitude) <= 90 && double.IsFinite(difference.High)))
        {
            azimuth1 = azimuth2 = new Angle(double.NaN, double.NaN);
            (Distance, dn1, longitudeSign, latitudeSign) = (double.NaN, double.NaN, 1, 1);
            return;
        }

        longitudeSign = double.IsNegative(difference.High) ? -1 : 1;
        difference = longitudeSign < 0 ? -difference : difference;
        var supplement = 180 - difference.High - difference.Low;
        var (sinLambda, cosLambda) = Trigonometry.SinCosDegrees(difference.High, difference.Low);
        lambda12 = new Angle(Math.Abs(sinLambda), cosLambda);
        var radians = difference.Value * Wgs84.Degree;

        var (latitude1, latitude2) = (a.Latitude, b.Latitude);
        isSwapped = Math.Abs(latitude1) < Math.Abs(latitude2);
        if (isSwapped)
        {
            longitudeSign = -longitudeSign;
            (latitude1, latitude2) = (latitude2, latitude1);
        }

        latitudeSign = double.IsNegative(latitude1) ? 1 : -1;
        beta1 = Reduced(latitude1 * latitudeSign);
        beta2 = Reduced(latitude2 * latitudeSign);

        // Of two latitudes that differ in their last digits alone, the better told coordinate decides.
        if (beta1.Cos < -beta1.Sin)
        {
            beta2 = beta2.Cos == beta1.Cos ? new Angle(Math.CopySign(beta1.Sin, beta2.Sin), beta2.Cos) : beta2;
        }
        else if (Math.Abs(beta2.Sin) == -beta1.Sin)
        {
            beta2 = new Angle(beta2.Sin, beta1.Cos);
        }

        dn1 = Math.Sqrt(1 + Wgs84.SecondE2 * beta1.Sin * beta1.Sin);
        dn2 = Math.Sqrt(1 + Wgs84.SecondE2 * beta2.Sin * beta2.Sin);

        if (latitude1 * latitudeSign == -90 || lambda12.Sin == 0)
        {
            Meridian();
            if (isMeridian)
            {
                return;
            }
        }

        if (beta1.Sin == 0 && supplement >= Wgs84.F * 180)
        {
            Equator(radians);
        }
        else if (!Start(radians))
        {
            Newton();
            Distance = Wgs84.B * Length();
        }
    }

    public static InverseProblem Solve(Position a, Position b) => new(a, b);

    /// <summary>Metres.</summary>
    public double Distance { get; private set; }

    /// <summary>Metres.</summary>
    public readonly double ReducedLength => double.IsNaN(reducedLength) ? Wgs84.B * Reduced() : reducedLength;

    /// <summary>The azimuth at the first point.</summary>
    public readonly Angle Alpha1 => Turned(isSwapped ? azimuth2 : azimuth1);

    /// <summary>The azimuth at the second point, forward.</summary>
    public readonly Angle Alpha2 => Turned(isSwapped ? azimuth1 : azimuth2);

    /// <summary>The reduced latitude of a geographic one in degrees; never quite a pole, so that longitude keeps a meaning there.</summary>
    public static Angle Reduced(double latitude)
    {
        var (sin, cos) = Elementary.SinCosDegrees(Math.Abs(latitude) <= 90 ? Settled(latitude) : double.NaN);
        var beta = Angle.Of(Wgs84.OneLessF * sin, cos);
        return new Angle(beta.Sin, Math.Max(Tiny, beta.Cos));
    }

    /// <summary>By how many degrees the second point lies east of the first, exactly: −180 to 180.</summary>
    public static Twofold LongitudeDifference(Position a, Position b)
    {
        var difference = Twofold.Sum(b.Longitude, -a.Longitude);
        if (Math.Abs(difference.High) < 180)
        {
            return difference;
        }

        difference = Twofold.Sum(Math.IEEERemainder(b.Longitude, 360), -Math.IEEERemainder(a.Longitude, 360));
        difference = Twofold.Sum(Math.IEEERemainder(difference.High, 360), difference.Low);
        if (Math.Abs(difference.High) != 180)
        {
            return difference;
        }

        // Half a turn keeps the way it was given; a little more than half is a little less, the other way.
        var way = difference.Low == 0 ? b.Longitude - a.Longitude : -difference.Low;
        return new Twofold(Math.CopySign(180, way), difference.Low);
    }

    /// <summary>The area between the path and the equator, square metres (section 6).</summary>
    public readonly double AreaUnder()
    {
        var area = 0.0;
        var equatorial = AtEquator();
        if (equatorial.Sin != 0 && equatorial.Cos != 0)
        {
            var c4 = Series.C4(Series.Epsilon(equatorial.Cos));
            var first = Angle.Of(beta1.Sin, azimuth1.Cos * beta1.Cos);
            var second = Angle.Of(beta2.Sin, azimuth2.Cos * beta2.Cos);
            area = Wgs84.A * Wgs84.A * Wgs84.E2 * equatorial.Cos * equatorial.Sin * (c4.OddCosines(second) - c4.OddCosines(first));
        }

        area += Wgs84.AuthalicRadiusSquared * AzimuthDifference();
        return area * (isSwapped ? -1 : 1) * longitudeSign * latitudeSign + 0;
    }

    /// <summary>α₂ − α₁, radians: by the spherical excess where the path is not long, else directly.</summary>
    private readonly double AzimuthDifference()
    {
        var omega = isMeridian ? default : Angle.Of(omega12.Sin, omega12.Cos);
        if (!isMeridian && omega.Cos > -0.7071 && beta2.Sin - beta1.Sin < 1.75)
        {
            // tan(Γ/2) = tan(ω₁₂/2) (tan(β₁/2) + tan(β₂/2)) / (1 + tan(β₁/2) tan(β₂/2)), with tan(x/2) = sin x / (1 + cos x)
            var (o, b1, b2) = (1 + omega.Cos, 1 + beta1.Cos, 1 + beta2.Cos);
            return 2 * Elementary.Atan2(omega.Sin * (beta1.Sin * b2 + beta2.Sin * b1), o * (beta1.Sin * beta2.Sin + b1 * b2));
        }

        var difference = azimuth2 - azimuth1;
        return difference.Sin == 0 && difference.Cos < 0
            ? Elementary.Atan2(Tiny * azimuth1.Cos, -1)
            : difference.Radians;
    }

    private readonly Angle Turned(Angle azimuth)
        => new(azimuth.Sin * (isSwapped ? -longitudeSign : longitudeSign), azimuth.Cos * (isSwapped ? -latitudeSign : latitudeSign));

    /// <summary>Latitudes under 1/16° to a multiple of 2^-57 degree, so that nothing underflows.</summary>
    private static double Settled(double latitude)
    {
        var a = Math.Abs(latitude);
        return a < 0.0625 ? Math.CopySign(0.0625 - (0.0625 - a), latitude) : latitude;
    }

    private void Meridian()
    {
        azimuth1 = lambda12;
        azimuth2 = new Angle(0, 1);
        sigma1 = new Angle(beta1.Sin, azimuth1.Cos * beta1.Cos);
        sigma2 = new Angle(beta2.Sin, azimuth2.Cos * beta2.Cos);
        sigma12 = Difference(sigma1, sigma2).Radians;
        epsilon = Wgs84.N; // as α₀ is 0
        var (distance, reduced) = (Length(), Reduced());
        if (sigma12 < 3 * Tiny || (sigma12 < Last && (distance < 0 || reduced < 0)))
        {
            (sigma12, distance, reduced) = (0, 0, 0);
        }

        isMeridian = sigma12 < 1 || reduced >= 0; // on an oblate ellipsoid it always is
        (Distance, reducedLength) = (Wgs84.B * distance, Wgs84.B * reduced);
    }

    private void Equator(double radians)
    {
        azimuth1 = azimuth2 = new Angle(1, 0);
        sigma12 = radians / Wgs84.OneLessF;
        omega12 = Angle.OfRadians(sigma12);
        (Distance, reducedLength) = (Wgs84.A * radians, Wgs84.B * omega12.Sin);
    }

    /// <summary>A first azimuth; true when the line is so short that it is the last one.</summary>
    private bool Start(double radians)
    {
        var sinBeta12 = beta2.Sin * beta1.Cos - beta2.Cos * beta1.Sin;
        var cosBeta12 = beta2.Cos * beta1.Cos + beta2.Sin * beta1.Sin;
        var sinBetaSum = beta2.Sin * beta1.Cos + beta2.Cos * beta1.Sin;
        var isShort = cosBeta12 >= 0 && sinBeta12 < 0.5 && beta2.Cos * radians < 0.5;
        var (omega, dn) = (lambda12, 1.0);
        if (isShort)
        {
            // The sphere that fits at the mean latitude.
            var mean = (beta1.Sin + beta2.Sin) * (beta1.Sin + beta2.Sin);
            mean /= mean + (beta1.Cos + beta2.Cos) * (beta1.Cos + beta2.Cos);
            dn = Math.Sqrt(1 + Wgs84.SecondE2 * mean);
            omega = Angle.OfRadians(radians / (Wgs84.OneLessF * dn));
        }

        var (sin, cos) = (beta2.Cos * omega.Sin, omega.Cos >= 0
            ? sinBeta12 + beta2.Cos * beta1.Sin * omega.Sin * omega.Sin / (1 + omega.Cos)
            : sinBetaSum - beta2.Cos * beta1.Sin * omega.Sin * omega.Sin / (1 - omega.Cos));
        var sinSigma = Math.Sqrt(sin * sin + cos * cos);
        var cosSigma = beta1.Sin * beta2.Sin + beta1.Cos * beta2.Cos * omega.Cos;

        if (isShort && sinSigma < ShortArc)
        {
            azimuth1 = Angle.Of(sin, cos);
            azimuth2 = Angle.Of(
                beta1.Cos * omega.Sin,
                sinBeta12 - beta1.Cos * beta2.Sin * (omega.Cos >= 0 ? omega.Sin * omega.Sin / (1 + omega.Cos) : 1 - omega.Cos));
            sigma12 = Elementary.Atan2(sinSigma, cosSigma);
            omega12 = omega;
            (Distance, reducedLength) = (sigma12 * Wgs84.B * dn, dn * dn * Wgs84.B * Elementary.Sin(sigma12 / dn));
            return true;
        }

        if (!(cosSigma >= 0) && sinSigma < 6 * Wgs84.N * Math.PI * beta1.Cos * beta1.Cos)
        {
            (sin, cos) = Antipodal(sinBetaSum);
        }

        azimuth1 = sin > 0 ? Angle.Of(sin, cos) : new Angle(1, 0);
        return false;
    }

    /// <summary>A first azimuth between nearly opposite points: the astroid problem (section 5).</summary>
    private readonly (double Sin, double Cos) Antipodal(double sinBetaSum)
    {
        var short12 = Elementary.Atan2(-lambda12.Sin, -lambda12.Cos); // λ₁₂ − π
        var k2 = beta1.Sin * beta1.Sin * Wgs84.SecondE2;
        var scale = Wgs84.F * beta1.Cos * Series.A3(k2 / (2 * (1 + Math.Sqrt(1 + k2)) + k2)) * Math.PI;
        var (x, y) = (short12 / scale, sinBetaSum / (scale * beta1.Cos));
        if (y > -200 * Last && x > -1 - 1000 * RootOfLast)
        {
            // Beside the cut, where the azimuth turns fast.
            var sin = Math.Min(1, -x);
            return (sin, -Math.Sqrt(1 - sin * sin));
        }

        var k = Astroid.Root(x, y);
        var omega = Angle.OfRadians(scale * (-x * k / (1 + k)));
        return (beta2.Cos * omega.Sin, sinBetaSum - beta2.Cos * beta1.Sin * omega.Sin * omega.Sin / (1 + omega.Cos));
    }

    private void Newton()
    {
        var (low, high) = (new Angle(Tiny, 1), new Angle(Tiny, -1));
        var (isNear, isNarrow) = (false, false);
        for (var step = 0; ; step++)
        {
            Follow();
            var error = LongitudeError();
            if (isNarrow || !(Math.Abs(error) >= (isNear ? 8 : 1) * Last) || step == AllSteps)
            {
                return;
            }

            if (error > 0 && (step > NewtonSteps || azimuth1.Cos / azimuth1.Sin > high.Cos / high.Sin))
            {
                high = azimuth1;
            }
            else if (error < 0 && (step > NewtonSteps || azimuth1.Cos / azimuth1.Sin < low.Cos / low.Sin))
            {
                low = azimuth1;
            }

            var derivative = step < NewtonSteps ? Derivative() : 0;
            if (derivative > 0 && Math.Abs(error) < Math.PI * derivative)
            {
                var turn = -error / derivative;
                var next = azimuth1 + Angle.OfRadians(turn);
                if (next.Sin > 0)
                {
                    azimuth1 = Angle.Of(next.Sin, next.Cos);
                    isNear = Math.Abs(error) <= 16 * Last;
                    if (Math.Abs(error) < LastError && derivative is > 0.1 and < 10)
                    {
                        Follow();
                        return;
                    }

                    continue;
                }
            }

            azimuth1 = Angle.Of((low.Sin + high.Sin) / 2, (low.Cos + high.Cos) / 2);
            isNear = false;
            isNarrow = Math.Abs(low.Sin - azimuth1.Sin) + (low.Cos - azimuth1.Cos) < Last * RootOfLast
                || Math.Abs(azimuth1.Sin - high.Sin) + (azimuth1.Cos - high.Cos) < Last * RootOfLast;
        }
    }

    /// <summary>Follows the path with this first azimuth to the latitude of the second point.</summary>
    private void Follow()
    {
        if (beta1.Sin == 0 && azimuth1.Cos == 0)
        {
            azimuth1 = new Angle(azimuth1.Sin, -Tiny); // the path must leave the equator
        }

        alpha0 = AtEquator();
        var (north1, north2) = (azimuth1.Cos * beta1.Cos, 0.0);
        if (beta2.Cos != beta1.Cos || Math.Abs(beta2.Sin) != -beta1.Sin)
        {
            north2 = Math.Sqrt(north1 * north1 + (beta1.Cos < -beta1.Sin
                ? (beta2.Cos - beta1.Cos) * (beta1.Cos + beta2.Cos)
                : (beta1.Sin - beta2.Sin) * (beta1.Sin + beta2.Sin)));
            azimuth2 = new Angle(beta2.Cos != beta1.Cos ? alpha0.Sin / beta2.Cos : azimuth1.Sin, north2 / beta2.Cos);
        }
        else
        {
            azimuth2 = new Angle(azimuth1.Sin, Math.Abs(azimuth1.Cos));
            north2 = azimuth2.Cos * beta2.Cos;
        }

        sigma1 = Angle.Of(beta1.Sin, north1);
        sigma2 = Angle.Of(beta2.Sin, north2);
        sigma12 = Difference(sigma1, sigma2).Radians;
        omega12 = Difference(new Angle(alpha0.Sin * beta1.Sin, north1), new Angle(alpha0.Sin * beta2.Sin, north2));
        epsilon = Series.Epsilon(alpha0.Cos);
    }

    /// <summary>By how much the path that was followed misses λ₁₂, radians.</summary>
    private readonly double LongitudeError()
    {
        var c3 = Series.C3(epsilon);
        var more = (omega12 - lambda12).Radians;
        return more - Wgs84.F * Series.A3(epsilon) * alpha0.Sin * (sigma12 + (c3.Sines(sigma2) - c3.Sines(sigma1)));
    }

    /// <summary>By how many radians of longitude the path meets the second latitude farther east for each radian of the first azimuth.</summary>
    private readonly double Derivative()
        => azimuth2.Cos == 0
            ? -2 * Wgs84.OneLessF * dn1 / beta1.Sin
            : Reduced() * Wgs84.OneLessF / (azimuth2.Cos * beta2.Cos);

    /// <summary>The azimuth α₀ where the path, drawn on, crosses the equator.</summary>
    private readonly Angle AtEquator() => new(azimuth1.Sin * beta1.Cos, Angle.Length(azimuth1.Cos, azimuth1.Sin * beta1.Sin));

    /// <summary>The second angle less the first, from 0 to π.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Angle Difference(Angle first, Angle second)
    {
        var difference = second - first;
        return new Angle(Math.Max(0, difference.Sin) + 0, difference.Cos);
    }

    /// <summary>The distance in units of the polar radius.</summary>
    private readonly double Length()
    {
        var c1 = Series.C1(epsilon);
        return (1 + Series.A1LessOne(epsilon)) * (sigma12 + (c1.Sines(sigma2) - c1.Sines(sigma1)));
    }

    /// <summary>The reduced length in units of the polar radius.</summary>
    private readonly double Reduced()
    {
        var (a1, a2) = (Series.A1LessOne(epsilon), Series.A2LessOne(epsilon));
        var c = Harmonics.Difference(1 + a1, Series.C1(epsilon), 1 + a2, Series.C2(epsilon));
        var j12 = (a1 - a2) * sigma12 + (c.Sines(sigma2) - c.Sines(sigma1));
        return dn2 * (sigma1.Cos * sigma2.Sin) - dn1 * (sigma1.Sin * sigma2.Cos) - sigma1.Cos * sigma2.Cos * j12;
    }
}
