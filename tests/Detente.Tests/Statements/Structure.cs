using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Detente.Tests.Statements;

/// <summary>A value written out property by property, so that two can be compared by what they hold.</summary>
internal static class Structure
{
    public static string Of(object? value)
    {
        var output = new StringBuilder();
        Write(output, value);
        return output.ToString();
    }

    private static void Write(StringBuilder output, object? value)
    {
        switch (value)
        {
            case null:
                output.Append("none");
                break;
            case string or decimal or Enum or bool:
                // A decimal without its trailing zeros, which equality does not see either.
                output.Append(CultureInfo.InvariantCulture, $"<{(value is decimal d ? d.ToString("0.############", CultureInfo.InvariantCulture) : value)}>");
                break;
            case IFormattable number:
                output.Append(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            case IDictionary map:
                WriteAll(output, map.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(k => new KeyValuePair<string, object?>(k, map[k])));
                break;
            case IEnumerable items:
                WriteAll(output, items);
                break;
            default:
                output.Append(value.GetType().Name);
                WriteAll(output, value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract")
                    .OrderBy(p => p.Name, StringComparer.Ordinal)
                    .Select(p => new KeyValuePair<string, object?>(p.Name, p.GetValue(value))));
                break;
        }
    }

    private static void WriteAll(StringBuilder output, IEnumerable items)
    {
        output.Append('(');
        foreach (var item in items)
        {
            if (item is KeyValuePair<string, object?> pair)
            {
                output.Append(pair.Key).Append('=');
                Write(output, pair.Value);
            }
            else
            {
                Write(output, item);
            }

            output.Append(";\n");
        }

        output.Append(')');
    }
}
