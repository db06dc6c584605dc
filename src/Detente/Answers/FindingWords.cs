using Detente.Assessment;
using Detente.Assessment.Accounts;
using Detente.Time;

namespace Detente.Answers;

/// <summary>When, how long and how many, in the words every face of the program uses.</summary>
public static class FindingWords
{
    /// <summary>A day, or an instant without seconds where it has none: as <c>--at</c> takes it.</summary>
    public static string Time(long tick)
    {
        var printed = Days.PrintTick(tick);
        return printed.EndsWith(":00Z", StringComparison.Ordinal) ? printed[..^4] + "Z" : printed;
    }

    /// <summary>The time from one instant to a later one, in days, or in hours when it is less than two days.</summary>
    public static string Left(long at, long due) => ((due - at) / Days.TicksPerDay) switch
    {
        >= 2 and var days => $"{days} days left",
        _ => $"{(due - at) / (Days.TicksPerDay / 24)} hours left",
    };

    /// <summary>Whether a clause binds, and since when: <c>suspended since 2019-03-04 by SU-0107</c>.</summary>
    public static string State(Binding binds) => binds switch
    {
        { State: BindingState.InForce } => "in force",
        { State: BindingState.NotYet } => "does not bind yet",
        { State: BindingState.Ended, Since: { } end } => $"ended {Time(end)}{By(binds)}",
        { Since: { } since } => $"{Names.Of(binds.State)} since {Time(since)}{By(binds)}",
        _ => Names.Of(binds.State) + By(binds),
    };

    /// <summary>Since when, until when, or by when; <c>null</c> where there is nothing to say.</summary>
    public static string? When(Finding finding, long at) => finding switch
    {
        { Verdict: Verdict.Pending, Due: { } due } => due > at ? $"due {Time(due)}, {Left(at, due)}" : $"due {Time(due)}",
        { Verdict: Verdict.Pending } => "no deadline stated",
        { Verdict: Verdict.NotTriggered } => null,

        // When what is disputed happened is part of the dispute, and stands with each side's words.
        { Verdict: Verdict.Disputed } => null,
        { Since: { } since, Until: { } until } => $"{Time(since)} until {Time(until)}",
        { Since: { } since } => $"since {Time(since)}",
        _ => null,
    };

    /// <summary>How well a line's verdict is established, and when; "since" is not said where the reason says it.</summary>
    public static IEnumerable<string> Details(Line line, long at)
    {
        var finding = line.Worst;
        if (finding.Basis is { } basis)
        {
            yield return Names.Of(basis);
        }

        var isInReason = finding is { Since: { } since, Until: null } && line.Reason.Contains(Time(since), StringComparison.Ordinal);
        if (When(finding, at) is { } when && (!isInReason || finding.Verdict == Verdict.Pending))
        {
            yield return when;
        }
    }

    /// <summary>How many instances bear which verdict, where there are several; else <c>null</c>.</summary>
    public static string? Instances(IReadOnlyDictionary<Verdict, int> counts)
    {
        var told = Names.Verdicts
            .Where(verdict => counts.GetValueOrDefault(verdict) > 0)
            .Where(verdict => verdict != Verdict.NotTriggered || counts.Count == 1)
            .Select(verdict => (verdict, Count: counts[verdict]))
            .ToList();
        return told switch
        {
            [] or [(_, 1)] => null,
            [(_, var all)] => $"{all} instances",
            _ => string.Join(", ", told.Select(part => $"{part.Count} {Names.Of(part.verdict)}")),
        };
    }

    /// <summary>What a warning is made of: distance, range, flight time, accounts that differ, what is not known.</summary>
    public static IReadOnlyList<string> Measures(FlightWarning warning)
    {
        var parts = new List<string>();
        if (warning.DistanceKm is { } distance)
        {
            parts.Add(Distances.Whole(distance));
        }

        if (warning.RangeKm is { } range)
        {
            parts.Add($"range {range} km");
        }

        if (warning.Time is { Minutes.High: not null } time)
        {
            parts.Add($"{time.Minutes} minutes of flight{(time.Parts.Count > 1 ? " on the path of least speed" : "")}");
        }

        if (warning.State == WarningState.AccountsDiffer)
        {
            parts.Add(string.Join(", ", warning.Accounts.Select(account => $"{account.By} {Names.Of(account.Holds)}")));
        }

        if (warning.Unknown.Count > 0)
        {
            parts.Add($"not known: {string.Join(", ", warning.Unknown)}");
        }

        return parts;
    }

    private static string By(Binding binds) => binds.By is null ? "" : $" by {binds.By}";
}
