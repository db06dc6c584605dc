using Detente.Geography;

namespace Detente.Borders;

/// <summary>
/// The grid a source was rounded to: 99,999 equal steps around the Earth, and as many from the lowest to the highest latitude.
/// A line of another file, put on it, meets the source's own lines vertex for vertex where both were drawn from one original.
/// </summary>
internal sealed class Grid
{
    private const int Steps = 99_999;

    private readonly Dictionary<int, int> _latitudes = [];
    private readonly Dictionary<int, int> _longitudes = [];
    private readonly decimal _south;
    private readonly decimal _latitudeStep;

    /// <summary>The grid of vertices that stand on it, but for the few made by cutting at ±180° and closing the pole.</summary>
    public Grid(IEnumerable<Vertex> vertices)
    {
        var all = vertices.ToList();
        var (south, north) = (all.Where(vertex => vertex.Latitude > -Vertex.Pole).Min(vertex => vertex.Latitude), all.Max(vertex => vertex.Latitude));
        _south = south;
        _latitudeStep = ((decimal)north - south) / Steps;
        foreach (var vertex in all)
        {
            Keep(_latitudes, vertex.Latitude, LatitudePlace(vertex.Latitude), _south + LatitudePlace(vertex.Latitude) * _latitudeStep);
            Keep(_longitudes, vertex.Longitude, LongitudePlace(vertex.Longitude), Longitude(LongitudePlace(vertex.Longitude)));
        }
    }

    /// <summary>The vertex of the grid nearest to another.</summary>
    public Vertex Nearest(Vertex vertex)
    {
        var (row, column) = (LatitudePlace(vertex.Latitude), LongitudePlace(vertex.Longitude));
        return new Vertex(
            _latitudes.TryGetValue(row, out var latitude) ? latitude : (int)Math.Round(_south + row * _latitudeStep),
            _longitudes.TryGetValue(column, out var longitude) ? longitude : (int)Math.Round(Longitude(column)));
    }

    // The source's own value for a line of the grid, where it has one: its eighth decimal was rounded before its seventh.
    private static void Keep(Dictionary<int, int> lines, int value, int place, decimal exact)
    {
        if (Math.Abs(value - exact) <= 1)
        {
            lines.TryAdd(place, value);
        }
    }

    private static decimal Longitude(int place) => place * (2m * Vertex.Antimeridian / Steps) - Vertex.Antimeridian;

    private static int LongitudePlace(int longitude) => (int)Math.Round((longitude + (decimal)Vertex.Antimeridian) * Steps / (2m * Vertex.Antimeridian));

    private int LatitudePlace(int latitude) => (int)Math.Round((latitude - _south) / _latitudeStep);
}
