using Detente.Geography.Borders;

namespace Detente.Borders;

/// <summary>One of the published scales, its files and what it is worth.</summary>
internal sealed record MapScale(string Source, string File, BorderSource About)
{
    private const string World = "Natural Earth 4.1.0 by way of world-atlas 2.0.2; disputed areas of Natural Earth 1:10m";
    private const string Licence = "data in the public domain; world-atlas under the ISC licence";
    private const string Grid = "0.0036 degree of longitude, 0.0017 of latitude";

    public static readonly MapScale Large = new("countries-10m.geojson.gz", "countries-10m.pack", new BorderSource("10m", World, Licence, Grid, 2_000));

    public static readonly MapScale Medium = new("countries-50m.geojson.gz", "countries-50m.pack", new BorderSource("50m", World, Licence, Grid, 5_000));
}
