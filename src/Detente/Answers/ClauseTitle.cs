using Detente.Agreement.Model;
using Detente.Agreement.Text;

namespace Detente.Answers;

/// <summary>A clause in a few words, for a table: what is owed or forbidden, without when it binds and without exceptions. The clause's own words are on the page of <c>explain</c>.</summary>
public sealed class ClauseTitle(Instrument agreement)
{
    private const int AlternativesShown = 2;

    private readonly Wording _wording = new(agreement);

    /// <summary>The few words.</summary>
    public string Of(Clause clause) => clause.Sentence switch
    {
        Limit { Property: null, Phases: [{ Max: 0 }] } limit => $"no {Items(limit.Items)}",
        Limit { Property: { } property } limit => $"at most {Numbers(limit)} {property} on {Items(limit.Items)}",
        Limit limit => $"at most {Numbers(limit)} {Items(limit.Items)}",
        Ban ban => $"no {Acts(ban.Acts, one: true)}",
        Location { Only: true } location => $"{Items(location.Items)} only {Places(location)}",
        Location location => $"no {Items(location.Items)} {Places(location)}",
        TriggeredDuty duty => Duty(duty),
        Periodic { Every: { } every } periodic => $"{periodic.Exchange} every {every}",
        Periodic periodic => $"{periodic.Exchange}, once, within {periodic.Within}",
        Quota quota => $"at most {string.Join(", then ", quota.Steps.Select(step => step.Max))} {Acts([quota.Acts])}{(quota.Year is null ? "" : $" per {quota.Year}")}",
        QuotaShare share => $"at most half of {share.OfClause} in one country",
        Right { AdmitWithin: { } within } right => $"admit {Plural(right.Act)} within {within}",
        Right right => $"admit {Plural(right.Act)}",
        Leaving leaving => $"withdrawal {leaving.After} after notice",
        _ => "",
    };

    private static string Numbers(Limit limit) => string.Join(", then ", limit.Phases.Select(phase => phase.Max));

    private string Duty(TriggeredDuty duty)
    {
        var cause = Cause(duty.Trigger);
        var what = (duty.Duty.Deed, duty.Trigger) switch
        {
            (Deed.Send send, Trigger.OnRequest) => $"{Low(send.Message)} to {cause}",
            (Deed.Send send, _) => $"{Low(send.Message)} of {cause}",
            (Deed.Reach { Time: "end" }, _) => $"{cause} ended",
            (Deed.Reach reach, _) => $"{reach.Time} of {cause}",
            (Deed.Conduct conduct, Trigger.OnRequest { For: var asked }) when conduct.ActTerm == asked => $"{asked} on request",
            (Deed.Conduct conduct, Trigger.OnRequest) => $"{conduct.ActTerm} about {cause}",
            (Deed.Conduct conduct, _) => $"{conduct.ActTerm} of {cause}",
            (_, Trigger.OnRequest { For: var asked }) => $"{asked} admitted",
            _ => $"{cause} admitted",
        };
        return duty.Duty.Due switch
        {
            Due.AtLeastBefore before => $"{what} {before.Lapse} before",
            Due.Within within => $"{what} within {within.Lapse}",
            _ => what,
        };
    }

    private static string Low(MessageKind kind) => kind.ToString().ToLowerInvariant();

    private string Cause(Trigger trigger) => trigger switch
    {
        Trigger.OnAct on => Acts([on.Act]),
        Trigger.OnRequest { For: var what } => $"requests for {what}",
        _ => "",
    };

    private string Acts(IReadOnlyList<ActSelector> acts, bool one = false)
    {
        // "flight-tests of A or flight-tests of B" is said once.
        var groups = acts.GroupBy(act => (act.Term, act.Variant)).Select(group =>
        {
            var items = group.SelectMany(act => act.Items).ToList();
            return (one ? group.Key.Term : Plural(group.Key.Term))
                + (group.Key.Variant is null ? "" : $" {group.Key.Variant}")
                + (items.Count == 0 ? "" : $" of {Items(items)}");
        });
        return Alternatives(groups, "kinds of acts");
    }

    private string Items(IReadOnlyList<ItemSelector> items)
    {
        // So is "launchers of A or launchers of B".
        var groups = items.GroupBy(item => (item.State, item.Term, Whole: item.For is null)).Select(group =>
        {
            var of = group.Select(item => item.For).OfType<ItemSelector>().ToList();
            return (group.Key.State is null ? "" : $"{group.Key.State} ") + Plural(group.Key.Term) + (of.Count == 0 ? "" : $" of {Items(of)}");
        });
        return Alternatives(groups, "kinds of items");
    }

    private string Places(Location location)
    {
        var places = location.Places.Select(place => place switch
        {
            PlaceSelector.OfKind kind => $"at {Plural(kind.SiteTerm)}",
            PlaceSelector.InZone zone => $"in zone {zone.Zone}",
            PlaceSelector.Near near => $"within {near.Kilometres} km of {Plural(near.SiteTerm)}",
            PlaceSelector.OfKindNearHolder holder => $"at {Plural(holder.SiteTerm)} within {holder.Kilometres} km of others with {Item(holder.Holding)}",
            PlaceSelector.InReachOf reach => $"within reach of the territory of {Whose(reach.Territory)}",
            PlaceSelector.NearBorder near => $"within {near.Kilometres} km of the border of {Whose(near.Territory)}",
            PlaceSelector.Within within => $"in the territory of {Whose(within.Territory)}",
            PlaceSelector.Outside outside => $"outside the territory of {Whose(outside.Territory)}",
            _ => "",
        });
        var said = Alternatives(places, "kinds of sites");
        return location.OrInTransit ? $"{said} or in transit" : said;
    }

    private string Whose(TerritoryOf of) => of switch
    {
        TerritoryOf.AnotherParty => "another Party",
        TerritoryOf.Holder => "the Party that has it",
        TerritoryOf.Named named => _wording.BareName(named.Territory),
        _ => "",
    };

    private string Item(ItemSelector item) => Items([item]);

    /// <summary>All of them, or the first and how many more: a title says what a clause is about, not all it names.</summary>
    private static string Alternatives(IEnumerable<string> names, string what)
    {
        var list = names.ToList();
        return list.Count <= AlternativesShown ? string.Join(" or ", list) : $"{list[0]} or {list.Count - 1} other {what}";
    }

    private string Plural(string name) => _wording.Plural(name);
}
