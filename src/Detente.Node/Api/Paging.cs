using System.Text.Json;

namespace Detente.Node.Api;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Size">How many items a page has.</param>
internal sealed record Paging(int Page, int Size)
{
    /// <summary>How many items stand before it; one that is no number of a list is as good as any.</summary>
    public int Skip => (int)Math.Min((Page - 1L) * Size, int.MaxValue);

    /// <summary>The number of the last page.</summary>
    /// <param name="total">How many items there are.</param>
    public int Last(int total) => Math.Max(1, (int)(((long)total + Size - 1) / Size));

    /// <summary>Pages by their relation to this one (RFC 8288; first, prev, next and last as in the IANA registry); a page that is not there is <c>null</c>.</summary>
    public IReadOnlyList<(string Relation, int? Page)> Related(int total)
    {
        var last = Last(total);
        return [("first", 1), ("prev", Page > 1 ? Math.Min(Page - 1, last) : null), ("next", Page < last ? Page + 1 : null), ("last", last)];
    }

    /// <summary>The header.</summary>
    public string Link(int total, Func<int, string> address) =>
        string.Join(", ", Related(total).Where(related => related.Page is not null).Select(related => $"<{address(related.Page!.Value)}>; rel=\"{related.Relation}\""));

    /// <summary>The members <c>total</c>, <c>page</c>, <c>size</c> and <c>links</c>.</summary>
    public void Members(Utf8JsonWriter json, int total, Func<int, string> address)
    {
        json.WriteNumber("total", total);
        json.WriteNumber("page", Page);
        json.WriteNumber("size", Size);
        json.WriteStartObject("links");
        foreach (var (relation, page) in Related(total))
        {
            json.WriteString(relation, page is { } number ? address(number) : null);
        }

        json.WriteEndObject();
    }
}
