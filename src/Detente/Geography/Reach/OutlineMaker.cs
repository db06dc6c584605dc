using System.Runtime.InteropServices;

namespace Detente.Geography.Reach;

/// <summary>
/// Puts the pieces that a subdivision draws together again. Where two pieces meet, their edges run along one parallel or meridian in opposite
/// directions and cancel; what is left over is joined to rings.
/// </summary>
internal sealed class OutlineMaker
{
    // Rings smaller than this are rounding, m².
    private const double Speck = 1;

    private readonly Dictionary<MapPoint, List<MapPoint>> _next = [];
    private readonly Dictionary<(bool IsMeridian, double At), List<(MapPoint From, MapPoint To)>> _lines = [];

    /// <summary>The outline of what cells draw.</summary>
    public static MapOutline Of(IEnumerable<Cell> cells)
    {
        var maker = new OutlineMaker();
        foreach (var cell in cells.Where(cell => cell.IsDrawn))
        {
            maker.Add(cell);
        }

        foreach (var (line, edges) in maker._lines.OrderBy(line => line.Key.IsMeridian).ThenBy(line => line.Key.At))
        {
            maker.AddNet(edges, line.IsMeridian);
        }

        return new MapOutline(Nested(maker.Rings()));
    }

    private void Add(Cell cell)
    {
        foreach (var ring in cell.Figure.Rings)
        {
            var from = ring.Corners[^1];
            foreach (var to in ring.Corners)
            {
                if (cell.Drawn is null)
                {
                    Add(from, to);
                }

                from = to;
            }
        }

        if (cell.Drawn is { } side)
        {
            AddCut(cell.Figure, side);
        }
    }

    // What lies on one side of a slanted line: the parts of edges there, and the line itself where it runs inside.
    private void AddCut(MapFigure figure, HalfPlane side)
    {
        var along = new List<(MapPoint From, MapPoint To)>();
        foreach (var ring in figure.Rings)
        {
            MapPoint? leaves = null;
            MapPoint? enteredFirst = null;
            var from = ring.Corners[^1];
            var fromValue = side.Of(from);
            foreach (var to in ring.Corners)
            {
                var value = side.Of(to);
                var (isIn, willBeIn) = (fromValue <= 0, value <= 0);
                if (isIn && willBeIn)
                {
                    Add(from, to);
                }
                else if (isIn)
                {
                    leaves = fromValue == 0 ? from : side.Crossing(from, fromValue, to, value);
                    Add(from, leaves.Value);
                }
                else if (willBeIn)
                {
                    var enters = value == 0 ? to : side.Crossing(from, fromValue, to, value);
                    Add(enters, to);
                    if (leaves is { } left)
                    {
                        along.Add((left, enters));
                        leaves = null;
                    }
                    else
                    {
                        enteredFirst = enters;
                    }
                }

                (from, fromValue) = (to, value);
            }

            if (leaves is { } last && enteredFirst is { } first)
            {
                along.Add((last, first));
            }
        }

        AddNet(along, Math.Abs(side.East) >= Math.Abs(side.North));
    }

    private void Add(MapPoint from, MapPoint to)
    {
        if (from == to)
        {
            return;
        }

        if (from.Latitude == to.Latitude || from.Longitude == to.Longitude)
        {
            var isMeridian = from.Longitude == to.Longitude;
            ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(_lines, (isMeridian, isMeridian ? from.Longitude : from.Latitude), out _);
            (line ??= []).Add((from, to));
        }
        else
        {
            Keep(from, to);
        }
    }

    // Of edges on one line, what is left when those in opposite directions cancel.
    private void AddNet(List<(MapPoint From, MapPoint To)> edges, bool isByLatitude)
    {
        var changes = new Dictionary<MapPoint, int>();
        foreach (var (from, to) in edges)
        {
            changes[from] = changes.GetValueOrDefault(from) + 1;
            changes[to] = changes.GetValueOrDefault(to) - 1;
        }

        var ordered = isByLatitude
            ? changes.OrderBy(change => change.Key.Latitude).ThenBy(change => change.Key.Longitude)
            : changes.OrderBy(change => change.Key.Longitude).ThenBy(change => change.Key.Latitude);
        var (level, before) = (0, default(MapPoint));
        foreach (var (point, change) in ordered)
        {
            for (var i = 0; i < level; i++)
            {
                Keep(before, point);
            }

            for (var i = 0; i > level; i--)
            {
                Keep(point, before);
            }

            (level, before) = (level + change, point);
        }
    }

