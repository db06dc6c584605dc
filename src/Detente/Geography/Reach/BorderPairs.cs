using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>The distance between two borders, by going down both trees at once.</summary>
internal sealed class BorderPairs(BorderTree first, BorderTree second)
{
    private readonly Stack<(int First, int Second)> _open = [];

    /// <summary>In certain bounds; the nearest place is on the second border. Both must have pieces.</summary>
    public DistanceBounds Nearest()
    {
        var nearest = (I: 0, J: 0, Pair: new ChordPair(double.PositiveInfinity, 0, 0));
        Search(() => nearest.Pair.Square, (i, j, pair) => nearest = (i, j, pair));
        var bounds = At(nearest.I, nearest.J, nearest.Pair);

        // The nearest chords need not have the nearest geodesic: see BorderTree.Refine.
        Search(() => Square(Ellipsoid.ChordCertainlyBeyond(bounds.HighMetres) + 2 * BorderPieces.Deviation), (i, j, pair) =>
        {
            var other = At(i, j, pair);
            var low = Math.Min(bounds.LowMetres, other.LowMetres);
            bounds = (other.HighMetres < bounds.HighMetres ? other : bounds) with { LowMetres = low };
        });
        return bounds;
    }

    // Tells of every pair of pieces whose chords are nearer than a limit that may fall meanwhile.
    private void Search(Func<double> limit, Action<int, int, ChordPair> found)
    {
        var (a, b) = (first.Nodes.ToArray(), second.Nodes.ToArray());
        var (p, q) = (first.Points.ToArray(), second.Points.ToArray());
        _open.Push((0, 0));
        while (_open.TryPop(out var pair))
        {
            var (one, other) = (a[pair.First], b[pair.Second]);
            if (one.Box.SquareFrom(other.Box) >= limit())
            {
                continue;
            }

            if (one.Pieces > 0 && other.Pieces > 0)
            {
                for (var i = one.Link; i < one.Link + one.Pieces; i++)
                {
                    for (var j = other.Link; j < other.Link + other.Pieces; j++)
                    {
                        if (ChordPair.Of(p[i], p[i + 1], q[j], q[j + 1]) is var near && near.Square < limit())
                        {
                            found(i, j, near);
                        }
                    }
                }
            }
            else if (other.Pieces > 0 || (one.Pieces == 0 && one.Box.Size >= other.Box.Size))
            {
                Push((pair.First + 1, pair.Second), (one.Link, pair.Second));
            }
            else
            {
                Push((pair.First, pair.Second + 1), (pair.First, other.Link));
            }
        }

        // The nearer is looked at first.
        void Push((int First, int Second) x, (int First, int Second) y)
        {
            var nearer = a[x.First].Box.SquareFrom(b[x.Second].Box) <= a[y.First].Box.SquareFrom(b[y.Second].Box);
            _open.Push(nearer ? y : x);
            _open.Push(nearer ? x : y);
        }
    }

    private DistanceBounds At(int i, int j, ChordPair pair)
    {
        var p = first.Points;
        var q = second.Points;
        return PairDistance.Of(p[i], p[i + 1], q[j], q[j + 1], pair.Part1, pair.Part2, Math.Sqrt(pair.Square));
    }

    private static double Square(double value) => value * value;
}
