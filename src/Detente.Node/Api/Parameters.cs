using System.Globalization;
using System.Text.Json.Nodes;
using Detente.Answers;
using Detente.Assessment;
using Detente.Diagnostics;
using Detente.Statements;
using Microsoft.OpenApi;

namespace Detente.Node.Api;

/// <summary>The query parameters, once each.</summary>
internal static class Parameters
{
    /// <summary>Items of a page where nobody says.</summary>
    public const int UsualSize = 50;

    /// <summary>Most items of a page in JSON.</summary>
    public const int MostSize = 500;

    /// <summary>Most rows of a table in CSV, and how many there are where nobody says.</summary>
    public const int MostRows = 5_000;

    private const int MostPages = 1_000_000;
    private const string InstantForm = "A UTC day such as 1988-09-15, whose end is meant, or an instant such as 2019-08-02T12:00Z.";

    public static readonly Parameter<long> At = Instant("at", "The instant judged. Without it a live record is judged now, at the last whole minute, and a reconstruction at the end of its last day.");
    public static readonly Parameter<long> Known = Instant("known", "The instant of knowledge: what was received by then counts. Without it the instant judged.");
    public static readonly Parameter<long> From = Instant("from", "The instant judged before. Without it the one judged after, for what later evidence changed: then fromKnown is needed.");
    public static readonly Parameter<long> FromKnown = Instant("fromKnown", "The instant of knowledge before. Without it known, and without that the instant judged before.");
    public static readonly Parameter<long> Until = Instant("until", "The last instant shown. Without it as far as the timeline reaches.");

    public static readonly Parameter<string> Party = Text("party", "A party's code or name.");
    public static readonly Parameter<string> Clause = Text("clause", "A clause's id, or the beginning of several: IX stands for every clause of article IX.");
    public static readonly Parameter<string> OneClause = Text("clause", "A clause's id.") with { IsRequired = true };
    public static readonly Parameter<string> Instance = Text("instance", "An act, request, notice, period or place. Without it the instance that each party's line rests on.");
    public static readonly Parameter<string> Words = Text("q", "Words, all of which must occur in the statement as it is shown, in its note or its source, in whatever case.");
    public static readonly Parameter<string> Author = Text("author", "The code of an author, also where it signs with others.");
    public static readonly Parameter<string> NamedClause = Text("clause", "The id of a clause that the statement itself names.");

    public static readonly Parameter<Verdict> Verdict = OneOf("verdict", "Only what bears this verdict.", Enum.GetValues<Verdict>(), verdict => Names.Of(verdict).Replace(' ', '-'));
    public static readonly Parameter<Verb> Verb = OneOf("verb", "Only statements that do this.", Enum.GetValues<Verb>(), Names.Of);
    public static readonly Parameter<Grade> Grade = OneOf("grade", "Only statements known so.", Enum.GetValues<Grade>(), Names.Of);
    public static readonly Parameter<bool> NewestFirst = OneOf("order", "record: by receipt, then author, then number; newest: the other way round. Without it newest.", [false, true], newest => newest ? "newest" : "record");

    public static readonly Parameter<int> Page = Number("page", "The page, from 1.", MostPages, 1);
    public static readonly Parameter<int> Size = Number("size", "How many items a page has.", MostSize, UsualSize);
    public static readonly Parameter<int> Rows = Number("size", "How many rows a page has.", MostRows, MostRows);

    private static Parameter<long> Instant(string name, string description) => new(name, $"{description} {InstantForm}", written =>
        AskedInstant.Parse(written) is { } tick ? (tick, null) : (0, AskedInstant.HowToWrite))
    {
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static Parameter<string> Text(string name, string description) => new(name, description, written => (written, null))
    {
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static Parameter<T> OneOf<T>(string name, string description, IEnumerable<T> values, Func<T, string> nameOf)
        where T : struct
    {
        var named = values.ToDictionary(nameOf);
        return new Parameter<T>(name, description, written => named.TryGetValue(written.Replace(' ', '-'), out var value)
            ? (value, null)
            : (default, $"it is none of {string.Join(", ", named.Keys)}{Meant.Or(written, named.Keys, "")}"))
        {
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. named.Keys.Select(key => (JsonNode)key)] },
        };
    }

    private static Parameter<int> Number(string name, string description, int most, int usual) => new(name, description, written =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? (number, null)
            : (0, $"write a whole number from 1 to {most}"))
    {
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = most.ToString(CultureInfo.InvariantCulture), Default = usual },
    };
}
