using System.Text.Json;
using Detente.Cli;
using Detente.Cli.Output;

namespace Detente.Tests.Cli;

/// <summary><c>detente backtest</c> and <c>detente compare</c>, on an agreement and a record of states that do not exist.</summary>
public sealed class BacktestCommandTests : IDisposable
{
    private const string Agreement = """
        ---
        agreement: trial
        title: A trial
        parties: { A: Alba, B: Borea }
        ---
        # A trial
        ```terms
        missile              item with launch, kind, range
        treaty missile       a missile with launch ground, range at least 500 km and at most 5500 km
        base                 site
        territory of Alba    polygon 40 N 10 E, 40 N 12 E, 42 N 12 E, 42 N 10 E
        territory of Borea   polygon 40 N 20 E, 40 N 22 E, 42 N 22 E, 42 N 20 E
        capital of Alba      41 N 11 E
        capital of Borea     41 N 21 E
        ```
        ```clause I.1
        so long as every other Party keeps I.1
          no treaty missile may be located where it can reach the territory of another Party
        ```
        ```clause W.1
        warn when the flight time from a treaty missile of one Party to the capital of another is under 15 minutes
        ```
        """;

    private const string Statements = """
        - id: A-0001
          received: 2020-01-01
          declares: { type: { item: Dart, is: missile, launch: ground, kind: ballistic, range: 900 km } }
        - id: A-0002
          received: 2020-01-01
          declares: { sites: [ { name: West, kind: base, at: [41, 11], error-km: 1 } ] }
        - id: A-0003
          received: 2020-02-01
          declares: { holdings: { as-of: 2020-02-01, lines: [ { item: Dart, amount: 2, place: West } ] } }
        - id: B-0001
          received: 2021-01-01
          declares: { type: { item: Pike, is: missile, launch: ground, kind: ballistic, range: 490 km } }
        - id: B-0002
          received: 2021-01-01
          declares: { sites: [ { name: East, kind: base, at: [41, 16], error-km: 1 } ] }
        - id: B-0003
          received: 2021-02-01
          declares: { holdings: { as-of: 2021-02-01, lines: [ { item: Pike, amount: 1, place: East }, { item: Dart, amount: 1, place: East } ] } }
        - id: X-0001
          received: 2021-03-01
          observes: { holdings: { of: A, as-of: 2021-03-01, lines: [ { item: Dart, amount: 3, place: North } ] } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("detente-").FullName;

    public BacktestCommandTests()
    {
        File.WriteAllText(In("trial.md"), Agreement);
        File.WriteAllText(In("wider.md"), Agreement.Replace("agreement: trial", "agreement: wider", StringComparison.Ordinal).Replace("at least 500 km", "at least 450 km", StringComparison.Ordinal));
        File.WriteAllText(In("case.yaml"), "case: trial-record\ntitle: A record\nagreement: trial.md\nrecord: live\nauthors: { X: A newspaper }\nstatements: [statements.yaml]\n");
        File.WriteAllText(In("statements.yaml"), Statements);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_says_what_would_have_been_found_since_when_and_what_release_hides()
    {
        using var json = Asked("backtest", In("trial.md"));
        Assert.Equal("2020-02-01", json.RootElement.GetProperty("from").GetString());
        var west = Finding(json, "A", "Dart at West");
        Assert.Equal("not kept", west.GetProperty("verdict").GetString());
        Assert.Equal("2020-02-01T23:59:59.9999999Z", west.GetProperty("found").GetString());
        Assert.Equal(["A-0003"], west.GetProperty("by").EnumerateArray().Select(id => id.GetString()));

        // Alba's missile reaches Borea, so Borea is released: what it would have been found to do stands beside it.
        var east = Finding(json, "B", "Dart at East");
        Assert.Equal(("not triggered", "released", "not kept"), (east.GetProperty("verdict").GetString(), east.GetProperty("binds").GetString(), east.GetProperty("unreleased").GetString()));
    }

    [Fact]
    public void What_only_others_report_is_listed_and_judged_by_nobody()
    {
        using var json = Asked("backtest", In("trial.md"));
        var listed = Assert.Single(json.RootElement.GetProperty("listed").EnumerateArray().ToList());
        Assert.Equal(("X-0001", "A newspaper: observes of Alba 3 Dart at North as of 2021-03-01"), (listed.GetProperty("statement").GetString(), listed.GetProperty("text").GetString()));
        Assert.DoesNotContain(json.RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("instance").GetString() == "Dart at North");
    }

    [Fact]
    public void The_day_assumed_is_the_one_asked_for()
    {
        using var json = Asked("backtest", In("trial.md"), "--from", "2020-06-01");
        Assert.Equal("2020-06-01", json.RootElement.GetProperty("from").GetString());
        Assert.DoesNotContain(json.RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("instance").GetString() == "Dart at West");
        Assert.Equal("not kept", Finding(json, "B", "Dart at East").GetProperty("verdict").GetString());
    }

    [Fact]
    public void A_warning_comes_with_its_parts()
    {
        using var json = Asked("backtest", In("trial.md"));
        var warning = json.RootElement.GetProperty("warnings").EnumerateArray().Single(w => w.GetProperty("place").GetString() == "West");
        Assert.Equal(("given", "B"), (warning.GetProperty("state").GetString(), warning.GetProperty("to").GetString()));
        Assert.True(warning.GetProperty("parts").GetArrayLength() > 1);
        Assert.InRange(warning.GetProperty("distanceKm").GetProperty("low").GetDouble(), 830, 845);
    }

    [Fact]
    public void Two_wordings_are_told_apart_by_what_they_find_and_by_their_words()
    {
        var args = new[] { "compare", In("trial.md"), In("wider.md"), "--record", _folder, "--until", "2021-06-01", "--from", "2020-06-01" };
        var result = Shell.Run([.. args, "--format", "json"]);
        Assert.Empty(JsonSchema.Faults(Embedded.Text("Output/Schema/comparison.schema.json"), result.Out));
        using var json = JsonDocument.Parse(result.Out);
        var difference = Assert.Single(json.RootElement.GetProperty("differences").EnumerateArray().ToList());
        Assert.Equal("Pike at East", difference.GetProperty("instance").GetString());
        Assert.Equal(JsonValueKind.Null, difference.GetProperty("first").ValueKind);
        Assert.Equal("not kept", difference.GetProperty("second").GetProperty("verdict").GetString());
        var page = Shell.Run(args).Out;
        Assert.Contains("1 thing found differently", page, StringComparison.Ordinal);
        Assert.Contains("terms worded otherwise", page, StringComparison.Ordinal);
        Assert.Contains("range at least 450 km", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_agreement_does_not_know_are_counted_and_judged_as_silence()
    {
        File.WriteAllText(In("other.md"), Agreement.Replace("B: Borea", "B: Borea, C: Cold Isles", StringComparison.Ordinal).Replace("base                 site", "depot                site", StringComparison.Ordinal)
            .Replace("capital of Alba ", "territory of Cold Isles   polygon 70 N 10 E, 70 N 12 E, 72 N 12 E\ncapital of Cold Isles     71 N 11 E\ncapital of Alba ", StringComparison.Ordinal));
        using var json = Asked("backtest", In("other.md"));
        Assert.Contains(json.RootElement.GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("judged as silence", StringComparison.Ordinal));
    }

    private string In(string file) => Path.Combine(_folder, file);

    private JsonDocument Asked(params string[] args)
    {
        var result = Shell.Run([.. args, "--record", _folder, "--until", "2021-06-01", "--format", "json"]);
        Assert.Equal((ExitCode.Kept, ""), (result.Code, result.Error));
        Assert.Empty(JsonSchema.Faults(Embedded.Text("Output/Schema/backtest.schema.json"), result.Out));
        return JsonDocument.Parse(result.Out);
    }

    private static JsonElement Finding(JsonDocument json, string party, string instance) => json.RootElement.GetProperty("findings").EnumerateArray()
        .Single(finding => finding.GetProperty("party").GetString() == party && finding.GetProperty("instance").GetString() == instance);
}
