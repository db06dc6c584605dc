using Detente.Node.Http;
using Detente.Node.Pages.Words;
using Detente.Node.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Detente.Node.Pages;

/// <summary>The one page that is sent something: what is sent is judged, shown, and gone.</summary>
public static class WhatIfRoutes
{
    /// <summary>Maps its form.</summary>
    public static void MapWhatIf(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/c/{case}/what-if", async (HttpContext context, Library library, PageRenderer pages, Phrases say) =>
            Delivery.Of(await Judged(context, library, pages, say) with { IsKept = false }));

    /// <summary>The form as it is first shown.</summary>
    internal static Task<Answer> Form(CaseView view, HttpRequest request, PageRenderer pages)
    {
        var (asked, instead) = ((string?)request.Query["clause"], (string?)request.Query["instead"]);
        var clause = string.IsNullOrEmpty(asked) ? string.IsNullOrEmpty(instead) ? view.Case.Agreement.Clauses.FirstOrDefault()?.Id : null : asked;
        return clause is not null && view.Case.Clause(clause) is null
            ? pages.Problem(StatusCodes.Status404NotFound, "no-clause", clause)
            : Show(pages, SandboxView.First(view, clause, instead));
    }

    private static async Task<Answer> Judged(HttpContext context, Library library, PageRenderer pages, Phrases say)
    {
        if (library.Find((string)context.Request.RouteValues["case"]!) is not { Case: { } open } shelved)
        {
            return await pages.Problem(StatusCodes.Status404NotFound, "no-case", null);
        }

        if (!context.Request.HasFormContentType)
        {
            return await pages.Problem(StatusCodes.Status415UnsupportedMediaType, "bad-request", null);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var time = AskedTime.Of(form["at"], form["known"], open.Usual);
        var view = new CaseView(open, time, context.Request.Path.Value!, []);
        var clause = Clause(open, form["clause"]);
        var edit = new SandboxEdit(clause, clause is null ? "" : (string?)form["words"] ?? SandboxView.WordsOf(open, clause), (string?)form["statements"] ?? "");
        var chosen = Clause(open, form["choose"]);
        if (form["do"] == "choose" && chosen != clause)
        {
            return await Show(pages, new SandboxView(view, edit with { Clause = chosen, Words = SandboxView.WordsOf(open, chosen) }, null, null));
        }

        var refusal = time.Fault ?? (edit.IsTooLong ? say.WhatIf.FieldTooLong : null);
        var asked = new SandboxView(view, edit, null, refusal);
        return refusal is not null || !asked.IsPossible
            ? await Show(pages, asked, StatusCodes.Status400BadRequest)
            : await Show(pages, asked with { Result = await Sandbox.JudgeInTurn(shelved, open, edit, view.View, context.RequestAborted) });
    }

    private static string? Clause(OpenCase open, string? written) => string.IsNullOrEmpty(written) ? null : open.Clause(written)?.Id;

    private static Task<Answer> Show(PageRenderer pages, SandboxView sandbox, int status = StatusCodes.Status200OK) =>
        pages.Render<WhatIfPage>(new Dictionary<string, object?> { ["Sandbox"] = sandbox }, status);
}
