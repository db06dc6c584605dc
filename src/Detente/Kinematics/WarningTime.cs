using Detente.Quantities;

namespace Detente.Kinematics;

/// <summary>
/// What is left of a flight time after the steps that must come before a decision. It carries the flight and every step:
/// the number alone is not to be shown.
/// </summary>
/// <param name="Flight">The flight time and its parts.</param>
/// <param name="Steps">The steps taken off, one after the other.</param>
/// <param name="LeftMinutes">What is left. Below zero where the steps take longer than the flight.</param>
public sealed record WarningTime(FlightTimeBounds Flight, IReadOnlyList<WarningStep> Steps, Amount LeftMinutes)
{
    /// <summary>The least left is the shortest flight less the longest steps, and the most the reverse. A step without an upper end leaves no lower one.</summary>
    /// <exception cref="ArgumentException">A step takes less than no time, or no time satisfies it, or it names no source.</exception>
    public static WarningTime After(FlightTimeBounds flight, IReadOnlyList<WarningStep> steps)
    {
        foreach (var step in steps)
        {
            if (step.Minutes.IsEmpty || step.Minutes.High < 0 || step.Minutes.Low < 0)
            {
                throw new ArgumentException($"{step.Name} takes {step.Minutes} minutes.", nameof(steps));
            }

            if (string.IsNullOrWhiteSpace(step.Source))
            {
                throw new ArgumentException($"{step.Name} has no source.", nameof(steps));
            }
        }

        return new WarningTime(flight, steps, steps.Aggregate(flight.Minutes, Taken));
    }

    private static Amount Taken(Amount left, WarningStep step) => new(
        left.Low - step.Minutes.High,
        left.High - (step.Minutes.Low ?? 0),
        left.LowOpen || step.Minutes.HighOpen,
        left.HighOpen || step.Minutes.LowOpen);
}
