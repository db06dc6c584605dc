using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>Bans on acts: one instance for each act, and one for the unseen (rule 7.2).</summary>
internal static class BanForm
{
    public static IEnumerable<Instance> Instances(Scene scene, Clause clause, Ban ban)
    {
        foreach (var party in scene.Bearers(ban.Bearer))
        {
            var first = ban.Acts[0];
            yield return scene.Whole(
                clause, party,
                account => Scene.CoverageOf(account, party, ban.Acts),
                Verdict.Kept,
                new Need(Verb.Reports, party, first.Term, null));
            foreach (var act in scene.Knowledge.Ledger.Acts)
            {
                if (Act(scene, clause, ban, party, act) is { } instance)
                {
                    yield return instance;
                }
            }
        }
    }

    private static Instance? Act(Scene scene, Clause clause, Ban ban, string party, Subject act)
    {
        if (scene.Accounts[0].Act(act) is not { } known || known.Actor != party)
        {
            return null;
        }

        var tracks = new Track[scene.Accounts.Length];
        var birth = long.MaxValue;
        for (var i = 0; i < tracks.Length; i++)
        {
            var account = scene.Accounts[i];
            var facts = account.Act(act)!;
            var banned = Banned(facts, ban, account);
            var time = TimeOf(facts);
            if (banned != Truth.False && scene.InBase(clause, party, account, time) != Truth.False)
            {
                birth = Math.Min(birth, time.FirstTick);
            }

            tracks[i] = Judge(scene, clause, party, account, facts, banned, time);
        }

        var asksItems = ban.Acts.Concat(ban.Unless).Any(s => s.Items.Count > 0);
        return birth == long.MaxValue ? null : new Instance(clause, party, act.Name, Track.Born(tracks, birth), query =>
        {
            var evidence = new Evidence();
            evidence.RestsOn(scene, act, party, asksItems ? query.Account.Act(act)!.Item : null);
            if (query.Step.Verdict == Verdict.Undetermined)
            {
                evidence.Needs.Add(new Need(Verb.Reports, party, act.Name, null));
            }

            return evidence;
        });
    }

    private static Truth Banned(ActFacts facts, Ban ban, Account account)
    {
        var matches = ban.Acts.Aggregate(Truth.False, (any, s) => any.Or(Scene.Matches(facts, s, account)));
        var excepted = ban.Unless.Aggregate(Truth.False, (any, s) => any.Or(Scene.Matches(facts, s, account)));
        return matches.And(excepted.Not()).And(facts.Happened);
    }

    /// <summary>A cumulative figure may stand for acts at any tick of its span.</summary>
    private static EventTime TimeOf(ActFacts facts) =>
        facts is { Cumulative: true, Start: { } start, End: { } end } ? EventTime.OfTicks(start.FirstTick, end.LastTick, start.Grain) :
        facts.AnyStart ?? EventTime.AnyTime;

    private static Track Judge(Scene scene, Clause clause, string party, Account account, ActFacts facts, Truth banned, EventTime time)
    {
        if (banned == Truth.False)
        {
            var isOutside = scene.Gate(clause, party, account, time, Verdict.Kept) == Verdict.NotTriggered;
            return Track.Of(new Step(time.FirstTick, isOutside ? Verdict.NotTriggered : Verdict.Kept));
        }

        var verdict = scene.Gate(clause, party, account, time, banned == Truth.True ? Verdict.NotKept : Verdict.Undetermined);
        return verdict == Verdict.NotKept
            ? Track.Of(
                new Step(time.FirstTick, Verdict.Undetermined),
                new Step(time.LastTick, Verdict.NotKept, Since: time.FirstTick))
            : Track.Of(new Step(time.FirstTick, verdict));
    }
}
