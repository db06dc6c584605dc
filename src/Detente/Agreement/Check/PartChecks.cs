using Detente.Diagnostics;
using Detente.Agreement.Model;
using Detente.Agreement.Text;

namespace Detente.Agreement.Check;

/// <summary>Whether the parts of one sentence fit each other: party and form, message and trigger, time and trigger.</summary>
internal sealed class PartChecks(Desk desk, Clause clause)
{
    private static readonly string[] StandardTimes = ["start", "end", "announced-start", "announced-end", "actual-start", "actual-end"];

    public void Run()
    {
        switch (clause.Sentence)
        {
            case Limit limit:
                OfItself(limit.Bearer);
                break;
            case Ban ban:
                OfItself(ban.Bearer);
                break;
            case Quota quota:
                OfItself(quota.Bearer);
                break;
            case QuotaShare share:
                OfItself(share.Bearer);
                break;
            case Periodic periodic:
                OfItself(periodic.Bearer);
                break;
            case TriggeredDuty duty:
                Triggered(duty);
                break;
            case Right right:
                if (right.Window is { } window)
                {
                    Time(window.Time, window, right.About, isOtherwise: false);
                }

                break;
        }
    }

    // Without a trigger there is no "that", "other" or "inspected" party.
    private void OfItself(Bearer bearer)
    {
        if (bearer is not (Bearer.EachParty or Bearer.Named))
        {
            desk.AtClause(AgreementCodes.BearerMisplaced, clause, desk.Positions.Of(bearer), "without a trigger there is no such party", "each Party", "a party by its name");
        }
    }

    private void Triggered(TriggeredDuty duty)
    {
        if (duty.Trigger is Trigger.OnAct act)
        {
            TimeName(act.Edge, act);
        }

        if (duty.Unless is { } unless)
        {
            Agreeing(unless, duty.Trigger);
        }

        Duty previous = duty.Duty;
        Link(duty.Duty, duty.Trigger, isOtherwise: false);
        foreach (var link in duty.Otherwise)
        {
            if (previous.Due is Due.Unstated)
            {
                desk.AtClause(AgreementCodes.NeverDue, clause, desk.Positions.Of(link), "the duty before has no stated deadline, so this one never falls due");
            }

            Link(link, duty.Trigger, isOtherwise: true);
            previous = link;
        }
    }

    private void Agreeing(Agreed unless, Trigger trigger)
    {
        if (unless.By is Bearer.EachParty or Bearer.ThatParty)
        {
            desk.AtClause(AgreementCodes.BearerMisplaced, clause, desk.Positions.Of(unless.By), "a party cannot lift its own duty by agreeing", "every other Party", "the inspected Party");
        }

        Inspected(unless.By, trigger, desk.Positions.Of(unless.By));
    }

    private void Link(Duty duty, Trigger trigger, bool isOtherwise)
    {
        if (duty.Bearer is Bearer.EachParty)
        {
            desk.AtClause(AgreementCodes.BearerMisplaced, clause, desk.Positions.Of(duty.Bearer), "after a trigger the text says which party", "that Party", "every other Party");
        }

        Inspected(duty.Bearer, trigger, desk.Positions.Of(duty.Bearer));
        DeedFits(duty.Deed, duty, trigger);
        switch (duty.Due)
        {
            case Due.AtLeastBefore before:
                Time(before.Time, duty.Due, trigger, isOtherwise);
                break;
            case Due.Within within:
                Time(within.Time, duty.Due, trigger, isOtherwise);
                break;
        }
    }

