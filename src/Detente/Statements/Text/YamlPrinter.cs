using System.Globalization;
using System.Text;

namespace Detente.Statements.Text;

/// <summary>Prints YAML that <see cref="YamlText"/> reads back as the same text: plain where nothing can be mistaken, quoted otherwise.</summary>
internal sealed class YamlPrinter
{
    private readonly StringBuilder _output = new();

    /// <summary>Everything printed so far.</summary>
    public override string ToString() => _output.ToString();

    /// <summary>A line as it is.</summary>
    public void Line(int indent, string text) => _output.Append(' ', indent).Append(text).Append('\n');

    /// <summary>A key and its value, where there is one.</summary>
    public void Pair(int indent, string key, string? value)
    {
        if (value is not null)
        {
            Line(indent, $"{key}: {value}");
        }
    }

    /// <summary>A mapping in one line, without the entries that have no value.</summary>
    public static string Flow(params IEnumerable<(string Key, string? Value)> entries) =>
        $"{{ {string.Join(", ", entries.Where(e => e.Value is not null).Select(e => $"{Scalar(e.Key)}: {e.Value}"))} }}";

    /// <summary>A list in one line; <c>null</c> when it is empty.</summary>
    public static string? List(IReadOnlyCollection<string> items) => items.Count == 0 ? null : $"[{string.Join(", ", items.Select(Scalar))}]";

    /// <summary>A text, or <c>null</c> for none.</summary>
    public static string? ScalarOrNone(string? text) => text is null ? null : Scalar(text);

    /// <summary>A text.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>A text in double quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                < ' ' or (>= '\u007f' and <= '\u00a0') or '\u2028' or '\u2029' or '\ufeff' or >= '\ufffe' =>
                    quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    // Letters and digits of ASCII and few signs; no colon or hash, which would need a look at their neighbours.
    private static bool IsPlain(string text) =>
        text.Length is > 0 and < 1000 && char.IsAsciiLetterOrDigit(text[0]) && text[^1] != ' ' && text is not ("null" or "~")
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '.' or '/' or '(' or ')' or '+' or '_' or '\'')
        && !text.Contains("  ", StringComparison.Ordinal);
}
