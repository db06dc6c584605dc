using System.Text.RegularExpressions;
using Detente.Geography;
using Detente.Geography.Borders;
using NetTopologySuite.Geometries;

namespace Detente.Borders;

/// <summary>The disputed areas of Natural Earth: their shapes, and what their attributes say.</summary>
internal static partial class DisputedFile
{
    /// <summary>Each area, the codes its holder may have on the map (most exact first), and its shape put on the source's grid; the smallest area first.</summary>
    /// <param name="path">The file.</param>
    /// <param name="names">Every code and name of a country to its code.</param>
    /// <param name="grid">The grid of the map to be cut; <c>null</c> where its lines were drawn anew and meet these nowhere.</param>
    public static IReadOnlyList<(DisputedArea Area, IReadOnlyList<string> Holders, Geometry Shape)> Read(string path, IReadOnlyDictionary<string, string> names, Grid? grid)
    {
        var features = GeoJson.Read(path).Where(feature => feature["TYPE"] != "Overlay").ToList();
        var twice = features.GroupBy(feature => feature["BRK_NAME"]).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. features.Select(feature =>
        {
            string[] holders = [.. new[] { feature["ADM0_A3"], feature["SOV_A3"], feature["SOVEREIGNT"] }.OfType<string>().Select(name => names.GetValueOrDefault(name, "")).Where(code => code.Length > 0).Distinct()];
            var name = feature["BRK_NAME"]!;
            return (AreaOf(feature, twice.Contains(name) ? $"{name} ({holders[0]})" : name, holders, names), (IReadOnlyList<string>)holders, Shapes.Of(OnGrid(feature, grid)));
        }).OrderBy(item => item.Item3.Area)];
    }

    /// <summary>"Admin. by X; Claimed by A, B, and the C": the codes of A, B and C.</summary>
    public static IReadOnlyList<string> ClaimantsIn(string note, IReadOnlyDictionary<string, string> names)
        => [.. ClaimedBy().Matches(note).SelectMany(match => Separator().Split(match.Groups[1].Value))
            .Select(name => name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name)
            .Where(name => name.Length > 0 && !Names.NoCountry.Contains(name))
            .Select(name => Names.InNotes.TryGetValue(name, out var code) || names.TryGetValue(name, out code) ? code
                : throw new InvalidDataException($"No country `{name}`, named in the note: {note}"))
            .Distinct().Order(StringComparer.Ordinal)];

    private static DisputedArea AreaOf(Feature feature, string name, string[] holders, IReadOnlyDictionary<string, string> names)
    {
        var note = feature["NOTE_BRK"] ?? "";
        var claimants = ClaimantsIn(note, names).Except(holders.Take(1)).ToList();
        return note.Length == 0 && Names.Claims.TryGetValue(name, out var recalled)
            ? new DisputedArea(name, feature["TYPE"]!, note, recalled, "recalled")
            : new DisputedArea(name, feature["TYPE"]!, note, claimants, "published");
    }

    private static IEnumerable<IReadOnlyList<Vertex[]>> OnGrid(Feature feature, Grid? grid)
        => feature.Polygons.Select(polygon => (IReadOnlyList<Vertex[]>)[.. polygon.Select(ring => grid is null ? ring : WithoutRepeats([.. ring.Select(grid.Nearest)]))]);

    private static Vertex[] WithoutRepeats(Vertex[] ring) => [.. ring.Where((vertex, i) => vertex != ring[(i + ring.Length - 1) % ring.Length])];

    [GeneratedRegex(@"[Cc]laimed by ((?:(?!;| after ).)+)")]
    private static partial Regex ClaimedBy();

    [GeneratedRegex(@",? and |, ")]
    private static partial Regex Separator();
}
