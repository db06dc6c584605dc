using System.Runtime.CompilerServices;
using Detente.Functions;
using Detente.Geography;

namespace Detente.Kinematics;

/// <summary>What an integrated flight knows of the Earth: its shape, its gravity and its turning.</summary>
/// <param name="mu">Gravitational parameter, m³/s².</param>
/// <param name="equatorialRadius">Metres.</param>
/// <param name="flattening">Of the ellipsoid; zero for a sphere.</param>
/// <param name="j2">The part of gravity that is due to the bulge at the equator; zero for a sphere.</param>
/// <param name="rotationRate">Radians a second, eastward; zero for an Earth that stands still.</param>
public sealed class EarthModel(double mu, double equatorialRadius, double flattening, double j2, double rotationRate)
{
    /// <summary>WGS-84 (NIMA TR8350.2, 2000) with the J2 of EGM96, turning.</summary>
    public static readonly EarthModel Wgs84 = new(3.986004418e14, 6378137, 1 / 298.257223563, 1.08262668e-3, 7.292115e-5);

    /// <summary>The same, standing still: it shows what turning does.</summary>
    public static readonly EarthModel StillWgs84 = new(Wgs84.Mu, Wgs84.EquatorialRadius, Wgs84.Flattening, Wgs84.J2, 0);

    /// <summary>The sphere of the closed forms.</summary>
    public static readonly EarthModel Sphere = new(StillEarth.Mu * 1e9, StillEarth.RadiusKm * 1000, 0, 0, 0);

    /// <summary>The square of the equatorial over the polar radius.</summary>
    private readonly double polarRatio = 1 / ((1 - flattening) * (1 - flattening));

    /// <summary>Gravitational parameter, m³/s².</summary>
    public double Mu { get; } = mu;

    /// <summary>Metres.</summary>
    public double EquatorialRadius { get; } = equatorialRadius;

    /// <summary>Of the ellipsoid; zero for a sphere.</summary>
    public double Flattening { get; } = flattening;

    /// <summary>The part of gravity that is due to the bulge at the equator.</summary>
    public double J2 { get; } = j2;

    /// <summary>Radians a second, eastward.</summary>
    public double RotationRate { get; } = rotationRate;

    /// <summary>The place on the surface, in metres along the axes.</summary>
    internal Vector Surface(Position place)
    {
        var (sinLat, cosLat) = Elementary.SinCosDegrees(place.Latitude);
        var (sinLon, cosLon) = Elementary.SinCosDegrees(place.Longitude);
        var normal = EquatorialRadius / Math.Sqrt(cosLat * cosLat + sinLat * sinLat / polarRatio);
        return new Vector(normal * cosLat * cosLon, normal * cosLat * sinLon, normal / polarRatio * sinLat);
    }

    /// <summary>The place whose height is measured at a point near the surface.</summary>
    internal Position Place(Vector point) => new(
        Elementary.Atan2Degrees(polarRatio * point.Z, Math.Sqrt(point.X * point.X + point.Y * point.Y)),
        Elementary.Atan2Degrees(point.Y, point.X));

    /// <summary>The direction away from the ground, of length one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector Up(Vector point) => new Vector(point.X, point.Y, point.Z * polarRatio).Unit();

    /// <summary>Metres over the ground along the line to the centre: exact on the surface, and 6 m too great at a height of 1,000 km.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Height(Vector point)
    {
        var around = point.X * point.X + point.Y * point.Y;
        return Math.Sqrt(around + point.Z * point.Z) * (1 - EquatorialRadius / Math.Sqrt(around + polarRatio * point.Z * point.Z));
    }

    /// <summary>Gravity with its J2 term, and what turning with the Earth adds at rest, m/s².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector Weight(Vector point)
    {
        var square = point.Dot(point);
        var pull = -Mu / (square * Math.Sqrt(square));
        var bulge = 1.5 * J2 * EquatorialRadius * EquatorialRadius / square;
        var tilt = 5 * point.Z * point.Z / square;
        var level = pull * (1 + bulge * (1 - tilt)) + RotationRate * RotationRate;
        return new Vector(level * point.X, level * point.Y, pull * (1 + bulge * (3 - tilt)) * point.Z);
    }

    /// <summary>The acceleration of a body without drag that moves over the turning ground, m/s².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector Fall(Vector point, Vector velocity)
        => Weight(point) + new Vector(2 * RotationRate * velocity.Y, -2 * RotationRate * velocity.X, 0);
}
