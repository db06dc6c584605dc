using Detente.Quantities;
using Detente.Time;

namespace Detente.Agreement.Model;

/// <summary>What a clause says. Each case is one sentence form: one rule of grammar, one paragraph of docs/language.md, one evaluator.</summary>
public abstract record Sentence;

/// <summary>
/// <c>each Party may have at most 180 warheads on deployed intermediate-range missiles</c>; <c>no Party may have
/// shorter-range missiles</c> is the same with 0.
/// </summary>
/// <param name="Bearer">Who.</param>
/// <param name="Items">The items counted, each once if it falls under any of them.</param>
/// <param name="Property">The numeric property summed over the items, or <c>null</c> for a count.</param>
/// <param name="Phases">The limits and when each holds. One phase without times is a plain limit.</param>
public sealed record Limit(Bearer Bearer, ValueList<ItemSelector> Items, string? Property, ValueList<Phase> Phases) : Sentence;

/// <summary>A limit and the part of the clause's time in which it holds.</summary>
/// <param name="Max">The largest number allowed.</param>
/// <param name="From">When it begins; <c>null</c> for the clause's own beginning.</param>
/// <param name="Until">When it ends; <c>null</c> for the clause's own end.</param>
public sealed record Phase(int Max, TimeExpression? From = null, TimeExpression? Until = null);

/// <summary><c>no Party may conduct a flight-test of an intermediate-range missile, unless it is a booster launch</c>.</summary>
/// <param name="Bearer">Who.</param>
/// <param name="Acts">The acts.</param>
/// <param name="Unless">Acts that are not meant.</param>
public sealed record Ban(Bearer Bearer, ValueList<ActSelector> Acts, ValueList<ActSelector> Unless) : Sentence;

/// <summary>
/// <c>no shorter-range missile may be located at a missile operating base</c>; <c>launchers of shorter-range missiles may
/// be located only at elimination facilities or in transit</c>. Binds every party.
/// </summary>
/// <param name="Items">The items.</param>
/// <param name="Only">True when the places are the only ones allowed, false when they are forbidden.</param>
/// <param name="Places">The places.</param>
/// <param name="OrInTransit">True when being in transit is named too (with <paramref name="Only"/>).</param>
public sealed record Location(ValueList<ItemSelector> Items, bool Only, ValueList<PlaceSelector> Places, bool OrInTransit) : Sentence;

/// <summary>Places a location clause names.</summary>
public abstract record PlaceSelector
{
    /// <summary>Whose territory it tells places by, or <c>null</c>.</summary>
    public TerritoryOf? Whose => this switch
    {
        InReachOf reach => reach.Territory,
        NearBorder near => near.Territory,
        Within within => within.Territory,
        Outside outside => outside.Territory,
        _ => null,
    };

    /// <summary><c>at an elimination facility</c>.</summary>
    public sealed record OfKind(string SiteTerm) : PlaceSelector;

    /// <summary><c>in zone North</c>.</summary>
    public sealed record InZone(string Zone) : PlaceSelector;

    /// <summary><c>within 300 km of a missile operating base</c>.</summary>
    public sealed record Near(decimal Kilometres, string SiteTerm) : PlaceSelector;

    /// <summary><c>at an elimination facility within 1000 km of an elimination facility that holds launchers of shorter-range missiles</c>.</summary>
    public sealed record OfKindNearHolder(string SiteTerm, decimal Kilometres, string OtherSiteTerm, ItemSelector Holding) : PlaceSelector;

    /// <summary><c>where it can reach the territory of another Party</c>: where its range is at least the distance to it. Only forbidden, never the only place allowed.</summary>
    public sealed record InReachOf(TerritoryOf Territory) : PlaceSelector;

    /// <summary><c>within 300 km of the border of another Party</c>, on either side.</summary>
    public sealed record NearBorder(decimal Kilometres, TerritoryOf Territory) : PlaceSelector;

    /// <summary><c>in the territory of another Party</c>.</summary>
    public sealed record Within(TerritoryOf Territory) : PlaceSelector;

