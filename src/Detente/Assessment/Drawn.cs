using System.Runtime.InteropServices;

namespace Detente.Assessment;

/// <summary>From a tick of the instant judged on: a rank, and when what is pending falls due.</summary>
internal readonly record struct DrawnStep(long Tick, Rank Rank, long? Due);

/// <summary>What an instance comes to for a party, from one instant of knowledge until another, in one half of the plane or both.</summary>
/// <param name="From">First instant of knowledge.</param>
/// <param name="Until">First no longer; <see cref="long.MaxValue"/> for none.</param>
/// <param name="Party">Index of the bearer.</param>
/// <param name="Half">The half of the plane of (known, at) it is for.</param>
/// <param name="First">Its first step.</param>
/// <param name="Count">How many steps it has.</param>
internal readonly record struct DrawnStretch(long From, long Until, int Party, byte Half, int First, int Count);

/// <summary>Stretches of the instances of one subject, being drawn. Kept from call to call: millions are drawn, nearly all of a few steps.</summary>
internal sealed class Drawn
{
    private readonly List<DrawnStretch> _stretches = [];
    private readonly List<DrawnStep> _steps = [];
    private int _batch;

    public int Count => _stretches.Count;

    public DrawnStretch this[int index] => _stretches[index];

    public ReadOnlySpan<DrawnStep> StepsOf(DrawnStretch stretch) => CollectionsMarshal.AsSpan(_steps).Slice(stretch.First, stretch.Count);

    /// <summary>Begins with nothing.</summary>
    public void Clear()
    {
        _stretches.Clear();
        _steps.Clear();
        _batch = 0;
    }

    /// <summary>Adds a stretch without steps.</summary>
    public void Open(long from, long until, int party, byte half) => _stretches.Add(new DrawnStretch(from, until, party, half, _steps.Count, 0));

    /// <summary>Adds a step to the stretch opened last, where it says another thing than the step before.</summary>
    public void Add(long tick, Rank rank, long? due)
    {
        due = rank == Rank.Pending ? due : null;
        var open = _stretches[^1];
        if (open.Count == 0 || _steps[^1].Rank != rank || _steps[^1].Due != due)
        {
            _steps.Add(new DrawnStep(tick, rank, due));
            _stretches[^1] = open with { Count = open.Count + 1 };
        }
    }

    /// <summary>
    /// Ends what is drawn for one interval of knowledge: what both halves of the plane have alike is said once, and what
    /// is as it was in the interval before only goes on.
    /// </summary>
    /// <param name="firstOfOther">The first stretch drawn for the other half, or <see cref="Count"/> where none was.</param>
    public void EndInterval(int firstOfOther)
    {
        var batch = LastInterval;
        var half = firstOfOther - batch;
        if (half == _stretches.Count - firstOfOther && IsSame(batch, firstOfOther, half, withHalf: false))
        {
            _stretches.RemoveRange(firstOfOther, half);
            for (var i = batch; i < _stretches.Count; i++)
            {
                _stretches[i] = _stretches[i] with { Half = Stretches.Both };
            }
        }

        var length = _stretches.Count - batch;
        if (batch > 0 && batch - _batch == length && IsSame(_batch, batch, length, withHalf: true))
        {
            for (var i = 0; i < length; i++)
            {
                _stretches[_batch + i] = _stretches[_batch + i] with { Until = _stretches[batch + i].Until };
            }

            _stretches.RemoveRange(batch, length);
        }
        else
        {
            _batch = batch;
        }

        LastInterval = _stretches.Count;
    }

    private int LastInterval { get; set; }

    private bool IsSame(int a, int b, int length, bool withHalf)
    {
        var same = true;
        for (var i = 0; same && i < length; i++)
        {
            var (x, y) = (_stretches[a + i], _stretches[b + i]);
            same = x.Party == y.Party && (!withHalf || x.Half == y.Half) && StepsOf(x).SequenceEqual(StepsOf(y));
        }

        return same;
    }
}
