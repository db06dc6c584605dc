using Detente.Node.Http;
using Detente.Node.Views;
using Microsoft.AspNetCore.Http;

namespace Detente.Node.Api;

/// <summary>One address: what it takes, what it answers, and how the OpenAPI document tells of it.</summary>
/// <param name="Path">The path below /api.</param>
/// <param name="Id">Its name for programs that are made from the document.</param>
/// <param name="Summary">What it answers, in one line.</param>
/// <param name="Body">The schema of its JSON, by the name of its file, or another media type.</param>
internal sealed record Operation(string Path, string Id, string Summary, string Body)
{
    /// <summary>Query parameters.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>The schema of what it is sent; <c>null</c> where it is only read.</summary>
    public string? Takes { get; init; }

    /// <summary>Status codes and the codes of the problems each stands for, beside those of every address.</summary>
    public IReadOnlyList<(int Status, string Code)> Problems { get; init; } = [];

    /// <summary>The problems it may answer with, those of every address of a case among them.</summary>
    public IReadOnlyList<(int Status, string Code)> AllProblems => IsOfCase
        ? [(StatusCodes.Status400BadRequest, Codes.BadParameter), (StatusCodes.Status404NotFound, Codes.NoCase), (StatusCodes.Status409Conflict, Codes.CaseNotOpen), .. Problems]
        : Problems;

    /// <summary>Whether it is about one case.</summary>
    public bool IsOfCase => Path.Contains("{case}", StringComparison.Ordinal);

    /// <summary>The media type of what it answers.</summary>
    public string ContentType => IsJson ? Document.ContentType : Body;

    /// <summary>Whether <see cref="Body"/> is a schema.</summary>
    public bool IsJson => !Body.Contains('/', StringComparison.Ordinal);

    /// <summary>Answers a request about a case.</summary>
    public Func<Asked, CancellationToken, Task<Answer>> Answer { get; init; } = (_, _) => throw new NotSupportedException();

    /// <summary>Answers, where it is about no case.</summary>
    public Func<Library, Answer>? AnswerOfAll { get; init; }

    /// <summary>Reads the request, and answers it or says why not.</summary>
    public async Task<IResult> Run(HttpContext context, Library library) => Delivery.Of(
        AnswerOfAll is { } all ? all(library)
        : Asked.TryRead(context.Request, library, Parameters, out var asked, out var refusal) ? await Answer(asked, context.RequestAborted)
        : refusal);
}
