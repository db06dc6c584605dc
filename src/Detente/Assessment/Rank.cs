namespace Detente.Assessment;

/// <summary>
/// Where an instance stands in its clause's line, worst first (rule 6.6): its verdict, and of what is undetermined first
/// what some account says was not kept. Of two that are equally bad, that one is what a reader must hear of.
/// </summary>
internal enum Rank : byte
{
    NotKept,
    Disputed,

    /// <summary>Undetermined, and some account says that it was not kept.</summary>
    Reported,

    Undetermined,
    Kept,
    Pending,
    NotTriggered,
}

/// <summary>Ranks and verdicts.</summary>
internal static class Ranks
{
    /// <summary>How many there are.</summary>
    public const int Count = 7;

    /// <summary>The rank of a verdict.</summary>
    /// <param name="verdict">All accounts together.</param>
    /// <param name="isReported">Whether some account says that it was not kept.</param>
    public static Rank Of(Verdict verdict, bool isReported) => verdict switch
    {
        Verdict.NotKept => Rank.NotKept,
        Verdict.Disputed => Rank.Disputed,
        Verdict.Undetermined => isReported ? Rank.Reported : Rank.Undetermined,
        Verdict.Kept => Rank.Kept,
        Verdict.Pending => Rank.Pending,
        _ => Rank.NotTriggered,
    };

    /// <summary>The rank of a finding.</summary>
    public static Rank Of(Finding finding) => Of(finding.Verdict, finding.Accounts.Any(a => a.Verdict == Verdict.NotKept));

    /// <summary>The verdict of a rank.</summary>
    public static Verdict ToVerdict(this Rank rank) => rank switch
    {
        Rank.NotKept => Verdict.NotKept,
        Rank.Disputed => Verdict.Disputed,
        Rank.Reported or Rank.Undetermined => Verdict.Undetermined,
        Rank.Kept => Verdict.Kept,
        Rank.Pending => Verdict.Pending,
        _ => Verdict.NotTriggered,
    };
}
