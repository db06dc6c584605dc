using System.Text.Json;
using System.Text.RegularExpressions;
using Detente.Node.Api;
using Detente.Node.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Detente.Node.Tests.Api;

/// <summary>docs/schema/openapi.json is what is served, and tells of everything that is.</summary>
[Collection(nameof(SharedBoard))]
public sealed partial class DescriptionTests(SharedBoard shared)
{
    private static readonly string Golden = Path.Combine(Tree.Root, "docs/schema/openapi.json");

    [Fact]
    public async Task The_published_document_is_the_one_that_is_served()
    {
        var served = await shared.Board.Text(BoardApi.DescriptionPath);
        if (Environment.GetEnvironmentVariable("DETENTE_WRITE_GOLDEN") is { Length: > 0 })
        {
            await File.WriteAllTextAsync(Golden, served, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(Golden, TestContext.Current.CancellationToken), served);
    }

    [Fact]
    public async Task It_is_the_same_on_every_machine()
    {
        var served = await shared.Board.Text(BoardApi.DescriptionPath);
        using var document = JsonDocument.Parse(served);
        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.False(document.RootElement.TryGetProperty("servers", out _));
        Assert.DoesNotContain("localhost", served, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_address_is_described_with_all_it_takes_and_answers()
    {
        using var document = JsonDocument.Parse(await shared.Board.Text(BoardApi.DescriptionPath));
        var paths = document.RootElement.GetProperty("paths");
        Assert.Equal(Routes().Order(), paths.EnumerateObject().Select(path => path.Name).Order());

        var operations = paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => (Path: path.Name, method.Value))).ToList();
        Assert.Equal(operations.Count, operations.Select(one => one.Value.GetProperty("operationId").GetString()).Distinct().Count());
        foreach (var (path, operation) in operations)
        {
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            var parameters = operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray().ToList() : [];
            Assert.Equal(InPath().Matches(path).Select(match => match.Groups[1].Value), parameters.Where(parameter => parameter.GetProperty("in").ValueEquals("path")).Select(parameter => parameter.GetProperty("name").GetString()));
            Assert.All(parameters, parameter => Assert.True(parameter.GetProperty("description").GetString()!.Length > 5 && parameter.GetProperty("schema").TryGetProperty("type", out _)));

            var responses = operation.GetProperty("responses");
            Assert.Single(responses.GetProperty("200").GetProperty("content").EnumerateObject());
            Assert.All(responses.EnumerateObject().Where(response => response.Name is not ("200" or "304")), response =>
                Assert.Equal("#/components/schemas/problem", response.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString()));
            Assert.True(responses.TryGetProperty("default", out _));
        }
    }

    [Fact]
    public async Task Every_reference_leads_to_a_component()
    {
        using var document = JsonDocument.Parse(await shared.Board.Text(BoardApi.DescriptionPath));
        var references = References(document.RootElement).Distinct().ToList();
        Assert.Contains("#/components/schemas/assessment", references);
        Assert.Contains("#/components/schemas/assessment.finding", references);
        foreach (var reference in references)
        {
            var at = document.RootElement;
            Assert.True(reference.Split('/').Skip(1).All(name => at.TryGetProperty(name, out at)), reference);
        }
    }

    [Fact]
    public async Task Its_components_are_the_published_schemas()
    {
        using var document = JsonDocument.Parse(await shared.Board.Text(BoardApi.DescriptionPath));
        using var published = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Tree.Root, "docs/schema/lines.schema.json"), TestContext.Current.CancellationToken));
        var component = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("lines");

        Assert.Equal(published.RootElement.GetProperty("required").GetRawText().ReplaceLineEndings(""), component.GetProperty("required").GetRawText().ReplaceLineEndings(""), ignoreAllWhiteSpace: true);
        Assert.Equal("#/components/schemas/lines.line", component.GetProperty("properties").GetProperty("lines").GetProperty("items").GetProperty("$ref").GetString());
        Assert.Equal("#/components/schemas/assessment.warning", component.GetProperty("properties").GetProperty("warnings").GetProperty("items").GetProperty("$ref").GetString());
    }

    private static IEnumerable<string> Routes()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(new Library([MadeCases.OfLength(1)], TimeProvider.System));
        builder.Services.AddBoardApi();
        IEndpointRouteBuilder routes = builder.Build();
        routes.MapBoardApi();
        return routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!).Distinct().Where(path => path != BoardApi.DescriptionPath);
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex InPath();
}