    /// <summary><c>outside the national territory of the Party that has it</c>.</summary>
    public sealed record Outside(TerritoryOf Territory) : PlaceSelector;
}

/// <summary>Whose territory a place is told by.</summary>
public abstract record TerritoryOf
{
    /// <summary><c>another Party</c>: any but the one that has the item.</summary>
    public sealed record AnotherParty : TerritoryOf;

    /// <summary><c>the Party that has it</c>.</summary>
    public sealed record Holder : TerritoryOf;

    /// <summary>By the code of a party, or the name of a territory.</summary>
    public sealed record Named(string Territory) : TerritoryOf;
}

/// <summary>
/// <c>warn when the flight time from an inf-class missile of one Party to the capital of another is under 10 minutes</c>.
/// It binds nobody and has no verdict.
/// </summary>
/// <param name="Items">The items.</param>
/// <param name="To">Whose capital: <see cref="TerritoryOf.AnotherParty"/> or one by name.</param>
/// <param name="Minutes">The flight time it warns of.</param>
/// <param name="AtMost">True when that flight time itself counts, false when only less does.</param>
public sealed record Warning(ValueList<ItemSelector> Items, TerritoryOf To, decimal Minutes, bool AtMost) : Sentence;

/// <summary>
/// <c>when a Party conducts a transit T, that Party must end T within 25 days after T.start</c>; prior notice, reports
/// after the fact, answers to requests.
/// </summary>
/// <param name="Trigger">What brings it about.</param>
/// <param name="Duty">What is owed.</param>
/// <param name="Unless">What lifts it, or <c>null</c>.</param>
/// <param name="Otherwise">What is owed when the link before was not done.</param>
public sealed record TriggeredDuty(Trigger Trigger, Duty Duty, Agreed? Unless, ValueList<Duty> Otherwise) : Sentence;

/// <summary>What brings a duty about.</summary>
/// <param name="Variable">The capital letter the clause knows it by.</param>
public abstract record Trigger(char Variable)
{
    /// <summary>
    /// <c>when a Party conducts an elimination E of a site</c> (edge <c>start</c>), <c>when a transit T ends</c> (edge
    /// <c>end</c>), <c>when a short-notice inspection I reaches I.naming</c> (edge <c>naming</c>).
    /// </summary>
    public sealed record OnAct(char Variable, ActSelector Act, string Edge) : Trigger(Variable);

    /// <summary><c>when a Party receives a request Q for clarification</c>.</summary>
    public sealed record OnRequest(char Variable, string For) : Trigger(Variable);
}

/// <summary>A duty: who, what, and by when.</summary>
/// <param name="Bearer">Who.</param>
/// <param name="Deed">What.</param>
/// <param name="Due">By when.</param>
public sealed record Duty(Bearer Bearer, Deed Deed, Due Due);

/// <summary>What must be done.</summary>
public abstract record Deed
{
    /// <summary><c>send a notification about E to every other Party</c>.</summary>
    /// <param name="Message">Which kind of statement does it.</param>
    /// <param name="About">The trigger's variable.</param>
    /// <param name="ToInspected">True when it goes to the inspected Party, false when to every other Party.</param>
    public sealed record Send(MessageKind Message, char About, bool ToInspected) : Deed;

    /// <summary><c>end T</c>, <c>reach I.site-arrival</c>: the act's named time must come.</summary>
    public sealed record Reach(char Variable, string Time) : Deed;

    /// <summary><c>conduct an elimination inspection of E</c>, <c>attend a meeting about Q</c>: an act about the trigger.</summary>
    public sealed record Conduct(string ActTerm, char About) : Deed;

    /// <summary><c>admit R</c>: the act a request asks for takes place.</summary>
    public sealed record Admit(char Request) : Deed;
}

/// <summary>Which statements count as the message that is owed.</summary>
public enum MessageKind : byte
{
    /// <summary>An announcement of the act.</summary>
    Notification,

    /// <summary>A report of the act.</summary>
    Report,

    /// <summary>An answer about the request; a refusal is not one.</summary>
    Answer,

    /// <summary>An explanation about the act or request.</summary>
    Explanation,
}

