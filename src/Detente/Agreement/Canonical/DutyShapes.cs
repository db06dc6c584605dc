using Detente.Agreement.Model;

namespace Detente.Agreement.Canonical;

/// <summary>What brings a duty about, what is owed, and by when.</summary>
internal static class DutyShapes
{
    /// <summary><c>{"kind": "act", "variable": "E", "act": {…}, "edge": "start"}</c>.</summary>
    public static readonly Shape<Trigger> Trigger = new UnionShape<Trigger>("trigger", "kind", "What brings a duty about, and the letter the clause knows it by.")
        .Case<Trigger.OnAct>("act", "An act reaches one of its times.", f => new(
            f.Required("variable", Leaf.Variable, t => t.Variable),
            f.Required("act", ClauseShapes.Acts, t => t.Act),
            f.Required("edge", Leaf.Text, t => t.Edge)))
        .Case<Trigger.OnRequest>("request", "A request is received.", f => new(
            f.Required("variable", Leaf.Variable, t => t.Variable),
            f.Required("for", Leaf.Text, t => t.For)));

    private static readonly Shape<MessageKind> Message = Leaf.Word(
        (MessageKind.Notification, "notification"),
        (MessageKind.Report, "report"),
        (MessageKind.Answer, "answer"),
        (MessageKind.Explanation, "explanation"));

    private static readonly Shape<Deed> Deed = new UnionShape<Deed>("deed", "kind", "What must be done.")
        .Case<Deed.Send>("send", "A message about the trigger, to every other party or to the inspected one.", f => new(
            f.Required("message", Message, d => d.Message),
            f.Required("about", Leaf.Variable, d => d.About),
            f.Flag("to-inspected-party", d => d.ToInspected)))
        .Case<Deed.Reach>("reach", "A named time of the act must come.", f => new(
            f.Required("variable", Leaf.Variable, d => d.Variable),
            f.Required("time", Leaf.Text, d => d.Time)))
        .Case<Deed.Conduct>("conduct", "An act about the trigger.", f => new(
            f.Required("act", Leaf.Text, d => d.ActTerm),
            f.Required("about", Leaf.Variable, d => d.About)))
        .Case<Deed.Admit>("admit", "What the request asks for takes place.", f => new(
            f.Required("request", Leaf.Variable, d => d.Request)));

    private static readonly Shape<Due> Due = new UnionShape<Due>("due", "kind", "By when.")
        .Case<Due.AtLeastBefore>("at-least-before", "At least so long before an instant.", f => new(
            f.Required("lapse", TimeShapes.Lapse, d => d.Lapse),
            f.Required("time", TimeShapes.OfTrigger, d => d.Time),
            f.Flag("by-dispatch", d => d.ByDispatch)))
        .Case<Due.Within>("within", "Within so long after an instant.", Within)
        .Case<Due.Unstated>("unstated", "Without a stated deadline.", f => new());

    /// <summary><c>{"bearer": …, "deed": …, "due": …}</c>.</summary>
    public static readonly Shape<Duty> Duty = new ObjectShape<Duty>("duty", "Who, what, and by when.", f => new(
        f.Required("bearer", ClauseShapes.Bearer, d => d.Bearer),
        f.Required("deed", Deed, d => d.Deed),
        f.Required("due", Due, d => d.Due)));

    /// <summary>A stretch of time after an instant, where no other kind of due can stand.</summary>
    public static readonly Shape<Due.Within> Window = new ObjectShape<Due.Within>("window", "A stretch of time after an instant.", Within);

    /// <summary><c>{"by": {"kind": "inspected-party"}, "to": {"count": 32, "unit": "hour"}}</c>.</summary>
    public static readonly Shape<Agreed> Agreed = new ObjectShape<Agreed>("agreed", "Who must agree, and to which longer time; without one the duty is lifted.", f => new(
        f.Required("by", ClauseShapes.Bearer, a => a.By),
        f.OptionalValue("to", TimeShapes.Lapse, a => a.To)));

    private static Due.Within Within(Fields<Due.Within> f) => new(
        f.Required("lapse", TimeShapes.Lapse, d => d.Lapse),
        f.Required("time", TimeShapes.OfTrigger, d => d.Time),
        f.Flag("by-dispatch", d => d.ByDispatch));
}
