using Detente.Geography.Borders;

namespace Detente.Borders;

/// <summary>
/// Writes a list of cities in packed form.
/// <code>
/// 8 bytes   magic "DTCITYS1"; the last byte is the version
/// 32 bytes  SHA-256 of everything that follows
/// header    texts: source, licence; number: length of the body
/// body, in Brotli to the end of the file:
///   country codes
///   cities, by name: name, the country's place among the codes, region, 1 for a capital or 0, inhabitants, latitude and
///     longitude in 1e-5 degree
///   other names: the name, the city's place among the cities
/// </code>
/// Numbers, differences (the coordinates), texts and lists are as in <see cref="BorderPackWriter"/>.
/// </summary>
internal static class CityPackWriter
{
    public static byte[] Write(Gazetteer gazetteer)
    {
        var countries = gazetteer.Cities.Select(city => city.Country).Distinct().Order(StringComparer.Ordinal).ToList();
        var places = gazetteer.Cities.Select((city, i) => (city, i)).ToDictionary(item => item.city, item => item.i);
        var body = new PackBuilder();
        body.List(countries, code => body.Text(code));
        body.List(gazetteer.Cities, city => body.Text(city.Name).Number(countries.IndexOf(city.Country)).Text(city.Region)
            .Number(city.IsCapital ? 1 : 0).Number(city.Population).Difference(Units(city.Point.Latitude)).Difference(Units(city.Point.Longitude)));
        body.List(gazetteer.Aliases, other => body.Text(other.Alias).Number(places[other.City]));
        return body.Close(CityPack.Magic, new PackBuilder().Text(gazetteer.Source).Text(gazetteer.Licence));
    }

    private static int Units(decimal degrees) => (int)(degrees * CityPack.UnitsPerDegree);
}
