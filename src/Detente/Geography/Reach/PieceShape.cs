using Detente.Functions;
using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>
/// The distance from a point to the places of a piece, about one of them: its value, its slope, and how far the slope can change. The
/// piece is run through at even speed in degrees, from 0 to 1. Metres.
/// </summary>
/// <remarks>
/// Let f(t) be the distance at t. f′ is the component of the piece's velocity v along the geodesic, and
/// f″ = H(v, v) + ⟨direction of the geodesic, acceleration along the surface⟩. H, the second derivative of the distance on the surface, is
/// nought along the geodesic and m′/m across it, m being the reduced length. The Gaussian curvature lies between 0 and 1/b², so
/// cot(f/b)/b ≤ m′/m ≤ 1/f (Sturm). Hence f(t) ≥ f(t₀) + f′(t₀)(t − t₀) − ½C(t − t₀)² with a C that the constructor finds, and the least
/// value of that parabola bounds the piece from below.
/// </remarks>
internal readonly struct PieceShape
{
    private const double Radian = Math.PI / 180;
    private const double PolarRadius = Geodesic.EquatorialRadius * (1 - Geodesic.Flattening);
    private const double Eccentricity2 = Geodesic.Flattening * (2 - Geodesic.Flattening);

    // Up to πb the shortest way is alone and the distance smooth (Klingenberg: no point is conjugate before, and no closed geodesic shorter than 2πb).
    private const double Smooth = 19_970_000;

    // Nearer than this a direction says nothing.
    private const double Touching = 0.01;

    private readonly double _distance;
    private readonly double _opening;

    /// <summary>The shape about a part of a piece.</summary>
    /// <param name="distance">To that part, by geodesic.</param>
    /// <param name="direction">The geodesic's azimuth there, forward.</param>
    /// <param name="p">Where the piece begins.</param>
    /// <param name="q">Where it ends.</param>
    /// <param name="part">0 at its beginning, 1 at its end.</param>
    public PieceShape(double distance, Angle direction, in BorderPoint p, in BorderPoint q, double part)
    {
        _distance = distance;
        var (x, y, z) = (p.X + (q.X - p.X) * part, p.Y + (q.Y - p.Y) * part, p.Z + (q.Z - p.Z) * part);
        var (dLat, dLon) = ((q.Latitude - p.Latitude) * Radian, (q.Longitude - p.Longitude) * Radian);
        var parallel2 = x * x + y * y;
        var sin2 = z * z / (z * z + (1 - Eccentricity2) * (1 - Eccentricity2) * parallel2);
        var w = 1 - Eccentricity2 * sin2;
        var north = Geodesic.EquatorialRadius * (1 - Eccentricity2) / (w * Math.Sqrt(w)) * dLat;
        var east = Math.Sqrt(parallel2) * dLon;
        Slope = direction.Cos * north + direction.Sin * east;
        var length2 = north * north + east * east;
        Length = Math.Sqrt(length2);

        // sin φ = z / (N b²/a²) ≤ 1.0034 |z| / b, for N ≥ a.
        var steep = Math.Min(1, 1.0034 * Math.Max(Math.Abs(p.Z), Math.Abs(q.Z)) / PolarRadius);
        var wide = Math.Max(Math.Abs(p.X) + Math.Abs(p.Y), Math.Abs(q.X) + Math.Abs(q.Y));
        Turn = Turning.Along(Math.Abs(dLat), Math.Abs(dLon), steep, wide);
        var (s, c) = Elementary.SinCos(Math.Min(Math.PI, (distance + Length) / PolarRadius));
        var opening = c / Math.Max(1e-9, s) / PolarRadius;
        _opening = Math.Max(0, length2 - Slope * Slope) * opening;
        if (opening <= 0)
        {
            Bend = Turn - 1.01 * length2 * opening;
            return;
        }

        // The cosine of the angle between piece and geodesic changes by no more than this along the piece.
        var along = distance > 2 * Length ? (Math.Abs(Slope) + Turn) / Length + Length / (distance - Length) : 1;
        Bend = Turn - 0.99 * length2 * Math.Max(0, 1 - along * along) * opening;
    }

    /// <summary>f′ at the part.</summary>
    public double Slope { get; }

    /// <summary>How long the piece is, to one part in a thousand.</summary>
    public double Length { get; }

    /// <summary>The most its acceleration along the surface can be.</summary>
    public double Turn { get; }

    /// <summary>C: −f″ is nowhere more.</summary>
    public double Bend { get; }

    /// <summary>No place of the piece is nearer.</summary>
    public double Least(double part)
        => _distance > Touching && _distance + Length < Smooth ? _distance + Drop(Slope, Bend, part) : _distance - 1.001 * Length;

    /// <summary>A better part to look at, by Newton's method.</summary>
    public double Next(double part)
        => _opening > 0 ? Math.Clamp(part - Slope / _opening, 0, 1) : Slope == 0 ? part : Slope > 0 ? 0 : 1;

    /// <summary>The least value over the piece of slope · s − ½ bend · s², where s is counted from the part.</summary>
    public static double Drop(double slope, double bend, double part)
    {
        var (back, ahead) = (-part, 1 - part);
        var least = Math.Min(Change(back), Change(ahead));
        var turning = slope / bend;
        return bend < 0 && turning > back && turning < ahead ? Math.Min(least, Change(turning)) : least;

        double Change(double step) => slope * step - 0.5 * bend * step * step;
    }
}
