using System.Text.Json;
using Detente.Answers;
using Detente.Cli.Screens;

namespace Detente.Cli.Output;

/// <summary>The JSON of <c>detente reach</c>: docs/output.md, docs/schema/reach.schema.json.</summary>
internal static class ReachJson
{
    /// <summary>Writes all of it.</summary>
    public static void Write(Utf8JsonWriter json, ReachAnswer answer)
    {
        json.WriteStartObject();
        json.WriteNumber("rangeKm", answer.RangeKm);
        From(json, answer);
        json.WriteString("of", answer.Whole);
        json.WriteString("onto", answer.Onto);
        if (answer.Distance is { } distance)
        {
            Bounds(json, "distanceKm", distance.LowMetres, distance.HighMetres, 1000);
        }
        else
        {
            json.WriteNull("distanceKm");
        }

        var result = answer.Result;
        Bounds(json, "areaKm2", result.AreaLow, result.AreaHigh, 1e6);
        json.WriteNumber("totalKm2", Rounded(result.TotalArea / 1e6));
        json.WriteNumber("share", Rounded(result.Share, 6));
        json.WriteNumber("errorKm", Rounded(result.ErrorMetres / 1000));
        Bounds(json, "areaWithErrorKm2", result.AreaLowWithError, result.AreaHighWithError, 1e6);
        Map(json, answer);
        json.Objects("reached", answer.Reached, country =>
        {
            json.WriteString("code", country.Code);
            json.WriteString("name", country.Name);
            Bounds(json, "km", country.KmLow, country.KmHigh, 1);
            json.WriteBoolean("certain", country.Certain);
        });
        json.WriteEndObject();
    }

    /// <summary>What is within range as a GeoJSON feature (RFC 7946), for display: the figures stand beside it and are not taken from it.</summary>
    public static string GeoJson(ReachAnswer answer) => Json.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WritePropertyName("properties");
        Write(json, answer);
        json.WritePropertyName("geometry");
        json.WriteRawValue(answer.Result.Outline.ToGeoJson());
        json.WriteEndObject();
    });

    private static void From(Utf8JsonWriter json, ReachAnswer answer)
    {
        if (answer.From is not { } from)
        {
            json.WriteNull("from");
            return;
        }

        json.WriteStartObject("from");
        json.WriteString("name", from.Name);
        json.WriteNumber("latitude", from.Point.Latitude);
        json.WriteNumber("longitude", from.Point.Longitude);
        json.WriteNumber("errorKm", from.Point.ErrorKm);
        json.WriteEndObject();
    }

    private static void Map(Utf8JsonWriter json, ReachAnswer answer)
    {
        var source = answer.Lands.Map.Source;
        json.WriteStartObject("map");
        json.WriteString("source", source.Source);
        json.WriteString("scale", source.Scale);
        json.WriteNumber("borderErrorKm", source.BorderErrorMetres / 1000m);
        json.Strings("readings", answer.Lands.Readings);
        json.Strings("deFacto", answer.Open);
        json.WriteEndObject();
    }

    // Each end outward, to a thousandth: rounding takes nothing from a bound.
    private static void Bounds(Utf8JsonWriter json, string name, double low, double high, double unit)
    {
        json.WriteStartObject(name);
        json.WriteNumber("low", (decimal)Math.Floor(low / unit * 1000) / 1000);
        json.WriteNumber("high", (decimal)Math.Ceiling(high / unit * 1000) / 1000);
        json.WriteEndObject();
    }

    private static decimal Rounded(double value, int digits = 3) => Math.Round((decimal)value, digits);
}
