using System.Globalization;
using Detente.Quantities;
using Detente.Statements;
using Detente.Tests.House;
using Detente.Time;
using NodaTime;

namespace Detente.Tests.Cases;

using Row = IReadOnlyDictionary<string, string>;

/// <summary>The record of the moratorium holds what its two lists hold, and says of each thing who says it and how it is known.</summary>
public class MoratoriumRecordTests
{
    private const string Folder = "cases/moratorium";
    private static readonly CaseFolder Moratorium = CaseFolder.Load(Folder);
    private static readonly IReadOnlyList<Statement> Statements = Moratorium.Record.Statements;
    private static readonly IReadOnlyList<Row> Deployments = PublishedTable.Read($"{Folder}/sources/deployments.csv");
    private static readonly IReadOnlyList<Row> Missiles = PublishedTable.Read($"{Folder}/sources/missiles.csv");

    // The list's names of those missiles that a deployment or an event of the case names, and the case's.
    private static readonly Dictionary<string, string> Types = new()
    {
        ["9M729"] = "9M729", ["9M728"] = "9M728", ["9M723"] = "9M723", ["Oreshnik"] = "Oreshnik", ["Tomahawk from Typhon"] = "Tomahawk",
        ["SM-6 from Typhon"] = "SM-6", ["Dark Eagle"] = "Dark Eagle", ["PrSM Increment 1"] = "PrSM Increment 1",
        ["PrSM Increment 4"] = "PrSM Increment 4", ["DF-26"] = "DF-26", ["Type 12 upgraded"] = "Type 12 upgraded", ["HVGP Block 1"] = "HVGP",
    };

    private static IEnumerable<(Statement By, Holdings Said, HoldingLine Line)> Placed =>
        from s in Statements where s.Content is Holdings from line in ((Holdings)s.Content).Lines where line.Place is not null select (s, (Holdings)s.Content, line);

    [Fact]
    public void Every_deployment_of_the_list_is_stated_with_its_day()
    {
        Assert.Equal(22, Deployments.Count);
        Faults.None(Deployments.Where(row => !Placed.Any(p => IsOf(row, p.Line.Item, p.Line.Place!) && p.Line.Amount.Low > 0 && p.Said.AsOf.FirstTick == From(row))
            && !Statements.Select(s => s.Content).OfType<ActWord>().Any(act => IsOf(row, act.Item, act.Place) && act.Start?.FirstTick == From(row))
            && !Statements.Select(s => s.Content).OfType<ActWord>().Any(act => IsLaterWordOf(row, act))).Select(Name));
    }

    [Fact]
    public void Every_place_of_the_list_is_stated_with_its_point_and_error()
    {
        var sites = Statements.Select(s => s.Content).OfType<Sites>().SelectMany(s => s.List).ToList();
        Faults.None(Deployments.Where(row => !sites.Exists(site => site.Name.StartsWith(row["site"], StringComparison.Ordinal)
            && site.Point is { } point && point.Latitude == Number(row["lat"]) && point.Longitude == Number(row["lon"]) && point.ErrorKm == Number(row["coord_error_km"]))).Select(Name));
    }

    [Fact]
    public void Every_deployment_that_ended_is_followed_by_a_word_that_none_is_there()
    {
        var ended = Deployments.Where(row => row["to"].Length > 0).ToList();
        Assert.Equal(6, ended.Count);
        Faults.None(ended.Where(row => !Placed.Any(p => IsOf(row, p.Line.Item, p.Line.Place!) && p.Line.Amount == Amount.Zero && p.Said.AsOf.FirstTick >= Tick(row["to"]))).Select(Name));
    }

