using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Reasons;

/// <summary>Builds the tree of reasons of a finding, account by account. Its leaves are statements and lines of coverage.</summary>
internal static class Explainer
{
    public static Explanation Explain(Scene scene, Instance instance, Finding finding, long at)
    {
        var accounts = new List<Reason>();
        for (var i = 0; i < scene.Accounts.Length; i++)
        {
            accounts.Add(OfAccount(scene, instance, scene.Accounts[i], instance.Tracks[i].At(at) ?? new Step(at, Verdict.NotTriggered), at));
        }

        return new Explanation(
            finding,
            SentenceWords.Of(scene, instance.Clause),
            Wording.OneLine(scene, instance, finding),
            Together(scene, accounts),
            AlsoReported(scene, instance),
            [.. finding.SettledBy.Select(n => Wording.NeedInWords(n, scene.Glossary))]);
    }

    private static Reason OfAccount(Scene scene, Instance instance, Account account, Step step, long at)
    {
        var evidence = instance.Evidence(new EvidenceQuery(account, at, step));
        var reasons = instance.Clause.Sentence switch
        {
            Location location when instance.Name is not null => PlaceReasons.Tree(scene, instance, location, account, evidence),
            Limit limit when step.Verdict != Verdict.Pending => LimitReasons.Tree(scene, instance, limit, account, step, at),
            _ when instance.Name is { } name && scene.Knowledge.Ledger.Act(name) is { } act => ActReasons.Tree(scene, instance, account, act, step, evidence),
            _ => Cited(scene, evidence),
        };
        return new Reason(
            $"by the account of {scene.Glossary.NameOf(account.Party)}: {Told(step)}",
            step.Verdict, null, [.. Whether(scene, instance, account, at), .. reasons, .. RestsOnSilence(scene, instance, step)]);
    }

    /// <summary>What is covered, where the verdict rests on what nobody said.</summary>
    private static IEnumerable<Reason> RestsOnSilence(Scene scene, Instance instance, Step step)
    {
        var isWhole = instance.Name is null && instance.Clause.Sentence is not Leaving && step.Verdict is Verdict.Kept or Verdict.Undetermined;
        var isUndone = instance.Name is not null && instance.Clause.Sentence is TriggeredDuty or Periodic && step.Verdict is Verdict.Undetermined;
        return isWhole || isUndone ? [CoverageReasons.Of(scene, instance.Clause, instance.Party)] : [];
    }

    public static IEnumerable<Reason> Cited(Scene scene, Evidence evidence) =>
        evidence.Cites.DistinctBy(c => c.Last.Id).OrderBy(c => c.Position).Select(c => Leaf.Of(scene, c));

    private static string Told(Step step)
    {
        var words = Wording.Of(step.Verdict) + (step.Late ? ", late" : "");
        var since = step.Since is { } from && Days.PrintTick(from) is { Length: > 0 } first ? $" since {first}" : "";
        var until = step.Until is { } to ? $" until {Days.PrintTick(to)}" : "";
        var due = step.Due is { } by && step.Verdict is Verdict.Pending or Verdict.NotKept ? $", due {Days.PrintTick(by)}" : "";
        var left = step.Left is { } rest ? $", {rest} left" : "";
        return words + since + until + due + left;
    }

    /// <summary>Whether the clause binds, where that is not plain.</summary>
    private static IEnumerable<Reason> Whether(Scene scene, Instance instance, Account account, long at)
    {
        var binds = scene.Timetable.Binds(instance.Clause, instance.Party, at);
        if (account.Party != instance.Party || binds.State is BindingState.InForce)
        {
            yield break;
        }

        var since = binds.Since is { } tick ? $" since {Days.PrintTick(tick)}" : "";
        var by = binds.By is null ? "" : $", by {binds.By}";
        var knows = binds.State == BindingState.Suspended && !scene.Glossary.Agreement.KnowsSuspension ? "; the agreement knows no suspension" : "";
        var text = binds.State switch
        {
            BindingState.NotYet => "the clause does not bind yet",
            BindingState.Released => $"the clause is released{since}: another party does not keep what it is conditional on",
            BindingState.Suspended => $"the clause is suspended{since}{by}{knows}",
            _ => $"the clause ended{since.Replace(" since", "", StringComparison.Ordinal)}{by}; it is judged over the time it bound",
        };
        yield return new Reason(text, null, binds.By, []);
    }

    /// <summary>Accounts that come to the same by the same reasons are told once.</summary>
    private static List<AccountReason> Together(Scene scene, List<Reason> accounts)
    {
        var told = new List<AccountReason>();
        foreach (var group in accounts.Select((reason, i) => (reason, i)).GroupBy(a => (a.reason.Verdict, Signature(a.reason))))
        {
            var codes = group.Select(a => scene.Accounts[a.i].Party).ToList();
            var parties = codes.ConvertAll(scene.Glossary.NameOf);
            var first = group.OrderByDescending(g => g.reason.Children.Count).First().reason;
            var who = parties.Count == accounts.Count && accounts.Count > 1 ? "by every account" : $"by the account of {string.Join(" and ", parties)}";
            told.Add(new AccountReason(codes, first with { Text = who + first.Text[first.Text.IndexOf(": ", StringComparison.Ordinal)..] }));
        }

        return told;
    }

    private static string Signature(Reason reason) =>
        reason.Text[reason.Text.IndexOf(": ", StringComparison.Ordinal)..]
        + string.Concat(reason.Children.Where(c => !c.Text.StartsWith("the clause ", StringComparison.Ordinal)).Select(Flat));

    private static string Flat(Reason reason) => reason.Text + reason.Statement + string.Concat(reason.Children.Select(Flat));

    /// <summary>Words of authors that are neither party nor neutral, on the same act or type.</summary>
    private static List<Statement> AlsoReported(Scene scene, Instance instance)
    {
        var ledger = scene.Knowledge.Ledger;
        var subjects = instance.Name is { } name && ledger.Act(name) is { } act
            ? [act, .. scene.Accounts.Select(a => a.Act(act)?.Item).OfType<string>().Distinct().Select(ledger.Type)]
            : new List<Subject?>();
        return [.. subjects.SelectMany(s => scene.Knowledge.On(s)).Where(s => !scene.Knowledge.IsJudged(s))
            .OrderBy(s => s.Position).Select(s => s.Last).DistinctBy(s => s.Id)];
    }
}
