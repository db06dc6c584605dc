using System.Globalization;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>The page of <c>detente reach</c>.</summary>
internal static class ReachScreen
{
    private const double SquareKilometre = 1e6;

    /// <summary>The page.</summary>
    public static IEnumerable<IRenderable> Draw(ReachAnswer answer)
    {
        var result = answer.Result;
        yield return new Flow().Text(Title(answer), Look.Strong);
        if (answer.From is { } from)
        {
            var error = from.Point.ErrorKm == 0 ? "" : $", give or take {from.Point.ErrorKm} km";
            yield return new Flow().Text(string.Create(CultureInfo.InvariantCulture, $"{from.Name}: {from.Point.Latitude}, {from.Point.Longitude}{error}"), Look.Quiet);
        }

        yield return Page.Gap;
        if (answer.Distance is { } distance)
        {
            yield return Row("distance", distance.HighMetres == 0 ? "none: they meet, or it lies within" : $"{Kilometres(distance.LowMetres)} km at the nearest, as the map is drawn");
        }

        yield return Row("area", $"{Area(result.AreaLow, up: false)} to {Area(result.AreaHigh, up: true)} km²");
        yield return Row("", string.Create(CultureInfo.InvariantCulture, $"{result.Share:P2} of {answer.Whole}, {Area(result.TotalArea, up: false)} km²"));
        if (result.ErrorMetres > 0)
        {
            yield return Row("error", $"{Area(result.AreaLowWithError, up: false)} to {Area(result.AreaHighWithError, up: true)} km², where {(answer.From is null ? "the border" : "the place")} lies {Kilometres(result.ErrorMetres)} km from where it is taken to be");
        }

        var source = answer.Lands.Map.Source;
        yield return Row("map", $"{source.Source}; at 1:{source.Scale} borders are taken to lie within {Kilometres(source.BorderErrorMetres)} km of the true ones (docs/geography.md); land only, no territorial sea");
        if (answer.Lands.Readings.Count > 0)
        {
            yield return Row("read as", string.Join("; ", answer.Lands.Readings));
        }

        if (answer.Open.Count > 0)
        {
            yield return Row("de facto", $"disputed areas as published: {string.Join(", ", answer.Open)}; --reading AREA=COUNTRY takes another view");
        }

        foreach (var row in Countries(answer))
        {
            yield return row;
        }
    }

    private static string Title(ReachAnswer answer)
    {
        var range = answer.RangeKm.ToString(CultureInfo.InvariantCulture);
        return (answer.From, answer.Onto) switch
        {
            ({ } from, null) => $"What {range} km reach from {from.Name}",
            ({ } from, { } onto) => $"What {range} km reach of {onto} from {from.Name}",
            _ => $"Where in {answer.Whole} {range} km reach {answer.Onto}",
        };
    }

    private static IEnumerable<IRenderable> Countries(ReachAnswer answer)
    {
        if (answer.Reached.Count == 0)
        {
            yield break;
        }

        yield return Page.Gap;
        var certain = answer.Reached.Count(country => country.Certain);
        var open = answer.Reached.Count - certain;
        yield return new Flow().Text($"{certain} countries and dependencies", Look.Strong).Text(open == 0 ? "" : $", and {open} of which the errors do not tell (?)", Look.Quiet);
        yield return Page.Indented(2, new Flow().Text(string.Join(", ", answer.Reached.Select(country =>
            string.Create(CultureInfo.InvariantCulture, $"{country.Name}{(country.Certain ? "" : " ?")} {Math.Floor(country.KmLow):0}")))));
        yield return Page.Indented(2, new Flow().Text("each with the least kilometres to its land", Look.Quiet));
    }

    private static IRenderable Row(string name, string text) => Page.Indented(2, new Flow(10).Whole(name.PadRight(8), Look.Quiet).Text("  " + text));

    private static string Area(double squareMetres, bool up)
    {
        var km = squareMetres / SquareKilometre;
        return (up ? Math.Ceiling(km) : Math.Floor(km)).ToString("#,0", CultureInfo.InvariantCulture);
    }

    private static string Kilometres(double metres) => (metres / 1000).ToString("0.###", CultureInfo.InvariantCulture);
}
