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

    private readonly List<Corner> _drawn = [];
    private readonly List<(int First, int Count)> _slots = [];
    private long[] _known = [];
    private long[] _at = [];
    private int[] _codes = [];
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

        var (first, count) = _slots[slot];
        if (IsSame(first, count, known, drawn))
        {
            return;
        }

        for (var i = first; i < first + count; i++)
        {
            Add(new Corner(Math.Max(_known[i], known), _at[i], _codes[i] ^ 1));
        }

        _slots[slot] = (_count, drawn.Count);
        drawn.ForEach(Add);
    }

    /// <summary>How many instances bear each verdict, by party and verdict.</summary>
    public long[] Count(long at, long known, int parties)
    {
        var half = at <= known ? UpToKnown : BeyondKnown;
        var sums = new long[parties * Verdicts];
        var knowns = _known.AsSpan(0, _count);
        var ats = _at.AsSpan(0, _count);
        var codes = _codes.AsSpan(0, _count);
        for (var i = 0; i < knowns.Length; i++)
        {
            if (knowns[i] <= known && ats[i] <= at && ((codes[i] >> 1) & half) != 0)
            {
                sums[codes[i] >> 3] += ((codes[i] & 1) << 1) - 1;
            }
        }

        return sums;
    }

    /// <summary>True when the subject comes to the same as before: nothing to add.</summary>
    private bool IsSame(int first, int count, long known, List<Corner> drawn)
    {
        if (count != drawn.Count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (_at[first + i] != drawn[i].At || _codes[first + i] != drawn[i].Code || Math.Max(_known[first + i], known) != drawn[i].Known)
            {
                return false;
            }
        }

        return true;
    }

    private void Add(Corner corner)
    {
        if (_count == _codes.Length)
        {
            var size = Math.Max(64, _count + (_count / 4));
            Array.Resize(ref _known, size);
            Array.Resize(ref _at, size);
            Array.Resize(ref _codes, size);
        }

        (_known[_count], _at[_count], _codes[_count]) = (corner.Known, corner.At, corner.Code);
        _count++;
    }
}
