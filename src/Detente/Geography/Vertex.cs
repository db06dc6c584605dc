namespace Detente.Geography;

/// <summary>A point of a map in whole units of 1e-7 degree (11 mm on the equator, or less), WGS-84. Comparisons on it are exact.</summary>
/// <param name="Latitude">1e-7 degree, north positive, ±900,000,000.</param>
/// <param name="Longitude">1e-7 degree, east positive, ±1,800,000,000.</param>
public readonly record struct Vertex(int Latitude, int Longitude)
{
    /// <summary>Units in one degree.</summary>
    public const int PerDegree = 10_000_000;

    /// <summary>A pole's latitude.</summary>
    public const int Pole = 90 * PerDegree;

    /// <summary>The longitude of the antimeridian, where maps are cut.</summary>
    public const int Antimeridian = 180 * PerDegree;

    /// <summary>The vertex nearest to a place; a tie goes to the even unit. A longitude of any turn is brought into [-180°, 180°).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A latitude outside ±90°, or a number that is not finite.</exception>
    public static Vertex FromDegrees(double latitude, double longitude)
    {
        if (!(Math.Abs(latitude) <= 90) || !double.IsFinite(longitude))
        {
            throw new ArgumentOutOfRangeException(nameof(latitude), $"Not a place on the Earth: {latitude}, {longitude}.");
        }

        var turned = Math.Abs(longitude) <= 180 ? longitude : longitude % 360;
        return new Vertex((int)Math.Round(latitude * PerDegree), OnMap(Math.Round(turned * PerDegree)));
    }

    /// <inheritdoc cref="FromDegrees"/>
    public static Vertex Of(Position position) => FromDegrees(position.Latitude, position.Longitude);

    /// <summary>The vertex nearest to a stated point, its error left aside.</summary>
    public static Vertex Of(GeoPoint point)
        => new((int)Math.Round(point.Latitude * PerDegree), OnMap((double)Math.Round(point.Longitude % 360 * PerDegree)));

    /// <summary>Degrees, north positive.</summary>
    public double LatitudeDegrees => Latitude / (double)PerDegree;

    /// <summary>Degrees, east positive.</summary>
    public double LongitudeDegrees => Longitude / (double)PerDegree;

    private static int OnMap(double units)
    {
        const double turn = 2.0 * Antimeridian;
        return (int)(units >= Antimeridian ? units - turn : units < -Antimeridian ? units + turn : units);
    }
}
