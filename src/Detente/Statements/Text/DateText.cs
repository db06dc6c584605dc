using System.Globalization;
using System.Text.RegularExpressions;

namespace Detente.Statements.Text;

/// <summary>Ways out of dates that were written as no reader should have to guess them.</summary>
internal static partial class DateText
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The refusal of a text that is not a time.</summary>
    public static Refusal Refuse(string text, string forms)
    {
        if (NumericDate().Match(text) is { Success: true } numeric)
        {
            var (a, b, year) = (numeric.Groups[1].Value, numeric.Groups[2].Value, numeric.Groups[3].Value);
            string[] readings = [Iso(year, a, b), Iso(year, b, a)];
            return new(CaseCodes.Time, $"`{text}` may be read day first or month first.", [.. readings.Where(r => TimeText.Read(r, out _) is null).Distinct()]);
        }

        if (LooseDate().Match(text) is { Success: true } loose)
        {
            return new(CaseCodes.Time, $"`{text}` is not a time in the form read here.", Iso(loose.Groups[1].Value, loose.Groups[2].Value, loose.Groups[3].Value));
        }

        if (WordDate().Match(text) is { Success: true } worded
            && Array.IndexOf(Months, worded.Groups[2].Value.ToLowerInvariant()) is >= 0 and var month)
        {
            return new(CaseCodes.Time, $"`{text}` is not a time in the form read here.", Iso(worded.Groups[3].Value, (month + 1).ToString(CultureInfo.InvariantCulture), worded.Groups[1].Value));
        }

        if (SpacedInstant().IsMatch(text))
        {
            return new(CaseCodes.Time, "Between the day and the time of day stands a T.", text.Replace(' ', 'T'));
        }

        return new(CaseCodes.Time, $"`{text}` is not a time.", $"a time such as {forms}");
    }

    /// <summary>The refusal of a date whose digits stand right and that no calendar holds.</summary>
    public static Refusal RefuseDay(string text, int year, int? month, int lastYear)
    {
        if (year < 1 || year > lastYear)
        {
            return new(CaseCodes.NoSuchDay, $"`{text}`: years run from 0001 to {lastYear}.");
        }

        return month is 0 or > 12
            ? new(CaseCodes.NoSuchDay, $"`{text}`: there is no month {month:00}.")
            : new(CaseCodes.NoSuchDay, $"`{text}`: that month has no such day.", text[..7]);
    }

    private static string Iso(string year, string month, string day) => $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";

    [GeneratedRegex(@"^([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex LooseDate();

    [GeneratedRegex(@"^([0-9]{1,2})\.? ([A-Za-z]{3})[a-z]*\.?,? ([0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex WordDate();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedInstant();
}
