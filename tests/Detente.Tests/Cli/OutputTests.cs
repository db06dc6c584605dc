using System.Globalization;
using System.Text.Json;
using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Commands;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Diagnostics;
using Detente.Tests.House;

namespace Detente.Tests.Cli;

/// <summary>The JSON outputs are a contract: their bytes, their schemas, their page.</summary>
public class OutputTests
{
    public static TheoryData<string> Schemas => [.. SchemaCommand.Names];

    [Fact]
    public void An_assessment() => Golden.Matches("assess.json", Assessed(Selection.All));

    [Fact]
    public void An_explanation() => Golden.Matches("explain.json", Explained());

    [Fact]
    public void Every_output_is_valid_under_its_schema()
    {
        Assert.Empty(JsonSchema.Faults(Schema("assessment"), Assessed(Selection.All)));
        Assert.Empty(JsonSchema.Faults(Schema("explanation"), Explained()));
        Assert.Empty(JsonSchema.Faults(Schema("changes"), Changed()));
        Assert.Empty(JsonSchema.Faults(Schema("diagnostics"), Diagnosed()));
    }

    [Fact]
    public void The_schema_refuses_what_the_contract_does_not_have()
    {
        var spoiled = Assessed(Selection.All).Replace("\"not kept\"", "\"broken\"", StringComparison.Ordinal).Replace("\"notes\"", "\"remarks\"", StringComparison.Ordinal);
        var faults = JsonSchema.Faults(Schema("assessment"), spoiled);
        Assert.Contains(faults, fault => fault.Contains("broken", StringComparison.Ordinal));
        Assert.Contains(": has no notes", faults);
        Assert.Contains(": has remarks", faults);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void The_published_schema_is_the_one_the_program_prints(string name) =>
        Assert.Equal(File.ReadAllText(Path.Combine(Tree.Root, "docs", "schema", $"{name}.schema.json")), Schema(name));

    [Theory]
    [MemberData(nameof(Schemas))]
    public void The_page_describes_every_member(string name)
    {
        var page = File.ReadAllText(Path.Combine(Tree.Root, "docs", "output.md"));
        using var schema = JsonDocument.Parse(Schema(name));
        Assert.All(MembersIn(schema.RootElement), member => Assert.Contains($"`{member}`", page, StringComparison.Ordinal));
    }

    /// <summary>The tests run without cultures of their own, so this one is made to differ in everything it can.</summary>
    [Fact]
    public void The_bytes_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (odd.NumberFormat.NegativeSign, odd.NumberFormat.NumberDecimalSeparator, odd.NumberFormat.NumberGroupSeparator) = ("−", "٫", "٬");
        (odd.DateTimeFormat.DateSeparator, odd.DateTimeFormat.TimeSeparator) = (".", "!");
        CultureInfo.CurrentCulture = odd;
        try
        {
            Golden.Matches("assess.json", Assessed(Selection.All));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_selection_leaves_findings_out_and_the_digest_as_it_is()
    {
        using var all = JsonDocument.Parse(Assessed(Selection.All));
        using var some = JsonDocument.Parse(Assessed(Selected.Of(Sample.Agreement, "soviet union, later russia", "IV")));
        Assert.Equal(["IV.1", "IV.1.launchers", "IV.2.a.ii"], some.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("clause").GetString()));
        Assert.Equal(2, some.RootElement.GetProperty("counts").GetProperty("kept").GetInt32());
        Assert.Equal(all.RootElement.GetProperty("digest").GetString(), some.RootElement.GetProperty("digest").GetString());
    }

    [Fact]
    public void The_digest_is_over_inputs_and_findings_and_no_prose()
    {
        var digest = Digest.Of(Sample.AtTheEnd, Sample.Case.RecordHashes);
        var first = Sample.AtTheEnd.Findings[0];
        Assert.Equal(digest, Digest.Of(Sample.AtTheEnd with { Notes = [], Lines = [] }, Sample.Case.RecordHashes));
        Assert.NotEqual(digest, Digest.Of(Sample.AtTheEnd, [.. Sample.Case.RecordHashes.Reverse()]));
        Assert.NotEqual(digest, Digest.Of(Sample.AtTheEnd with { Known = Sample.At2019 + 1 }, Sample.Case.RecordHashes));
        Assert.NotEqual(digest, Digest.Of(Sample.AtTheEnd with { Findings = [first with { Late = true }, .. Sample.AtTheEnd.Findings.Skip(1)] }, Sample.Case.RecordHashes));
    }

    private static string Schema(string name) => Embedded.Text($"Output/Schema/{name}.schema.json");

    private static string Assessed(Selection selection) =>
        Json.Text(json => AssessmentJson.Write(json, Sample.AtTheEnd, Sample.Case.RecordHashes, selection, Sample.Explain));

    private static string Explained()
    {
        var clause = Sample.Agreement.Clauses.First(clause => clause.Id == "VI.1.test");
        var finding = Sample.AtTheEnd.Findings.First(finding => finding is { Clause: "VI.1.test", Party: "SU" });
        return Json.Text(json => ExplanationJson.Write(
            json, Sample.Agreement.Id, (Sample.AtTheEnd.At, Sample.AtTheEnd.Known), clause, ClauseText.Find(Sample.Document, clause.Id), Sample.Record, Sample.Record.Statements.ToDictionary(statement => statement.Id).GetValueOrDefault, [Sample.Explain(finding)]));
    }

    private static string Changed()
    {
        var changes = LineChanges.Between(Sample.InTheBeginning.Lines, Sample.AtTheEnd.Lines, Sample.At2019);
        return Json.Text(json => ChangeJson.Write(json, "inf-1987", (Sample.InTheBeginning.At, Sample.InTheBeginning.Known), (Sample.At2019, Sample.At2019), changes));
    }

    private static string Diagnosed()
    {
        var source = new SourceText("a.md", "x\nfrom 1 to 2\n");
        var diagnostic = new Diagnostic("A2107", Severity.Error, "does not say", "a.md", new TextSpan(2, 4), ["Article I"], ["at least 1"]);
        return Json.Text(json => DiagnosticsJson.Write(json, ["a.md"], [(diagnostic, source)]));
    }

    private static IEnumerable<string> MembersIn(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(member =>
            (member.Name == "properties" ? member.Value.EnumerateObject().Select(property => property.Name) : []).Concat(MembersIn(member.Value))),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(MembersIn),
        _ => [],
    };
}
