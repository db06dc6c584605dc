using Detente.Agreement.Model;
using Detente.Geography;
using Detente.Geography.Geodesics;
using Detente.Geography.Zones;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.3: what is known of sites. They are the same in every account.</summary>
internal sealed class Places(World world)
{
    /// <summary>7.3: some known statement gives the place that kind: true; gives only others: false; none: cannot be told.</summary>
    public Truth IsOfKind(string place, string kind)
    {
        var said = Said(place);
        return said.Count == 0 ? Truth.Unknown : Kleene.Known(said.Any(one => one.Site.Kind == kind));
    }

    /// <summary>7.3: in the zone, by name or by the point.</summary>
    public Truth IsInZone(string place, string zone)
    {
        var term = world.Term<ZoneTerm>(zone);
        return term is null ? Truth.Unknown : IsIn(place, term.Region);
    }

    private Truth IsIn(string place, Region region) => region switch
    {
        Region.AnyOf any => any.Parts.Select(part => IsIn(place, part)).Aggregate(Truth.False, Kleene.Or),
        Region.AllOf all => all.Parts.Select(part => IsIn(place, part)).Aggregate(Truth.True, Kleene.And),
        Region.Except except => IsIn(place, except.Whole).And(IsIn(place, except.Without).Not()),
        _ => Truth.Unknown,
    };

    private Truth IsIn(string place, RegionPart part) => part switch
    {
        RegionPart.OfSites sites => Kleene.Known(sites.Names.Contains(place)),
        RegionPart.Disc disc when Point(place) is { } point => new Zone.Disc(disc.Circle).Contains(point),
        _ => Truth.Unknown,
    };

    /// <summary>7.3: within a distance of some other site that a test holds for.</summary>
    public Truth IsNear(string place, decimal kilometres, string kind, Func<string, Truth> holds) => Names()
        .Where(other => other != place)
        .Select(other => IsOfKind(other, kind) == Truth.True ? IsWithin(place, other, kilometres).And(holds(other)) : Truth.False)
        .Aggregate(Truth.False, Kleene.Or);

    /// <summary>7.4: the owner of a site, by the first statement that names it.</summary>
    public string? Owner(string place) => Said(place).Select(one => one.Site.Of).FirstOrDefault();

    /// <summary>7.7: the country of a site, by its owner's last word, else by anyone's.</summary>
    public string? Country(string? place) => place is null ? null
        : OwnerFirst(place).Select(one => one.Country).FirstOrDefault(country => country is not null);

    /// <summary>7.4: the inspected party of an act: the owner of the site it is at; with two parties, the other one.</summary>
    public string? Inspected(Act act)
    {
        var place = world.Accounts.Place(act, act.Actor);
        return (place is null ? null : Owner(place)) ?? (world.Parties.Count == 2 ? world.Parties.FirstOrDefault(party => party != act.Actor) : null);
    }

    private Truth IsWithin(string place, string other, decimal kilometres) =>
        Point(place) is { } a && Point(other) is { } b ? Distance.Between(a, b).Within(new Amount(0, kilometres)) : Truth.Unknown;

    private GeoPoint? Point(string place) => OwnerFirst(place).Select(one => one.Point).FirstOrDefault(point => point is not null);

    /// <summary>Every statement that names a site.</summary>
    public IEnumerable<Word> Words(string place) => Said(place).Select(one => one.Word);

    private IEnumerable<string> Names() => Said().Select(one => one.Site.Name).Distinct();

    private List<(Word Word, Site Site)> Said(string place) => [.. Said().Where(one => one.Site.Name == place)];

    private IEnumerable<(Word Word, Site Site)> Said() =>
        from word in world.Words where word.Content is Sites from site in ((Sites)word.Content).List select (word, site);

    /// <summary>7.3: the owner's words before those of others, the latest first.</summary>
    private IEnumerable<Site> OwnerFirst(string place)
    {
        var owner = Owner(place);
        return Said(place).AsEnumerable().Reverse().OrderByDescending(one => owner is not null && one.Word.IsOf(owner)).Select(one => one.Site);
    }
}
