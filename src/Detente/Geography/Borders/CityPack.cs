namespace Detente.Geography.Borders;

/// <summary>Reads a list of cities out of its packed form. The form is described at the head of tools/Detente.Borders/CityPackWriter.cs.</summary>
internal static class CityPack
{
    /// <summary>Coordinates are counted in 1e-5 degree.</summary>
    public const int UnitsPerDegree = 100_000;

    /// <summary>The first eight bytes; the last of them is the version.</summary>
    public static ReadOnlySpan<byte> Magic => "DTCITYS1"u8;

    /// <summary>All of it.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a pack, or were damaged.</exception>
    public static Gazetteer Read(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var pack = PackReader.Open(copy.ToArray(), Magic);
        var (source, licence) = (pack.Text(), pack.Text());
        var body = pack.Unpack();
        var countries = body.List(body.Text);
        var cities = body.List(() => ReadCity(body, countries));
        var aliases = body.List(() => (Alias: body.Text(), City: cities[body.Index(cities.Count)]));
        body.End();
        return new Gazetteer(source, licence, cities, aliases);
    }

    private static City ReadCity(PackReader body, List<string> countries)
    {
        var (name, country, region) = (body.Text(), countries[body.Index(countries.Count)], body.Text());
        var (capital, population) = (body.Index(2) == 1, body.Number());
        var (latitude, longitude) = (body.Difference() / (decimal)UnitsPerDegree, body.Difference() / (decimal)UnitsPerDegree);
        return new City(name, country, region, capital, population, new GeoPoint(latitude, longitude, City.ErrorKmOf(population)));
    }
}
