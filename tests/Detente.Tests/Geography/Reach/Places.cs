using Detente.Geography;

namespace Detente.Tests.Geography.Reach;

/// <summary>Places to ask about, the same at every run.</summary>
internal static class Places
{
    /// <summary>Even over the whole Earth.</summary>
    public static IEnumerable<Position> OverTheEarth(int count, int seed)
    {
        var dice = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return new Position(Math.Asin(2 * dice.NextDouble() - 1) * 180 / Math.PI, 360 * dice.NextDouble() - 180);
        }
    }

    /// <summary>About corners of a border: from on it to some degrees away, half of them within 100 km.</summary>
    public static IEnumerable<Position> About(Territory territory, int count, int seed)
    {
        var dice = new Random(seed);
        var corners = territory.Rings.SelectMany(ring => ring.Vertices.ToArray()).ToArray();
        for (var i = 0; i < count; i++)
        {
            var corner = corners[dice.Next(corners.Length)];
            var spread = Math.Pow(10, dice.NextDouble() * 5 - 4);
            var latitude = Math.Clamp(corner.LatitudeDegrees + spread * (dice.NextDouble() - 0.5), -90, 90);
            var longitude = corner.LongitudeDegrees + spread * (dice.NextDouble() - 0.5);
            yield return new Position(latitude, Math.IEEERemainder(longitude, 360));
        }
    }

    /// <summary>Corners of the border themselves.</summary>
    public static IEnumerable<Position> Corners(Territory territory, int count)
        => territory.Rings.SelectMany(ring => ring.Vertices.ToArray()).Take(count).Select(v => new Position(v.LatitudeDegrees, v.LongitudeDegrees));
}
