using System.Text.RegularExpressions;
using Detente.Quantities;

namespace Detente.Statements.Text;

/// <summary>Ways out of amounts that leave open what they mean.</summary>
internal static partial class MeasureRefusals
{
    // Each is exact: what a reader would otherwise have to convert in silence.
    private static readonly Dictionary<string, (decimal Factor, string Unit)> Conversions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["m"] = (0.001m, "km"), ["metres"] = (0.001m, "km"), ["meters"] = (0.001m, "km"),
        ["kilometres"] = (1, "km"), ["kilometers"] = (1, "km"), ["kms"] = (1, "km"),
        ["mi"] = (1.609344m, "km"), ["miles"] = (1.609344m, "km"), ["nm"] = (1.852m, "km"), ["nmi"] = (1.852m, "km"),
        ["g"] = (0.001m, "kg"), ["t"] = (1000, "kg"), ["tonnes"] = (1000, "kg"), ["kilograms"] = (1, "kg"), ["lb"] = (0.45359237m, "kg"),
        ["min"] = (1, "minutes"), ["minute"] = (1, "minutes"), ["h"] = (60, "minutes"), ["hours"] = (60, "minutes"), ["hour"] = (60, "minutes"),
    };

    /// <summary>A unit that is not used here.</summary>
    public static Refusal Unit(decimal number, string unit) => Conversions.TryGetValue(unit, out var known)
        ? new(CaseCodes.Unit, $"The unit `{unit}` is not used: each dimension has one unit, so that nothing is converted in silence.", MeasureText.Print(number * known.Factor, known.Unit))
        : new(CaseCodes.Unit, $"`{unit}` is not a unit.", [.. Quantity.Units.Select(u => MeasureText.Print(number, u))]);

    /// <summary>Not a number.</summary>
    public static Refusal Number(string text)
    {
        if (Glued().Match(text) is { Success: true } glued && MeasureText.TryDigits(glued.Groups[1].Value, out var number))
        {
            var unit = glued.Groups[2].Value;
            return Quantity.Units.Contains(unit)
                ? new(CaseCodes.Unit, "Between a number and its unit stands a space.", $"{glued.Groups[1].Value} {unit}")
                : Unit(number, unit);
        }

        if (Grouped().IsMatch(text))
        {
            return new(CaseCodes.Amount, $"`{text}`: a comma may group thousands or begin a fraction.", text.Replace(",", ""), text.Replace(',', '.'));
        }

        return text.StartsWith('-')
            ? new(CaseCodes.AmountNegative, $"`{text}`: no amount is below none.", text[1..])
            : Unreadable(text);
    }

    /// <summary>A wording that leaves a bound open, with what it can mean; <c>null</c> when it is none of the known ones.</summary>
    public static Refusal? Wording(string text)
    {
        if (About().Match(text) is { Success: true } about && ReadPlain(about.Groups[1].Value, out var number, out var unit))
        {
            return new(CaseCodes.AmountAbout, $"`{text}` does not say how far off it may be.", $"[{MeasureText.Print(number * 0.9m, unit)}, {MeasureText.Print(number * 1.1m, unit)}]");
        }

        if (Comparison().Match(text) is { Success: true } comparison && ReadPlain(comparison.Groups[2].Value, out number, out unit))
        {
            var lead = comparison.Groups[1].Value switch
            {
                ">=" => "at least",
                "<=" or "up to" => "at most",
                "<" or "less than" or "fewer than" or "below" => "under",
                _ => "over",
            };
            return new(CaseCodes.Amount, $"`{comparison.Groups[1].Value}` is said in words.", $"{lead} {MeasureText.Print(number, unit)}");
        }

        return Range().Match(text) is { Success: true } range
            && ReadPlain(range.Groups[2].Value, out var high, out unit) && MeasureText.TryDigits(range.Groups[1].Value, out var low)
            ? new(CaseCodes.Amount, $"`{text}` does not say whether its ends count.",
                $"[{MeasureText.Print(low, unit)}, {MeasureText.Print(high, unit)}]", $"over {MeasureText.Print(low, unit)} and at most {MeasureText.Print(high, unit)}")
            : null;
    }

    /// <summary>Nothing that can be made out.</summary>
    public static Refusal Unreadable(string text) => new(CaseCodes.Amount, $"`{text}` is not an amount.", "5", "[5, 9]", "at least 5", "over 5 and at most 9");

    private static bool ReadPlain(string text, out decimal number, out string unit) => MeasureText.ReadNumber(text, out number, out unit) is null;

    [GeneratedRegex(@"^([0-9.]+)([A-Za-z]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();

    [GeneratedRegex(@"^[0-9]{1,3}(,[0-9]{3})+( .*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^(?:about|around|approximately|approx\.?|circa|ca\.?|some|nearly|almost|roughly|~) ?(.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"^(>=|<=|>|<|more than|less than|fewer than|up to|above|below) ?(.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^(?:from |between )?([0-9.]+)(?: [a-z]+)? ?(?:-|–|to|and|\.\.)+ ?([0-9].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
