using Detente.Agreement.Model;
using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>4.4 and 7.3: the land of territories in an account, and how far it is.</summary>
internal sealed class Territories(World world)
{
    // Arithmetic, not judgement: the same line and place are measured once.
    private static readonly Dictionary<(string Line, GeoPoint Place), double?> Measured = [];

    /// <summary>Some sides, by a name that no other sides have.</summary>
    private sealed record Line(string Name, Func<IEnumerable<Side>> Sides);

    /// <summary>7.3: land as one account has it: parts that are in it, and disputed areas that may be.</summary>
    private sealed record Land(IReadOnlyList<Drawn> In, IReadOnlyList<IReadOnlyList<Drawn>> Open)
    {
        /// <summary>Every way in which the open areas may be read.</summary>
        public IEnumerable<IReadOnlyList<Drawn>> Readings => Enumerable.Range(0, 1 << Open.Count)
            .Select(taken => (IReadOnlyList<Drawn>)[.. In, .. Open.Where((_, i) => (taken >> i & 1) == 1).SelectMany(area => area)]);

        public IReadOnlyList<Drawn> Most => [.. In, .. Open.SelectMany(area => area)];
    }

    /// <summary>7.3: d, the interval of kilometres from a place to a territory.</summary>
    public Amount Distance(string territory, GeoPoint place, string x)
    {
        if (Of(territory, x) is not { } land)
        {
            return Amount.AnyCount;
        }

        // From the least, with every open area in, to the greatest, with none.
        return new Amount(To(land.Most, place).Low, To(land.In, place).High);
    }

    /// <summary>7.3: the interval of kilometres to a territory's border, from either side.</summary>
    public Amount ToBorder(string territory, GeoPoint place, string x) => Of(territory, x) is { } land
        ? Hull(land.Open.Count <= 3
            ? land.Readings.Select(parts => Widened(Border(parts), Error(parts), place))
            : [Widened(UnderSome(land), Error(land.Most), place), Widened(UnderEvery(land), Error(land.Most), place)])
        : Amount.AnyCount;

    /// <summary>7.3: the interval of kilometres to the line two territories share; <c>null</c> where by some reading there is none.</summary>
    public Amount? ToLine(string one, string other, GeoPoint place, string x)
    {
        if (Of(one, x) is not { } a || Of(other, x) is not { } b)
        {
            return null;
        }

        var lines = a.Open.Count + b.Open.Count <= 3
            ? (from mine in a.Readings from theirs in b.Readings select Shared(Border(mine), Border(theirs))).ToList()
            : [Shared(UnderSome(a), UnderSome(b)), Less(Shared(UnderEvery(a), UnderEvery(b)), a.Open.Concat(b.Open))];
        return lines.Any(line => Metres(line, place) is null) ? null : Hull(lines.Select(line => Widened(line, Math.Max(Error(a.Most), Error(b.Most)), place)));
    }

    /// <summary>7.3: in a declared territory; told by anything but land and polygons, as a region.</summary>
    public Truth Contains(string territory, GeoPoint place, string x, Func<Region, Truth> asRegion) => Of(territory, x) is { } land
        ? IsIn(land, place)
        : Term(territory) is { } term ? asRegion(term.Region) : Truth.Unknown;

    /// <summary>7.3: in land, or an area, or a polygon, that a zone names. Nobody reads its areas.</summary>
    public Truth Contains(RegionPart part, GeoPoint place) => Told(part) is { } told ? IsIn(Read(told, _ => null), place) : Truth.Unknown;

    /// <summary>Inside or outside where every reading agrees on it and its border is farther than both errors and a metre.</summary>
    private static Truth IsIn(Land land, GeoPoint place)
    {
        var sides = new[] { land.In, land.Most }.Select(parts =>
            Metres(Border(parts), place) is { } metres && metres <= 1 + ((double)(Error(parts) + place.ErrorKm) * 1000) ? Truth.Unknown : Kleene.Known(parts.Any(part => part.Contains(place)))).Distinct().ToList();
        return sides.Count == 1 ? sides[0] : Truth.Unknown;
    }

    /// <summary>7.3: the border map's, a polygon's own, of several the greatest.</summary>
    private static decimal Error(IReadOnlyList<Drawn> parts) => parts.Select(part => part.ErrorKm).DefaultIfEmpty(0).Max();

    /// <summary>7.3: 0 inside, else to the border; both errors widen it, but what is certainly inside is at 0.</summary>
    private static Amount To(IReadOnlyList<Drawn> parts, GeoPoint place)
    {
        if (IsIn(new Land(parts, []), place) == Truth.True)
        {
            return Amount.Zero;
        }

        return parts.Any(part => part.Contains(place)) ? new Amount(0, Error(parts) + place.ErrorKm) : Widened(Border(parts), Error(parts), place);
    }

