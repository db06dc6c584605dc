namespace Detente.Geography.Reach;

/// <summary>How near the chord of a piece comes to a point.</summary>
/// <param name="Square">Square of the distance in space, m².</param>
/// <param name="Piece">The number of the piece's first point in the tree.</param>
/// <param name="Part">Where on the chord: 0 at its first point, 1 at its second.</param>
internal readonly record struct PieceHit(double Square, int Piece, double Part)
{
    /// <summary>Nothing found yet.</summary>
    public static readonly PieceHit None = new(double.PositiveInfinity, -1, 0);

    /// <summary>The nearest point of the chord from <paramref name="p"/> to <paramref name="q"/>.</summary>
    public static PieceHit Of(in BorderPoint from, in BorderPoint p, in BorderPoint q, int piece)
    {
        var (dx, dy, dz) = (q.X - p.X, q.Y - p.Y, q.Z - p.Z);
        var (x, y, z) = (from.X - p.X, from.Y - p.Y, from.Z - p.Z);
        var along = x * dx + y * dy + z * dz;
        var square = dx * dx + dy * dy + dz * dz;
        var part = along <= 0 ? 0 : along >= square ? 1 : along / square;
        x -= part * dx;
        y -= part * dy;
        z -= part * dz;
        return new PieceHit(x * x + y * y + z * z, piece, part);
    }
}
