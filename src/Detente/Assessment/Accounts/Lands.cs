using Detente.Agreement.Model;
using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Geography.Reach;
using Detente.Quantities;

namespace Detente.Assessment.Accounts;

/// <summary>The territories of an agreement, made once for each way an account may read its disputed areas.</summary>
/// <threadsafety>One thread at a time.</threadsafety>
internal sealed class Lands(Glossary glossary)
{
    private readonly Dictionary<string, Ground?> _grounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LandParts?> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<RegionPart, Ground?> _drawn = [];
    private readonly Dictionary<(Ground, Ground), IReadOnlyList<LineDistance>> _lines = [];

    /// <summary>A declared territory in an account; <c>null</c> where it is not declared, or not by land and polygons alone.</summary>
    public Ground? Ground(string territory, AreaReadings readings)
    {
        if (Declared(territory) is not { } parts)
        {
            return null;
        }

        var areas = parts.Areas.Select(area => (Area: area, Is: readings.IsPartOf(area, territory))).ToList();

        // What the map calls disputed and names no other side of is as published, unless the account says otherwise.
        var said = Others(parts)
            .Select(area => (Area: area, Is: readings.IsPartOf(area, territory))).Where(area => area.Is is not null).ToList();
        var key = $"{territory}\n{string.Join('\n', areas.Concat(said).Select(area => $"{area.Area}={area.Is}"))}";
        if (!_grounds.TryGetValue(key, out var ground))
        {
            _grounds[key] = ground = Make(glossary.NameOf(territory), parts.Reading(said), areas);
        }

        return ground;
    }

    /// <summary>Land named or drawn in a zone, whose disputed areas nobody reads; <c>null</c> for parts that are no land.</summary>
    public Ground? Ground(RegionPart part)
    {
        if (!_drawn.TryGetValue(part, out var ground))
        {
            _drawn[part] = ground = Part(part, [])?.WithAreas() is { } parts ? Make("zone", parts, [.. parts.Areas.Select(area => (area, (bool?)null))]) : null;
        }

        return ground;
    }

    /// <summary>Kilometres from a place to the line two declared territories share; <c>null</c> where, by some reading, the map shows none.</summary>
    public Amount? ToLine(string territory, string other, AreaReadings readings, GeoPoint place)
    {
        if (Ground(territory, readings) is not { } one || Ground(other, readings) is not { } two)
        {
            return null;
        }

        if (!_lines.TryGetValue((one, two), out var lines))
        {
            _lines[(one, two)] = lines = Accounts.Ground.Shared(one, two);
        }

        return lines.Any(line => line.IsEmpty) ? null : Accounts.Ground.ToLine(lines, Math.Max(one.Most.BorderErrorMetres, two.Most.BorderErrorMetres), place);
    }

    /// <summary>The disputed areas a territory's extent may depend on, where the agreement does not name them.</summary>
    public IReadOnlyList<string> AreasOf(string territory) =>
        Declared(territory) is { } parts ? [.. parts.Areas.Concat(Others(parts))] : [];

    /// <summary>The territories that a zone is told by, each as far as it can be measured to.</summary>
    public IEnumerable<string> TerritoriesIn(string zone) => glossary.Zone(zone) is { } term ? NamedIn(term.Region) : [];

    /// <summary>A territory that can be measured to, or those of them that another is told by.</summary>
    public IEnumerable<string> MeasuredIn(string territory) =>
        Declared(territory) is not null ? [territory] : glossary.Territory(territory) is { } term ? NamedIn(term.Region) : [];

    private IEnumerable<string> NamedIn(Region region) => region.EachPart.SelectMany(part =>
        part is RegionPart.InZone zone ? TerritoriesIn(zone.Zone) : part.Territories.SelectMany(MeasuredIn));

    private LandParts? Declared(string territory)
    {
        if (!_declared.TryGetValue(territory, out var parts))
        {
            _declared[territory] = parts = glossary.Territory(territory) is { } term && Parts(term.Region, [])?.WithAreas() is { } told && !Overlap(told) ? told : null;
        }

        return parts;
    }

    // Lines inside a territory are none of its borders: what overlaps is told place by place, part by part.
    private static bool Overlap(LandParts parts)
    {
        if (parts.Polygons.Count == 0)
        {
            return false;
        }

        var land = Union("", parts with { Polygons = [] }, parts.Areas);
        return parts.Polygons.Where((polygon, i) => Geography.Overlap.Of(polygon, land) || parts.Polygons.Skip(i + 1).Any(other => Geography.Overlap.Of(polygon, other))).Any();
    }

    // Areas a reading may move into a territory told by countries, or out of it. Land that is drawn is as it is drawn.
    private static IEnumerable<string> Others(LandParts parts) =>
        parts.Codes.Count == 0 ? [] : BorderMap.Large.DisputedAreas.Select(area => area.Name).Where(area => !parts.Names(area));

