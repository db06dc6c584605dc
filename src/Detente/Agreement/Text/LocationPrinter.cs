using Detente.Agreement.Model;

namespace Detente.Agreement.Text;

/// <summary>Writes where items may or may not be.</summary>
internal sealed class LocationPrinter(Wording wording, Layout layout)
{
    private readonly RegionPrinter _regions = new(wording);

    public void Print(Location location)
    {
        var places = location.Places.Select(place => Place(place, plural: location.Only)).ToList();
        if (location.OrInTransit)
        {
            places.Add("in transit");
        }

        var where = Wording.List(places);
        var items = wording.Items(location.Items, plural: location.Only, articles: false);
        layout.Begin(LineKind.Sentence).Add(location.Only ? $"{items} may be located only {where}" : $"no {items} may be located {where}");
    }

    private string Place(PlaceSelector place, bool plural) => place switch
    {
        PlaceSelector.OfKind kind => "at " + Sites(kind.SiteTerm, plural),
        PlaceSelector.InZone zone => "in zone " + zone.Zone,
        PlaceSelector.Near near => $"within {Wording.Number(near.Kilometres)} km of {Sites(near.SiteTerm, plural)}",
        PlaceSelector.OfKindNearHolder near =>
            $"at {Sites(near.SiteTerm, plural)} within {Wording.Number(near.Kilometres)} km of {Sites(near.OtherSiteTerm, plural: false)} that holds {wording.Item(near.Holding, plural: true, article: false)}",
        PlaceSelector.InReachOf reach => "where it can reach the territory of " + _regions.Territory(reach.Territory),
        PlaceSelector.NearBorder near => $"within {Wording.Number(near.Kilometres)} km of the border of {_regions.Territory(near.Territory)}",
        PlaceSelector.Within within => "in " + TheTerritory(within.Territory),
        PlaceSelector.Outside outside => "outside " + TheTerritory(outside.Territory),
        _ => throw new InvalidOperationException($"No words for {place}."),
    };

    private string TheTerritory(TerritoryOf of) => $"the {(of is TerritoryOf.Holder ? "national " : "")}territory of {_regions.Territory(of)}";

    private string Sites(string term, bool plural) => plural ? wording.Plural(term) : EnglishNouns.WithArticle(term);
}
