using Detente.Agreement.Model;
using Detente.Time;
using NodaTime;

namespace Detente.Tests.Generators;

/// <summary>Triggers, duties and rights whose parts fit each other.</summary>
internal sealed class DutyMaker(Dice dice)
{
    public TriggeredDuty Triggered(Func<ActSelector> act)
    {
        var trigger = Trigger(act);
        var isSite = IsSite(trigger);
        var first = Duty(trigger, isSite, isOtherwise: false);
        Agreed? unless = dice.Maybe(0.3)
            ? new Agreed(isSite ? dice.Pick<Bearer>(new Bearer.InspectedParty(), new Bearer.EveryOtherParty()) : new Bearer.EveryOtherParty(), dice.Maybe() ? Lapse() : null)
            : null;
        var links = new List<Duty>();
        var before = first;
        while (before.Due is not Due.Unstated && dice.Maybe(0.4))
        {
            before = Duty(trigger, isSite, isOtherwise: true);
            links.Add(before);
        }

        return new TriggeredDuty(trigger, first, unless, [.. links]);
    }

    public Right Right(Func<ActSelector> act)
    {
        var trigger = dice.Maybe() ? OnAct(act) : null;
        var window = dice.Maybe()
            ? new Due.Within(Lapse(), trigger is null ? new TriggerTime.Fixed(Day()) : Time(trigger, isOtherwise: false), false)
            : null;
        return new Right("short-notice inspection", trigger, dice.Maybe() ? Lapse() : null, window);
    }

    public Lapse Lapse()
    {
        var unit = dice.Pick(LapseUnit.Minute, LapseUnit.Hour, LapseUnit.Day, LapseUnit.Week, LapseUnit.Month, LapseUnit.Year);
        return new Lapse(dice.Between(1, 60), unit, unit is LapseUnit.Month or LapseUnit.Year ? Rounding() : MonthEnd.Unstated);
    }

    public MonthEnd Rounding() => dice.Pick(MonthEnd.Unstated, MonthEnd.EndOfMonth, MonthEnd.StartOfNextMonth);

    private Trigger Trigger(Func<ActSelector> act) => dice.Maybe(0.6)
        ? OnAct(act)
        : new Trigger.OnRequest(Letter(), dice.Pick("clarification", "meeting", "short-notice inspection", "further data"));

    private Trigger.OnAct OnAct(Func<ActSelector> act) => new(Letter(), act(), dice.Pick("start", "end", "naming", "site-arrival"));

    private char Letter() => (char)('A' + dice.Between(0, 25));

    private static bool IsSite(Trigger trigger) =>
        trigger is Trigger.OnAct { Act.Term: "short-notice inspection" } or Trigger.OnRequest { For: "short-notice inspection" };

    private Duty Duty(Trigger trigger, bool isSite, bool isOtherwise)
    {
        Bearer[] bearers = [new Bearer.ThatParty(), new Bearer.EveryOtherParty(), new Bearer.Named("SU"), .. isSite ? new Bearer[] { new Bearer.InspectedParty() } : []];
        var deed = Deed(trigger, isSite);
        return new Duty(dice.Pick(bearers), deed, By(trigger, deed, isOtherwise));
    }

    private Deed Deed(Trigger trigger, bool isSite)
    {
        var letter = trigger.Variable;
        var common = new Deed[] { new Deed.Conduct("meeting", letter), new Deed.Send(MessageKind.Explanation, letter, isSite && dice.Maybe()) };
        Deed[] fitting = trigger is Trigger.OnAct
            ?
            [
                .. common, new Deed.Send(MessageKind.Notification, letter, isSite && dice.Maybe()), new Deed.Send(MessageKind.Report, letter, false),
                new Deed.Reach(letter, "end"), new Deed.Reach(letter, "site-arrival"),
            ]
            : [.. common, new Deed.Send(MessageKind.Answer, letter, false), new Deed.Admit(letter)];
        return dice.Pick(fitting);
    }

    private Due By(Trigger trigger, Deed deed, bool isOtherwise) => dice.Between(0, 3) switch
    {
        0 => new Due.Unstated(),
        1 when deed is Deed.Send => new Due.AtLeastBefore(Lapse(), Time(trigger, isOtherwise), dice.Maybe()),
        _ => new Due.Within(Lapse(), Time(trigger, isOtherwise), dice.Maybe()),
    };

    private TriggerTime Time(Trigger trigger, bool isOtherwise)
    {
        if (dice.Maybe(0.2))
        {
            return new TriggerTime.Fixed(Day());
        }

        return isOtherwise && dice.Maybe() ? new TriggerTime.Deadline()
            : trigger is Trigger.OnRequest ? dice.Pick<TriggerTime>(new TriggerTime.Receipt(), new TriggerTime.Dispatch())
            : new TriggerTime.OfAct(trigger.Variable, dice.Pick("start", "end", "announced-start", "announced-end", "naming"));
    }

    private TimeExpression Day() => dice.Pick(
        new TimeExpression(new Anchor.Date(new LocalDate(1991, 6, dice.Between(1, 28)))),
        new TimeExpression(new Anchor.EntryIntoForce(), new Lapse(dice.Between(1, 9), LapseUnit.Month, Rounding())));
}
