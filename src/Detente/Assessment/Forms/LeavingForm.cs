using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Assessment.Forms;

/// <summary>Leaving by notice (rule 7.9).</summary>
internal static class LeavingForm
{
    public static IEnumerable<Instance> Instances(Scene scene, Clause clause, Leaving leaving)
    {
        foreach (var party in scene.Parties)
        {
            yield return new Instance(clause, party, null, scene.FromBase(clause, party, Verdict.NotTriggered), _ => new Evidence());
            foreach (var said in scene.Timetable.Notices.Where(n => n.IsBy(party) && n.Content is Notice { Kind: NoticeKind.Withdrawal }))
            {
                var track = Judge(scene, leaving, said, (Notice)said.Content);
                yield return new Instance(clause, party, said.First.Id, [.. scene.Accounts.Select(_ => track)], query =>
                {
                    var evidence = new Evidence();
                    evidence.RestsOn(scene, said, party);
                    if (query.Step.Verdict == Verdict.Undetermined)
                    {
                        evidence.Needs.Add(new Need(Verb.GivesNotice, party, said.First.Id, null));
                    }

                    return evidence;
                });
            }
        }
    }

    private static Track Judge(Scene scene, Leaving leaving, Accounts.Said said, Notice notice)
    {
        var received = scene.Knowledge.SentOrReceived(said, leaving.ByDispatch);
        var effect = scene.Timetable.Effects[said.Position];
        var inTime = notice.Effective is { } claimed ? leaving.After.PassesBetween(received, claimed) : Truth.True;
        var reasons = !leaving.StatingReasons || notice.Reasons is not null ? Truth.True : scene.Knowledge.IsLive ? Truth.False : Truth.Unknown;
        var pending = new Step(received.FirstTick, Verdict.Pending, Due: effect);
        return inTime.And(reasons) switch
        {
            Truth.False => Track.Of(new Step(received.LastTick, Verdict.NotKept, Since: received.FirstTick)),
            Truth.Unknown => Track.Of(new Step(received.LastTick, Verdict.Undetermined)),
            _ => Track.Of(pending, new Step(Math.Max(effect, received.FirstTick), Verdict.Kept, Since: effect)),
        };
    }
}
