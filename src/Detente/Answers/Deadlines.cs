using Detente.Assessment;

namespace Detente.Answers;

/// <summary>A deadline ahead.</summary>
/// <param name="Line">The clause and party it is of.</param>
/// <param name="Due">When, in ticks.</param>
/// <param name="Instance">The act, request or period that falls due; <c>null</c> for the bearer as a whole.</param>
public readonly record struct Deadline(Line Line, long Due, string? Instance);

/// <summary>What falls due next.</summary>
public static class Deadlines
{
    /// <summary>The deadlines ahead of lines, the nearest first.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="assessment">The assessment they are of.</param>
    public static IReadOnlyList<Deadline> Of(IReadOnlyList<Line> lines, Assessment.Assessment assessment) =>
        [.. lines.Where(line => line.NextDue > assessment.At)
            .Select(line => new Deadline(line, line.NextDue!.Value, InstanceDue(line, assessment)))
            .OrderBy(deadline => deadline.Due)];

    private static string? InstanceDue(Line line, Assessment.Assessment assessment) => assessment.Findings
        .FirstOrDefault(finding => finding.Clause == line.Clause.Id && finding.Party == line.Party && finding.Verdict == Verdict.Pending && finding.Due == line.NextDue)?.Instance;
}