    // No land at all is not far away: it is not known where.
    private static Ground? Make(string name, LandParts parts, List<(string Area, bool? Is)> areas)
    {
        var open = areas.Where(area => area.Is is null).Select(area => area.Area).ToList();
        var least = Union(name, parts, areas.Where(area => area.Is == true).Select(area => area.Area));
        var most = open.Count == 0 ? least : Union(name, parts, areas.Where(area => area.Is != false).Select(area => area.Area));
        return most.Rings.Count == 0 ? null : new Ground(least, most, [.. open.Select(area => (area, LandOf(area)))]);
    }

    private static Territory Union(string name, LandParts parts, IEnumerable<string> taken)
    {
        var inside = taken.Concat(parts.With).ToHashSet(StringComparer.Ordinal);
        var land = BorderMap.Large.Pieces.Where(piece => piece.DisputedArea is { } area && (inside.Contains(area) || parts.Areas.Contains(area) || parts.Without.Contains(area))
            ? inside.Contains(area)
            : parts.Codes.Contains(piece.Holder));
        return Territory.Union(name, land.Select(piece => piece.Territory).Concat(parts.Polygons));
    }

    private static Territory LandOf(string area) =>
        Territory.Union(area, BorderMap.Large.Pieces.Where(piece => piece.DisputedArea == area).Select(piece => piece.Territory));

    // Land, areas taken in and left out, and polygons: what a territory can be told by. Anything else cannot be measured to.
    private LandParts? Parts(Region region, HashSet<string> seen) => region switch
    {
        Region.AnyOf { Parts: [var alone] } => Part(alone, seen),
        Region.AnyOf any => any.Parts.Aggregate((LandParts?)new LandParts([], [], [], []), (all, part) => all is { } so && Part(part, seen) is { Without: [] } more ? so.Join(more) : null),
        Region.Except { Without: RegionPart.DisputedArea area } except => Part(except.Whole, seen) is { } whole ? whole with { Without = [.. whole.Without, area.Name] } : null,
        _ => null,
    };

    private LandParts? Part(RegionPart part, HashSet<string> seen) => part switch
    {
        RegionPart.Land land => new LandParts([.. land.Codes.SelectMany(HistoricalStates.MembersOf)], [], [], []),
        RegionPart.DisputedArea area => new LandParts([], [area.Name], [], []),
        RegionPart.Polygon polygon => new LandParts([], [], [], [Polygon.Of(polygon.Corners, polygon.ErrorKm)]),
        RegionPart.OfTerritory of when seen.Add(of.Territory) && glossary.Territory(of.Territory) is { } term => Parts(term.Region, seen),
        RegionPart.InZone zone when seen.Add("zone " + zone.Zone) && glossary.Zone(zone.Zone) is { } term => Parts(term.Region, seen),
        _ => null,
    };

    /// <param name="Codes">Countries whose land is meant.</param>
    /// <param name="With">Disputed areas the text takes in.</param>
    /// <param name="Without">Disputed areas the text leaves out.</param>
    /// <param name="Polygons">Drawn land.</param>
    private sealed record LandParts(IReadOnlyList<string> Codes, IReadOnlyList<string> With, IReadOnlyList<string> Without, IReadOnlyList<Territory> Polygons)
    {
        /// <summary>Areas the text says nothing of, and that one of its countries holds or claims while another does the other.</summary>
        public IReadOnlyList<string> Areas { get; private init; } = [];

        /// <summary>The same with its areas found, once all its parts are joined.</summary>
        public LandParts WithAreas() => this with { Areas = FindAreas() };

        private List<string> FindAreas() =>
            [.. Codes.SelectMany(code => BorderMap.Large.DisputedAreasOf(code)).Select(area => area.Name).Distinct(StringComparer.Ordinal)
                .Where(area => !With.Contains(area) && !Without.Contains(area) && IsOpen(area, Codes)).Order(StringComparer.Ordinal)];

        /// <summary>Whether the text, or what it leaves open, already speaks of an area.</summary>
        public bool Names(string area) => Areas.Contains(area) || With.Contains(area) || Without.Contains(area);

        /// <summary>The same with areas taken in or left out by an account's reading.</summary>
        public LandParts Reading(IReadOnlyList<(string Area, bool? Is)> said) => said.Count == 0 ? this : this with
        {
            With = [.. With, .. said.Where(area => area.Is == true).Select(area => area.Area)],
            Without = [.. Without, .. said.Where(area => area.Is == false).Select(area => area.Area)],
        };

        public LandParts Join(LandParts other) => new([.. Codes, .. other.Codes], [.. With, .. other.With], [.. Without, .. other.Without], [.. Polygons, .. other.Polygons]);

        // Held and claimed within the territory alone, it is part of it in any case.
        private static bool IsOpen(string area, IReadOnlyList<string> codes)
        {
            var holders = BorderMap.Large.Pieces.Where(piece => piece.DisputedArea == area).Select(piece => piece.Holder);
            var claimants = BorderMap.Large.DisputedAreas.First(known => known.Name == area).Claimants;
            return holders.Concat(claimants).Any(codes.Contains) && holders.Concat(claimants).Any(code => !codes.Contains(code));
        }
    }
}
