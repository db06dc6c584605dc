using System.Collections.Concurrent;
using System.Reflection;
using Detente.Diagnostics;

namespace Detente.Geography.Borders;

/// <summary>
/// The land of the Earth in pieces that do not overlap, who holds each in fact as the source publishes, and which of them
/// others claim. A country is the union of what it holds; another view is had by saying who holds a disputed area.
/// </summary>
/// <remarks>
/// The holder is Natural Earth's "de facto" reading. It is no statement about law: an agreement that depends on a disputed area
/// names its reading. Historical states are stated unions (<see cref="HistoricalStates"/>). Safe for use by many threads.
/// </remarks>
public sealed class BorderMap
{
    private static readonly Lazy<BorderMap> TenMillion = new(() => Embedded("countries-10m.pack"));
    private static readonly Lazy<BorderMap> FiftyMillion = new(() => Embedded("countries-50m.pack"));

    private readonly Dictionary<string, Country> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Territory> _territories = new(StringComparer.Ordinal);
    private readonly Lazy<CountryIndex> _index;

    internal BorderMap(BorderSource source, IReadOnlyList<Piece> pieces, IReadOnlyList<Country> countries, IReadOnlyList<DisputedArea> areas)
    {
        (Source, Pieces, Countries, DisputedAreas) = (source, pieces, countries, areas);
        _index = new Lazy<CountryIndex>(() => new CountryIndex([.. pieces.Select(piece => piece.Territory)]));
        foreach (var country in countries.Concat(HistoricalStates.All))
        {
            string?[] names = [country.Code, country.Alpha2, country.Numeric, country.Name, .. country.Aliases];
            foreach (var name in names.OfType<string>())
            {
                _byName.TryAdd(name, country);
            }
        }
    }

    /// <summary>Scale 1:10,000,000; border error 2 km. Read when first asked for.</summary>
    public static BorderMap Large => TenMillion.Value;

    /// <summary>Scale 1:50,000,000; border error 5 km. Read when first asked for.</summary>
    public static BorderMap Medium => FiftyMillion.Value;

    /// <summary>Where the map comes from.</summary>
    public BorderSource Source { get; }

    /// <summary>How far a border or coast may lie from the true one, metres.</summary>
    public double BorderErrorMetres => Source.BorderErrorMetres;

    /// <summary>All land, in pieces that do not overlap.</summary>
    public IReadOnlyList<Piece> Pieces { get; }

    /// <summary>Countries and dependencies, as the source lists them.</summary>
    public IReadOnlyList<Country> Countries { get; }

    /// <summary>What more than one side claims.</summary>
    public IReadOnlyList<DisputedArea> DisputedAreas { get; }

    /// <summary>Finds the piece of a point, by its place in <see cref="Pieces"/>. Built when first asked for.</summary>
    public CountryIndex Index => _index.Value;

    /// <summary>The piece a point lies on, exactly as the map is drawn; <c>null</c> for none.</summary>
    public Piece? PieceAt(Vertex point) => Index.Find(point) is >= 0 and var found ? Pieces[found] : null;

    /// <summary>A map out of its packed form.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such pack, or were damaged.</exception>
    public static BorderMap Load(Stream pack) => BorderPack.Read(pack);

    /// <summary>A country by ISO 3166 alpha-3, alpha-2 or numeric code, the source's own code, or name; upper and lower case are alike. Historical states too.</summary>
    public Lookup<Country> Country(string name)
    {
        if (_byName.TryGetValue(name.Trim(), out var country))
        {
            return Lookup<Country>.Of(country);
        }

        var near = Spelling.Closest(name.Trim(), _byName.Keys.Order(StringComparer.Ordinal));
        return Lookup<Country>.Not(Spelling.DidYouMean($"the map has no country `{name}`", near), near is null ? [] : [near]);
    }

    /// <summary>What a country or historical state holds in fact, as published. One too small for the scale (the Vatican at 10m) has no land: an error.</summary>
    public Lookup<Territory> Territory(string name) => Territory(name, NoReadings);

    /// <summary>What a country or historical state holds, where some disputed areas are read otherwise than published.</summary>
    /// <param name="name">As for <see cref="Country(string)"/>.</param>
    /// <param name="readings">Name of a disputed area to the country that is to be taken to hold it.</param>
    public Lookup<Territory> Territory(string name, IReadOnlyDictionary<string, string> readings)
    {
        if (!Country(name).TryGet(out var country, out var problem))
        {
            return Lookup<Territory>.Not(problem, Country(name).Suggestions);
        }

        var holders = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (area, holder) in readings)
        {
            if (DisputedAreas.FirstOrDefault(known => string.Equals(known.Name, area, StringComparison.OrdinalIgnoreCase)) is not { } known)
            {
                var near = Spelling.Closest(area, DisputedAreas.Select(candidate => candidate.Name));
                return Lookup<Territory>.Not(Spelling.DidYouMean($"the map has no disputed area `{area}`", near), near is null ? [] : [near]);
            }

            if (!Country(holder).TryGet(out var reader, out problem))
            {
                return Lookup<Territory>.Not(problem, Country(holder).Suggestions);
            }

            holders[known.Name] = reader.Code;
        }

        var key = string.Join('\n', holders.Select(reading => $"{reading.Key}={reading.Value}").Prepend(country.Code));
        var territory = _territories.GetOrAdd(key, _ => Unite(country, holders));
        return territory.Rings.Count > 0
            ? Lookup<Territory>.Of(territory)
            : Lookup<Territory>.Not($"the map at {Source.Scale} draws no land that {country.Name} holds");
    }

    /// <summary>
    /// Disputed areas that concern a country: those it holds and others claim, or that it claims and others hold. An agreement
    /// that rests on its borders should say how it reads each.
    /// </summary>
    public IReadOnlyList<DisputedArea> DisputedAreasOf(string code)
        => [.. DisputedAreas.Where(area => area.Claimants.Contains(code)
            || Pieces.Any(piece => piece.DisputedArea == area.Name && piece.Holder == code))];

    private static readonly IReadOnlyDictionary<string, string> NoReadings = new Dictionary<string, string>();

    private Territory Unite(Country country, SortedDictionary<string, string> holders)
    {
        var members = HistoricalStates.MembersOf(country.Code);
        var held = Pieces.Where(piece => members.Contains(
            piece.DisputedArea is { } area && holders.TryGetValue(area, out var holder) ? holder : piece.Holder));
        return Geography.Territory.Union(country.Name, held.Select(piece => piece.Territory));
    }

    private static BorderMap Embedded(string name)
    {
        using var stream = typeof(BorderMap).Assembly.GetManifestResourceStream($"Borders/{name}")
            ?? throw new InvalidDataException($"The library was built without {name}.");
        return Load(stream);
    }
}
