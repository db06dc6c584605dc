namespace Detente.Geography;

/// <summary>Land that a text draws by its corners, joined by lines straight in longitude and latitude, each the shorter way around.</summary>
public static class Polygon
{
    private const long Turn = 2L * Vertex.Antimeridian;

    /// <summary>Why the corners draw no polygon, if they do not. Exact, on corners of whole <see cref="Vertex"/> units; no corner is too absurd to be asked about.</summary>
    public static PolygonFault FaultOf(IReadOnlyList<GeoPoint> corners)
    {
        if (corners.Count < 3)
        {
            return PolygonFault.TooFewCorners;
        }

        if (corners.Any(corner => Math.Abs(corner.Latitude) > 90 || Math.Abs(corner.Longitude) > 180))
        {
            return PolygonFault.OffTheMap;
        }

        var vertices = corners.Select(Vertex.Of).ToList();
        if (vertices.Where((vertex, i) => Math.Abs((long)vertex.Longitude - vertices[(i + 1) % vertices.Count].Longitude) == Vertex.Antimeridian).Any())
        {
            return PolygonFault.HalfWayAround;
        }

        var (line, closes) = Unwrapped(corners);
        return closes != 0 ? PolygonFault.AroundPole
            : line.Max(corner => corner.Longitude) - line.Min(corner => corner.Longitude) > Turn ? PolygonFault.AroundEarth
            : line.All(corner => Outline.Turn(line[0], line.Find(other => other != line[0]), corner) == 0) ? PolygonFault.NoArea
            : Outline.MeetsItself(line) ? PolygonFault.MeetsItself
            : PolygonFault.None;
    }

    /// <summary>The land within, cut at ±180° where the line crosses it.</summary>
    /// <param name="corners">At least three, in order, either way around.</param>
    /// <param name="errorKm">How far the true line may lie from the one drawn.</param>
    /// <exception cref="ArgumentException">The corners draw no polygon: <see cref="FaultOf"/>.</exception>
    public static Territory Of(IReadOnlyList<GeoPoint> corners, decimal errorKm)
    {
        if (FaultOf(corners) is not PolygonFault.None and var fault)
        {
            throw new ArgumentException($"The corners draw no polygon: {fault}.", nameof(corners));
        }

        var (line, _) = Unwrapped(corners);
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

        // A polygon once around the Earth meets itself where it began; there it has no border.
        var land = new Territory("polygon", rings, (double)errorKm * 1000);
        return line.Max(corner => corner.Longitude) - line.Min(corner => corner.Longitude) < Turn
            ? land
            : Territory.Union("polygon", rings.Select(ring => new Territory("polygon", [ring], land.BorderErrorMetres)));
    }

    // Longitudes that run on over ±180° instead of jumping; how many units the line is away from where it began, once it is closed.
    // A corner on ±180° is drawn one unit (11 mm) to the west, for lands on both sides alike: a side drawn there is a border, and
    // must not look like the seam where the map is cut. Along a pole a side has no length, and is none.
    private static (List<(long Latitude, long Longitude)> Line, long Closes) Unwrapped(IReadOnlyList<GeoPoint> corners)
    {
        var line = new List<(long Latitude, long Longitude)>();
        foreach (var vertex in corners.Select(Vertex.Of))
        {
            var corner = ((long)vertex.Latitude, line.Count == 0 ? vertex.Longitude : Nearest(vertex.Longitude, line[^1].Longitude));
            if (line.Count == 0 || corner != line[^1])
            {
                line.Add(corner);
            }
        }

        var closes = Nearest(line[0].Longitude, line[^1].Longitude) - line[0].Longitude;
        if (line.Count > 1 && line[0] == line[^1])
        {
            line.RemoveAt(line.Count - 1);
        }

        return (line.ConvertAll(corner => corner with { Longitude = corner.Longitude - (Math.Abs(corner.Longitude % Turn) == Vertex.Antimeridian ? 1 : 0) }), closes);
    }

    private static long Nearest(long longitude, long to) => longitude + (Turn * Floor(to - longitude));

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
