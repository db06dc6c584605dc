using System.Globalization;
using Detente.Answers;
using Detente.Node.Http;
using Detente.Node.Pages.Parts;
using Detente.Node.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Detente.Node.Pages;

/// <summary>The addresses of the pages.</summary>
public static class PageRoutes
{
    private static readonly string[] Reads = ["GET", "HEAD"];

    /// <summary>Maps them.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", Reads, async (Library library, PageRenderer pages) =>
            Delivery.Of(await pages.Render<HomePage>(new Dictionary<string, object?> { ["Library"] = library })));
        routes.MapMethods("/assets/{name}", Reads, (string name) => Asset.Find(name) is { } asset ? Delivery.Of(asset) : Results.NotFound());
        Map(routes, "", (view, request, pages) => pages.Render<BoardPage>(view, ("Only", Slugs.Verdict(request.Query["show"]))), "show");
        Map(routes, "/treaty", (view, _, pages) => pages.Render<TreatyPage>(view));
        Map(routes, "/clauses/{clause}", Clause, "party", "instance");
        Map(routes, "/statements", (view, request, pages) => pages.Render<StatementsPage>(new Dictionary<string, object?> { ["Statements"] = StatementsView.Read(view, name => request.Query[name]) }), StatementsView.Parameters);
        Map(routes, "/statements/{id}", Statement);
        Map(routes, "/timeline", Timeline, "clause", "party");
        Map(routes, "/changes", Changes, ComparedView.Parameters);
        Map(routes, "/what-if", WhatIfRoutes.Form, "clause");
        routes.MapWhatIf();
    }

    private static Task<Answer> Clause(CaseView view, HttpRequest request, PageRenderer pages)
    {
        var asked = (string)request.RouteValues["clause"]!;
        var selection = Selection.Of(view.Case.Agreement, Written(request, "party"), asked, out var unknown);
        if (unknown is not null || selection.Clauses is not { Count: 1 } one)
        {
            return pages.Problem(StatusCodes.Status404NotFound, "no-clause", unknown);
        }

        var page = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;
        var clause = new ClauseView(view, view.Case.Clause(one.Single())!, selection.Party, Written(request, "instance"), page);
        return clause.Instance is { } instance && clause.Told.Count == 0
            ? pages.Problem(StatusCodes.Status404NotFound, "no-instance", $"{asked}: {instance}")
            : pages.Render<ClausePage>(view, ("Clause", clause));
    }

    private static Task<Answer> Statement(CaseView view, HttpRequest request, PageRenderer pages)
    {
        var id = (string)request.RouteValues["id"]!;
        return view.Case.Statement(id) is { } statement
            ? pages.Render<StatementPage>(new Dictionary<string, object?> { ["Statement"] = new StatementView(view, statement) })
            : pages.Problem(StatusCodes.Status404NotFound, "no-statement", id);
    }

    private static async Task<Answer> Timeline(CaseView view, HttpRequest request, PageRenderer pages)
    {
        var clause = Written(request, "clause");
        var selection = Selection.Of(view.Case.Agreement, Written(request, "party"), clause, out var unknown);
        if (unknown is not null)
        {
            return await pages.Problem(StatusCodes.Status404NotFound, "no-clause", unknown);
        }

        var timeline = new TimelineView(view, selection);
        var page = await pages.Render<TimelinePage>(new Dictionary<string, object?> { ["Timeline"] = timeline, ["Clause"] = clause });
        return page with { IsKept = timeline.IsReady };
    }

    private static Task<Answer> Changes(CaseView view, HttpRequest request, PageRenderer pages)
    {
        var compared = ComparedView.Read(view, request.Query["from"], request.Query["fromKnown"]);
        return compared.Fault is { } fault
            ? pages.Problem(StatusCodes.Status400BadRequest, "bad-instant", fault)
            : pages.Render<ChangesPage>(new Dictionary<string, object?> { ["Compared"] = compared });
    }

    private static string? Written(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } written] ? written : null;

    /// <summary>Maps a page of a case.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="path">The path after <c>/c/{case}</c>.</param>
    /// <param name="render">Renders it.</param>
    /// <param name="keep">Parameters of the page that stay when the instants move.</param>
    private static void Map(IEndpointRouteBuilder routes, string path, Func<CaseView, HttpRequest, PageRenderer, Task<Answer>> render, params IReadOnlyList<string> keep) =>
        routes.MapMethods($"/c/{{case}}{path}", Reads, async (HttpContext context, Library library, PageRenderer pages) =>
            Delivery.Of(await Answer(context.Request, library, pages, render, keep)));

    private static async Task<Answer> Answer(HttpRequest request, Library library, PageRenderer pages, Func<CaseView, HttpRequest, PageRenderer, Task<Answer>> render, IReadOnlyList<string> keep)
    {
        if (library.Find((string)request.RouteValues["case"]!) is not { } shelved)
        {
            return await pages.Problem(StatusCodes.Status404NotFound, "no-case", null);
        }

        if (shelved.Case is not { } open)
        {
            return await pages.Render<FaultsPage>(new Dictionary<string, object?> { ["Shelved"] = shelved });
        }

        var time = AskedTime.Of(request.Query["at"], request.Query["known"], open.Usual);
        if (time.Fault is { } fault)
        {
            return await pages.Problem(StatusCodes.Status400BadRequest, "bad-instant", fault);
        }

        var kept = keep.SelectMany(name => request.Query[name].OfType<string>().Where(value => value.Length > 0).Select(value => (name, value))).ToList();
        return await render(new CaseView(open, time, request.Path.Value!, kept), request, pages);
    }
}
