namespace Detente.Geography.Reach;

/// <summary>
/// Whether a point lies in a territory, exactly as its map is drawn (<see cref="Territory.Contains"/> says how): its edges
/// stand in strips between parallels, so that a few dozen are looked at. Not changed once built.
/// </summary>
internal sealed class InsideIndex
{
    // A place is taken to the nearest 2^-20 of a vertex's unit, 1e-13 degree; then everything is whole numbers.
    private const int FineBits = 20;

    private readonly Box _box;
    private readonly int _north;
    private readonly double _perStrip;
    private readonly int[] _starts;
    private readonly Span[] _spans;

    /// <summary>The index of a territory. About one strip to eight edges.</summary>
    public InsideIndex(Territory territory)
    {
        _box = territory.Box;
        _north = _box.North;
        var edges = territory.Edges.Where(e => e.From.Latitude != e.To.Latitude)
            .Select(e => e.From.Latitude < e.To.Latitude ? new Span(e.From, e.To) : new Span(e.To, e.From)).ToArray();
        var strips = Math.Clamp(edges.Length / 8, 1, 1 << 16);
        _perStrip = Math.Max(1, ((double)_north - _box.South + 1) / strips);
        _starts = new int[strips + 1];
        foreach (var edge in edges)
        {
            for (var s = StripOf(edge.South.Latitude); s <= StripOf(edge.North.Latitude); s++)
            {
                _starts[s + 1]++;
            }
        }

        for (var s = 0; s < strips; s++)
        {
            _starts[s + 1] += _starts[s];
        }

        _spans = new Span[_starts[strips]];
        var next = _starts.ToArray();
        foreach (var edge in edges)
        {
            for (var s = StripOf(edge.South.Latitude); s <= StripOf(edge.North.Latitude); s++)
            {
                _spans[next[s]++] = edge;
            }
        }

        int StripOf(int latitude) => Math.Min((int)(((double)latitude - _box.South) / _perStrip), strips - 1);
    }

    /// <summary>Whether a place lies in the territory.</summary>
    public bool Contains(Position place)
    {
        const long fine = 1L << FineBits;
        var latitude = (long)Math.Round(place.Latitude * Vertex.PerDegree * fine);
        var turned = Math.Abs(place.Longitude) <= 180 ? place.Longitude : Math.IEEERemainder(place.Longitude, 360);
        var longitude = (long)Math.Round(turned * Vertex.PerDegree * fine);
        // A hair further east of the antimeridian is the other end of the map; a hair further _north of the pole there is nothing.
        longitude = longitude >= (long)Vertex.Antimeridian * fine ? longitude - 2L * Vertex.Antimeridian * fine : longitude;
        latitude = Math.Min(latitude, Vertex.Pole * fine - 1);
        if (_spans.Length == 0 || latitude < _box.South * fine || latitude > _north * fine || longitude < _box.West * fine || longitude > _box.East * fine)
        {
            return false;
        }

        var strip = Math.Min((int)(((latitude >> FineBits) - _box.South) / _perStrip), _starts.Length - 2);
        var inside = false;
        for (var i = _starts[strip]; i < _starts[strip + 1]; i++)
        {
            inside ^= _spans[i].IsEastOf(latitude, longitude);
        }

        return inside;
    }

    /// <summary>An edge that is not along a parallel.</summary>
    private readonly record struct Span(Vertex South, Vertex North)
    {
        public bool IsEastOf(long latitude, long longitude)
        {
            const long fine = 1L << FineBits;
            if (latitude < South.Latitude * fine || latitude >= North.Latitude * fine)
            {
                return false;
            }

            var (west, east) = South.Longitude < North.Longitude ? (South.Longitude, North.Longitude) : (North.Longitude, South.Longitude);
            if (longitude < west * fine || longitude >= east * fine)
            {
                return longitude < west * fine;
            }

            // Past 64 bits: up to 2^52 × 2^31.
            return (Int128)(longitude - South.Longitude * fine) * (North.Latitude - South.Latitude)
                < (Int128)(latitude - South.Latitude * fine) * ((long)North.Longitude - South.Longitude);
        }
    }
}
