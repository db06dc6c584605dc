namespace Detente.Assessment;

/// <summary>One corner: from <paramref name="Known"/> and <paramref name="At"/> on, one instance more or less bears a verdict.</summary>
internal readonly record struct Corner(long Known, long At, int Code);

/// <summary>
/// Corners of step functions in the plane of (known, at). How many instances bear a verdict at a point is the sum of the
/// corners below and left of it. Three flat arrays, read in one pass; 20 bytes a corner.
/// </summary>
internal sealed class Corners
{
    /// <summary>How many verdicts there are: a count has one cell for each party and verdict.</summary>
    public const int Verdicts = 6;

    /// <summary>The corner is for instants judged at or before the instant of knowledge.</summary>
    public const byte UpToKnown = 1;

    /// <summary>The corner is for instants judged after the instant of knowledge.</summary>
    public const byte BeyondKnown = 2;

    /// <summary>The corner is for both.</summary>
    public const byte Both = UpToKnown | BeyondKnown;

    private const int BlockSize = 1 << 14;
    private readonly List<Corner> _drawn = [];
    private readonly List<(int First, int Count)> _slots = [];
    private readonly List<Block> _blocks = [];
    private int _count;

    /// <summary>Party, verdict, half of the plane and sign in one number.</summary>
    public static int Code(int party, Verdict verdict, byte half, int sign) => ((party * Verdicts) + (int)verdict) << 3 | half << 1 | (sign > 0 ? 1 : 0);

    /// <summary>An empty list to draw a subject's corners into.</summary>
    public List<Corner> Begin()
    {
        _drawn.Clear();
        return _drawn;
    }

    /// <summary>What a slot's subject comes to from an instant of knowledge on, in place of what it came to before.</summary>
    public void Replace(int slot, long known, List<Corner> drawn)
    {
        while (_slots.Count <= slot)
        {
            _slots.Add((0, 0));
        }

        Simplify(drawn);
        var (first, count) = _slots[slot];
        if (IsSame(first, count, known, drawn))
        {
            return;
        }

        for (var i = first; i < first + count; i++)
        {
            var gone = this[i];
            Add(new Corner(Math.Max(gone.Known, known), gone.At, gone.Code ^ 1));
        }

        _slots[slot] = (_count, drawn.Count);
        drawn.ForEach(Add);
    }

    /// <summary>How many instances bear each verdict, by party and verdict.</summary>
    public long[] Count(long at, long known, int parties)
    {
        var half = at <= known ? UpToKnown : BeyondKnown;
        var sums = new long[parties * Verdicts];
        for (var b = 0; b < _blocks.Count; b++)
        {
            var length = Math.Min(BlockSize, _count - (b * BlockSize));
            var knowns = _blocks[b].Known.AsSpan(0, length);
            var ats = _blocks[b].At.AsSpan(0, length);
            var codes = _blocks[b].Codes.AsSpan(0, length);
            for (var i = 0; i < knowns.Length; i++)
            {
                if (knowns[i] <= known && ats[i] <= at && ((codes[i] >> 1) & half) != 0)
                {
                    sums[codes[i] >> 3] += ((codes[i] & 1) << 1) - 1;
                }
            }
        }

        return sums;
    }

    private Corner this[int index]
    {
        get
        {
            var block = _blocks[index / BlockSize];
            return new Corner(block.Known[index % BlockSize], block.At[index % BlockSize], block.Codes[index % BlockSize]);
        }
    }

    /// <summary>Takes out what cancels, and says once what holds in both halves of the plane.</summary>
    private static void Simplify(List<Corner> drawn)
    {
        for (var i = drawn.Count - 1; i >= 0; i--)
        {
            var corner = drawn[i];
            var opposite = drawn.IndexOf(corner with { Code = corner.Code ^ 1 });
            if (opposite >= 0 && opposite < i)
            {
                drawn.RemoveAt(i);
                drawn.RemoveAt(opposite);
                i--;
            }
        }

        // For at ≤ known a corner at (k, a) is the same as one at (k', a) for every k and k' up to a.
        for (var i = drawn.Count - 1; i >= 0; i--)
        {
            if (HalfOf(drawn[i]) != UpToKnown || drawn[i].Known > drawn[i].At)
            {
                continue;
            }

            var twin = drawn.FindIndex(other => HalfOf(other) == BeyondKnown && other.At == drawn[i].At && other.Known <= other.At
                && (other.Code & ~(Both << 1)) == (drawn[i].Code & ~(Both << 1)));
            if (twin >= 0)
            {
                drawn[twin] = drawn[twin] with { Code = drawn[twin].Code | (Both << 1) };
                drawn.RemoveAt(i);
            }
        }
    }

    private static int HalfOf(Corner corner) => (corner.Code >> 1) & Both;

    /// <summary>True when the subject comes to the same as before: nothing to add.</summary>
    private bool IsSame(int first, int count, long known, List<Corner> drawn)
    {
        if (count != drawn.Count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            var old = this[first + i];
            if (old with { Known = Math.Max(old.Known, known) } != drawn[i])
            {
                return false;
            }
        }

        return true;
    }

    private void Add(Corner corner)
    {
        if (_count == _blocks.Count * BlockSize)
        {
            _blocks.Add(new Block(new long[BlockSize], new long[BlockSize], new int[BlockSize]));
        }

        var block = _blocks[_count / BlockSize];
        (block.Known[_count % BlockSize], block.At[_count % BlockSize], block.Codes[_count % BlockSize]) = (corner.Known, corner.At, corner.Code);
        _count++;
    }

    private sealed record Block(long[] Known, long[] At, int[] Codes);
}
