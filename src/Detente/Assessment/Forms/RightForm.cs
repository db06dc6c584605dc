using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>Rights, judged as the duty of the party asked to admit what there is a right to (rule 7.8).</summary>
internal static class RightForm
{
    public static IEnumerable<Instance> Instances(Scene scene, Clause clause, Right right)
    {
        foreach (var party in scene.Parties)
        {
            var others = scene.Parties.Where(p => p != party).ToList();
            yield return scene.Whole(
                clause, party,
                account => [.. others.Select(p => account.Coverage.OfMessages(p))],
                Verdict.Kept,
                new Need(Verb.Asks, others[0], right.Act, null),
                keptSinceFrom: true);
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var said in scene.Requests())
            {
                if (said.Content is Message message && message.For == right.Act && DutyForm.IsAsked(scene, said, message, party)
                    && IsAboutTrigger(scene, right, message)
                    && names.Add(message.Name ?? said.First.Id)
                    && scene.MayBeInBase(clause, party, said.First.ReceivedByParty(party)))
                {
                    yield return Requested(scene, clause, right, party, said, message);
                }
            }

            foreach (var act in scene.Knowledge.Ledger.Acts)
            {
                if (Admitted(scene, clause, right, party, act) is { } instance)
                {
                    yield return instance;
                }
            }
        }
    }

    /// <summary>A right that follows an act is asked for about such an act.</summary>
    private static bool IsAboutTrigger(Scene scene, Right right, Message message) => right.About is not Trigger.OnAct trigger
        || (message.About is { } about && scene.Knowledge.Ledger.Act(about) is { } act
            && scene.Accounts.Any(a => a.Act(act) is { } facts && Scene.Matches(facts, trigger.Act, a).And(facts.Happened) != Truth.False));

    /// <summary>A request that certainly came after the time the right may be used in is not owed admission.</summary>
    private static bool IsTooLate(Account account, Right right, Message message, EventTime received) =>
        right.Window is { Time: TriggerTime.OfAct time } window && message.About is { } about
        && account.Knowledge.Ledger.Act(about) is { } act && account.Act(act)?.TimeOf(time.Time) is { } from
        && window.Lapse.HasRoomBetween(from, received) == Truth.False;

    private static Instance Requested(Scene scene, Clause clause, Right right, string party, Said said, Message message)
    {
        var occasion = new Occasion(message.Name ?? said.First.Id, null, said, scene.AskerOf(said, party));
        var received = said.First.ReceivedByParty(party);
        var tracks = scene.Accounts.Select(account => (IsTooLate(account, right, message, received)
                ? Track.Of(new Step(received.FirstTick, Verdict.NotTriggered))
                : Judge(scene, clause, right, party, account, occasion, received))
            .WithVerdicts(verdict => scene.Gate(clause, party, account, received, verdict))).ToArray();
        return new Instance(clause, party, occasion.Name, tracks, query => EvidenceOf(scene, party, occasion, query));
    }

    private static Track Judge(Scene scene, Clause clause, Right right, string party, Account account, Occasion occasion, EventTime received)
    {
        if (Refusals(scene, party, occasion).FirstOrDefault() is { First: not null } refusal)
        {
            var refused = refusal.First.ReceivedByParty(occasion.Asker!);
            return Track.Of(
                new Step(received.FirstTick, Verdict.Pending),
                new Step(Math.Max(received.FirstTick, refused.LastTick), Verdict.NotKept, Since: refused.FirstTick));
        }

        var deeds = Deeds.Admissions(scene, account, occasion);
        if (right.AdmitWithin is { } within)
        {
            var deadline = new Deadline(received, within);
            var lines = account.Coverage.OfMessages(party);
            var best = deadline.Best(deeds);
            return deadline.Judge(best, CoverageMap.FirstGap(lines, new Window(received.FirstTick, deadline.Due + 1)) is null)
                .ReleasedBy(scene.Bound(clause, party, account), deadline, received, best);
        }

        return Deadline.Unstated(received, deeds);
    }

    private static List<Said> Refusals(Scene scene, string party, Occasion occasion) =>
        [.. Deeds.Names(occasion).SelectMany(n => scene.Knowledge.JudgedOn(scene.Knowledge.Ledger.About(n)))
            .Where(s => s.Last.Verb == Verb.Refuses && s.IsBy(party)).OrderBy(s => s.Position)];

    /// <summary>An act of the kind that took place, about no known request: the right was used, and admitted.</summary>
    private static Instance? Admitted(Scene scene, Clause clause, Right right, string party, Subject act)
    {
        var own = scene.Accounts[scene.Glossary.IndexOf(party)].Act(act);
        if (own is null || own.Actor == party || own.Kind != right.Act || !scene.Glossary.IsParty(own.Actor)
            || scene.InspectedParty(own) != party || IsRequested(scene, act))
        {
            return null;
        }

        var tracks = new Track[scene.Accounts.Length];
        var birth = long.MaxValue;
        for (var i = 0; i < tracks.Length; i++)
        {
            var facts = scene.Accounts[i].Act(act)!;
            var start = facts.AnyStart ?? EventTime.AnyTime;
            if (facts.Happened == Truth.True && scene.InBase(clause, party, scene.Accounts[i], start) != Truth.False)
            {
                birth = Math.Min(birth, start.LastTick);
            }

            tracks[i] = Track.Of(new Step(start.LastTick, facts.Happened == Truth.True
                ? scene.Gate(clause, party, scene.Accounts[i], start, Verdict.Kept)
                : Verdict.NotTriggered));
        }

        return birth == long.MaxValue ? null : new Instance(clause, party, act.Name, Track.Born(tracks, birth), query =>
        {
            var evidence = new Evidence();
            evidence.RestsOn(scene, act, party);
            if (query.Step.Verdict == Verdict.Undetermined)
            {
                evidence.Needs.Add(new Need(Verb.Reports, party, act.Name, null));
            }

            return evidence;
        });
    }

    private static bool IsRequested(Scene scene, Subject act) =>
        scene.Accounts.First(a => a.Party == scene.Accounts[0].Act(act)!.Actor).Act(act)!.About is { } about
        && scene.Knowledge.JudgedOn(scene.Knowledge.Ledger.RequestsSaid).Any(s => s.First.Id == about || (s.Content as Message)?.Name == about);

    private static Evidence EvidenceOf(Scene scene, string party, Occasion occasion, EvidenceQuery query)
    {
        var evidence = new Evidence();
        evidence.RestsOn(scene, occasion.Request!.Value, party);
        foreach (var refusal in Refusals(scene, party, occasion))
        {
            evidence.RestsOn(scene, refusal, party);
        }

        foreach (var deed in Deeds.Admissions(scene, query.Account, occasion))
        {
            evidence.RestsOn(scene, deed.Act!, party);
        }

        if (query.Step.Verdict == Verdict.Undetermined)
        {
            evidence.Needs.Add(new Need(Verb.Reports, party, occasion.Name, query.Step.Due));
        }

        return evidence;
    }
}
