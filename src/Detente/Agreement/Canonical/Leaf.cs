using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Detente.Agreement.Canonical;

/// <summary>The shapes without members. Each value has one spelling, so that what is read writes the same bytes again.</summary>
internal static class Leaf
{
    /// <summary>Any string of Unicode scalar values, as it is: nothing is normalised (RFC 8785 section 3.1).</summary>
    public static readonly Shape<string> Text = new TextShape<string>("a string", null, text => text, (string text, out string value) => (value = text) is not null);

    /// <summary>A decimal as a string, because a JSON number is a double: no exponent, no plus, no leading or trailing zeros, no minus before 0.</summary>
    public static readonly Shape<decimal> Decimal = new TextShape<decimal>(
        "a decimal such as \"5500\" or \"-0.5\"",
        @"^(0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]*[1-9])$",
        value => WriteDecimal(value),
        (string text, out decimal value) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value));

    /// <summary>A date of the ISO calendar, years 0000 to 9999: <c>1987-12-08</c>.</summary>
    public static readonly Shape<LocalDate> Date = new TextShape<LocalDate>(
        "a date such as \"1987-12-08\"",
        "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        date => date.Calendar == CalendarSystem.Iso && date.Year is >= 0 and <= 9999 ? LocalDatePattern.Iso.Format(date) : null,
        (string text, out LocalDate value) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out value));

    /// <summary>One capital letter: the name a clause gives to its trigger.</summary>
    public static readonly Shape<char> Variable = new TextShape<char>(
        "one capital letter",
        @"^\p{Lu}$",
        letter => char.IsUpper(letter) ? letter.ToString() : null,
        char.TryParse);

    /// <summary>A count, from 0 to 2^31 − 1.</summary>
    public static readonly Shape<int> Count = new CountShape();

    /// <summary><c>true</c>; its member is left out when it is not.</summary>
    public static readonly Shape<bool> True = new TrueShape();

    /// <summary>One of a closed set of words.</summary>
    public static Shape<T> Word<T>(params (T Value, string Word)[] words)
        where T : notnull => new WordShape<T>(words);

    /// <summary>The default text of a decimal has no exponent and keeps the scale, so only zeros at the end are to be taken off.</summary>
    private static string WriteDecimal(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return value == 0 ? "0" : text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
