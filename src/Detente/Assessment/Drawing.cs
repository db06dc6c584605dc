using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;

namespace Detente.Assessment;

/// <summary>Draws what instances come to as step functions of the instant judged.</summary>
internal sealed class Drawing(Glossary glossary)
{
    // Kept from call to call, as what is drawn is.
    private readonly List<long> _ticks = [];

    /// <summary>Adds what instances come to from one instant of knowledge until another.</summary>
    /// <param name="drawn">Where to.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="from">First instant of knowledge.</param>
    /// <param name="until">First no longer, or <see cref="long.MaxValue"/> for none.</param>
    /// <param name="half">The half of the plane it is for.</param>
    public void Draw(Drawn drawn, IEnumerable<Instance> instances, long from, long until, byte half)
    {
        foreach (var instance in instances)
        {
            var own = glossary.IndexOf(instance.Party);
            drawn.Open(from, until, own, half);
            if (IsOneTrack(instance))
            {
                var track = instance.Tracks[0];
                for (var i = 0; i < track.Count; i++)
                {
                    drawn.Add(track[i].From, Ranks.Of(track[i].Verdict, isReported: false), track[i].Due);
                }

                continue;
            }

            foreach (var tick in Ticks(instance))
            {
                if (Combination.At(instance, own, tick) is { } combined)
                {
                    drawn.Add(tick, combined.Rank, combined.Step.Due);
                }
            }
        }
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