    /// <summary>Kilometres to the nearest place of a line, to whole metres, each end outward; without a line, farther than any place is.</summary>
    private static Amount Widened(Line line, decimal errorKm, GeoPoint place)
    {
        if (Metres(line, place) is not { } metres)
        {
            return new Amount(20_004, null);
        }

        return new Amount(Math.Max(0, (decimal)(Math.Floor(metres) - 1) / 1000 - errorKm - place.ErrorKm), (decimal)(Math.Ceiling(metres) + 1) / 1000 + errorKm + place.ErrorKm);
    }

    /// <summary>The sides of all parts but those that two of them share.</summary>
    private static Line Border(IReadOnlyList<Drawn> parts) => new(
        string.Join(" + ", parts.Select(part => part.Name)),
        () => parts.SelectMany(part => part.Sides).Select(side => side.Told).GroupBy(side => side).Where(same => same.Count() == 1).Select(same => same.Key));

    private static Line UnderSome(Land land) => land.Open.Select(Border).Aggregate(Border(land.In), (some, area) => new Line($"({some.Name} or {area.Name})", () => some.Sides().Union(area.Sides())));

    private static Line UnderEvery(Land land) => Less(Border(land.In), land.Open);

    private static Line Less(Line line, IEnumerable<IReadOnlyList<Drawn>> areas) =>
        areas.Select(Border).Aggregate(line, (left, area) => new Line($"({left.Name} less {area.Name})", () => left.Sides().Except(area.Sides())));

    private static Line Shared(Line a, Line b) => new($"({a.Name} and {b.Name})", () => a.Sides().Intersect(b.Sides()));

    private static Amount Hull(IEnumerable<Amount> all)
    {
        var list = all.ToList();
        return new Amount(list.Min(one => one.Low), list.Any(one => one.High is null) ? null : list.Max(one => one.High));
    }

    private static double? Metres(Line line, GeoPoint place)
    {
        var key = (line.Name, place with { ErrorKm = 0 });
        lock (Measured)
        {
            return Measured.TryGetValue(key, out var metres) ? metres : Measured[key] = Drawn.Metres(line.Sides(), place);
        }
    }

    /// <summary>What a region names, where it names nothing but land, areas and polygons.</summary>
    private sealed record Naming(IReadOnlyList<string> Codes, IReadOnlyList<string> AreasIn, IReadOnlyList<string> AreasOut, IReadOnlyList<RegionPart.Polygon> Polygons);

    /// <summary>7.3: what a territory is told by; <c>null</c> where that is more than land, areas and polygons, or these overlap.</summary>
    private Naming? Of(string territory) => Term(territory) is { } term && Told(term.Region) is { } told && !Overlap(told) ? told : null;

    private Land? Of(string territory, string x) => Of(territory) is { } told ? Read(told, area => ReadAs(area, territory, x)) : null;

    /// <summary>7.3: a side of one lies within another. Looked at in many places of each side, those on the other's own line left out.</summary>
    private static bool Overlap(Naming told)
    {
        var parts = Read(told, area => Concerns(told, area) ? true : null).In.ToList();
        return (from polygon in told.Polygons.Select(Drawn.Of)
                from part in parts
                where !ReferenceEquals(part, polygon) && (part.Name != polygon.Name || told.Polygons.Count(one => Drawn.Of(one).Name == part.Name) > 1)
                select part.Name == polygon.Name || RunsThrough(polygon, part) || RunsThrough(part, polygon)).Any(overlap => overlap);
    }

    private static bool Concerns(Naming told, string area)
    {
        var concerned = BorderMap.Large.Pieces.Where(piece => piece.DisputedArea == area).Select(piece => piece.Holder)
            .Concat(BorderMap.Large.DisputedAreas.First(known => known.Name == area).Claimants).ToList();
        return concerned.Any(told.Codes.Contains) && concerned.Any(code => !told.Codes.Contains(code));
    }

    private static readonly Dictionary<(string, string), bool> Run = [];

    private static bool RunsThrough(Drawn one, Drawn other)
    {
        lock (Run)
        {
            return Run.TryGetValue((one.Name, other.Name), out var does) ? does : Run[(one.Name, other.Name)] = one.Sides.Any(side => Enumerable.Range(0, 32).Any(i =>
            {
                var share = (i + 0.5m) / 32;
                var at = new GeoPoint(side.From.Latitude + (share * (side.To.Latitude - side.From.Latitude)), side.From.Longitude + (share * (side.To.Longitude - side.From.Longitude)));
                return other.Contains(at) && Drawn.Metres(other.Sides, at) > 50;
            }));
        }
    }

