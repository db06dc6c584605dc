using System.Text;
using Detente.Node.Http;
using Detente.Node.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Detente.Node.Pages;

/// <summary>Renders a page to bytes: whole, on the server, with nothing that a browser must still run.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>Renders a component that is a whole page.</summary>
    /// <param name="parameters">Its parameters, by name.</param>
    /// <param name="status">The status code.</param>
    public async Task<Answer> Render<TPage>(IReadOnlyDictionary<string, object?> parameters, int status = 200)
        where TPage : IComponent
    {
        // A renderer keeps every component it made: each page has its own.
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters.ToDictionary()))).ToHtmlString());
        return new Answer(status, Html, Encoding.UTF8.GetBytes(html));
    }

    /// <summary>A page of a case.</summary>
    public Task<Answer> Render<TPage>(CaseView view, params IReadOnlyList<(string Name, object? Value)> more)
        where TPage : IComponent =>
        Render<TPage>(more.Append(("View", view)).ToDictionary(parameter => parameter.Item1, parameter => parameter.Item2));

    /// <summary>A page that tells why there is no other.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="code">The stable code of the problem.</param>
    /// <param name="detail">What is wrong with this request, in one line; or <c>null</c>.</param>
    public Task<Answer> Problem(int status, string code, string? detail) =>
        Render<ProblemPage>(new Dictionary<string, object?> { ["Code"] = code, ["Status"] = status, ["Detail"] = detail }, status);
}
