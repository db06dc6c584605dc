using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Agreement.Model;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Reasons;

/// <summary>Findings in one line of neutral words.</summary>
internal static class Wording
{
    /// <summary>Why a line bears the verdict of its worst finding, and what is known beside it.</summary>
    /// <param name="scene">What is judged from.</param>
    /// <param name="instance">The instance of the worst finding.</param>
    /// <param name="worst">The worst finding.</param>
    /// <param name="named">How many instances with a name bear each verdict; those with none are absent.</param>
    public static string OneLine(Scene scene, Instance instance, Finding worst, IReadOnlyDictionary<Verdict, int> named)
    {
        var reason = OneLine(scene, instance, worst);
        return worst is { Instance: null, Verdict: Verdict.Undetermined } && named.Count == 1
            ? $"the {named.Values.First()} known: {Of(named.Keys.First())}; others {reason}"
            : reason;
    }

    /// <summary>Why a finding is what it is.</summary>
    public static string OneLine(Scene scene, Instance instance, Finding worst)
    {
        var reason = worst.Verdict == Verdict.Disputed
            ? Differences.Of(scene, instance)
            : string.Join("; ", Parts(scene, instance, worst).Where(p => p.Length > 0));
        var when = worst.Verdict == Verdict.Disputed && worst.Instance is { } name && scene.Knowledge.Ledger.Act(name) is { } act
            && scene.Accounts.Select(a => a.Act(act)?.Start).FirstOrDefault(s => s is not null) is { } start ? $", {start}" : "";
        return Named(worst.Instance is { } named ? named + when : null, reason) + Reported(scene, worst);
    }

    /// <summary>A verdict in words.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.NotKept => "not kept",
        Verdict.Disputed => "disputed",
        Verdict.Undetermined => "undetermined",
        Verdict.Pending => "pending",
        Verdict.Kept => "kept",
        Verdict.NotTriggered => "not triggered",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    public static string NeedInWords(Need need, Glossary glossary)
    {
        var when = need.AsOf is { } tick && Days.PrintTick(tick) is { Length: > 0 } text ? text : null;
        var by = need.By == "both" ? "the parties" : glossary.NameOf(need.By);
        return need.Verb switch
        {
            Verb.Declares => $"a declaration by {by} of {need.About}{(when is null ? "" : $" as of {when}")}",
            Verb.Finds => $"a finding that the parties sign, on {need.About}",
            Verb.Reports => $"a report by {by} on {need.About}{(when is null ? "" : $" from {when}")}",
            Verb.Announces => $"a notification by {by} about {need.About}{(when is null ? "" : $", received by {when}")}",
            Verb.Answers => $"an answer by {by} about {need.About}{(when is null ? "" : $", received by {when}")}",
            Verb.Explains => $"an explanation by {by} about {need.About}",
            Verb.Asks => $"the requests of {by} for {need.About}, or a record that covers them",
            Verb.GivesNotice => $"the text of the notice {need.About}",
            _ => $"{Words.For(Words.Verbs, need.Verb)} by {by}: {need.About}",
        };
    }

    private static string Named(string? instance, string reason) =>
        instance is null ? reason : reason.Length == 0 ? instance : $"{instance}: {reason}";

    private static string Reported(Scene scene, Finding worst)
    {
        var reporters = worst.Accounts.Where(a => a.By != worst.Party && a.Verdict == Verdict.NotKept).Select(a => scene.Glossary.NameOf(a.By)).ToList();
        return worst.Verdict == Verdict.Undetermined && reporters.Count > 0
            ? $"; reported by {string.Join(", ", reporters)}{(worst.Cites.Any(c => c.StartsWith($"{worst.Party}-", StringComparison.Ordinal)) ? "" : ", no answer in the record")}"
            : "";
    }