    private void DeedFits(Deed deed, Duty duty, Trigger trigger)
    {
        var (variable, onAct, onRequest) = deed switch
        {
            Deed.Send { Message: MessageKind.Notification or MessageKind.Report } send => (send.About, true, false),
            Deed.Send { Message: MessageKind.Answer } send => (send.About, false, true),
            Deed.Send send => (send.About, true, true),
            Deed.Reach reach => (reach.Variable, true, false),
            Deed.Admit admit => (admit.Request, false, true),
            Deed.Conduct conduct => (conduct.About, true, true),
            _ => (trigger.Variable, true, true),
        };
        var span = desk.Positions.Of(deed);
        if (variable != trigger.Variable)
        {
            desk.AtClause(AgreementCodes.VariableUnknown, clause, desk.Positions.Of(deed, "variable"), $"`{variable}` names nothing in this clause", $"{trigger.Variable}");
        }

        if (trigger is Trigger.OnAct ? !onAct : !onRequest)
        {
            var what = trigger is Trigger.OnAct ? "an act: it can be notified, reported, explained, ended or inspected" : "a request: it can be answered, explained or admitted";
            desk.AtClause(AgreementCodes.MessageMisplaced, clause, span, $"the trigger is {what}");
        }

        if (duty.Due is Due.AtLeastBefore && deed is not Deed.Send)
        {
            desk.AtClause(AgreementCodes.MessageMisplaced, clause, desk.Positions.Of(duty.Due), "only a message is received or dispatched ahead of a time");
        }

        if (deed is Deed.Reach named)
        {
            TimeName(named.Time, deed);
        }

        if (deed is Deed.Send { ToInspected: true })
        {
            Inspected(new Bearer.InspectedParty(), trigger, span);
        }
    }

    private void Time(TriggerTime time, Due due, Trigger? trigger, bool isOtherwise)
    {
        var span = desk.Positions.Of(time) ?? desk.Positions.Of(due);
        var fits = time switch
        {
            TriggerTime.OfAct => trigger is Trigger.OnAct,
            TriggerTime.Receipt or TriggerTime.Dispatch => trigger is Trigger.OnRequest,
            TriggerTime.Deadline => isOtherwise,
            _ => true,
        };
        if (!fits)
        {
            var (message, waysOut) = time switch
            {
                TriggerTime.Deadline => ("only a link after `otherwise` is counted from the deadline of the link before", new[] { "entry-into-force" }),
                TriggerTime.OfAct => ("a request has no times of its own but receipt and dispatch", ["receipt", "dispatch"]),
                _ when trigger is Trigger.OnAct act => ("an act is not received or dispatched", [$"{act.Variable}.start", $"{act.Variable}.end"]),
                _ => ("there is no message to be received or dispatched", ["entry-into-force"]),
            };
            desk.AtClause(AgreementCodes.TimeMisplaced, clause, span, message, waysOut);
        }
        else if (time is TriggerTime.OfAct of && trigger is not null)
        {
            if (of.Variable != trigger.Variable)
            {
                desk.AtClause(AgreementCodes.VariableUnknown, clause, span, $"`{of.Variable}` names nothing in this clause", $"{trigger.Variable}.{of.Time}");
            }

            TimeName(of.Time, time);
        }
    }

    // Times of acts are not declared, so only a near miss of a standard one can be told from a name of the agreement's own.
    private void TimeName(string time, object node)
    {
        if (!StandardTimes.Contains(time) && Spelling.Closest(time, StandardTimes) is { } near)
        {
            desk.AtClause(AgreementCodes.TimeUnknown, clause, desk.Positions.Of(node), Spelling.DidYouMean($"`{time}` is not a time of an act", near), near);
        }
    }

    private void Inspected(Bearer bearer, Trigger trigger, Diagnostics.TextSpan? span)
    {
        var act = trigger switch { Trigger.OnAct onAct => onAct.Act.Term, Trigger.OnRequest request => request.For, _ => "" };
        var isAtSite = desk.Term<ActTerm>(act) is { On: ActObject.Site };
        if (bearer is Bearer.InspectedParty && !isAtSite)
        {
            desk.AtClause(AgreementCodes.NotASiteAct, clause, span, $"`{act}` is not an act at a site, so no Party is inspected", "that Party", "every other Party");
        }
    }
}
