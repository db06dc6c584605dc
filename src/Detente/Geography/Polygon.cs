namespace Detente.Geography;

/// <summary>Land that a text draws by its corners, joined by lines straight in longitude and latitude, each the shorter way around.</summary>
public static class Polygon
{
    private const long Turn = 2L * Vertex.Antimeridian;

    /// <summary>Whether the corners go around a pole: such land cannot be drawn by corners alone.</summary>
    public static bool IsAroundPole(IReadOnlyList<GeoPoint> corners) => Unwrapped(corners).Closes != 0;

    /// <summary>The land within, cut at ±180° where the line crosses it.</summary>
    /// <param name="corners">At least three, in order, either way around.</param>
    /// <param name="errorKm">How far the true line may lie from the one drawn.</param>
    /// <exception cref="ArgumentException">Fewer than three corners, or they go around a pole.</exception>
    public static Territory Of(IReadOnlyList<GeoPoint> corners, decimal errorKm)
    {
        var (line, closes) = Unwrapped(corners);
        if (corners.Count < 3 || closes != 0)
        {
            throw new ArgumentException("A polygon has three corners or more, and goes around no pole.", nameof(corners));
        }

        if (Area(line) < 0)
        {
            line.Reverse();
        }

        var rings = new List<Ring>();
        for (var turn = Floor(line.Min(corner => corner.Longitude)); turn <= Floor(line.Max(corner => corner.Longitude)); turn++)
        {
            var west = (turn * Turn) - Vertex.Antimeridian;
            var part = Cut(Cut(line, west, keepEast: true), west + Turn, keepEast: false)
                .Select(corner => new Vertex((int)corner.Latitude, (int)(corner.Longitude - (turn * Turn)))).ToList();
            var distinct = part.Where((corner, i) => corner != part[(i + part.Count - 1) % part.Count]).ToArray();
            if (distinct.Length >= 3)
            {
                rings.Add(new Ring(distinct));
            }
        }

        return new Territory("polygon", rings, (double)errorKm * 1000);
    }

    // Longitudes that run on over ±180° instead of jumping; how many turns the line is away from where it began, once it is closed.
    private static (List<(long Latitude, long Longitude)> Line, long Closes) Unwrapped(IReadOnlyList<GeoPoint> corners)
    {
        var line = new List<(long Latitude, long Longitude)>();
        foreach (var vertex in corners.Select(Vertex.Of))
        {
            line.Add((vertex.Latitude, line.Count == 0 ? vertex.Longitude : Nearest(vertex.Longitude, line[^1].Longitude)));
        }

        return (line, Nearest(line[0].Longitude, line[^1].Longitude) - line[0].Longitude);
    }

    private static long Nearest(long longitude, long to)
    {
        while (longitude - to > Vertex.Antimeridian)
        {
            longitude -= Turn;
        }

        while (to - longitude > Vertex.Antimeridian)
        {
            longitude += Turn;
        }

        return longitude;
    }

    private static long Floor(long longitude) => (long)Math.Floor((longitude + Vertex.Antimeridian) / (double)Turn);

    private static double Area(List<(long Latitude, long Longitude)> line)
    {
        var twice = 0.0;
        for (var i = 0; i < line.Count; i++)
        {
            var (a, b) = (line[i], line[(i + 1) % line.Count]);
            twice += ((double)a.Longitude * b.Latitude) - ((double)b.Longitude * a.Latitude);
        }

        return twice;
    }

    // Sutherland and Hodgman's cut of a closed line at one meridian (Communications of the ACM 17 (1974) 32-42).
    private static List<(long Latitude, long Longitude)> Cut(List<(long Latitude, long Longitude)> line, long meridian, bool keepEast)
    {
        var kept = new List<(long, long)>();
        for (var i = 0; i < line.Count; i++)
        {
            var (from, to) = (line[i], line[(i + 1) % line.Count]);
            var (fromIn, toIn) = (Keeps(from.Longitude), Keeps(to.Longitude));
            if (fromIn)
            {
                kept.Add(from);
            }

            if (fromIn != toIn)
            {
                var share = (meridian - from.Longitude) / (double)(to.Longitude - from.Longitude);
                kept.Add((from.Latitude + (long)Math.Round(share * (to.Latitude - from.Latitude)), meridian));
            }
        }

        return kept;

        bool Keeps(long longitude) => keepEast ? longitude >= meridian : longitude <= meridian;
    }
}