    private void Keep(MapPoint from, MapPoint to)
    {
        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_next, from, out _);
        (next ??= new List<MapPoint>(1)).Add(to);
    }

    // Every place is left as often as it is come to, so that every walk closes. A walk that comes to a place again has closed a ring there:
    // rings may touch, none touches itself. Where several ways lead on, the leftmost keeps the land of each together.
    private List<MapPoint[]> Rings()
    {
        var rings = new List<MapPoint[]>();
        var walk = new List<MapPoint>();
        var steps = new Dictionary<MapPoint, int>();
        foreach (var start in _next.Keys.OrderBy(p => p.Latitude).ThenBy(p => p.Longitude).ToList())
        {
            var at = start;
            while (walk.Count > 0 || _next[at].Count > 0)
            {
                if (steps.TryGetValue(at, out var step))
                {
                    var ring = walk[step..];
                    walk.RemoveRange(step, ring.Count);
                    ring.ForEach(place => steps.Remove(place));
                    Add(ring);
                    continue;
                }

                steps[at] = walk.Count;
                walk.Add(at);
                at = Take(walk.Count > 1 ? walk[^2] : at, at);
            }
        }

        return rings;

        void Add(List<MapPoint> ring)
        {
            var corners = WithoutStraight(ring);
            if (corners.Length > 2 && Math.Abs(MapArea.Of(corners)) > Speck)
            {
                rings.Add(corners);
            }
        }
    }

    private MapPoint Take(MapPoint before, MapPoint at)
    {
        var ways = _next[at];
        var best = 0;
        for (var i = 1; i < ways.Count; i++)
        {
            best = IsLeftOf(before, at, ways[i], ways[best]) ? i : best;
        }

        var to = ways[best];
        ways.RemoveAt(best);
        return to;
    }

    // Whether the way to a turns further to the left than the way to b, both less than all the way round.
    private static bool IsLeftOf(MapPoint before, MapPoint at, MapPoint a, MapPoint b)
    {
        var (x, y) = (before.Longitude - at.Longitude, before.Latitude - at.Latitude);
        var (ax, ay) = (a.Longitude - at.Longitude, a.Latitude - at.Latitude);
        var (bx, by) = (b.Longitude - at.Longitude, b.Latitude - at.Latitude);
        // Clockwise from the way back, the leftmost comes first.
        var (halfA, halfB) = (Half(ax, ay), Half(bx, by));
        return halfA != halfB ? halfA < halfB : ax * by - ay * bx < 0;

        int Half(double dx, double dy)
        {
            var cross = x * dy - y * dx;
            return cross < 0 || (cross == 0 && x * dx + y * dy < 0) ? 0 : 1;
        }
    }

    private static MapPoint[] WithoutStraight(List<MapPoint> ring)
    {
        var kept = new List<MapPoint>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (before, at, after) = (ring[i == 0 ? ^1 : i - 1], ring[i], ring[i + 1 == ring.Count ? 0 : i + 1]);
            var isOnLine = (before.Latitude == at.Latitude && at.Latitude == after.Latitude)
                || (before.Longitude == at.Longitude && at.Longitude == after.Longitude);
            if (!isOnLine)
            {
                kept.Add(at);
            }
        }

        return [.. kept];
    }

    // Holes go to the smallest outer ring around them.
    private static List<IReadOnlyList<IReadOnlyList<Position>>> Nested(List<MapPoint[]> rings)
    {
        var outer = rings.Select(ring => new MapRing(ring)).Where(ring => ring.Area > 0).OrderBy(ring => ring.Area).ToList();
        var polygons = outer.Select(ring => new List<IReadOnlyList<Position>> { Places(ring.Corners) }).ToList();
        foreach (var hole in rings.Select(ring => new MapRing(ring)).Where(ring => ring.Area < 0))
        {
            var around = outer.FindIndex(ring => ring.Area > -hole.Area && Holds(ring, hole));
            if (around >= 0)
            {
                polygons[around].Add(Places(hole.Corners));
            }
        }

        polygons.Reverse();
        return [.. polygons];
    }

    // Rings may touch in places: the hole's middle of an edge is taken, moved into the hole by nothing that could matter.
    private static bool Holds(MapRing ring, MapRing hole)
    {
        var (a, b) = (hole.Corners[0], hole.Corners[1]);
        var at = new MapPoint((a.Latitude + b.Latitude) / 2, (a.Longitude + b.Longitude) / 2);
        if (at.Latitude < ring.South || at.Latitude > ring.North || at.Longitude < ring.West || at.Longitude > ring.East)
        {
            return false;
        }

        var inside = false;
        var from = ring.Corners[^1];
        foreach (var to in ring.Corners)
        {
            if (from.Latitude > at.Latitude != to.Latitude > at.Latitude)
            {
                var part = (at.Latitude - from.Latitude) / (to.Latitude - from.Latitude);
                inside ^= from.Longitude + part * (to.Longitude - from.Longitude) > at.Longitude;
            }

            from = to;
        }

        return inside;
    }

    private static Position[] Places(MapPoint[] corners) => [.. corners.Select(corner => new Position(corner.Latitude, corner.Longitude))];
}
