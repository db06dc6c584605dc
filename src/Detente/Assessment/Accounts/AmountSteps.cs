using Detente.Quantities;
using Detente.Time;

namespace Detente.Assessment.Accounts;

/// <summary>An amount as a step function of time, over all of time.</summary>
internal sealed class AmountSteps
{
    private readonly List<(long From, Amount Amount)> _steps = [];

    public IReadOnlyList<(long From, Amount Amount)> Steps => _steps;

    public static AmountSteps Constant(Amount amount)
    {
        var steps = new AmountSteps();
        steps.Add(EventTime.Beginning, amount);
        return steps;
    }

    /// <summary>Adds the next step; one at the tick of the last replaces it.</summary>
    public void Add(long from, Amount amount)
    {
        if (_steps.Count > 0 && _steps[^1].From == from)
        {
            _steps.RemoveAt(_steps.Count - 1);
        }

        if (_steps.Count == 0 || _steps[^1].Amount != amount)
        {
            _steps.Add((from, amount));
        }
    }

    public Amount At(long tick) => _steps[Math.Max(0, Ticks.CountUpTo(_steps, tick, static s => s.From) - 1)].Amount;

    /// <summary>Two step functions combined tick by tick.</summary>
    public static AmountSteps Combine(AmountSteps a, AmountSteps b, Func<Amount, Amount, Amount> rule)
    {
        var combined = new AmountSteps();
        foreach (var tick in a._steps.Concat(b._steps).Select(s => s.From).Distinct().Order())
        {
            combined.Add(tick, rule(a.At(tick), b.At(tick)));
        }

        return combined;
    }

    /// <summary>Every amount changed by a rule.</summary>
    public AmountSteps Map(Func<Amount, Amount> rule)
    {
        var mapped = new AmountSteps();
        foreach (var (from, amount) in _steps)
        {
            mapped.Add(from, rule(amount));
        }

        return mapped;
    }
}
