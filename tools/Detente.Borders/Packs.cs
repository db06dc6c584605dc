namespace Detente.Borders;

/// <summary>All packs of the library, made of the sources. The same sources give the same bytes.</summary>
internal static class Packs
{
    /// <summary>The packs' file names and bytes.</summary>
    /// <param name="sources">The folder of the sources.</param>
    /// <param name="report">Told of every disputed area what was cut, and what was left out and why.</param>
    public static IEnumerable<(string Name, byte[] Bytes)> Make(string sources, Action<string> report)
    {
        var large = MapMaker.Make(sources, MapScale.Large, report);
        yield return (MapScale.Large.File, BorderPackWriter.Write(large));
        yield return (MapScale.Medium.File, BorderPackWriter.Write(MapMaker.Make(sources, MapScale.Medium, report)));
        yield return ("cities.pack", CityPackWriter.Write(CityFile.Read(Path.Combine(sources, "cities.tsv.gz"), large.Countries)));
    }
}
