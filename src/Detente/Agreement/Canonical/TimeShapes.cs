using Detente.Agreement.Model;
using Detente.Time;

namespace Detente.Agreement.Canonical;

/// <summary>Spans of time, instants the agreement fixes, and times of a trigger.</summary>
internal static class TimeShapes
{
    private static readonly Shape<LapseUnit> Unit = Leaf.Word(
        (LapseUnit.Minute, "minute"),
        (LapseUnit.Hour, "hour"),
        (LapseUnit.Day, "day"),
        (LapseUnit.Week, "week"),
        (LapseUnit.Month, "month"),
        (LapseUnit.Year, "year"));

    private static readonly Shape<MonthEnd> Rounding = Leaf.Word(
        (MonthEnd.EndOfMonth, "end-of-month"),
        (MonthEnd.StartOfNextMonth, "start-of-next-month"));

    /// <summary><c>{"count": 29, "unit": "month"}</c>.</summary>
    public static readonly Shape<Lapse> Lapse = new ObjectShape<Lapse>(
        "lapse",
        "A span of time as the text states it. Rounding says where a month or year leads when the day has no counterpart.",
        f => new(
            f.Required("count", Leaf.Count, l => l.Count),
            f.Required("unit", Unit, l => l.Unit),
            f.Unless(MonthEnd.Unstated, "rounding", Rounding, l => l.Rounding)));

    private static readonly Shape<Anchor> AnchorOf = new UnionShape<Anchor>("anchor", "kind", "What a fixed instant is counted from.")
        .Case<Anchor.Signature>("signature", "The date of signature.", f => new())
        .Case<Anchor.EntryIntoForce>("entry-into-force", "The date of entry into force.", f => new())
        .Case<Anchor.Date>("date", "The start of a UTC day.", f => new(
            f.Required("date", Leaf.Date, a => a.Day)));

    /// <summary><c>{"anchor": {"kind": "entry-into-force"}, "offset": …}</c>.</summary>
    public static readonly Shape<TimeExpression> Expression = new ObjectShape<TimeExpression>(
        "time",
        "An instant the agreement fixes: an anchor, and how far after it (or before it).",
        f => new(
            f.Required("anchor", AnchorOf, t => t.Anchor),
            f.OptionalValue("offset", Lapse, t => t.Offset),
            f.Flag("before", t => t.Before)));

    /// <summary><c>{"kind": "act", "variable": "E", "time": "announced-start"}</c>.</summary>
    public static readonly Shape<TriggerTime> OfTrigger = new UnionShape<TriggerTime>("trigger-time", "kind", "A time of what brings a duty about, or a fixed one.")
        .Case<TriggerTime.OfAct>("act", "A named time of the act the variable stands for.", f => new(
            f.Required("variable", Leaf.Variable, t => t.Variable),
            f.Required("time", Leaf.Text, t => t.Time)))
        .Case<TriggerTime.Receipt>("receipt", "Receipt of the message by who must act.", f => new())
        .Case<TriggerTime.Dispatch>("dispatch", "When the message was made.", f => new())
        .Case<TriggerTime.Deadline>("deadline", "The deadline of the link before this one.", f => new())
        .Case<TriggerTime.Fixed>("fixed", "An instant the agreement fixes.", f => new(
            f.Required("time", Expression, t => t.Time)));
}
