using Detente.Geography.Borders;

namespace Detente.Borders;

/// <summary>One of the published scales: its files, what it is worth, and how disputed areas are cut at it.</summary>
/// <param name="Source">The file of countries.</param>
/// <param name="File">The pack.</param>
/// <param name="About">What the pack says of itself.</param>
/// <param name="MeetsDisputedAreas">Whether its lines and those of the disputed areas were drawn from one original.</param>
/// <param name="SliverWidth">Strips narrower than this, 1e-7 degree, that a cut leaves along its edge are taken for two drawings of one line.</param>
internal sealed record MapScale(string Source, string File, BorderSource About, bool MeetsDisputedAreas, int SliverWidth)
{
    private const string World = "Natural Earth 4.1.0 by way of world-atlas 2.0.2; disputed areas of Natural Earth 1:10m";
    private const string Licence = "data in the public domain; world-atlas under the ISC licence";
    private const string Grid = "0.0036 degree of longitude, 0.0017 of latitude";

    /// <summary>The disputed areas are of this scale. On the grid they meet its lines, and only single steps of the grid are left between.</summary>
    public static readonly MapScale Large = new("countries-10m.geojson.gz", "countries-10m.pack", new BorderSource("10m", World, Licence, Grid, 2_000), true, 40_000);

    /// <summary>Its lines are generalised further, a kilometre from those of the disputed areas and more.</summary>
    public static readonly MapScale Medium = new("countries-50m.geojson.gz", "countries-50m.pack", new BorderSource("50m", World, Licence, Grid, 5_000), false, 300_000);
}
