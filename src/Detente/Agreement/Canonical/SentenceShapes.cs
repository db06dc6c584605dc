using Detente.Agreement.Model;

namespace Detente.Agreement.Canonical;

/// <summary>The sentence forms, each by its <c>form</c>.</summary>
internal static class SentenceShapes
{
    private static readonly Shape<Phase> Phase = new ObjectShape<Phase>("phase", "A limit and the part of the clause's time in which it holds.", f => new(
        f.Required("max", Leaf.Count, p => p.Max),
        f.Optional("from", TimeShapes.Expression, p => p.From),
        f.Optional("until", TimeShapes.Expression, p => p.Until)));

    private static readonly Shape<QuotaStep> Step = new ObjectShape<QuotaStep>("step", "A number of acts and the years it is for, both included; 1 is the first.", f => new(
        f.Required("max", Leaf.Count, s => s.Max),
        f.OptionalValue("first-year", Leaf.Count, s => s.FirstYear),
        f.OptionalValue("last-year", Leaf.Count, s => s.LastYear)));

    private static readonly Shape<PlaceSelector> Place = new UnionShape<PlaceSelector>("place", "kind", "Places a location clause names.")
        .Case<PlaceSelector.OfKind>("site", "At a site of a kind.", f => new(
            f.Required("site", Leaf.Text, p => p.SiteTerm)))
        .Case<PlaceSelector.InZone>("zone", "Within a zone.", f => new(
            f.Required("zone", Leaf.Text, p => p.Zone)))
        .Case<PlaceSelector.Near>("near", "Within a distance of a site of a kind.", f => new(
            f.Required("within-km", Leaf.Decimal, p => p.Kilometres),
            f.Required("site", Leaf.Text, p => p.SiteTerm)))
        .Case<PlaceSelector.OfKindNearHolder>("site-near-holder", "At a site of a kind, within a distance of a site of another kind that holds items.", f => new(
            f.Required("site", Leaf.Text, p => p.SiteTerm),
            f.Required("within-km", Leaf.Decimal, p => p.Kilometres),
            f.Required("other-site", Leaf.Text, p => p.OtherSiteTerm),
            f.Required("holding", ClauseShapes.Items, p => p.Holding)))
        .Case<PlaceSelector.InReachOf>("in-reach-of", "Where the item's range is at least the distance to a territory.", f => new(
            f.Required("territory", RegionShapes.Territory, p => p.Territory)))
        .Case<PlaceSelector.NearBorder>("near-border", "Within a distance of a territory's border, on either side.", f => new(
            f.Required("within-km", Leaf.Decimal, p => p.Kilometres),
            f.Required("territory", RegionShapes.Territory, p => p.Territory)))
        .Case<PlaceSelector.Within>("within-territory", "In a territory.", f => new(
            f.Required("territory", RegionShapes.Territory, p => p.Territory)))
        .Case<PlaceSelector.Outside>("outside-territory", "Outside a territory.", f => new(
            f.Required("territory", RegionShapes.Territory, p => p.Territory)));

    /// <summary><c>{"form": "limit", "bearer": {"kind": "each-party"}, "items": […], "phases": [{"max": 180}]}</c>.</summary>
    public static readonly Shape<Sentence> Sentence = new UnionShape<Sentence>("sentence", "form", "What a clause says.")
        .Case<Limit>("limit", "At most so many items, or so much of a property summed over them.", f => new(
            f.Required("bearer", ClauseShapes.Bearer, s => s.Bearer),
            f.List("items", ClauseShapes.Items, s => s.Items),
            f.Optional("property", Leaf.Text, s => s.Property),
            f.List("phases", Phase, s => s.Phases)))
        .Case<Ban>("ban", "None of these acts, except those.", f => new(
            f.Required("bearer", ClauseShapes.Bearer, s => s.Bearer),
            f.List("acts", ClauseShapes.Acts, s => s.Acts),
            f.ListIfAny("unless", ClauseShapes.Acts, s => s.Unless)))
        .Case<Location>("location", "Items may not be at these places, or (only) nowhere else.", f => new(
            f.List("items", ClauseShapes.Items, s => s.Items),
            f.Flag("only", s => s.Only),
            f.ListIfAny("places", Place, s => s.Places),
            f.Flag("or-in-transit", s => s.OrInTransit)))
        .Case<TriggeredDuty>("triggered-duty", "A duty an act or a message brings about, and what is owed when it was not done.", f => new(
            f.Required("trigger", DutyShapes.Trigger, s => s.Trigger),
            f.Required("duty", DutyShapes.Duty, s => s.Duty),
            f.Optional("unless", DutyShapes.Agreed, s => s.Unless),
            f.ListIfAny("otherwise", DutyShapes.Duty, s => s.Otherwise)))
        .Case<Periodic>("periodic", "A declaration owed once, or after each period.", f => new(
            f.Required("bearer", ClauseShapes.Bearer, s => s.Bearer),
            f.Required("exchange", Leaf.Text, s => s.Exchange),
            f.Required("as-of", TimeShapes.Expression, s => s.AsOf),
            f.OptionalValue("every", TimeShapes.Lapse, s => s.Every),
            f.Required("within", TimeShapes.Lapse, s => s.Within),
            f.Flag("by-dispatch", s => s.ByDispatch)))
        .Case<Quota>("quota", "At most so many acts, in each year or over the clause's own time.", f => new(
            f.Required("bearer", ClauseShapes.Bearer, s => s.Bearer),
            f.Required("acts", ClauseShapes.Acts, s => s.Acts),
            f.Optional("year", Leaf.Text, s => s.Year),
            f.List("steps", Step, s => s.Steps)))
        .Case<QuotaShare>("quota-share", "At most half of a quota in one basing country.", f => new(
            f.Required("bearer", ClauseShapes.Bearer, s => s.Bearer),
            f.Required("of-clause", Leaf.Text, s => s.OfClause)))
        .Case<Right>("right", "A right to an act, which the party asked must admit.", f => new(
            f.Required("act", Leaf.Text, s => s.Act),
            f.Optional("about", DutyShapes.Trigger, s => s.About),
            f.OptionalValue("admit-within", TimeShapes.Lapse, s => s.AdmitWithin),
            f.Optional("window", DutyShapes.Window, s => s.Window)))
        .Case<Leaving>("leaving", "Withdrawal, so long after notice.", f => new(
            f.Required("after", TimeShapes.Lapse, s => s.After),
            f.Flag("stating-reasons", s => s.StatingReasons),
            f.Flag("by-dispatch", s => s.ByDispatch)))
        .Case<Warning>("warning", "Warns of a short flight time from an item to a capital; binds nobody.", f => new(
            f.List("items", ClauseShapes.Items, s => s.Items),
            f.Required("to", RegionShapes.Territory, s => s.To),
            f.Required("minutes", Leaf.Decimal, s => s.Minutes),
            f.Flag("at-most", s => s.AtMost)));
}
