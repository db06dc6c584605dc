using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.3: where items may be. One instance for each type and place, and one without name.</summary>
internal sealed class LocationForm(World world, Clause clause, Location location, string party) : Form(world, clause, party)
{
    /// <summary>7.3: a type was at a place at a time, certainly or perhaps.</summary>
    private sealed record Fact(string Type, string Place, string? State, EventTime Time, bool IsCertain, Word? Word, Act? Act)
    {
        public string Name => $"{Type} at {Place}";
    }

    public IEnumerable<Instance> Instances()
    {
        var facts = World.Parties.ToDictionary(x => x, x => Facts(x).ToList());
        return facts.Values.SelectMany(list => list).Select(fact => fact.Name).Distinct()
            .Select(name => Of(name, facts)).OfType<Instance>()
            .Prepend(Unseen(
                window => World.Covered.Locations(location.Items, Party, window),
                since => Need(Verb.Declares, Party, location.Items[0].Term, since),
                NoneSeen));
    }

    /// <summary>7.2, 7.3: kept where 6.1 says not triggered.</summary>
    private Outcome NoneSeen(string x, long at) =>
        new(Verdict.Kept, UpTo(x, at).Select(window => (long?)window.From).FirstOrDefault()) { Basis = World.Covered.BasisOfLocations(location.Items, Party, UpTo(x, at)) };

    /// <summary>7.3: listed if in some account membership and inside base are not false for some fact, from the least first tick on.</summary>
    private Instance? Of(string name, Dictionary<string, List<Fact>> all)
    {
        var births = from x in World.Parties
                     from fact in all[x]
                     where fact.Name == name && Selected(fact, x).And(InBase(x, fact.Time)) != Truth.False
                     select (long?)fact.Time.FirstTick;
        return births.Min() is { } birth
            ? new Instance(
                name,
                birth,
                (x, at) => Judge([.. all[x].Where(fact => fact.Name == name)], all[x], x, at),
                x => all[x].SelectMany(fact => new[] { fact.Time.FirstTick, fact.Time.LastTick }))
            : null;
    }

    /// <summary>7.3: any bad: not kept; else any that may be: undetermined; else kept; no fact: not triggered.</summary>
    private Outcome Judge(IReadOnlyList<Fact> facts, IReadOnlyList<Fact> others, string x, long at)
    {
        var judged = (from fact in facts
                      let inside = InBase(x, fact.Time).And(InBound(x, fact.Time))
                      where inside != Truth.False && fact.Time.FirstTick <= at
                      select (Fact: fact, Bad: IsBad(fact, others, x).And(inside))).ToList();
        if (judged.Count == 0)
        {
            return Outcome.NotTriggered;
        }

        var certain = judged.Where(one => one.Bad == Truth.True && one.Fact.Time.LastTick <= at).Select(one => (long?)one.Fact.Time.FirstTick).Min();
        var outcome = certain is { } since ? new Outcome(Verdict.NotKept, since)
            : judged.Any(one => one.Bad != Truth.False) ? new Outcome(Verdict.Undetermined)
            : new Outcome(Verdict.Kept);
        var (type, place) = (facts[0].Type, facts[0].Place);
        var missile = location.Places.Any(one => one is PlaceSelector.InReachOf) ? Accounts.Property(type, x, "missile-type") : null;
        return outcome with
        {
            Basis = Weakest(judged.Select(one => one.Fact.Act is { } act ? World.Bases.Of(act, Party) : World.Bases.Of(one.Fact.Word!, Party))),
            Cites = [.. judged.SelectMany(one => one.Fact.Act is { } act ? Bases.Cited(act) : [one.Fact.Word!]), .. Accounts.TypeWords(type),
                .. missile is null ? [] : Accounts.TypeWords(Accounts.Type(missile)),
                .. World.Places.Words(place), .. location.Places.SelectMany(Territories).SelectMany(World.Places.Readings)],
            Need = Need(Verb.Declares, Party, place),
        };
    }

    /// <summary>7.3: selected, at a place that is not allowed, certainly.</summary>
    private Truth IsBad(Fact fact, IReadOnlyList<Fact> others, string x)
    {
        var named = location.Places.Select(place => Holds(place, fact, others, x)).Aggregate(Truth.False, Kleene.Or);
        return Selected(fact, x).And(location.Only ? named.Not() : named).And(fact.IsCertain ? Truth.True : Truth.Unknown);
    }

    private Truth Selected(Fact fact, string x) => World.Membership.SelectedInState(fact.Type, fact.State, location.Items, x);