    [Fact]
    public void Every_published_range_of_a_missile_named_is_said_by_somebody()
    {
        var said = Statements.Select(s => s.Content).OfType<TypeProperties>().Where(type => type.Numbers.ContainsKey("range")).ToLookup(type => type.Item, type => type.Numbers["range"].Amount);
        var rows = Missiles.Where(row => Types.ContainsKey(row["name"])).ToList();
        Assert.Equal(Types.Count, rows.Count);
        Faults.None(rows.Where(row => !said[Types[row["name"]]].Any(range => range.Low == Number(row["range_low_km"]))
            || !said[Types[row["name"]]].Any(range => range.High == Number(row["range_high_km"]))).Select(row => row["name"]));
        Faults.None(Placed.Select(p => p.Line.Item).Distinct().Where(item => !said.Contains(item) && !Loaded(item).Any(said.Contains)));
    }

    [Fact]
    public void The_table_of_published_figures_speaks_of_types_only_and_only_where_no_party_gives_a_figure()
    {
        var parties = Moratorium.Agreement.Parties.Select(party => party.Code).ToHashSet();
        var table = Statements.Where(s => s.Author == "TAB").Select(s => s.Content).ToList();
        Assert.NotEmpty(table);
        Assert.All(table, content => Assert.IsType<TypeProperties>(content));
        Faults.None(table.Cast<TypeProperties>().Where(figure => Statements.Any(s => parties.Contains(s.Author)
            && s.Content is TypeProperties type && type.Item == figure.Item && type.Numbers.ContainsKey("range"))).Select(figure => figure.Item));
    }

    [Fact]
    public void Every_statement_has_a_source_and_a_mark()
    {
        Assert.True(Statements.Count >= 140, $"{Statements.Count} statements.");
        Faults.None(Statements.Where(s => string.IsNullOrWhiteSpace(s.Source) || s.Grade is null).Select(s => s.Id));
        Faults.None(Moratorium.Record.Sources.Where(source => !Statements.Any(s => s.Source == source.Key)).Select(source => $"{source.Key} is cited by nobody"));
    }

    /// <summary>Nobody signed it: what begins and ends an agreement is assumed by whoever judges, and is in no statement.</summary>
    [Fact]
    public void Nothing_in_the_record_gives_the_document_an_effect()
    {
        Assert.DoesNotContain(Statements, s => s.Verb == Verb.GivesNotice || s.Verb == Verb.Finds);
        Assert.Null(Moratorium.Agreement.Signature);
        Assert.Null(Moratorium.Agreement.EntryIntoForce);
    }

    [Fact]
    public void The_earliest_event_is_the_day_the_expectations_assume()
    {
        var events = Statements.SelectMany(s => s.Content switch
        {
            Holdings holdings => new[] { holdings.AsOf },
            ActWord { Start: { } start } => [start],
            _ => [],
        });
        Assert.Equal(Days.StartOf(new LocalDate(2016, 5, 12)), events.Min(e => e.FirstTick));
    }

    private static IEnumerable<string> Loaded(string launcher) => Statements.Select(s => s.Content).OfType<TypeProperties>()
        .Where(type => type.Item == launcher && type.Words.ContainsKey("missile-type")).Select(type => type.Words["missile-type"]);

    // "Iskander-M/K" and "Typhon/Dark Eagle (planned)" are told by their first word.
    private static bool IsOf(Row row, string? item, string? place) =>
        item?.StartsWith(row["system"].Split('-', ' ', '/')[0], StringComparison.Ordinal) == true && place?.StartsWith(row["site"], StringComparison.Ordinal) == true;

    // A plan that was put forward: the later announcement repeats neither item nor place.
    private static bool IsLaterWordOf(Row row, ActWord act) => act.Start?.FirstTick == From(row)
        && Statements.Select(s => s.Content).OfType<ActWord>().Any(first => first.Act == act.Act && IsOf(row, first.Item, first.Place));

    private static long From(Row row) => Tick(row["from"].Split(' ')[0]);

    private static long Tick(string day)
    {
        var parts = day.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return Days.StartOf(new LocalDate(parts[0], parts.ElementAtOrDefault(1) is 0 ? 1 : parts[1], parts.ElementAtOrDefault(2) is 0 ? 1 : parts[2]));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Name(Row row) => $"{row["system"]} at {row["site"]} from {row["from"]}";
}
