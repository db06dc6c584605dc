using System.Globalization;
using Detente.Geography;
using Detente.Geography.Borders;

namespace Detente.Cli.Input;

/// <summary>Countries, places and points of view as a call names them.</summary>
/// <param name="map">The border map.</param>
/// <param name="readings">Who is taken to hold which disputed area.</param>
internal sealed class Lands(BorderMap map, IReadOnlyDictionary<string, string> readings)
{
    /// <summary>Refuses a point of view that names an area or a country the map does not have.</summary>
    public Lands Checked()
    {
        Found("--reading", map.Territory(map.Countries[0].Code, readings));
        return this;
    }

    /// <summary>The map.</summary>
    public BorderMap Map => map;

    /// <summary>Disputed areas that are read otherwise than published, as <c>Crimea: UKR</c>.</summary>
    public IReadOnlyList<string> Readings { get; } = [.. readings.Select(reading => $"{reading.Key}: {reading.Value}")];

    /// <summary>The land of one country, or of several named with commas between them.</summary>
    public (Territory Land, IReadOnlyList<string> Codes) Find(string option, string names)
    {
        var countries = names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => Found(option, map.Country(name))).DistinctBy(country => country.Code).ToList();
        if (countries.Count == 0)
        {
            throw new RefusedException($"{option} '{names}': name a country by its code, such as POL, or by its name");
        }

        // A former state and one of its members: the land would be counted twice.
        if (countries.SelectMany(country => HistoricalStates.MembersOf(country.Code)).GroupBy(code => code, StringComparer.Ordinal).FirstOrDefault(code => code.Count() > 1) is { } twice)
        {
            throw new RefusedException($"{option} '{names}': {twice.Key} is part of more than one of these; name it once");
        }

        var lands = countries.ConvertAll(country => Found(option, Land(country.Code)));
        return (lands.Count == 1 ? lands[0] : Territory.Union(string.Join(", ", countries.Select(country => country.Name)), lands), countries.ConvertAll(country => country.Code));
    }

    /// <summary>The land of a country by its code, under the call's point of view.</summary>
    public Lookup<Territory> Land(string code) => map.Territory(code, readings);

    /// <summary>Disputed areas of these countries that the call does not read: held or claimed by one of them.</summary>
    public IReadOnlyList<string> Open(IEnumerable<string> codes) =>
        [.. codes.SelectMany(map.DisputedAreasOf).Select(area => area.Name).Distinct(StringComparer.Ordinal).Where(area => !readings.ContainsKey(area)).Order(StringComparer.Ordinal)];

    /// <summary>A city by its name, or a point as <c>54.71,20.51</c>.</summary>
    public static (string Name, GeoPoint Point) Place(string option, string written)
    {
        var parts = written.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && Degrees(parts[0]) is { } latitude && Degrees(parts[1]) is { } longitude)
        {
            return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 ? (written, new GeoPoint(latitude, longitude))
                : throw new RefusedException($"{option} '{written}': a latitude lies from -90 to 90, a longitude from -180 to 180");
        }

        var city = Found(option, Gazetteer.World.Find(written));
        return ($"{city.Name}, {city.Country}", city.Point);
    }

    /// <summary>Points of view as written: <c>Crimea=UKR</c>.</summary>
    public static Dictionary<string, string> ReadingsOf(IEnumerable<string> written)
    {
        var readings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reading in written)
        {
            var at = reading.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == reading.Length - 1)
            {
                throw new RefusedException($"--reading '{reading}': write AREA=COUNTRY, such as Crimea=UKR");
            }

            if (!readings.TryAdd(reading[..at].Trim(), reading[(at + 1)..].Trim()))
            {
                throw new RefusedException($"--reading '{reading}': {reading[..at].Trim()} is read twice");
            }
        }

        return readings;
    }

    private static decimal? Degrees(string written) => decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    private static T Found<T>(string option, Lookup<T> lookup)
        where T : class => lookup.TryGet(out var value, out var problem) ? value
            : throw new RefusedException($"{option}: {problem}{(lookup.Suggestions.Count > 1 ? $"; say {string.Join(" or ", lookup.Suggestions.Select(s => $"'{s}'"))}" : "")}");
}
