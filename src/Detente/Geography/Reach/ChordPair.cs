namespace Detente.Geography.Reach;

/// <summary>Where two chords come nearest to each other.</summary>
/// <param name="Square">Square of the distance in space, m².</param>
/// <param name="Part1">Where on the first: 0 at its beginning, 1 at its end.</param>
/// <param name="Part2">Where on the second.</param>
internal readonly record struct ChordPair(double Square, double Part1, double Part2)
{
    /// <summary>The nearest points of the chords from <paramref name="p"/> to <paramref name="q"/> and from <paramref name="r"/> to <paramref name="s"/>.</summary>
    /// <remarks>The distance is convex in both parts: either its least value lies inside, or on one of four sides.</remarks>
    public static ChordPair Of(in BorderPoint p, in BorderPoint q, in BorderPoint r, in BorderPoint s)
    {
        var (dx, dy, dz) = (q.X - p.X, q.Y - p.Y, q.Z - p.Z);
        var (ex, ey, ez) = (s.X - r.X, s.Y - r.Y, s.Z - r.Z);
        var (wx, wy, wz) = (p.X - r.X, p.Y - r.Y, p.Z - r.Z);
        var (dd, ee, de) = (dx * dx + dy * dy + dz * dz, ex * ex + ey * ey + ez * ez, dx * ex + dy * ey + dz * ez);
        var (dw, ew) = (dx * wx + dy * wy + dz * wz, ex * wx + ey * wy + ez * wz);
        var area2 = dd * ee - de * de;
        var (t, u) = ((de * ew - ee * dw) / area2, (dd * ew - de * dw) / area2);
        if (area2 > 0 && t > 0 && t < 1 && u > 0 && u < 1)
        {
            var (x, y, z) = (wx + t * dx - u * ex, wy + t * dy - u * ey, wz + t * dz - u * ez);
            return new ChordPair(x * x + y * y + z * z, t, u);
        }

        var best = OnSecond(PieceHit.Of(p, r, s, 0), 0);
        best = best.Or(OnSecond(PieceHit.Of(q, r, s, 0), 1));
        best = best.Or(OnFirst(PieceHit.Of(r, p, q, 0), 0));
        return best.Or(OnFirst(PieceHit.Of(s, p, q, 0), 1));
    }

    private ChordPair Or(ChordPair other) => other.Square < Square ? other : this;

    private static ChordPair OnSecond(PieceHit hit, double part1) => new(hit.Square, part1, hit.Part);

    private static ChordPair OnFirst(PieceHit hit, double part2) => new(hit.Square, hit.Part, part2);
}
