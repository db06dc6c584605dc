using System.Runtime.CompilerServices;
using Detente.Functions;

namespace Detente.Geography.Geodesics;

/// <summary>An angle as a point of the unit circle, so that neither a right angle nor a difference of two angles loses digits.</summary>
internal readonly struct Angle(double sin, double cos)
{
    public readonly double Sin = sin;

    public readonly double Cos = cos;

    public double Radians => Elementary.Atan2(Sin, Cos);

    public double Degrees => Elementary.Atan2Degrees(Sin, Cos);

    /// <summary>The angle of a point that is not the origin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Angle Of(double y, double x)
    {
        var length = Length(y, x);
        return new Angle(y / length, x / length);
    }

    /// <summary>How far a point is from the origin. Coordinates here are of the size of 1, or 0, or too small to matter beside each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Length(double y, double x) => Math.Sqrt(x * x + y * y);

    public static Angle OfRadians(double radians)
    {
        var (sin, cos) = Elementary.SinCos(radians);
        return new Angle(sin, cos);
    }

    public static Angle OfDegrees(double degrees)
    {
        var (sin, cos) = Elementary.SinCosDegrees(degrees);
        return new Angle(sin, cos);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Angle operator +(Angle a, Angle b) => new(a.Sin * b.Cos + a.Cos * b.Sin, a.Cos * b.Cos - a.Sin * b.Sin);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Angle operator -(Angle a, Angle b) => new(a.Sin * b.Cos - a.Cos * b.Sin, a.Cos * b.Cos + a.Sin * b.Sin);
}
