using Detente.Quantities;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>A verdict from a tick on, as long as no later step stands.</summary>
/// <param name="From">First tick.</param>
/// <param name="Verdict">On one account.</param>
/// <param name="Since">Event time since when.</param>
/// <param name="Until">Event time until when, once cured.</param>
/// <param name="Due">When it falls due.</param>
/// <param name="Late">True when a later link of a chain met the duty.</param>
/// <param name="Left">What is left of a quota.</param>
/// <param name="Absent">True while the account does not have the instance at all: nothing is cited for it.</param>
internal sealed record Step(
    long From,
    Verdict Verdict,
    long? Since = null,
    long? Until = null,
    long? Due = null,
    bool Late = false,
    int? Left = null,
    bool Absent = false)
{
    /// <summary>True when it differs from another only in where it begins.</summary>
    public bool SaysTheSameAs(Step other) => Verdict == other.Verdict && Since == other.Since && Until == other.Until
        && Due == other.Due && Late == other.Late && Left == other.Left && Absent == other.Absent;
}

/// <summary>A step function of the instant judged. Before its first step an instance is not listed.</summary>
internal sealed class Track
{
    private readonly List<Step> _steps = new(2);

    public IReadOnlyList<Step> Steps => _steps;

    public int Count => _steps.Count;

    public Step this[int index] => _steps[index];

    public static Track Of(params ReadOnlySpan<Step> steps)
    {
        var track = new Track();
        foreach (var step in steps)
        {
            track.Add(step);
        }

        return track;
    }

    /// <summary>Adds the next step; one at or before the tick of the last replaces it.</summary>
    public void Add(Step step)
    {
        while (_steps.Count > 0 && _steps[^1].From >= step.From)
        {
            _steps.RemoveAt(_steps.Count - 1);
        }

        if (_steps.Count > 0 && _steps[^1].SaysTheSameAs(step))
        {
            return;
        }

        _steps.Add(step);
    }

    /// <summary>The step that stands at a tick, or <c>null</c> before the first.</summary>
    public Step? At(long tick)
    {
        var begun = Ticks.CountUpTo(_steps, tick, static s => s.From);
        return begun == 0 ? null : _steps[begun - 1];
    }

    /// <summary>Not triggered from the end of the bound window that holds a time, where it falls due after that and is not done in time.</summary>
    public Track ReleasedBy(IReadOnlyList<Window> bound, Deadline deadline, EventTime time, DoneDeed? best)
    {
        if (best is { } deed && deadline.IsInTime(deed) == Truth.True)
        {
            return this;
        }

        foreach (var window in bound)
        {
            if (time.In(window) == Truth.True && deadline.Due >= window.Until)
            {
                Add(new Step(window.Until, Verdict.NotTriggered));
            }
        }

        return this;
    }

    /// <summary>
    /// Tracks of one instance, beginning together: an account that has it later does not have it triggered until then, and
    /// what one had of it before it was an instance is left out.
    /// </summary>
    public static Track[] Born(Track[] tracks, long birth)
    {
        if (Array.TrueForAll(tracks, t => t.Count > 0 && t[0].From == birth))
        {
            return tracks;
        }

        return Array.ConvertAll(tracks, track =>
        {
            var born = Of((track.At(birth) ?? new Step(birth, Verdict.NotTriggered, Absent: true)) with { From = birth });
            foreach (var step in track._steps.Where(s => s.From > birth))
            {
                born.Add(step);
            }

            return born;
        });
    }

    /// <summary>Every verdict changed by a rule. Of a step whose verdict changes only the time it falls due is kept.</summary>
    public Track WithVerdicts(Func<Verdict, Verdict> rule)
    {
        Track? changed = null;
        for (var i = 0; i < _steps.Count; i++)
        {
            var step = _steps[i];
            var verdict = rule(step.Verdict);
            if (changed is null && verdict != step.Verdict)
            {
                changed = new Track();
                for (var before = 0; before < i; before++)
                {
                    changed.Add(_steps[before]);
                }
            }

            changed?.Add(verdict == step.Verdict ? step : new Step(step.From, verdict, Due: step.Due));
        }

        return changed ?? this;
    }
}
