using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>
/// The pieces of a border in a tree of boxes in space, so that neither poles nor the antimeridian are special. Not changed once built.
/// </summary>
internal sealed class BorderTree
{
    private readonly Node[] _nodes;
    private readonly BorderPoint[] _points;

    /// <summary>The tree over the pieces of a border. A run stays together and is a leaf.</summary>
    public BorderTree(BorderPieces pieces)
    {
        var builder = new Builder(pieces);
        (_nodes, _points) = ([.. builder.Nodes], [.. builder.Points]);
    }

    /// <summary>Boxes, each inner one followed by its first half; the root comes first. None when there is no border.</summary>
    public ReadOnlySpan<Node> Nodes => _nodes;

    /// <summary>The points of the pieces, leaf by leaf.</summary>
    public ReadOnlySpan<BorderPoint> Points => _points;

    /// <summary>True when there is no border.</summary>
    public bool IsEmpty => _nodes.Length == 0;

    /// <summary>A box of the tree.</summary>
    /// <param name="Box">Holds the chords of all pieces below.</param>
    /// <param name="Link">Of a leaf, its first point; else the second half's node.</param>
    /// <param name="Pieces">Of a leaf, how many pieces; else 0.</param>
    public readonly record struct Node(SpaceBox Box, int Link, int Pieces);

    /// <summary>The piece whose chord is nearest to a point.</summary>
    /// <param name="from">The point; its degrees are not used.</param>
    /// <param name="nearest">The best so far, for a start: any piece with its own distance, or one at an infinite distance.</param>
    public void FindNearest(in BorderPoint from, ref PieceHit nearest)
    {
        Span<(double Square, int Node)> open = stackalloc (double, int)[Deepest];
        var count = 0;
        open[count++] = (0, 0);
        while (count > 0)
        {
            var (square, place) = open[--count];
            if (square >= nearest.Square)
            {
                continue;
            }

            ref readonly var node = ref _nodes[place];
            if (node.Pieces > 0)
            {
                for (var i = node.Link; i < node.Link + node.Pieces; i++)
                {
                    var hit = PieceHit.Of(from, _points[i], _points[i + 1], i);
                    if (hit.Square < nearest.Square)
                    {
                        nearest = hit;
                    }
                }

                continue;
            }

            var (first, second) = (place + 1, node.Link);
            var near = _nodes[first].Box.SquareFrom(from.X, from.Y, from.Z);
            var far = _nodes[second].Box.SquareFrom(from.X, from.Y, from.Z);
            if (far < near)
            {
                (near, first, far, second) = (far, second, near, first);
            }

            if (far < nearest.Square)
            {
                open[count++] = (far, second);
            }

            if (near < nearest.Square)
            {
                open[count++] = (near, first);
            }
        }
    }

    /// <summary>The distance to the border in certain bounds, at most 1 m apart; without end when there is none.</summary>
    public DistanceBounds Nearest(Position place)
    {
        if (IsEmpty)
        {
            return NoBorder(place);
        }

        var from = BorderPoint.At(place.Latitude, place.Longitude);
        var first = PieceHit.None;
        FindNearest(from, ref first);
        return Refine(place, from, first);
    }

    /// <summary>The distance where there is nothing to measure to.</summary>
    public static DistanceBounds NoBorder(Position place) => new(double.PositiveInfinity, double.PositiveInfinity, place);

