using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;

namespace Detente.Assessment;

/// <summary>Draws verdicts of instances as corners in the plane of (known, at).</summary>
internal sealed class Drawing(Glossary glossary)
{
    // Kept from call to call: millions of statements are drawn, nearly all of a few ticks.
    private readonly List<long> _ticks = [];
    private readonly List<long> _turns = [];

    /// <summary>Adds corners for the verdicts of instances, as they are from one instant of knowledge until another.</summary>
    /// <param name="drawn">Where to.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="from">First instant of knowledge.</param>
    /// <param name="until">First no longer, or <see cref="long.MaxValue"/> for none.</param>
    /// <param name="half">The half of the plane they are for.</param>
    public void Draw(List<Corner> drawn, List<Instance> instances, long from, long until, byte half)
    {
        foreach (var instance in instances)
        {
            var own = glossary.IndexOf(instance.Party);
            Verdict? before = null;
            foreach (var tick in Ticks(instance))
            {
                var verdict = IsOneTrack(instance) ? instance.Tracks[0].At(tick)?.Verdict : Combination.At(instance, own, tick)?.Verdict;
                if (verdict == before)
                {
                    continue;
                }

                if (before is { } gone)
                {
                    Turn(gone, tick, -1);
                }

                if (verdict is { } come)
                {
                    Turn(come, tick, 1);
                }

                before = verdict;
            }

            void Turn(Verdict verdict, long tick, int sign)
            {
                drawn.Add(new Corner(from, tick, Corners.Code(own, verdict, half, sign)));
                if (until != long.MaxValue)
                {
                    drawn.Add(new Corner(until, tick, Corners.Code(own, verdict, half, -sign)));
                }
            }
        }
    }

    /// <summary>The instant of knowledge, and those after it at which a verdict turns.</summary>
    public List<long> TurnsFrom(List<Instance> open, long known)
    {
        _turns.Clear();
        _turns.Add(known);
        foreach (var instance in open)
        {
            foreach (var tick in Ticks(instance))
            {
                if (tick - 1 > known && !_turns.Contains(tick - 1))
                {
                    _turns.Add(tick - 1);
                }
            }
        }

        _turns.Sort();
        return _turns;
    }

    /// <summary>True when corners drawn of one list are those drawn of the other.</summary>
    public static bool LooksTheSame(List<Instance> a, List<Instance> b)
    {
        var same = a.Count == b.Count;
        for (var i = 0; same && i < a.Count; i++)
        {
            same = a[i].Party == b[i].Party;
            for (var t = 0; same && t < a[i].Tracks.Length; t++)
            {
                same = LooksTheSame(a[i].Tracks[t], b[i].Tracks[t]);
            }
        }

        return same;
    }

    private static bool LooksTheSame(Track a, Track b)
    {
        var same = a.Count == b.Count;
        for (var i = 0; same && i < a.Count; i++)
        {
            same = a[i].From == b[i].From && a[i].Verdict == b[i].Verdict;
        }

        return same;
    }

    /// <summary>True when all accounts share one track: it is its own combination.</summary>
    private static bool IsOneTrack(Instance instance)
    {
        foreach (var track in instance.Tracks)
        {
            if (track != instance.Tracks[0])
            {
                return false;
            }
        }

        return true;
    }

    private List<long> Ticks(Instance instance)
    {
        _ticks.Clear();
        foreach (var track in instance.Tracks)
        {
            for (var i = 0; i < track.Count; i++)
            {
                _ticks.Add(track[i].From);
            }
        }

        _ticks.Sort();
        return _ticks;
    }
}
