using Detente.Functions;
using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>How far apart, seen from a centre, the points of a border stand that can be nearest to places about it.</summary>
/// <remarks>
/// A place within ρ of the centre has its nearest point y at most d + 2ρ from the centre, d being the centre's own distance. On the way there the
/// distance to y begins with the slope of the centre's azimuth to y. Against the slope towards the centre's own nearest point
/// that is at most ρ times the difference of the two directions; and y is farther by its distance less d. Azimuths are computed for the middle
/// of a run or a piece; over its half-length h they turn by at most h/m, m ≥ b sin(f/b) being the reduced length (Rauch, for curvature ≤ 1/b²).
/// </remarks>
internal readonly struct NearestSpread(BorderTree border, Position centre, DistanceBounds fine, Angle toNearest, double radius)
{
    private const double PolarRadius = Geodesic.EquatorialRadius * (1 - Geodesic.Flattening);

    // A run is looked at piece by piece when it is long for its distance.
    private const double LongRun = 0.005;

    // More than this, and the cell is too large to gain from a plane.
    private const int MostGeodesics = 256;

    /// <summary>As <see cref="IDistanceField.Slack"/> says.</summary>
    public double Slack()
    {
        var from = BorderPoint.At(centre.Latitude, centre.Longitude);
        var reach = Ellipsoid.ChordCertainlyBeyond(fine.HighMetres + 2 * radius) + BorderPieces.Deviation;
        var nodes = border.Nodes;
        var slack = 0.0;
        var geodesics = 0;
        Span<int> open = stackalloc int[BorderTree.Deepest];
        var count = 0;
        open[count++] = 0;
        while (count > 0)
        {
            var visited = open[--count];
            ref readonly var node = ref nodes[visited];
            if (node.Box.SquareFrom(from.X, from.Y, from.Z) >= reach * reach)
            {
                continue;
            }

            if (node.Pieces == 0)
            {
                open[count++] = node.Link;
                open[count++] = visited + 1;
                continue;
            }

            slack = Math.Max(slack, OfRun(from, node.Link, node.Pieces, reach, ref geodesics));
            if (geodesics > MostGeodesics || slack >= radius)
            {
                return double.PositiveInfinity;
            }
        }

        return slack;
    }

    private double OfRun(in BorderPoint from, int first, int pieces, double reach, ref int geodesics)
    {
        var points = border.Points.Slice(first, pieces + 1);
        var (nearest, length) = (double.PositiveInfinity, 0.0);
        for (var i = 0; i < pieces; i++)
        {
            nearest = Math.Min(nearest, PieceHit.Of(from, points[i], points[i + 1], i).Square);
            length += Math.Sqrt(PieceHit.Of(points[i], points[i + 1], points[i + 1], i).Square);
        }

        nearest = Math.Sqrt(nearest);
        if (nearest >= reach)
        {
            return 0;
        }

        if (length < LongRun * nearest)
        {
            geodesics++;
            return OfPart(new Position(points[pieces / 2].Latitude, points[pieces / 2].Longitude), length, nearest);
        }

        var slack = 0.0;
        for (var i = 0; i < pieces; i++)
        {
            var hit = PieceHit.Of(from, points[i], points[i + 1], i);
            var chord = Math.Sqrt(hit.Square);
            if (chord < reach)
            {
                geodesics++;
                var half = Math.Max(hit.Part, 1 - hit.Part) * Math.Sqrt(PieceHit.Of(points[i], points[i + 1], points[i + 1], i).Square);
                slack = Math.Max(slack, OfPart(BorderPoint.Between(points[i], points[i + 1], hit.Part), half, chord));
            }
        }

        return slack;
    }

    // Of the points within some length of a middle, whose chords are no shorter than one given.
    private double OfPart(Position middle, double length, double chord)
    {
        var half = 1.001 * length + BorderPieces.Deviation;
        var geodesic = InverseProblem.Solve(centre, middle);
        var low = Math.Max(fine.LowMetres, Math.Max(geodesic.Distance - half, Ellipsoid.LeastDistance(chord - BorderPieces.Deviation)));
        var reduced = PolarRadius * Math.Min(Bulge(geodesic.Distance - half), Bulge(geodesic.Distance + half));
        if (half > geodesic.Distance / 2 || reduced <= 0)
        {
            return double.PositiveInfinity;
        }

        var (north, east) = (geodesic.Alpha1.Cos - toNearest.Cos, geodesic.Alpha1.Sin - toNearest.Sin);
        var apart = Math.Sqrt(north * north + east * east) + half / reduced;
        return apart * radius - (low - fine.LowMetres);
    }

    private static double Bulge(double distance) => distance < Math.PI * PolarRadius ? Elementary.Sin(distance / PolarRadius) : 0;
}
