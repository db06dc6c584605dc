using Detente.Quantities;

namespace Detente.Statements.Text;

/// <summary>The agreement's own properties beside the known keys: <c>range: 480 km</c>, <c>launch: ground</c>.</summary>
internal static class PropertyReader
{
    /// <summary>Splits them into numbers and words. Where <paramref name="words"/> is <c>null</c>, only numbers can stand.</summary>
    public static void Read(Fields fields, IReadOnlyList<string> known, Dictionary<string, Quantity> numbers, Dictionary<string, string>? words)
    {
        foreach (var (key, value) in fields.Others(known))
        {
            if (Values.Name(key, "a property's name", fields.Report, fields.Path) is not { } name)
            {
                continue;
            }

            if (value is ListNode || (value is TextNode { Quoted: false } text && LooksLikeQuantity(text.Value)))
            {
                if (Values.Quantity(value, name, fields.Report, fields.Path) is { } quantity)
                {
                    numbers[name] = quantity;
                }
            }
            else if (words is null && value is TextNode { IsNothing: false })
            {
                fields.Report.Error(CaseCodes.UnknownKey, key.Span, fields.Path, $"`{name}` is not known here, and its value is no quantity.", Fields.OneOf(known));
            }
            else if (Values.Name(value, name, fields.Report, fields.Path) is { } word)
            {
                words?.Add(name, word);
            }
        }
    }

    /// <summary>
    /// Whether a text is meant as a quantity: its first word is a number, or says how a bound counts. A name that begins
    /// with a digit (9M729) is a word; what is quoted is a word whatever it looks like.
    /// </summary>
    public static bool LooksLikeQuantity(string text)
    {
        var first = text.Split(' ', 2)[0];
        var number = first.TrimStart('-', '~', '<', '>', '=');
        var digits = number.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ',').Count();
        var rest = number[digits..];
        return digits > 0
            ? rest.Length == 0 || Quantity.Units.Contains(rest) || rest is "m" or "t" or "h"
            : text.StartsWith("at least ", StringComparison.Ordinal) || text.StartsWith("at most ", StringComparison.Ordinal)
                || (first is "over" or "under" or "about" or "circa" or "ca." or "approximately" or "around" or "from" or "between" or "up" or "more" or "less"
                    && text.Any(char.IsAsciiDigit));
    }
}
