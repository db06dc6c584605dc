namespace Detente.Geography;

/// <summary>Exact questions about a closed line of straight sides, its corners in whole units.</summary>
internal static class Outline
{
    /// <summary>1 where a line from one corner to a second must turn left to reach a third, -1 right, 0 straight on or back.</summary>
    public static int Turn((long Latitude, long Longitude) from, (long Latitude, long Longitude) to, (long Latitude, long Longitude) next)
        => Int128.Sign(((Int128)(to.Longitude - from.Longitude) * (next.Latitude - from.Latitude)) - ((Int128)(to.Latitude - from.Latitude) * (next.Longitude - from.Longitude)));

    /// <summary>Whether two sides share more than the corner that joins them. No two corners in a row may be equal.</summary>
    public static bool MeetsItself(IReadOnlyList<(long Latitude, long Longitude)> line)
    {
        var sides = line.Select((from, i) => (Index: i, From: from, To: line[(i + 1) % line.Count])).OrderBy(side => Math.Min(side.From.Latitude, side.To.Latitude)).ToList();
        for (var i = 0; i < sides.Count; i++)
        {
            var (one, north) = (sides[i], Math.Max(sides[i].From.Latitude, sides[i].To.Latitude));
            for (var j = i + 1; j < sides.Count && Math.Min(sides[j].From.Latitude, sides[j].To.Latitude) <= north; j++)
            {
                var other = sides[j];
                var meets = other.Index == (one.Index + 1) % line.Count ? FoldsBack(one.From, one.To, other.To)
                    : one.Index == (other.Index + 1) % line.Count ? FoldsBack(other.From, other.To, one.To)
                    : Meet(one.From, one.To, other.From, other.To);
                if (meets)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool FoldsBack((long Latitude, long Longitude) from, (long Latitude, long Longitude) to, (long Latitude, long Longitude) next)
        => Turn(from, to, next) == 0
        && ((Int128)(to.Longitude - from.Longitude) * (next.Longitude - to.Longitude)) + ((Int128)(to.Latitude - from.Latitude) * (next.Latitude - to.Latitude)) < 0;

    private static bool Meet((long Latitude, long Longitude) a, (long Latitude, long Longitude) b, (long Latitude, long Longitude) c, (long Latitude, long Longitude) d)
    {
        var (toC, toD, toA, toB) = (Turn(a, b, c), Turn(a, b, d), Turn(c, d, a), Turn(c, d, b));
        return (toC != toD && toA != toB)
            || (toC == 0 && Spans(a, b, c)) || (toD == 0 && Spans(a, b, d)) || (toA == 0 && Spans(c, d, a)) || (toB == 0 && Spans(c, d, b));
    }

    private static bool Spans((long Latitude, long Longitude) from, (long Latitude, long Longitude) to, (long Latitude, long Longitude) point)
        => Math.Min(from.Latitude, to.Latitude) <= point.Latitude && point.Latitude <= Math.Max(from.Latitude, to.Latitude)
        && Math.Min(from.Longitude, to.Longitude) <= point.Longitude && point.Longitude <= Math.Max(from.Longitude, to.Longitude);
}
