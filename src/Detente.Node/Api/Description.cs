using System.Text.Json;
using System.Text.Json.Nodes;
using Detente.Answers;
using Detente.Node.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Detente.Node.Api;

/// <summary>
/// The OpenAPI 3.1 document of the API: docs/schema/openapi.json. The framework finds the addresses; what each takes and answers is told by its
/// <see cref="Operation"/>, and the schemas are the published ones.
/// </summary>
internal static class Description
{
    /// <summary>The name of the document among those of this process, and the one tag of its operations.</summary>
    public const string Name = "board";

    private const string Version = "1";

    /// <summary>Says what is in the document.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = found => found.HttpMethod != "HEAD" && found.ActionDescriptor.EndpointMetadata.OfType<Operation>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Detente",
                Version = Version,
                Description = "What the board shows, for programs: who keeps what of an agreement, and why. Read-only; the answers are those of the command line. HEAD is answered wherever GET is.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((described, context, _) =>
        {
            Describe(described, context.Description.ActionDescriptor.EndpointMetadata.OfType<Operation>().Single(), context.Document!);
            return Task.CompletedTask;
        });
    }

    /// <summary>The document.</summary>
    public static async Task<Answer> Of(IServiceProvider services, CancellationToken cancelled)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(cancelled);
        var root = (JsonObject)JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancelled))!;
        root["components"] = new JsonObject { ["schemas"] = Schemas.Components() };
        return new Answer(200, Document.ContentType, Json.Bytes(json => root.WriteTo(json, JsonSerializerOptions.Default)));
    }

    private static void Describe(OpenApiOperation described, Operation operation, OpenApiDocument document)
    {
        described.OperationId = operation.Id;
        described.Summary = operation.Summary;
        described.Parameters = [.. PathParameters(operation), .. operation.Parameters.Select(OfQuery)];
        described.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = "The answer.",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [operation.ContentType.Split(';')[0]] = new() { Schema = operation.IsJson ? new OpenApiSchemaReference(operation.Body, document) : new OpenApiSchema { Type = JsonSchemaType.String } },
                },
                Headers = Headers(operation),
            },
        };
        if (operation.Takes is { } sent)
        {
            described.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [Document.ContentType] = new() { Schema = new OpenApiSchemaReference(sent, document) } },
            };
        }
        else
        {
            described.Responses["304"] = new OpenApiResponse { Description = "The reader has it already: If-None-Match names its ETag." };
        }

        foreach (var problems in operation.AllProblems.GroupBy(problem => problem.Status).OrderBy(group => group.Key))
        {
            described.Responses[problems.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)] = OfProblem($"{ReasonPhrases.GetReasonPhrase(problems.Key)}: {string.Join(", ", problems.Select(problem => problem.Code))}.", document);
        }

        described.Responses["default"] = OfProblem("Whoever asks is not let in, or something broke: docs/api.md lists every code.", document);
    }

    private static IEnumerable<IOpenApiParameter> PathParameters(Operation operation)
    {
        if (operation.IsOfCase)
        {
            yield return OfPath("case", "The name of a case, as /api/cases lists it.");
        }

        if (operation.Path.Contains("{id}", StringComparison.Ordinal))
        {
            yield return OfPath("id", "The id of a statement: SU-0042.");
        }
    }

    private static OpenApiParameter OfPath(string name, string description) =>
        new() { Name = name, In = ParameterLocation.Path, Required = true, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static IOpenApiParameter OfQuery(Parameter parameter) =>
        new OpenApiParameter { Name = parameter.Name, In = ParameterLocation.Query, Required = parameter.IsRequired, Description = parameter.Description, Schema = parameter.Schema };

    private static Dictionary<string, IOpenApiHeader> Headers(Operation operation)
    {
        var headers = new Dictionary<string, IOpenApiHeader> { ["ETag"] = OfHeader("The strong tag of these bytes.") };
        if (operation.Parameters.Contains(Parameters.Page))
        {
            headers.Add("Link", OfHeader("The first, previous, next and last page (RFC 8288)."));
        }

        return headers;
    }

    private static OpenApiHeader OfHeader(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiResponse OfProblem(string description, OpenApiDocument document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [Problem.ContentType] = new() { Schema = new OpenApiSchemaReference("problem", document) } },
    };
}
