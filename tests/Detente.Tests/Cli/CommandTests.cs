using Detente.Cli;
using Detente.Cli.Commands;
using Detente.Node.Cases;

namespace Detente.Tests.Cli;

/// <summary>Calls from the first argument to the exit code.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("detente-").FullName;

    private string Case => Path.Combine(_folder, "moratorium");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_arguments_it_says_in_ten_lines_what_it_can_do()
    {
        var result = Shell.Run();
        Assert.Equal(ExitCode.Kept, result.Code);
        Assert.InRange(result.Out.TrimEnd().Split('\n').Length, 3, 10);
        Assert.Contains("Try", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assess")]
    [InlineData("explain")]
    [InlineData("timeline")]
    [InlineData("diff")]
    [InlineData("backtest")]
    [InlineData("compare")]
    [InlineData("reach")]
    [InlineData("check")]
    [InlineData("format")]
    [InlineData("new")]
    [InlineData("schema")]
    [InlineData("keys")]
    [InlineData("record")]
    public void Every_command_has_help_under_its_own_name(string name)
    {
        var result = Shell.Run(name, "--help");
        Assert.Equal((ExitCode.Kept, ""), (result.Code, result.Error));
        Assert.Contains($"detente {name}", result.Out, StringComparison.Ordinal);
        Assert.Contains($"  {name} ", Shell.Run("--help").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("detente: there is no command 'timelin'; did you mean 'timeline'?", "timelin", "x")]
    [InlineData("detente: the command comes first, then its options: detente COMMAND … --at", "--at", "x")]
    [InlineData("detente: 'assess' needs CASE; detente assess --help", "assess")]
    [InlineData("detente: 'assess' has no option '--partys'; did you mean '--party'?", "assess", "CASE", "--partys", "A")]
    [InlineData("detente: 'assess' does not take 'more'; detente assess --help", "assess", "CASE", "more")]
    [InlineData("detente: --format is text or json, not 'xml'", "assess", "CASE", "--format", "xml")]
    [InlineData("detente: --at '2026-02-30': write a day such as 2019-08-02 (its end is meant) or an instant such as 2019-08-02T12:00Z", "assess", "CASE", "--at", "2026-02-30")]
    [InlineData("detente: 'C' is no party to moratorium; its parties are A (Country A), B (Country B)", "assess", "CASE", "--party", "C")]
    [InlineData("detente: moratorium has no clause '9.9'; its clauses run from 2.1 to 5.1", "assess", "CASE", "--clause", "9.9")]
    [InlineData("detente: '4' stands for several clauses: 4.1, 4.2, 4.3; name one", "explain", "CASE", "4")]
    [InlineData("detente: diff compares two instants: --at A --at B; or one with two states of knowledge: --at A --known K --known L", "diff", "CASE", "--at", "2026-01-01")]
    [InlineData("detente: --check changes nothing and --write does: choose one", "format", "x.md", "--check", "--write")]
    [InlineData("detente: reach takes --from PLACE, or --of COUNTRY --onto COUNTRY, with --range KM", "reach", "--range", "500")]
    [InlineData("detente: --range '0': write kilometres as a number over 0 and at most 20004, half the way around the Earth", "reach", "--from", "1,1", "--range", "0")]
    [InlineData("detente: --from '91,0': a latitude lies from -90 to 90, a longitude from -180 to 180", "reach", "--from", "91,0", "--range", "500")]
    [InlineData("detente: --from: the list of cities has no `Kalinigrad`; did you mean `Kaliningrad`?", "reach", "--from", "Kalinigrad", "--range", "500")]
    [InlineData("detente: --reading 'Crimea': write AREA=COUNTRY, such as Crimea=UKR", "reach", "--of", "RUS", "--onto", "POL", "--range", "500", "--reading", "Crimea")]
    [InlineData("detente: --format is text, json or geojson, not 'xml'", "reach", "--from", "1,1", "--range", "5", "--format", "xml")]
    [InlineData("detente: --from '2030': write a day such as 2019-08-02", "backtest", "AGREEMENT", "--record", "CASE", "--from", "2030")]
    [InlineData("detente: CASE is no agreement: give its .md file", "backtest", "CASE", "--record", "CASE")]
    [InlineData("detente: there is no schema 'assesment'; did you mean 'assessment'?", "schema", "assesment")]
    [InlineData("detente: 'Grün' names no agreement: use a to z, 0 to 9 and '-', beginning with a letter, such as moratorium-2021", "new", "Grün")]
    public void What_cannot_be_done_is_one_clear_line(string line, params string[] args)
    {
        Shell.Run("new", Case);
        var result = Shell.Run([.. args.Select(arg => arg == "CASE" ? Case : arg == "AGREEMENT" ? Path.Combine(Case, "agreement.md") : arg)]);
        Assert.Equal((ExitCode.BadInput, "", line.Replace("CASE is no", $"{Case} is no", StringComparison.Ordinal) + "\n"), (result.Code, result.Out, result.Error));
    }

    [Fact]
    public void A_case_that_is_not_there_is_named()
    {
        Shell.Run("new", Case);
        Assert.Equal($"detente: there is no case {Case}s; did you mean 'moratorium'?\n", Shell.Run("assess", Case + "s").Error);
        Assert.Equal($"detente: the folder {_folder} has no case.yaml, so it is no case\n", Shell.Run("assess", _folder).Error);
    }

    [Fact]
    public void New_makes_a_case_that_passes_check_and_is_judged()
    {
        Assert.Equal(ExitCode.Kept, Shell.Run("new", Case).Code);
        Assert.Equal(NewCommand.Files.Order(), Directory.EnumerateFiles(Case).Select(Path.GetFileName).Order());
        Assert.Equal((ExitCode.Kept, "nothing wrong\n"), (Shell.Run("check", Case) is var check ? check.Code : 0, check.Out));
        Assert.Equal("nothing wrong in 2 files\n", Shell.Run("check", Case, Path.Combine(Case, "agreement.md")).Out);
        Assert.Equal(ExitCode.Kept, Shell.Run("format", Path.Combine(Case, "agreement.md"), "--check").Code);

        var assessed = Shell.Run("assess", Case, "--at", "2026-06-30");
        Assert.Equal((ExitCode.Kept, ""), (assessed.Code, assessed.Error));
        Assert.Contains("judged at 2026-06-30", assessed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("undetermined", assessed.Out, StringComparison.Ordinal);
        foreach (var (schema, args) in new (string, string[])[] { ("assessment", ["assess", Case]), ("explanation", ["explain", Case, "2.1"]), ("changes", ["timeline", Case]), ("diagnostics", ["check", Case]) })
        {
            Assert.Empty(JsonSchema.Faults(Shell.Run("schema", schema).Out, Shell.Run([.. args, "--format", "json"]).Out));
        }
    }

    [Fact]
    public void New_writes_over_nothing()
    {
        Directory.CreateDirectory(Case);
        File.WriteAllText(Path.Combine(Case, "agreement.md"), "mine");
        Assert.Equal($"detente: {Case} is there already, and nothing is written over\n", Shell.Run("new", Case).Error);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Case, "agreement.md")));
        Assert.Single(Directory.EnumerateFiles(Case));
    }

    [Fact]
    public void Check_tells_what_is_wrong_and_where()
    {
        Shell.Run("new", Case);
        var path = Path.Combine(Case, "agreement.md");
        File.WriteAllText(path, File.ReadAllText(path).Replace("range over 500 km", "range from 500 km to 1000 km", StringComparison.Ordinal));
        var result = Shell.Run("check", Case);
        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.Contains($"┌─ {path}:", result.Out, StringComparison.Ordinal);
        Assert.Contains("^^^^", result.Out, StringComparison.Ordinal);
        Assert.Contains("error", result.Out.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);

        var assessed = Shell.Run("assess", Case);
        Assert.Equal((ExitCode.BadInput, ""), (assessed.Code, assessed.Out));
        Assert.EndsWith($"detente: {Case} cannot be judged before this is mended\n", assessed.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, Shell.Run("format", path).Code);
    }

    [Fact]
    public void Check_tells_of_names_the_agreement_does_not_know()
    {
        Shell.Run("new", Case);
        var (coverage, statements) = (Path.Combine(Case, "case.yaml"), Path.Combine(Case, "statements.yaml"));
        File.AppendAllText(coverage, "coverage: [ { what: flight-tset, party: A, basis: declared, grade: read, source: here } ]\n");
        File.WriteAllText(statements, File.ReadAllText(statements).Replace("kind: flight-test", "kind: flight-tst", StringComparison.Ordinal));
        var result = Shell.Run("check", Case);
        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.Contains($"┌─ {coverage}:", result.Out, StringComparison.Ordinal);
        Assert.Contains($"┌─ {statements}:", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_writes_in_place_only_what_differs()
    {
        Shell.Run("new", Case);
        var path = Path.Combine(Case, "agreement.md");
        var text = File.ReadAllText(path);
        Assert.Equal(text, Shell.Run("format", path).Out);
        File.WriteAllText(path, text.Replace("  that Party must have", "      that Party must have", StringComparison.Ordinal));
        Assert.Equal((ExitCode.BadInput, $"{path}\n"), (Shell.Run("format", path, "--check") is var check ? check.Code : 0, check.Out));
        Assert.Equal((ExitCode.Kept, $"{path}\n"), (Shell.Run("format", path, "--write") is var write ? write.Code : 0, write.Out));
        Assert.Equal(text, File.ReadAllText(path));
        Assert.Equal("", Shell.Run("format", path, "--write").Out);
        Assert.Equal(NewCommand.Files.Count, Directory.EnumerateFiles(Case).Count());
    }

    /// <summary>The bundled case, as long and as uneven as real ones are.</summary>
    [Theory]
    [InlineData("1988-09-15", 80)]
    [InlineData("2001-05-31", 120)]
    [InlineData("2019-08-02", 160)]
    public void The_bundled_case_fits_every_page_and_schema(string at, int width)
    {
        var path = Path.Combine(House.Tree.Root, "cases", "inf-1987");
        foreach (var args in new string[][] { ["assess", path, "--at", at], ["explain", path, "VI.1.test", "--at", at], ["diff", path, "--at", "1988-06-01", "--at", at] })
        {
            var page = Shell.RunAt(width, args);
            Assert.Equal("", page.Error);
            Assert.All(page.Out.Split('\n'), line => Assert.True(line.Length <= width && line == line.TrimEnd(), line));
            var schema = args[0] switch { "assess" => "assessment", "explain" => "explanation", _ => "changes" };
            Assert.Empty(JsonSchema.Faults(Shell.Run("schema", schema).Out, Shell.Run([.. args, "--format", "json"]).Out));
        }
    }

    [Fact]
    public void As_a_process_it_ends_with_the_code_and_minds_its_surroundings()
    {
        var made = Shell.RunProcess(_folder, "$DETENTE new moratorium && $DETENTE assess moratorium; echo $?", ("COLUMNS", ""));
        Assert.EndsWith("\n0\n", made.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', made.Out);
        Assert.Equal(ExitCode.BadInput, Shell.RunProcess(_folder, "$DETENTE asess moratorium").Code);

        var narrow = Shell.RunProcess(_folder, "$DETENTE assess moratorium", ("COLUMNS", "80")).Out;
        Assert.All(narrow.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void The_same_bytes_under_every_locale_and_a_quiet_end_when_nobody_reads_on()
    {
        Shell.Run("new", Case);
        var script = "$DETENTE assess moratorium --format json --at 2026-06-30";
        var first = Shell.RunProcess(_folder, script, ("LC_ALL", "C")).Out;
        Assert.Equal(first, Shell.RunProcess(_folder, script, ("LC_ALL", "ru_RU.UTF-8")).Out);
        Assert.Equal(first, Shell.RunProcess(_folder, script, ("LC_ALL", "tr_TR.UTF-8")).Out);
        Assert.Equal(new Shell.Result(0, "{\n", ""), Shell.RunProcess(_folder, $"{script} | head -1"));
    }
}
