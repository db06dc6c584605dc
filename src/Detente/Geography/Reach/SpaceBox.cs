namespace Detente.Geography.Reach;

/// <summary>A box in space, metres, its sides rounded outward to single precision: it holds at least what it was made around.</summary>
internal readonly record struct SpaceBox(float MinX, float MinY, float MinZ, float MaxX, float MaxY, float MaxZ)
{
    /// <summary>Holds nothing.</summary>
    public static readonly SpaceBox None = new(
        float.PositiveInfinity, float.PositiveInfinity, float.PositiveInfinity,
        float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity);

    /// <summary>The box around some points, and so around the chords between them.</summary>
    public static SpaceBox Around(ReadOnlySpan<BorderPoint> points)
    {
        var box = None;
        foreach (var p in points)
        {
            box = box.With(new SpaceBox(Down(p.X), Down(p.Y), Down(p.Z), Up(p.X), Up(p.Y), Up(p.Z)));
        }

        return box;
    }

    /// <summary>The box around two.</summary>
    public SpaceBox With(SpaceBox other) => new(
        Math.Min(MinX, other.MinX), Math.Min(MinY, other.MinY), Math.Min(MinZ, other.MinZ),
        Math.Max(MaxX, other.MaxX), Math.Max(MaxY, other.MaxY), Math.Max(MaxZ, other.MaxZ));

    /// <summary>The length of its longest side.</summary>
    public float Size => Math.Max(MaxX - MinX, Math.Max(MaxY - MinY, MaxZ - MinZ));

    /// <summary>0, 1 or 2: the axis along which it is longest.</summary>
    public int LongestSide
    {
        get
        {
            var (x, y, z) = (MaxX - MinX, MaxY - MinY, MaxZ - MinZ);
            return x >= y && x >= z ? 0 : y >= z ? 1 : 2;
        }
    }

    /// <summary>Twice its centre along an axis.</summary>
    public float CentreAlong(int axis) => axis switch { 0 => MinX + MaxX, 1 => MinY + MaxY, _ => MinZ + MaxZ };

    /// <summary>The square of the distance from a point, 0 inside.</summary>
    public double SquareFrom(double x, double y, double z)
    {
        var dx = x < MinX ? MinX - x : x > MaxX ? x - MaxX : 0;
        var dy = y < MinY ? MinY - y : y > MaxY ? y - MaxY : 0;
        var dz = z < MinZ ? MinZ - z : z > MaxZ ? z - MaxZ : 0;
        return dx * dx + dy * dy + dz * dz;
    }

    /// <summary>The square of the distance between two boxes, 0 where they meet.</summary>
    public double SquareFrom(SpaceBox other)
    {
        var dx = Math.Max(0.0, Math.Max((double)MinX - other.MaxX, (double)other.MinX - MaxX));
        var dy = Math.Max(0.0, Math.Max((double)MinY - other.MaxY, (double)other.MinY - MaxY));
        var dz = Math.Max(0.0, Math.Max((double)MinZ - other.MaxZ, (double)other.MinZ - MaxZ));
        return dx * dx + dy * dy + dz * dz;
    }

    private static float Down(double value) => (float)value is var near && near > value ? float.BitDecrement(near) : near;

    private static float Up(double value) => (float)value is var near && near < value ? float.BitIncrement(near) : near;
}
