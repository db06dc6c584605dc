using System.Text.Json;
using Detente.Assessment;
using Detente.Quantities;

namespace Detente.Answers;

/// <summary>A warning of a short flight time: its parts, and never one number.</summary>
public static class WarningJson
{
    /// <summary>The members of one warning.</summary>
    public static void Members(Utf8JsonWriter json, FlightWarning warning)
    {
        json.WriteString("clause", warning.Clause);
        json.WriteString("party", warning.Party);
        json.WriteString("item", warning.Item);
        json.WriteString("place", warning.Place);
        json.WriteString("to", warning.To);
        json.WriteString("state", Names.Of(warning.State));
        json.Objects("accounts", warning.Accounts, account =>
        {
            json.WriteString("by", account.By);
            json.WriteString("holds", Names.Of(account.Holds));
        });
        json.Interval("distanceKm", warning.DistanceKm);
        json.Interval("rangeKm", warning.RangeKm);
        json.Interval("minutes", warning.Time?.Minutes);
        json.Objects("parts", warning.Time?.Parts ?? [], part =>
        {
            json.WriteString("what", part.Name);
            json.Interval("minutes", part.Minutes);
            json.WriteString("how", part.Source);
        });
        json.Strings("unknown", warning.Unknown);
        json.Strings("cites", warning.Cites);
    }

    /// <summary>The ends of an interval, <c>null</c> where there is none; <c>null</c> for no interval.</summary>
    public static void Interval(this Utf8JsonWriter json, string name, Amount? amount)
    {
        if (amount is not { } interval)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        End(json, "low", interval.Low);
        End(json, "high", interval.High);
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json, string name, decimal? end)
    {
        if (end is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
