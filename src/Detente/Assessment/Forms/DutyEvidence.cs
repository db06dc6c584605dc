using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>What the verdict on a duty rests on: its trigger, the deeds considered, and what was agreed.</summary>
internal static class DutyEvidence
{
    public static Evidence Of(Scene scene, TriggeredDuty duty, string bearer, Occasion occasion, EvidenceQuery query, string actor)
    {
        var evidence = new Evidence();
        var account = query.Account;
        var facts = occasion.Act is { } act ? account.Act(act) : null;
        AddTrigger(scene, duty, bearer, occasion, facts, evidence);
        if (duty.Duty.Due is Due.AtLeastBefore before && facts is not null)
        {
            if (new PriorNotice(scene, account, bearer, before, ((Trigger.OnAct)duty.Trigger).Act.Term).First(facts) is { } notice)
            {
                evidence.Rests(scene.Knowledge.BasisOf(notice, bearer));
            }

            evidence.Cites.AddRange(Deeds.Of(scene, account, duty.Duty, bearer, occasion, null).Select(d => d.Said).OfType<Said>());
        }
        else
        {
            AddDeeds(scene, duty, bearer, occasion, query, evidence);
        }

        if (duty.Unless is { } unless)
        {
            evidence.Cites.AddRange(Agreement(scene, unless, bearer, occasion, facts, null));
        }

        if (query.Step.Verdict == Verdict.Undetermined)
        {
            evidence.Needs.Add(facts is null || DutyForm.IsMet(duty, (Trigger.OnAct)duty.Trigger, facts, account, bearer) == Truth.True
                ? new Need(VerbOf(duty.Duty.Deed), bearer, occasion.Name, query.Step.Due)
                : new Need(Verb.Reports, actor, occasion.Name, null));
        }

        return evidence;
    }

    /// <summary>
    /// Consent to lift or lengthen a duty, received by its deadline: the answers of all who must agree, or nothing (rule
    /// 7.4, unless agreed). Without a deadline, every answer of any of them, to be shown.
    /// </summary>
    public static List<Said> Agreement(Scene scene, Agreed agreed, string bearer, Occasion occasion, ActFacts? facts, EventTime? due)
    {
        var consenting = agreed.By switch
        {
            Bearer.InspectedParty => facts is not null && scene.InspectedParty(facts) is { } inspected ? [inspected] : (string[])[],
            Bearer.Named named => [named.Code],
            _ => [.. scene.Parties.Where(p => p != bearer)],
        };
        var consents = new List<Said>();
        foreach (var party in consenting)
        {
            var consent = Deeds.Names(occasion).SelectMany(n => scene.Knowledge.JudgedOn(scene.Knowledge.Ledger.About(n)))
                .Where(s => s.Last.Verb == Verb.Answers && s.IsBy(party)
                    && (due is not { } by || s.First.ReceivedByParty(bearer).AtOrBefore(by) != Truth.False)).ToList();
            if (consent.Count == 0 && due is not null)
            {
                return [];
            }

            consents.AddRange(consent);
        }

        return consents;
    }

    private static void AddTrigger(Scene scene, TriggeredDuty duty, string bearer, Occasion occasion, ActFacts? facts, Evidence evidence)
    {
        if (occasion.Request is { } request)
        {
            evidence.RestsOn(scene, request, bearer);
            return;
        }

        var isOnItem = duty.Trigger is Trigger.OnAct { Act.Items.Count: > 0 };
        evidence.RestsOn(scene, occasion.Act!, bearer, isOnItem ? facts?.Item : null);
    }

    private static void AddDeeds(Scene scene, TriggeredDuty duty, string bearer, Occasion occasion, EvidenceQuery query, Evidence evidence)
    {
        var account = query.Account;
        var facts = occasion.Act is { } trigger ? account.Act(trigger) : null;
        EventTime? deadline = null;
        foreach (var link in duty.Otherwise.Prepend(duty.Duty))
        {
            var time = DutyForm.TriggerTimeOf(scene, duty, link, bearer, occasion, facts, deadline);
            deadline = time is { } from && link.Due is Due.Within within ? new Deadline(from, within.Lapse).AsTrigger : null;
            foreach (var deed in Deeds.Of(scene, account, link, bearer, occasion, null))
            {
                // What was done before the trigger, or is still to be done, is shown and carries nothing.
                var counts = deed.Time.LastTick <= query.At && (deed.Said is null || time is not { } after || deed.Time.LastTick >= after.FirstTick);
                if (deed.Said is { } said)
                {
                    evidence.Cites.Add(said);
                    evidence.Rests(counts ? scene.Knowledge.BasisOf(said, bearer) : null);
                }
                else if (deed.Act is { } act)
                {
                    evidence.Cites.AddRange(scene.Cites(act));
                    evidence.Rests(counts ? scene.BasisOf(act, bearer) : null);
                }
            }
        }
    }

    private static Verb VerbOf(Deed deed) => deed switch
    {
        Deed.Send { Message: MessageKind.Notification } => Verb.Announces,
        Deed.Send { Message: MessageKind.Answer } => Verb.Answers,
        Deed.Send { Message: MessageKind.Explanation } => Verb.Explains,
        _ => Verb.Reports,
    };
}
