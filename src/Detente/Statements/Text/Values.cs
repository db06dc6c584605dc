using Detente.Quantities;
using Detente.Time;

namespace Detente.Statements.Text;

/// <summary>Single values of a file. Each reports what it cannot read and returns <c>null</c>; a missing value is <c>null</c> and not reported.</summary>
internal static class Values
{
    public static TextNode? Text(Node? node, string key, Report report, NodePath? path)
    {
        switch (node)
        {
            case null:
                return null;
            case TextNode { IsNothing: true }:
            case TextNode { Value: "" }:
                report.Error(CaseCodes.NoValue, node.Span, path, $"`{key}` says nothing: leave the key out, or say what it is.");
                return null;
            case TextNode text:
                return text;
            default:
                report.Error(CaseCodes.WrongShape, node.Span, path, $"`{key}` is one value, not a {ShapeOf(node)}.");
                return null;
        }
    }

    public static string? Name(Node? node, string key, Report report, NodePath? path)
    {
        if (Text(node, key, report, path) is not { } text)
        {
            return null;
        }

        if (text.Value.AsSpan().Trim().Length < text.Value.Length || text.Value.AsSpan().ContainsAny('\n', '\r', '\t'))
        {
            report.Error(CaseCodes.Name, text.Span, path, $"`{key}` is a name: one line, no blank at either end, so that equal names look equal.", string.Join(' ', text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            return null;
        }

        return text.Value;
    }

    public static string? Party(Node? node, string key, Report report, NodePath? path)
    {
        if (Text(node, key, report, path) is not { } text)
        {
            return null;
        }

        if (StatementId.IsAuthor(text.Value))
        {
            return text.Value;
        }

        report.Error(CaseCodes.Party, text.Span, path, $"`{text.Value}` is not a code: letters, digits and hyphens of ASCII, a letter first.", "SU");
        return null;
    }

    public static EventTime? Time(Node? node, string key, Report report, NodePath? path)
    {
        if (Text(node, key, report, path) is not { } text)
        {
            return null;
        }

        return Unless(TimeText.Read(text.Value, out var time), time, text, report, path);
    }

    public static Amount? Amount(Node? node, string key, Report report, NodePath? path)
    {
        if (Ends(node, key, report, path) is not var (low, high))
        {
            return null;
        }

        var refused = high is null ? MeasureText.ReadAmount(low.Value, out var amount) : MeasureText.ReadAmount(low.Value, high.Value, out amount);
        return Unless(refused, amount, node!, report, path);
    }

    public static Quantity? Quantity(Node? node, string key, Report report, NodePath? path)
    {
        if (Ends(node, key, report, path) is not var (low, high))
        {
            return null;
        }

        var refused = high is null ? MeasureText.ReadQuantity(low.Value, out var quantity) : MeasureText.ReadQuantity(low.Value, high.Value, out quantity);
        return Unless(refused, quantity, node!, report, path);
    }

    public static bool? Flag(Node? node, string key, Report report, NodePath? path)
    {
        switch (Text(node, key, report, path))
        {
            case null:
                return null;
            case { Value: "true" }:
                return true;
            case { Value: "false" }:
                return false;
            case var other:
                report.Error(CaseCodes.Flag, other.Span, path, $"`{key}` is true or false.", $"{key}: true", $"{key}: false");
                return null;
        }
    }

    public static MapNode? Map(Node? node, string key, Report report, NodePath? path)
    {
        switch (node)
        {
            case null:
                return null;
            case MapNode { Entries.Count: > 0 } map:
                return map;
            case MapNode:
            case TextNode { IsNothing: true }:
                report.Error(CaseCodes.NoValue, node.Span, path, $"`{key}` says nothing.");
                return null;
            default:
                report.Error(CaseCodes.WrongShape, node.Span, path, $"`{key}` is a mapping of keys to values, not a {ShapeOf(node)}.", $"{key}: {{ … }}");
                return null;
        }
    }

    private static T? Unless<T>(Refusal? refused, T value, Node node, Report report, NodePath? path)
        where T : struct
    {
        if (refused is null)
        {
            return value;
        }

        report.Refuse(refused, node.Span, path);
        return null;
    }

    // One text, or a list of exactly two.
    private static (TextNode Low, TextNode? High)? Ends(Node? node, string key, Report report, NodePath? path)
    {
        if (node is not ListNode list)
        {
            return Text(node, key, report, path) is { } one ? (one, null) : null;
        }

        if (list.Items.Count == 2)
        {
            return (Text(list.Items[0], key, report, path), Text(list.Items[1], key, report, path)) is ({ } low, { } high) ? (low, high) : null;
        }

        report.Error(CaseCodes.Amount, node.Span, path, $"A range for `{key}` has two ends.", $"{key}: [5, 9]");
        return null;
    }

    private static string ShapeOf(Node node) => node switch { ListNode => "list", MapNode => "mapping", _ => "text" };
}