    /// <summary>7.3: whether a place is one a selector names.</summary>
    private Truth Holds(PlaceSelector selector, Fact fact, IReadOnlyList<Fact> facts, string x) => (selector, fact.Place) switch
    {
        (PlaceSelector.OfKind kind, var place) => World.Places.IsOfKind(place, kind.SiteTerm),
        (PlaceSelector.InZone zone, var place) => World.Places.IsInZone(place, zone.Zone, x),
        (PlaceSelector.Near near, var place) => World.Places.IsNear(place, near.Kilometres, near.SiteTerm, _ => Truth.True),
        (PlaceSelector.OfKindNearHolder holder, var place) => World.Places.IsOfKind(place, holder.SiteTerm)
            .And(World.Places.IsNear(place, holder.Kilometres, holder.OtherSiteTerm, other => HoldsAt(other, holder.Holding, facts, x))),
        (PlaceSelector.InReachOf reach, var place) => Any(reach.Territory, territory => World.Places.IsReached(place, territory, Accounts.Range(fact.Type, x), x)),
        (PlaceSelector.NearBorder near, var place) => Any(near.Territory, territory => World.Places.IsNearBorder(place, territory, near.Kilometres, x)),
        (PlaceSelector.Within within, var place) => Any(within.Territory, territory => World.Places.IsInTerritory(place, territory, x)),
        (PlaceSelector.Outside outside, var place) => Any(outside.Territory, territory => World.Places.IsInTerritory(place, territory, x)).Not(),
        _ => throw new InvalidOperationException($"No rule for {selector}."),
    };

    /// <summary>7.3: of several parties' territories, some must hold.</summary>
    private Truth Any(TerritoryOf whose, Func<string, Truth> holds) => Whose(whose).Select(holds).Aggregate(Truth.False, Kleene.Or);

    private IEnumerable<string> Whose(TerritoryOf whose) => whose switch
    {
        TerritoryOf.AnotherParty => World.Parties.Where(other => other != Party),
        TerritoryOf.Holder => [Party],
        TerritoryOf.Named named => [named.Territory],
        _ => throw new InvalidOperationException($"No rule for {whose}."),
    };

    /// <summary>7.3: the territories a selector tells places by, by itself or through a zone.</summary>
    private IEnumerable<string> Territories(PlaceSelector selector) => selector switch
    {
        PlaceSelector.InReachOf reach => Whose(reach.Territory),
        PlaceSelector.NearBorder near => Whose(near.Territory),
        PlaceSelector.Within within => Whose(within.Territory),
        PlaceSelector.Outside outside => Whose(outside.Territory),
        PlaceSelector.InZone zone => World.Places.TerritoriesIn(zone.Zone),
        _ => [],
    };

    /// <summary>7.3: some fact there is certain and selected; else it cannot be told.</summary>
    private Truth HoldsAt(string place, ItemSelector holding, IReadOnlyList<Fact> facts, string x) =>
        facts.Any(fact => fact.Place == place && fact.IsCertain && World.Membership.SelectedInState(fact.Type, fact.State, [holding], x) == Truth.True)
            ? Truth.True
            : Truth.Unknown;

    /// <summary>7.3: facts of the party in an account: lines with place, and acts that remove or move.</summary>
    private IEnumerable<Fact> Facts(string x)
    {
        foreach (var word in World.Words.Where(word => word.IsOf(Party) || word.IsOf(x) || World.Knowledge.IsFinding(word) || World.Knowledge.IsNeutralWord(word)))
        {
            if (word.Content is Holdings holdings && holdings.Of == Party)
            {
                foreach (var line in holdings.Lines.Where(line => line.Place is not null && line.Amount.High is not <= 0))
                {
                    yield return new Fact(Accounts.Type(line.Item), line.Place!, line.State, holdings.AsOf, line.Amount.Low > 0, word, null);
                }
            }
        }

        foreach (var act in Accounts.Acts().Where(act => act.Actor == Party && Accounts.Happened(act, x) != Truth.False))
        {
            var isCertain = Accounts.Happened(act, x) == Truth.True;
            var (type, place, from) = (Accounts.Item(act, x), Accounts.Place(act, x), Accounts.FromPlace(act, x));
            var (start, end) = (Accounts.Time(act, x, "start"), Accounts.Time(act, x, "end"));
            var effect = World.Term<ActTerm>(Accounts.Kind(act, x))?.Effect;
            var seen = (effect, type) switch
            {
                (_, null) => [],
                (HoldingsEffect.Removes, _) => [(place, start)],
                (HoldingsEffect.Moves, _) => [(from, start), (place, end)],
                _ => Array.Empty<(string?, EventTime?)>(),
            };
            foreach (var (where, when) in seen.Where(one => one.Item1 is not null && one.Item2 is not null))
            {
                yield return new Fact(type!, where!, null, when!.Value, isCertain, null, act);
            }
        }
    }
}