/// <summary>By when a deed is due.</summary>
public abstract record Due
{
    /// <summary><c>received at least 30 days before E.announced-start</c>.</summary>
    public sealed record AtLeastBefore(Lapse Lapse, TriggerTime Time, bool ByDispatch) : Due;

    /// <summary><c>within 48 hours after E.end</c>.</summary>
    public sealed record Within(Lapse Lapse, TriggerTime Time, bool ByDispatch) : Due;

    /// <summary><c>without a stated deadline</c>.</summary>
    public sealed record Unstated : Due;
}

/// <summary><c>unless every other Party agrees</c>, <c>unless the inspected Party agrees to 32 hours</c>.</summary>
/// <param name="By">Who must agree, by an answer about the act.</param>
/// <param name="To">The longer time agreed to, or <c>null</c> when the duty is lifted.</param>
public sealed record Agreed(Bearer By, Lapse? To);

/// <summary>
/// <c>each Party must send a data exchange as of entry-into-force, within 30 days after entry-into-force</c>, or
/// <c>as of the end of each 6 months from entry-into-force, within 30 days after that end</c>.
/// </summary>
/// <param name="Bearer">Who.</param>
/// <param name="Exchange">A declaration term.</param>
/// <param name="AsOf">The instant the figures describe, or the anchor of the periods.</param>
/// <param name="Every">The period, or <c>null</c> when it is owed once.</param>
/// <param name="Within">How long after the instant, or after the end of the period.</param>
/// <param name="ByDispatch">True when dispatch counts and not receipt.</param>
public sealed record Periodic(Bearer Bearer, string Exchange, TimeExpression AsOf, Lapse? Every, Lapse Within, bool ByDispatch) : Sentence;

/// <summary>
/// <c>each Party may conduct at most 20 short-notice inspections per treaty-year in years 1 to 3, 15 in years 4 to 8</c>;
/// without a period it is one count over the clause's own time.
/// </summary>
/// <param name="Bearer">Who.</param>
/// <param name="Acts">The acts counted, in the period of their start.</param>
/// <param name="Year">A year term, or <c>null</c> for the clause's own time.</param>
/// <param name="Steps">The numbers and the years each is for.</param>
public sealed record Quota(Bearer Bearer, ActSelector Acts, string? Year, ValueList<QuotaStep> Steps) : Sentence;

/// <summary>A number of acts and the years it is for.</summary>
/// <param name="Max">The largest number allowed in one year.</param>
/// <param name="FirstYear">1 for the first; <c>null</c> for every year.</param>
/// <param name="LastYear">Included.</param>
public sealed record QuotaStep(int Max, int? FirstYear, int? LastYear);

/// <summary><c>each Party may conduct in one basing country at most half of the quota of XI.5</c>.</summary>
/// <param name="Bearer">Who.</param>
/// <param name="OfClause">A clause with a quota by year.</param>
public sealed record QuotaShare(Bearer Bearer, string OfClause) : Sentence;

/// <summary>
/// <c>each Party may conduct a baseline inspection on request</c>, or <c>when a Party conducts an elimination E of a
/// site, every other Party may conduct a close-out inspection of E within 60 days after E.announced-start</c>. The
/// bearer is the party asked, who must admit.
/// </summary>
/// <param name="Act">The act there is a right to.</param>
/// <param name="About">What it must follow, or <c>null</c>.</param>
/// <param name="AdmitWithin">How long the party asked has to admit it after receipt of the request; <c>null</c> when not stated.</param>
/// <param name="Window">How long after the trigger it may be used; <c>null</c> when not stated.</param>
public sealed record Right(string Act, Trigger? About, Lapse? AdmitWithin, Due.Within? Window) : Sentence;

/// <summary><c>a Party may withdraw 6 months after receipt of notice, stating reasons</c>.</summary>
/// <param name="After">How long after receipt of the notice by every other Party (or its dispatch).</param>
/// <param name="StatingReasons">True when the notice must state reasons.</param>
/// <param name="ByDispatch">True when dispatch counts and not receipt.</param>
public sealed record Leaving(Lapse After, bool StatingReasons, bool ByDispatch) : Sentence;
