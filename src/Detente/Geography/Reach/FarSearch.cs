using Detente.Functions;
using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>
/// The nearest piece of a border far away, where chords leave kilometres open: <see cref="Lambert"/>'s bounds leave two or three
/// pieces to the geodesic.
/// </summary>
/// <remarks>
/// Boxes are compared on the auxiliary sphere. Over a small box the formula's correction hardly changes, so its value at the box's
/// centre, with an allowance for the box's size, turns a bound on the distance into a chord within which anything nearer must lie.
/// </remarks>
internal ref struct FarSearch
{
    /// <summary>Nearer than this chords alone do as well, metres.</summary>
    public const double Nearest = 300_000;

    /// <summary>Farther than this there is no bound, metres.</summary>
    public const double Farthest = (Lambert.LongestArc - 0.02) * PolarRadius;

    private const double A = Geodesic.EquatorialRadius;
    private const double PolarRadius = Geodesic.EquatorialRadius * (1 - Geodesic.Flattening);

    // The correction is found anew for a box of a quarter of the size; larger ones are too large, metres.
    private const double LargestBox = 400_000;

    // Chords and pieces are apart by less than this on the auxiliary sphere, metres.
    private const double Off = 2 * BorderPieces.Deviation;

    private readonly ReadOnlySpan<BorderTree.Node> _nodes;
    private readonly ReadOnlySpan<BorderPoint> _points;
    private readonly Position _place;
    private readonly BorderPoint _from;
    private readonly double _margin;
    private double _high;
    private int _best;

    private FarSearch(BorderTree tree, Position place, in BorderPoint from, PieceHit first)
    {
        _nodes = tree.Nodes;
        _points = tree.Points;
        _place = place;
        _from = new BorderPoint(from.X, from.Y, from.Z * Lambert.Stretch, from.Latitude, from.Longitude);
        (_high, _best) = (double.PositiveInfinity, first.Piece);
        (_high, _) = Bounds(first.Piece);
        _margin = Lambert.Margin(Math.Min(Lambert.LongestArc, _high * 1.0001 / PolarRadius));
    }

    /// <summary>The distance to the border of a tree in certain bounds.</summary>
    /// <param name="tree">The border.</param>
    /// <param name="place">From where.</param>
    /// <param name="from">The same.</param>
    /// <param name="first">A piece about as near as any, between <see cref="Nearest"/> and <see cref="Farthest"/>.</param>
    public static DistanceBounds Of(BorderTree tree, Position place, in BorderPoint from, PieceHit first)
    {
        var search = new FarSearch(tree, place, from, first);
        var bounds = default(DistanceBounds);
        search.Visit(false, ref bounds);
        bounds = search.Exactly(search._best);
        search._high = bounds.HighMetres;
        search.Visit(true, ref bounds);
        return bounds;
    }

    // Lowers the bound from above by the formula, or, once it is exact, by geodesics to every piece that may be as near.
    private void Visit(bool isExact, ref DistanceBounds bounds)
    {
        Span<(int Node, double Reach, double Size)> open = stackalloc (int, double, double)[BorderTree.Deepest];
        var waiting = 0;
        open[waiting++] = (0, Reach(_high * Lambert.Stretch), double.PositiveInfinity);
        while (waiting > 0)
        {
            var (visited, reach, size) = open[--waiting];
            ref readonly var node = ref _nodes[visited];
            if (Away(node.Box) >= reach)
            {
                continue;
            }

            var radius = node.Box.Size * 0.87;
            if (radius < LargestBox && radius < size / 4)
            {
                size = radius;
                reach = Math.Min(reach, Reach(_high + CorrectionAt(node.Box) + 2.05 * Lambert.Eccentricity2 * radius + _margin + Off));
                if (Away(node.Box) >= reach)
                {
                    continue;
                }
            }

            if (node.Pieces == 0)
            {
                var (near, far) = (visited + 1, node.Link);
                (near, far) = Away(_nodes[far].Box) < Away(_nodes[near].Box) ? (far, near) : (near, far);
                open[waiting++] = (far, reach, size);
                open[waiting++] = (near, reach, size);
                continue;
            }

            for (var i = node.Link; i < node.Link + node.Pieces; i++)
            {
                if (i != _best && Hit(i).Square < reach)
                {
                    Look(i, isExact, ref bounds);
                }
            }
        }
    }

    private void Look(int piece, bool isExact, ref DistanceBounds bounds)
    {
        var (up, low) = Bounds(piece);
        if (!isExact)
        {
            (_high, _best) = up < _high ? (up, piece) : (_high, _best);
            return;
        }

        if (low - _margin >= _high)
        {
            return;
        }

        var other = Exactly(piece);
        var least = Math.Min(bounds.LowMetres, other.LowMetres);
        bounds = (other.HighMetres < bounds.HighMetres ? other : bounds) with { LowMetres = least };
        _high = bounds.HighMetres;
    }

    // What the formula tells of a piece: some place of it is no farther than the first; none is nearer than the second less the margin.
    private (double Up, double Low) Bounds(int piece)
    {
        var hit = Hit(piece);
        ref readonly var p = ref _points[piece];
        ref readonly var q = ref _points[piece + 1];
        var z = (p.Z + (q.Z - p.Z) * hit.Part) * Lambert.Stretch / A;
        var (phi, _) = Lambert.Of(Math.Sqrt(hit.Square), _from.Z / A, z);
        var (dx, dy, dz) = (q.X - p.X, q.Y - p.Y, q.Z - p.Z);
        var length = Math.Sqrt(dx * dx + dy * dy + dz * dz);
        return (phi + Off, phi - 1.01 * Lambert.Eccentricity2 * length - Off);
    }

    private DistanceBounds Exactly(int piece) => PieceDistance.Of(_place, _points[piece], _points[piece + 1], Hit(piece).Part);

    // The nearest point of a chord on the auxiliary sphere.
    private PieceHit Hit(int piece)
        => PieceHit.Of(
            _from,
            _points[piece] with { Z = _points[piece].Z * Lambert.Stretch },
            _points[piece + 1] with { Z = _points[piece + 1].Z * Lambert.Stretch },
            piece);

    // Half of e² a I at a box's centre, brought onto the sphere: from any of its points that is no farther than twice the half diagonal.
    private double CorrectionAt(in SpaceBox box)
    {
        var (x, y, z) = (((double)box.MinX + box.MaxX) / 2, ((double)box.MinY + box.MaxY) / 2, ((double)box.MinZ + box.MaxZ) / 2 * Lambert.Stretch);
        var grow = A / Math.Sqrt(x * x + y * y + z * z);
        (x, y, z) = (x * grow, y * grow, z * grow);
        var (dx, dy, dz) = (x - _from.X, y - _from.Y, z - _from.Z);
        var chord = Math.Sqrt(dx * dx + dy * dy + dz * dz);
        return chord < Nearest / 2 || chord > 2 * A * FarthestHalfChord ? double.PositiveInfinity : Lambert.Of(chord, _from.Z / A, z / A).Correction;
    }

    // sin(2.45 / 2).
    private const double FarthestHalfChord = 0.9408;

    // The square of the chord on the auxiliary sphere that an arc of so many metres has, and a little more.
    private static double Reach(double arc)
    {
        var chord = arc >= Math.PI * A ? 2 * A : 2 * A * Elementary.Sin(arc / (2 * A));
        return (chord + Off) * (chord + Off);
    }

    // The square of the distance of a box on the auxiliary sphere.
    private readonly double Away(in SpaceBox box)
    {
        var (minZ, maxZ) = (box.MinZ * Lambert.Stretch, box.MaxZ * Lambert.Stretch);
        var dx = _from.X < box.MinX ? box.MinX - _from.X : _from.X > box.MaxX ? _from.X - box.MaxX : 0;
        var dy = _from.Y < box.MinY ? box.MinY - _from.Y : _from.Y > box.MaxY ? _from.Y - box.MaxY : 0;
        var dz = _from.Z < minZ ? minZ - _from.Z : _from.Z > maxZ ? _from.Z - maxZ : 0;
        return dx * dx + dy * dy + dz * dz;
    }
}