    /// <summary>7.3: an area one of its countries holds or claims while a country not named does the other: by the term, else by the reading, else open.</summary>
    private static Land Read(Naming told, Func<string, bool?> reading)
    {
        var inside = BorderMap.Large.Pieces.Where(piece => piece.DisputedArea is null && told.Codes.Contains(piece.Holder)).Select(Drawn.Of).Concat(told.Polygons.Select(Drawn.Of)).ToList();
        var open = new List<IReadOnlyList<Drawn>>();
        foreach (var area in BorderMap.Large.DisputedAreas)
        {
            var pieces = BorderMap.Large.Pieces.Where(piece => piece.DisputedArea == area.Name).ToList();
            var isOpen = Concerns(told, area.Name);
            bool? word = told.AreasIn.Contains(area.Name) ? true : told.AreasOut.Contains(area.Name) ? false : isOpen || told.Codes.Count > 0 ? reading(area.Name) : null;
            if (word is null && isOpen)
            {
                open.Add([.. pieces.Select(Drawn.Of)]);
            }
            else
            {
                inside.AddRange(pieces.Where(piece => word ?? told.Codes.Contains(piece.Holder)).Select(Drawn.Of));
            }
        }

        return new Land(inside, open);
    }

    /// <summary>4.4: the last word of a finding, else of a neutral, else of the account's own party.</summary>
    private bool? ReadAs(string area, string territory, string x)
    {
        var name = world.Agreement.Parties.FirstOrDefault(party => party.Code == territory)?.Name ?? territory;
        var words = (from word in world.Words
                     let reading = word.Content as Reading
                     where reading is not null && reading.Item == area && (reading.Term == $"territory of {territory}" || reading.Term == $"territory of {name}")
                     select (Word: word, reading.Is)).ToList();
        foreach (var speaks in new Func<Word, bool>[] { world.Knowledge.IsFinding, world.Knowledge.IsNeutralWord, word => word.IsOf(x) })
        {
            if (words.Any(one => speaks(one.Word)))
            {
                return words.Last(one => speaks(one.Word)).Is;
            }
        }

        return null;
    }

    /// <summary>7.3: told by land, areas and polygons alone, so that it can be measured to.</summary>
    public bool IsMeasured(string territory) => Of(territory) is not null;

    /// <summary>Every statement that reads an area a territory's extent depends on.</summary>
    public IEnumerable<Word> Readings(string territory) => Of(territory) is { } told
        ? world.Words.Where(word => word.Content is Reading reading
            && new[] { territory, world.Agreement.Parties.FirstOrDefault(party => party.Code == territory)?.Name ?? territory }.Any(name => reading.Term == $"territory of {name}")
            && !told.AreasIn.Contains(reading.Item) && !told.AreasOut.Contains(reading.Item)
            && told.Codes.Count > 0 && BorderMap.Large.DisputedAreas.Any(area => area.Name == reading.Item))
        : [];

    private TerritoryTerm? Term(string territory) => world.Agreement.Terms.OfType<TerritoryTerm>().FirstOrDefault(term => term.Of == territory);

    private Naming? Told(Region region) => region switch
    {
        Region.AnyOf { Parts: [var alone] } => Told(alone),
        Region.AnyOf any => any.Parts.Select(Told).ToList() is var all && all.Any(one => one is null or { AreasOut.Count: > 0 }) ? null : new Naming(
            [.. all.SelectMany(one => one!.Codes)], [.. all.SelectMany(one => one!.AreasIn)], [.. all.SelectMany(one => one!.AreasOut)], [.. all.SelectMany(one => one!.Polygons)]),
        Region.Except { Without: RegionPart.DisputedArea area } except => Told(except.Whole) is { } told ? told with { AreasOut = [.. told.AreasOut, area.Name] } : null,
        _ => null,
    };

    private Naming? Told(RegionPart part) => part switch
    {
        RegionPart.Land land => new Naming([.. land.Codes.SelectMany(HistoricalStates.MembersOf)], [], [], []),
        RegionPart.DisputedArea area => new Naming([], [area.Name], [], []),
        RegionPart.Polygon polygon => new Naming([], [], [], [polygon]),
        RegionPart.OfTerritory of => Term(of.Territory) is { } term ? Told(term.Region) : null,
        RegionPart.InZone zone => world.Term<ZoneTerm>(zone.Zone) is { } term ? Told(term.Region) : null,
        _ => null,
    };
}
