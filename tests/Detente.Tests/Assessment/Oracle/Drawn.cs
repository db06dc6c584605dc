using Detente.Agreement.Model;
using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Geography.Geodesics;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>A corner of a drawn line, degrees; longitudes may run on over ±180.</summary>
internal readonly record struct Corner(decimal Latitude, decimal Longitude);

/// <summary>A side of a drawn line, straight in longitude and latitude; the same whichever way it is told.</summary>
internal readonly record struct Side(Corner From, Corner To, bool OfMap)
{
    public Side Told
    {
        get
        {
            var (first, second) = (From.Latitude, From.Longitude).CompareTo((To.Latitude, To.Longitude)) <= 0 ? (From, To) : (To, From);
            var turn = 360 * Math.Floor((first.Longitude + 180) / 360); // the same side, whichever turn it was drawn in
            return new Side(first with { Longitude = first.Longitude - turn }, second with { Longitude = second.Longitude - turn }, OfMap);
        }
    }

    /// <summary>Where a map is cut there is no border; where a text draws a side there is one.</summary>
    public bool IsCut => OfMap && ((From.Longitude == To.Longitude && Math.Abs(From.Longitude) == 180) || (From.Latitude == To.Latitude && Math.Abs(From.Latitude) == 90));

    /// <summary>The same line is the same side, whoever drew it.</summary>
    public bool Equals(Side other) => (From, To) == (other.From, other.To);

    public override int GetHashCode() => HashCode.Combine(From, To);
}

/// <summary>One part of some land: closed lines, within an odd number of which a place lies in it, and how far they may be off.</summary>
internal sealed record Drawn(string Name, IReadOnlyList<IReadOnlyList<Corner>> Lines, decimal ErrorKm, bool OfMap)
{
    private static readonly Dictionary<(Piece Piece, BorderMap Map), Drawn> OfPieces = [];

    /// <summary>A piece of the border map.</summary>
    public static Drawn Of(Piece piece)
    {
        lock (OfPieces)
        {
            return OfPieces.TryGetValue((piece, BorderMap.Large), out var drawn) ? drawn : OfPieces[(piece, BorderMap.Large)] = new Drawn(
                $"{piece.Holder} {piece.Name}",
                [.. piece.Territory.Rings.Select(ring => ring.Vertices.ToArray().Select(v => new Corner(v.Latitude / 10_000_000m, v.Longitude / 10_000_000m)).ToList())],
                2, // 7.3: the border map's error
                OfMap: true);
        }
    }

    /// <summary>A polygon: each side the shorter way around the Earth.</summary>
    public static Drawn Of(RegionPart.Polygon polygon)
    {
        var corners = new List<Corner>();
        foreach (var corner in polygon.Corners)
        {
            var before = corners.Count == 0 ? corner.Longitude : corners[^1].Longitude;
            corners.Add(new Corner(corner.Latitude, corner.Longitude + (360 * Math.Round((before - corner.Longitude) / 360))));
        }

        return new Drawn($"polygon {string.Join(' ', corners)}", [corners], polygon.ErrorKm, OfMap: false);
    }

    public IEnumerable<Side> Sides => Lines.SelectMany(line => line.Select((corner, i) => new Side(corner, line[(i + 1) % line.Count], OfMap)));

    /// <summary>Even-odd: of the sides that cross the place's parallel, how many do so to its east.</summary>
    public bool Contains(GeoPoint place) => new[] { -360m, 0m, 360m }.Any(turn =>
        Sides.Count(side => side.From.Latitude > place.Latitude != side.To.Latitude > place.Latitude
            && side.From.Longitude + ((place.Latitude - side.From.Latitude) / (side.To.Latitude - side.From.Latitude) * (side.To.Longitude - side.From.Longitude)) > place.Longitude + turn) % 2 == 1);

    /// <summary>Metres to the nearest of some sides, by halving whichever may still hold a nearer place; <c>null</c> for none.</summary>
    public static double? Metres(IEnumerable<Side> sides, GeoPoint place)
    {
        var here = new Position((double)place.Latitude, (double)place.Longitude);
        var best = double.PositiveInfinity;
        var left = new Stack<(Position From, double FromMetres, Position To, double ToMetres)>();
        foreach (var side in sides.Where(side => !side.IsCut))
        {
            Open(At(side.From), null, At(side.To), null);
        }

        while (left.TryPop(out var side))
        {
            // No place of a side is nearer than its ends are, less its own length.
            var length = 111_700 * (Math.Abs(side.To.Latitude - side.From.Latitude) + Math.Abs(side.To.Longitude - side.From.Longitude));
            if (length > 3 && (side.FromMetres + side.ToMetres - length) / 2 < best)
            {
                var middle = new Position((side.From.Latitude + side.To.Latitude) / 2, (side.From.Longitude + side.To.Longitude) / 2);
                Open(side.From, side.FromMetres, middle, null);
                Open(middle, null, side.To, side.ToMetres);
            }
        }

        return double.IsInfinity(best) ? null : best;

        void Open(Position from, double? fromMetres, Position to, double? toMetres)
        {
            var (a, b) = (fromMetres ?? Geodesic.Distance(here, OnMap(from)), toMetres ?? Geodesic.Distance(here, OnMap(to)));
            best = Math.Min(best, Math.Min(a, b));
            left.Push((from, a, to, b));
        }
    }

    private static Position At(Corner corner) => new((double)corner.Latitude, (double)corner.Longitude);

    private static Position OnMap(Position place) => place with { Longitude = place.Longitude > 180 ? place.Longitude - 360 : place.Longitude < -180 ? place.Longitude + 360 : place.Longitude };
}