    /// <summary>The distance to the border in certain bounds, from the piece with the nearest chord.</summary>
    /// <remarks>
    /// The nearest chord need not have the nearest geodesic. Its piece gives an upper bound; every piece whose chord is short
    /// enough to beat it is looked at too. The others are farther, so the least of the lower bounds holds for all.
    /// </remarks>
    public DistanceBounds Refine(Position place, in BorderPoint from, PieceHit first)
    {
        var chord = Math.Sqrt(first.Square);
        if (Ellipsoid.LeastDistance(chord - BorderPieces.Deviation) > FarSearch.Nearest && Ellipsoid.GreatestDistance(chord) < FarSearch.Farthest)
        {
            return FarSearch.Of(this, place, from, first);
        }

        var best = PieceDistance.Of(place, _points[first.Piece], _points[first.Piece + 1], first.Part);
        var low = best.LowMetres;
        var reach = Square(Ellipsoid.ChordCertainlyBeyond(best.HighMetres) + BorderPieces.Deviation);
        Span<int> open = stackalloc int[Deepest];
        var count = 0;
        open[count++] = 0;
        while (count > 0)
        {
            var visited = open[--count];
            ref readonly var node = ref _nodes[visited];
            if (node.Box.SquareFrom(from.X, from.Y, from.Z) >= reach)
            {
                continue;
            }

            if (node.Pieces == 0)
            {
                open[count++] = node.Link;
                open[count++] = visited + 1;
                continue;
            }

            for (var i = node.Link; i < node.Link + node.Pieces; i++)
            {
                var hit = PieceHit.Of(from, _points[i], _points[i + 1], i);
                if (hit.Square >= reach || i == first.Piece)
                {
                    continue;
                }

                var other = PieceDistance.Of(place, _points[i], _points[i + 1], hit.Part);
                low = Math.Min(low, other.LowMetres);
                if (other.HighMetres < best.HighMetres)
                {
                    best = other;
                    reach = Square(Ellipsoid.ChordCertainlyBeyond(best.HighMetres) + BorderPieces.Deviation);
                }
            }
        }

        return best with { LowMetres = low };
    }

    /// <summary>What the nearest chord alone tells.</summary>
    public DistanceBounds BoundsOf(PieceHit nearest)
    {
        var chord = Math.Sqrt(nearest.Square);
        return new DistanceBounds(
            Ellipsoid.LeastDistance(chord - BorderPieces.Deviation),
            Ellipsoid.GreatestDistance(chord + BorderPieces.Deviation),
            BorderPoint.Between(_points[nearest.Piece], _points[nearest.Piece + 1], nearest.Part));
    }

    private static double Square(double value) => value * value;

    /// <summary>Halving by number, 2^31 leaves stand 31 levels deep, and a search keeps at most two boxes of each level.</summary>
    public const int Deepest = 64;

    private sealed class Builder
    {
        private readonly BorderPoint[] _points;
        private readonly (int First, int Count)[] _runs;
        private readonly SpaceBox[] _boxes;
        private readonly int[] _order;

        public Builder(BorderPieces pieces)
        {
            (_points, _runs) = (pieces.Points, pieces.Runs);
            _boxes = [.. _runs.Select(run => SpaceBox.Around(_points.AsSpan(run.First, run.Count + 1)))];
            _order = [.. Enumerable.Range(0, _runs.Length)];
            if (_runs.Length > 0)
            {
                Build(0, _runs.Length);
            }
        }

        public List<Node> Nodes { get; } = [];

        public List<BorderPoint> Points { get; } = [];

        private void Build(int start, int end)
        {
            var box = SpaceBox.None;
            for (var i = start; i < end; i++)
            {
                box = box.With(_boxes[_order[i]]);
            }

            if (end - start == 1)
            {
                var (first, count) = _runs[_order[start]];
                Nodes.Add(new Node(box, Points.Count, count));
                Points.AddRange(_points.AsSpan(first, count + 1));
                return;
            }

            // Halved by number along the longest side. Equal centres stay in the border's order, so that the tree is the same everywhere.
            var side = box.LongestSide;
            Array.Sort(_order, start, end - start, Comparer<int>.Create((a, b) =>
                _boxes[a].CentreAlong(side).CompareTo(_boxes[b].CentreAlong(side)) is not 0 and var apart ? apart : a.CompareTo(b)));
            var place = Nodes.Count;
            Nodes.Add(default);
            var middle = start + (end - start) / 2;
            Build(start, middle);
            Nodes[place] = new Node(box, Nodes.Count, 0);
            Build(middle, end);
        }
    }
}
