using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Detente.Node.Pages;

/// <summary>
/// Prose of an agreement as HTML. Whoever wrote it may be anybody: markup in it is shown and not obeyed, a link leads to http, https or a place in the page,
/// and a picture becomes a link.
/// </summary>
public static class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>A piece of Markdown.</summary>
    public static MarkupString Html(string markdown) => new(Render(markdown));

    /// <summary>One line of Markdown, such as a heading, without a paragraph around it.</summary>
    public static MarkupString Line(string markdown)
    {
        var html = Render(markdown).Trim();
        return new MarkupString(html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal) ? html[3..^4] : html);
    }

    private static string Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            if (!IsHarmless(link.Url))
            {
                link.Url = "";
            }
            else if (link.Url!.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                link.GetAttributes().AddProperty("rel", "noreferrer");
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !IsHarmless(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document.ToHtml(Pipeline);
    }

    private static bool IsHarmless(string? url) => url is not null
        && (url.StartsWith('#') || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
}