    private static IEnumerable<string> Parts(Scene scene, Instance instance, Finding finding) => instance.Clause.Sentence switch
    {
        Limit limit => [LimitReasons.OneLine(scene, instance, limit, finding)],
        Quota or QuotaShare when finding.Verdict == Verdict.Kept => [$"{finding.Left} left"],
        Location location when instance.Name is not null => [PlaceReasons.OneLine(scene, instance, location, finding), finding.Verdict == Verdict.NotKept ? WholeOneLine(finding) : ""],
        Ban when instance.Name is null && finding.Verdict == Verdict.Kept => ["no such act is known, and the record covers them"],
        TriggeredDuty { Duty.Due: Due.AtLeastBefore before } when instance.Name is not null => [NoticeOneLine(scene, instance, before, finding)],
        Periodic or TriggeredDuty or Right when instance.Name is not null => [DutyOneLine(finding)],
        Leaving when instance.Name is not null => [finding.Verdict == Verdict.Kept
            ? $"in effect {Days.PrintTick(finding.Since!.Value)}"
            : finding.Due is { } due ? $"in effect from {Days.PrintTick(due)}" : Faults(scene, (Leaving)instance.Clause.Sentence, finding)],
        _ => [WholeOneLine(finding)],
    };

    private static string WholeOneLine(Finding finding) => finding.Verdict switch
    {
        Verdict.Pending => finding.Due is { } due ? $"binds from {Days.PrintTick(due)}" : "does not bind yet",
        Verdict.Undetermined when finding.Instance is null && finding.Since is { } since => $"not covered by the record from {Days.PrintTick(since)}",
        Verdict.Undetermined => "what is said does not tell",
        Verdict.NotKept when finding.Since is { } when => Days.PrintTick(when),
        Verdict.NotTriggered => "nothing in the record brings it about",
        _ => "",
    };

    private static string Faults(Scene scene, Leaving leaving, Finding finding)
    {
        var said = scene.Timetable.Notices.First(n => n.First.Id == finding.Instance);
        var notice = (Notice)said.Content;
        var received = scene.Knowledge.SentOrReceived(said, leaving.ByDispatch);
        var isEarly = notice.Effective is { } effective && leaving.After.PassesBetween(received, effective) != Quantities.Truth.True;
        var early = isEarly ? $"names {notice.Effective} as its effect, not before {received.Plus(leaving.After)} by the clause" : "";
        var silent = leaving.StatingReasons && notice.Reasons is null ? "states no reasons" : "";
        return string.Join("; ", new[] { early, silent }.Where(p => p.Length > 0));
    }

    /// <summary>When the notice came, and when it had to.</summary>
    private static string NoticeOneLine(Scene scene, Instance instance, Due.AtLeastBefore before, Finding finding)
    {
        var account = scene.Accounts[scene.Glossary.IndexOf(instance.Party)];
        var facts = scene.Knowledge.Ledger.Act(instance.Name!) is { } act ? account.Act(act) : null;
        var due = finding.Due is { } tick ? $", due {Days.PrintTick(tick)}" : "";
        if (facts is null || new PriorNotice(scene, account, instance.Party, before, facts.Kind ?? "").First(facts) is not { } notice)
        {
            return finding.Verdict == Verdict.NotKept ? $"no notice received{due}" : DutyOneLine(finding);
        }

        var received = scene.Knowledge.SentOrReceived(notice, before.ByDispatch);
        return finding.Verdict is Verdict.NotTriggered ? DutyOneLine(finding) : $"notice {(before.ByDispatch ? "sent" : "received")} {received}{due}";
    }

    private static string DutyOneLine(Finding finding)
    {
        var due = finding.Due is { } tick ? $"due {Days.PrintTick(tick)}" : "no deadline stated";
        return finding.Verdict switch
        {
            Verdict.Kept => finding.Late ? "not done in time; what the clause provides otherwise was done" : "done in time",
            Verdict.NotKept => finding.Until is { } until ? $"{due}, done {Days.PrintTick(until)}" : $"{due}, not done",
            Verdict.Pending => due,
            Verdict.Undetermined when finding.Due is null => "what is said does not tell",
            Verdict.Undetermined when finding.Cites.Count > 0 => $"{due}; what is said does not tell whether in time",
            Verdict.Undetermined => $"{due}; not seen done, and the record does not cover it",
            Verdict.NotTriggered => "not owed",
            _ => "",
        };
    }
}
