namespace Detente.Geography.Geodesics;

/// <summary>A point in space, metres from the centre of the Earth: X through longitude 0, Y through 90° east, Z through the north pole.</summary>
public readonly record struct Cartesian(double X, double Y, double Z)
{
    /// <summary>Metres to another point, straight: never more than along the surface.</summary>
    public double ChordTo(Cartesian other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return Math.Sqrt(x * x + y * y + z * z);
    }
}
