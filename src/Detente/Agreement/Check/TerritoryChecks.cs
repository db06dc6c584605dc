using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Diagnostics;
using Detente.Geography.Borders;

namespace Detente.Agreement.Check;

/// <summary>Clauses that need territories, capitals or ranges, and regions told by themselves.</summary>
internal sealed class TerritoryChecks(Desk desk)
{
    private readonly HashSet<string> _territories = [.. desk.Instrument.Terms.OfType<TerritoryTerm>().Select(term => term.Of)];
    private readonly HashSet<string> _capitals = [.. desk.Instrument.Terms.OfType<CapitalTerm>().Select(term => term.Of)];

    public void Run()
    {
        foreach (var clause in desk.Instrument.Clauses)
        {
            switch (clause.Sentence)
            {
                case Location location:
                    foreach (var place in location.Places)
                    {
                        Place(clause, location, place);
                    }

                    break;
                case Warning warning:
                    Needs(clause, warning.To, _capitals, "capital");
                    break;
            }
        }

        foreach (var term in desk.Instrument.Terms)
        {
            if (RegionOf(term) is { } region)
            {
                Region(term, region);
            }
            else if (term is CapitalTerm capital)
            {
                Capital(capital);
            }
        }
    }

    private void Capital(CapitalTerm capital)
    {
        if (capital.City is { } city && Gazetteer.World.Find(city) is var found && !found.TryGet(out _, out var problem))
        {
            desk.AtTerm(AgreementCodes.LandUnknown, desk.Positions.Of(capital), problem, [.. found.Suggestions.Select(near => $"city {near}")]);
        }

        if (capital.Point is { } point)
        {
            InRange(capital, RegionFaults.Of(point));
        }
    }

    private void Place(Clause clause, Location location, PlaceSelector place)
    {
        if (place.Whose is { } whose)
        {
            Needs(clause, whose, _territories, "territory");
        }

        if (place is PlaceSelector.InReachOf)
        {
            foreach (var item in location.Items.Select(selector => desk.ItemOf(selector.Term)).OfType<ItemTerm>().Distinct().Where(item => !item.Properties.Contains("range") && !item.Properties.Contains("missile-type")))
            {
                TermChecks.Unknown(item, "range", message => desk.AtClause(AgreementCodes.PropertyUnknown, clause, desk.Positions.Of(place), message.Text, message.WaysOut));
            }
        }
    }

    private void Needs(Clause clause, TerritoryOf whose, HashSet<string> declared, string what)
    {
        var span = desk.Positions.Of(whose);
        if (whose is TerritoryOf.Named named)
        {
            // A name that is neither a party's nor declared was reported where it was read.
            if (!declared.Contains(named.Territory) && IsParty(named.Territory))
            {
                Missing(clause, span, named.Territory, what);
            }

            return;
        }

        foreach (var party in desk.Instrument.Parties.Where(party => !declared.Contains(party.Code)))
        {
            Missing(clause, span, party.Code, what);
        }
    }

    private void Missing(Clause clause, TextSpan? span, string code, string what)
    {
        var name = NameOf(code);
        desk.AtClause(AgreementCodes.TerritoryMissing, clause, span, $"the {what} of {name} is not declared", $"{what} of {name}   {(what == "capital" ? "city …" : "land of …")}  (in a terms block)");
    }

    private void Region(Term term, Region region)
    {
        foreach (var part in region.EachPart)
        {
            foreach (var name in part.Territories.Where(name => !_territories.Contains(name) && IsParty(name)))
            {
                desk.AtTerm(AgreementCodes.TerritoryUnknown, desk.Positions.Of(part), $"the territory of {NameOf(name)} is not declared", $"territory of {NameOf(name)}   land of …");
            }

            Known(part);
            InRange(part, RegionFaults.Of(part));
        }

        if (LeadsTo(term, term, []))
        {
            desk.AtTerm(AgreementCodes.RegionOfItself, desk.Positions.Of(term, "name"), $"`{NameOf(term.Name)}` is told by itself");
        }
    }

    // The parser says so of a figure where it stands; what was not read from words is told here.
    private void InRange(object node, (string Message, string[] WaysOut)? found)
    {
        if (found is { } fault && !desk.WasSaid(AgreementCodes.OutOfRange, desk.Positions.Of(node)))
        {
            desk.AtTerm(AgreementCodes.OutOfRange, desk.Positions.Of(node), fault.Message, fault.WaysOut);
        }
    }

    private bool IsParty(string code) => desk.Instrument.Parties.Any(party => party.Code == code);

    private string NameOf(string code) => desk.Instrument.Parties.FirstOrDefault(party => party.Code == code)?.Name ?? code;

    // What the bundled map does not know would be judged as nowhere; better to hear of it while writing.
    private void Known(RegionPart part)
    {
        switch (part)
        {
            case RegionPart.Land land:
                foreach (var code in land.Codes)
                {
                    // The map may know a country too small for it to draw.
                    var drawn = BorderMap.Large.Territory(code);
                    if (!drawn.TryGet(out _, out var problem))
                    {
                        desk.AtTerm(AgreementCodes.LandUnknown, desk.Positions.Of(land), problem, [.. drawn.Suggestions]);
                    }
                }

                break;
            case RegionPart.DisputedArea area when BorderMap.Large.DisputedAreas.All(known => known.Name != area.Name):
                var near = Spelling.Closest(area.Name, BorderMap.Large.DisputedAreas.Select(known => known.Name));
                desk.AtTerm(AgreementCodes.LandUnknown, desk.Positions.Of(area), Spelling.DidYouMean($"the map has no disputed area `{area.Name}`", near), near is null ? [] : [near]);
                break;
        }
    }

    private bool LeadsTo(Term from, Term to, HashSet<Term> seen) =>
        seen.Add(from) && NamedIn(from).Any(next => ReferenceEquals(next, to) || LeadsTo(next, to, seen));

    private IEnumerable<Term> NamedIn(Term term)
    {
        foreach (var part in RegionOf(term)?.EachPart ?? [])
        {
            if (part is RegionPart.InZone zone && desk.Instrument.Terms.FirstOrDefault(t => t is ZoneTerm && t.Name == zone.Zone) is { } named)
            {
                yield return named;
            }

            foreach (var name in part.Territories)
            {
                if (desk.Instrument.Terms.FirstOrDefault(t => t is TerritoryTerm && t.Name == name) is { } territory)
                {
                    yield return territory;
                }
            }
        }
    }

    private static Region? RegionOf(Term term) => term switch
    {
        ZoneTerm zone => zone.Region,
        TerritoryTerm territory => territory.Region,
        _ => null,
    };
}
