using System.Globalization;
using Detente.Diagnostics;

namespace Detente.Geography.Borders;

/// <summary>
/// Cities by name: those of 100,000 inhabitants and more, the seats of first-order regions, and the capitals, as GeoNames lists them.
/// </summary>
/// <remarks>A name that two cities bear is an error that lists them. The larger one is never silently meant.</remarks>
public sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> Embedded = new(() =>
    {
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream("Borders/cities.pack")
            ?? throw new InvalidDataException("The library was built without cities.pack.");
        return CityPack.Read(stream);
    });

    private readonly ILookup<string, City> _byName;
    private readonly SortedDictionary<string, string> _spellings = new(StringComparer.Ordinal);

    internal Gazetteer(string source, string licence, IReadOnlyList<City> cities, IReadOnlyList<(string Alias, City City)> aliases)
    {
        (Source, Licence, Cities, Aliases) = (source, licence, cities, aliases);
        var names = cities.Select(city => (Alias: city.Name, City: city)).Concat(aliases).ToList();
        _byName = names.ToLookup(name => PlaceName.Fold(name.Alias), name => name.City);
        foreach (var (alias, _) in names)
        {
            _spellings.TryAdd(PlaceName.Fold(alias), alias);
        }
    }

    /// <summary>The list that comes with the library, read when first asked for.</summary>
    public static Gazetteer World => Embedded.Value;

    /// <summary>Who published it.</summary>
    public string Source { get; }

    /// <summary>On what terms; whoever shows a place of it names the source.</summary>
    public string Licence { get; }

    /// <summary>All cities, in the order of their names.</summary>
    public IReadOnlyList<City> Cities { get; }

    /// <summary>Other names that were added by hand.</summary>
    internal IReadOnlyList<(string Alias, City City)> Aliases { get; }

    /// <summary>
    /// The city a name means: <c>Kaliningrad</c>; <c>London, GBR</c> or <c>London, Canada</c>; <c>Springfield, MO, USA</c>. Case,
    /// accents and punctuation make no difference.
    /// </summary>
    public Lookup<City> Find(string name)
    {
        var bearers = _byName[PlaceName.Fold(name)].Distinct().ToList();
        var parts = name.Split(',');
        if (bearers.Count == 0 && parts.Length > 1)
        {
            if (!BorderMap.Medium.Country(parts[^1].Trim()).TryGet(out var country, out var problem))
            {
                return Lookup<City>.Not(problem, BorderMap.Medium.Country(parts[^1].Trim()).Suggestions);
            }

            bearers = [.. In(string.Join(',', parts[..^1]), country, null)];
            if (bearers.Count == 0 && parts.Length > 2)
            {
                bearers = [.. In(string.Join(',', parts[..^2]), country, parts[^2])];
            }
        }

        return bearers.Count switch
        {
            1 => Lookup<City>.Of(bearers[0]),
            0 => Unknown(name),
            _ => Lookup<City>.Not(
                $"`{name.Trim()}` is the name of {bearers.Count} cities: {string.Join("; ", bearers.Select(Describe))}",
                [.. bearers.Select(city => FullName(city, bearers))]),
        };
    }

    /// <summary>The capital of a country, by its code or name. The source names none where it is disputed.</summary>
    public Lookup<City> CapitalOf(string country)
    {
        if (!BorderMap.Medium.Country(country).TryGet(out var known, out var problem))
        {
            return Lookup<City>.Not(problem, BorderMap.Medium.Country(country).Suggestions);
        }

        return Cities.FirstOrDefault(city => city.IsCapital && city.Country == known.Code) is { } capital
            ? Lookup<City>.Of(capital)
            : Lookup<City>.Not($"the list of cities names no capital of {known.Name}");
    }

    private IEnumerable<City> In(string name, Country country, string? region)
        => _byName[PlaceName.Fold(name)].Distinct().Where(city => city.Country == country.Code
            && (region is null || string.Equals(city.Region, region.Trim(), StringComparison.OrdinalIgnoreCase)));

    private Lookup<City> Unknown(string name)
    {
        // The same name elsewhere, else the nearest spelling.
        var bare = PlaceName.Fold(name.Split(',')[0]);
        var near = _byName[bare].FirstOrDefault() is { } elsewhere ? $"{elsewhere.Name}, {elsewhere.Country}"
            : Spelling.Closest(bare, _spellings.Keys) is { } folded ? _spellings[folded] : null;
        return Lookup<City>.Not(Spelling.DidYouMean($"the list of cities has no `{name.Trim()}`", near), near is null ? [] : [near]);
    }

    private static string FullName(City city, List<City> bearers)
        => bearers.Count(other => other.Country == city.Country) > 1 ? $"{city.Name}, {city.Region}, {city.Country}" : $"{city.Name}, {city.Country}";

    private static string Describe(City city)
        => string.Create(CultureInfo.InvariantCulture, $"{city.Name}, {city.Region}, {city.Country} ({city.Point.Latitude}, {city.Point.Longitude}; {city.Population:N0} inhabitants)");
}
