using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Detente.Node.Hosting;
using Detente.Node.Http;
using Detente.Node.Pages;
using Detente.Node.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Detente.Node.Tests.Api;

/// <summary>Whoever is not answered is told why, by a code that does not change.</summary>
[Collection(nameof(SharedBoard))]
public sealed partial class ProblemTests(SharedBoard shared)
{
    private const string Inf = $"/api/cases/{SharedBoard.Inf}";

    private static readonly IReadOnlyList<string> All = [.. typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>A request for each code that a running board answers with.</summary>
    public static readonly TheoryData<string, int, string, string, string> Requests = new()
    {
        { Codes.OtherHost, 421, "GET", "/api/cases", "Host: elsewhere.example" },
        { Codes.ForeignOrigin, 403, "GET", "/api/cases", "Origin: http://elsewhere.example" },
        { Codes.ReadOnly, 405, "DELETE", Inf, "" },
        { Codes.NoPage, 404, "GET", "/api/nothing", "" },
        { Codes.NoCase, 404, "GET", "/api/cases/inf-1988/lines", "" },
        { Codes.BadParameter, 400, "GET", $"{Inf}/lines?at=yesterday", "" },
        { Codes.NoParty, 404, "GET", $"{Inf}/findings?party=SV", "" },
        { Codes.NoClause, 404, "GET", $"{Inf}/findings?clause=VI.1.tst", "" },
        { Codes.NoAuthor, 404, "GET", $"{Inf}/statements?author=UPJ", "" },
        { Codes.NoInstance, 404, "GET", $"{Inf}/explanations?clause=VI.1.test&instance=9m729-flight-test", "" },
        { Codes.NoStatement, 404, "GET", $"{Inf}/statements/SU-0O66", "" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_is_refused(string code, int status, string method, string path, string header)
    {
        using var response = await shared.Board.Send(new HttpMethod(method), path, header.Length == 0 ? [] : [(header.Split(": ")[0], header.Split(": ")[1])]);
        await Is(response, status, code);
    }

    [Theory]
    [InlineData($"{Inf}/findings?party=Untied%20States", "'Untied States' is no party to inf-1987; did you mean 'United States'?")]
    [InlineData($"{Inf}/findings?clause=VI.1.tst", "inf-1987 has no clause 'VI.1.tst'; did you mean 'VI.1.test'?")]
    [InlineData("/api/cases/inf-1988", "there is no case 'inf-1988'; did you mean 'inf-1987'?")]
    [InlineData("/api/cases/elsewhere", "there is no case 'elsewhere'; /api/cases lists those that are open")]
    [InlineData($"{Inf}/statements?author=Asociated%20Press", "nobody called 'Asociated Press' speaks here; did you mean 'Associated Press'?")]
    [InlineData($"{Inf}/explanations?clause=VI.1.test&instance=9m729-flight-test", "VI.1.test has no instance '9m729-flight-test' here; did you mean '9m729-flight-tests'?")]
    [InlineData($"{Inf}/statements/SU-066", "there is no statement 'SU-066'; did you mean 'SU-0066'?")]
    public async Task What_was_probably_meant_is_said(string path, string detail)
    {
        using var response = await shared.Board.Get(path);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(detail, body.RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Everything_wrong_with_the_parameters_is_said_at_once()
    {
        using var response = await shared.Board.Get($"{Inf}/findings?at=yesterday&known=9999-12-31&page=0&size=501&verdict=kep&parti=US&party=US&party=SU");
        var body = await Is(response, 400, Codes.BadParameter);

        Assert.Equal(
            ["at", "known", "page", "parti", "party", "size", "verdict"],
            body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("parameter").GetString()).Order());
        Assert.Contains("did you mean 'party'?", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Inf}/explanations", "clause")]
    [InlineData($"{Inf}/explanations?clause=VI", "clause")]
    [InlineData($"{Inf}/statements?clause=VI", "clause")]
    [InlineData($"{Inf}/changes", "from")]
    [InlineData($"{Inf}?at=2019-01-01", "at")]
    [InlineData($"{Inf}/lines?page=99999999999999999999", "page")]
    [InlineData($"{Inf}/statements?page=99999999999999999999", "page")]
    [InlineData($"{Inf}/statements?page=-1", "page")]
    [InlineData($"{Inf}/statements?order=oldest", "order")]
    [InlineData($"{Inf}/statements.csv?size=5001", "size")]
    [InlineData($"{Inf}/timeline?until=1988-13-01", "until")]
    public async Task A_parameter_that_cannot_be_read_is_named(string path, string parameter)
    {
        using var response = await shared.Board.Get(path);
        var body = await Is(response, 400, Codes.BadParameter);
        Assert.Equal(parameter, Assert.Single(body.GetProperty("errors").EnumerateArray()).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task An_empty_parameter_asks_for_nothing()
        => Assert.Equal(await shared.Board.Text($"{Inf}/lines"), await shared.Board.Text($"{Inf}/lines?at=&known=&party=&clause="));

    [Fact]
    public async Task Nobody_is_answered_without_the_cookie()
    {
        await using var server = await BoardServer.Start(new Library([MadeCases.OfLength(3)], TimeProvider.System), 0, TimeProvider.System);
        using var client = new HttpClient();
        using var bare = await client.GetAsync($"http://localhost:{server.Port}/api/cases", TestContext.Current.CancellationToken);
        using var guessed = await client.GetAsync($"http://localhost:{server.Port}/api/cases?token=0", TestContext.Current.CancellationToken);
        await Is(bare, 401, Codes.NoSession);
        await Is(guessed, 401, Codes.TokenUsed);
    }

    [Theory]
    [InlineData("assessment")]
    [InlineData("timeline")]
    [InlineData("timeline.csv")]
    public async Task A_record_that_is_too_long_says_what_to_ask_instead(string part)
    {
        await using var board = await Board.Open(new Library([MadeCases.OfLength(5_001)], TimeProvider.System), TimeProvider.System);
        using var response = await board.Get($"/api/cases/made/{part}");
        var body = await Is(response, 404, Codes.RecordTooLong);
        Assert.All(body.GetProperty("instead").EnumerateArray(), address => Assert.StartsWith("/api/cases/made/", address.GetString(), StringComparison.Ordinal));
        Assert.NotEqual(0, body.GetProperty("instead").GetArrayLength());
    }

    [Theory]
    [InlineData("nowhere.md", "live", "nowhere.md")]
    [InlineData("inf-1987.md", "alive", "alive")]
    public async Task A_case_that_cannot_be_judged_tells_what_is_wrong_with_it(string agreement, string record, string told)
    {
        var folder = Directory.CreateTempSubdirectory("detente-");
        try
        {
            var path = Path.Combine(Tree.Root, "agreements", agreement);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "case.yaml"), $"case: broken\ntitle: One\nagreement: {path}\nrecord: {record}\nsummary: none\nstatements: [statements.yaml]\n", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "statements.yaml"), "", TestContext.Current.CancellationToken);
            await using var board = await Board.Open(new Library([folder.FullName], TimeProvider.System), TimeProvider.System);
            using var cases = JsonDocument.Parse(await board.Text("/api/cases"));
            var name = cases.RootElement.GetProperty("cases")[0].GetProperty("name").GetString();
            Assert.NotEqual(0, cases.RootElement.GetProperty("cases")[0].GetProperty("faults").GetInt32());
            Assert.Empty(Told.Faults("cases", await board.Text("/api/cases")));

            using var response = await board.Get($"/api/cases/{name}/lines");
            var body = await Is(response, 409, Codes.CaseNotOpen);
            Assert.Contains(told, body.GetRawText(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_breaks_inside_is_our_fault()
    {
        // No record is out of order: a case reader sees to that, and the assessor throws.
        await using var board = await Board.Open(new Library([MadeCases.Of([MadeCases.Said(2), MadeCases.Said(1)])], TimeProvider.System), TimeProvider.System);
        using var response = await board.Get("/api/cases/made/lines");
        await Is(response, 500, Codes.Fault);
    }

    [Fact]
    public async Task A_request_that_cannot_be_read_is_said_to_be_one()
    {
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        context.Request.Path = "/api/cases/made/what-if";
        await new Refusals(new PageRenderer(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance))
            .Fault(context, _ => throw new BadHttpRequestException("too much", StatusCodes.Status413PayloadTooLarge));

        Assert.Equal((413, "application/problem+json"), (context.Response.StatusCode, context.Response.ContentType));
        Assert.Contains($"\"code\": \"{Codes.BadRequest}\"", System.Text.Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_is_produced_by_a_test_and_stands_on_the_page()
    {
        var test = File.ReadAllText(Path.Combine(Tree.Root, "tests/Detente.Node.Tests/Api/ProblemTests.cs"));
        var named = typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name);
        Assert.DoesNotContain(named, name => !Regex.IsMatch(test, $@"(Is\(.*|{{ |\{{)Codes\.{name}\b"));

        var page = File.ReadAllText(Path.Combine(Tree.Root, "docs/api.md"));
        Assert.Equal(All.Order(), CodeRow().Matches(page).Select(match => match.Groups[1].Value).Order());
    }

    [Fact]
    public void No_code_is_made_up_where_it_is_used()
    {
        var sources = new[] { "Api", "Http", "Hosting" }.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Tree.Root, "src/Detente.Node", room), "*.cs", SearchOption.AllDirectories));
        var uses = sources.SelectMany(file => UseOfCode().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToList();
        Assert.True(uses.Count >= All.Count - 4, $"{uses.Count} uses are seen");
        Assert.DoesNotContain(uses, use => !use.StartsWith("Codes.", StringComparison.Ordinal) && use != "code");
    }

    private static async Task<JsonElement> Is(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.ToString());
        Assert.Empty(Told.Faults("problem", text));
        var body = JsonDocument.Parse(text).RootElement;
        Assert.Equal((code, status), (body.GetProperty("code").GetString(), body.GetProperty("status").GetInt32()));
        return body;
    }

    // The row of a table that begins with a code in backquotes, under the heading of problems.
    [GeneratedRegex(@"^\| `([a-z]+(?:-[a-z]+)+|fault)` \| \d", RegexOptions.Multiline)]
    private static partial Regex CodeRow();

    // The argument after a status.
    [GeneratedRegex(@"(?:Refuse|refuse|Of)\((?:[a-z]+, )?StatusCodes\.\w+,\s+([^,)\s]+)")]
    private static partial Regex UseOfCode();
}
