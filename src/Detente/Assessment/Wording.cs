using Detente.Assessment.Forms;
using Detente.Time;

namespace Detente.Assessment;

/// <summary>Findings in neutral words.</summary>
internal static class Wording
{
    public static string OneLine(Scene scene, InstancesOfLine line, Finding worst, IReadOnlyList<Finding> findings) => Of(worst);

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.NotKept => "not kept",
        Verdict.NotTriggered => "not triggered",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    private static string Of(Finding finding) => $"{Of(finding.Verdict)} {Days.PrintTick(finding.Since ?? EventTime.Beginning)}".Trim();
}
