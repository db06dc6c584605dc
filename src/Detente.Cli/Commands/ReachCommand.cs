using System.CommandLine;
using System.Globalization;
using Detente.Answers;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Screens;
using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Geography.Geodesics;
using Detente.Geography.Reach;

namespace Detente.Cli.Commands;

/// <summary>
/// <c>detente reach --from PLACE --range KM [--onto COUNTRY]</c>: what is within range of a place; <c>detente reach --of COUNTRY --onto COUNTRY
/// --range KM</c>: from how much of one the other is within range.
/// </summary>
internal static class ReachCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var from = new Option<string?>("--from") { Description = "a place: a city such as Kaliningrad, or latitude,longitude", HelpName = "PLACE" };
        var of = new Option<string?>("--of") { Description = "countries the range begins in, by code or name, commas between", HelpName = "COUNTRY" };
        var onto = new Option<string?>("--onto") { Description = "countries that are to be within range", HelpName = "COUNTRY" };
        var range = new Option<string>("--range") { Description = "kilometres on the ground", HelpName = "KM", Required = true };
        var reading = new Option<string[]>("--reading") { Description = "who is taken to hold a disputed area: Crimea=UKR; may stand more than once", HelpName = "AREA=COUNTRY" };
        var scale = new Option<string>("--scale") { Description = "the border map: 10m, or the coarser 50m", HelpName = "SCALE", DefaultValueFactory = _ => "10m" };
        var format = new Option<string>("--format") { Description = "text, json, or geojson (what is within range, for display)", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        var noColour = CaseOptions.NoColour();
        var command = new Command("reach", "Tells from where, and what, a range reaches: areas with a lower and an upper bound, and the border map's own error.") { from, of, onto, range, reading, scale, format, noColour };
        command.SetAction(call => Run(
            terminal.With(call.GetValue(noColour)),
            new Asked(call.GetValue(from), call.GetValue(of), call.GetValue(onto), Kilometres(call.GetRequiredValue(range))),
            new Lands(Map(call.GetValue(scale)!), Lands.ReadingsOf(call.GetValue(reading) ?? [])).Checked(),
            Format(call.GetValue(format)!)));
        return command;
    }

    private static int Run(Terminal terminal, Asked asked, Lands lands, string format)
    {
        ReachAnswer answer;
        using (new Progress(terminal, "measuring"))
        {
            answer = (asked.From, asked.Of, asked.Onto) switch
            {
                ({ } place, null, null) => Around(place, asked.Kilometres, lands),
                ({ } place, null, { } onto) => OntoFrom(place, onto, asked.Kilometres, lands),
                (null, { } of, { } onto) => Between(of, onto, asked.Kilometres, lands),
                (null, null, { } onto) => Everywhere(onto, asked.Kilometres, lands),
                _ => throw new RefusedException("reach takes --from PLACE, or --of COUNTRY --onto COUNTRY, with --range KM"),
            };
        }

        terminal.Out.Write(format switch
        {
            "json" => Json.Text(json => ReachJson.Write(json, answer)),
            "geojson" => ReachJson.GeoJson(answer),
            _ => Page.Draw(ReachScreen.Draw(answer), terminal),
        });
        return ExitCode.Kept;
    }

    /// <summary>The cap around a place, and the countries in it.</summary>
    private static ReachAnswer Around(string written, decimal kilometres, Lands lands)
    {
        var (name, point) = Lands.Place("--from", written);
        var result = ReachArea.Around(At(point), Metres(kilometres), Metres(point.ErrorKm));
        var reached = lands.Map.Countries.Select(country => Reached(country, point, kilometres, lands)).OfType<ReachedCountry>()
            .OrderBy(country => country.KmLow).ThenBy(country => country.Code, StringComparer.Ordinal).ToList();
        return new ReachAnswer(lands, kilometres, result) { From = (name, point), Whole = "the Earth", Reached = reached, Open = lands.Open(reached.Select(country => country.Code)) };
    }

    private static ReachAnswer OntoFrom(string written, string onto, decimal kilometres, Lands lands)
    {
        var (name, point) = Lands.Place("--from", written);
        var (land, codes) = lands.Find("--onto", onto);
        var distance = TerritoryDistance.Of(land).To(At(point));
        return new ReachAnswer(lands, kilometres, ReachArea.Of(At(point), Metres(kilometres), land, Metres(point.ErrorKm)))
        {
            From = (name, point), Whole = land.Name, Onto = land.Name, Distance = distance, Open = lands.Open(codes),
        };
    }

    private static ReachAnswer Between(string of, string onto, decimal kilometres, Lands lands)
    {
        var (from, codes) = lands.Find("--of", of);
        var (land, others) = lands.Find("--onto", onto);
        return new ReachAnswer(lands, kilometres, ReachArea.Of(from, Metres(kilometres), land))
        {
            Whole = from.Name, Onto = land.Name, Distance = TerritoryDistance.Of(from).To(TerritoryDistance.Of(land)), Open = lands.Open(codes.Concat(others)),
        };
    }

    private static ReachAnswer Everywhere(string onto, decimal kilometres, Lands lands)
    {
        var (land, codes) = lands.Find("--onto", onto);
        return new ReachAnswer(lands, kilometres, ReachArea.Around(land, Metres(kilometres))) { Whole = "the Earth", Onto = land.Name, Open = lands.Open(codes) };
    }

    private static ReachedCountry? Reached(Country country, GeoPoint point, decimal kilometres, Lands lands)
    {
        // The map lists some of which it draws no land, such as Vatican City at 1:10m.
        if (!lands.Land(country.Code).TryGet(out var land, out _))
        {
            return null;
        }

        var distance = TerritoryDistance.Of(land).To(At(point));
        var error = land.BorderErrorMetres + Metres(point.ErrorKm);
        return distance.LowMetres - error > Metres(kilometres) ? null
            : new ReachedCountry(country.Code, country.Name, Math.Max(0, distance.LowMetres - error) / 1000, (distance.HighMetres + error) / 1000, distance.HighMetres + error <= Metres(kilometres));
    }

    private static Position At(GeoPoint point) => new((double)point.Latitude, (double)point.Longitude);

    private static double Metres(decimal kilometres) => (double)kilometres * 1000;

    private static decimal Kilometres(string written) =>
        decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var km) && km is > 0 and <= Distance.FarthestKm ? km
            : throw new RefusedException($"--range '{written}': write kilometres as a number over 0 and at most {Distance.FarthestKm}, half the way around the Earth");

    private static BorderMap Map(string scale) => scale switch
    {
        "10m" => BorderMap.Large,
        "50m" => BorderMap.Medium,
        _ => throw new RefusedException($"--scale is 10m or 50m, not '{scale}'"),
    };

    private static string Format(string format) => format is "text" or "json" or "geojson" ? format : throw new RefusedException($"--format is text, json or geojson, not '{format}'");

    private sealed record Asked(string? From, string? Of, string? Onto, decimal Kilometres);
}
