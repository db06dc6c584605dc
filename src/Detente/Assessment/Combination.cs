using Detente.Assessment.Forms;

namespace Detente.Assessment;

/// <summary>All accounts of an instance together, at one instant (rules 6.3 and 6.4).</summary>
/// <param name="Verdict">The combined verdict.</param>
/// <param name="Told">The account that tells it: whose times are shown and whose evidence is cited.</param>
/// <param name="Step">The step that stands on that account.</param>
/// <param name="IsReported">Whether some account says that it was not kept.</param>
internal readonly record struct Combination(Verdict Verdict, int Told, Step Step, bool IsReported)
{
    /// <summary>Where it stands in its line.</summary>
    public Rank Rank => Ranks.Of(Verdict, IsReported);

    /// <summary>The combination at an instant; <c>null</c> while the instance is not listed.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="own">Index of the bearer's account.</param>
    /// <param name="at">The instant judged.</param>
    public static Combination? At(Instance instance, int own, long at)
    {
        if (at < instance.Birth)
        {
            return null;
        }

        var steps = new Step[instance.Tracks.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = instance.Tracks[i].At(at) ?? new Step(at, Verdict.NotTriggered, Absent: true);
        }

        var isReported = Array.Exists(steps, s => s.Verdict == Verdict.NotKept);
        var verdict = Of(steps, own, isReported);
        var tells = verdict == Verdict.Disputed ? Verdict.NotKept : verdict;
        if (steps[own].Verdict == tells)
        {
            return new Combination(verdict, own, steps[own], isReported);
        }

        var told = Array.FindIndex(steps, s => s.Verdict == tells);
        return told < 0 ? new Combination(verdict, own, new Step(at, verdict), isReported) : new Combination(verdict, told, steps[told], isReported);
    }

    private static Verdict Of(Step[] steps, int own, bool isReported)
    {
        if (steps[own].Verdict == Verdict.NotKept)
        {
            return Verdict.NotKept;
        }

        if (isReported)
        {
            return steps[own].Verdict == Verdict.Undetermined ? Verdict.Undetermined : Verdict.Disputed;
        }

        return steps.Min(s => s.Verdict);
    }
}
