using System.Globalization;
using Detente.Quantities;

namespace Detente.Statements.Text;

/// <summary>
/// Amounts and quantities as a case file writes them:
/// <code>
/// 5          [5, 9]           at least 5       at most 9       over 5       under 9       over 5 and at most 9
/// 480 km     [500 km, 5500 km]     at least 500 km      over 500 km and at most 5500 km
/// </code>
/// No amount is negative, so <c>at most 9</c> starts at 0. A unit is one of <see cref="Quantity.Units"/>; nothing is converted.
/// </summary>
public static class MeasureText
{
    /// <summary>Reads a plain amount, which has no unit.</summary>
    /// <returns><c>null</c> when it was read, else why not.</returns>
    public static Refusal? ReadAmount(string text, out Amount amount)
    {
        var refused = ReadQuantity(text, out var quantity);
        amount = quantity.Amount;
        return refused ?? RefuseUnit(quantity);
    }

    /// <summary>Reads the two ends of a plain amount.</summary>
    public static Refusal? ReadAmount(string low, string high, out Amount amount)
    {
        var refused = ReadQuantity(low, high, out var quantity);
        amount = quantity.Amount;
        return refused ?? RefuseUnit(quantity);
    }

    /// <summary>Reads a quantity, with or without a unit.</summary>
    public static Refusal? ReadQuantity(string text, out Quantity quantity)
    {
        quantity = default;
        if (text.StartsWith("between ", StringComparison.Ordinal))
        {
            return MeasureRefusals.Wording(text) ?? MeasureRefusals.Unreadable(text);
        }

        var parts = text.Split(" and ");
        if (parts.Length > 2)
        {
            return MeasureRefusals.Unreadable(text);
        }

        if (ReadBound(parts[0], out var first) is { } refused)
        {
            return refused;
        }

        if (parts.Length == 1)
        {
            quantity = first;
            return null;
        }

        return ReadBound(parts[1], out var second) ?? Join(text, first, second, out quantity);
    }

    /// <summary>Reads the two ends of a quantity, both included.</summary>
    public static Refusal? ReadQuantity(string low, string high, out Quantity quantity)
    {
        quantity = default;
        if (ReadNumber(low, out var least, out var lowUnit) is { } noLow)
        {
            return noLow;
        }

        if (ReadNumber(high, out var most, out var highUnit) is { } noHigh)
        {
            return noHigh;
        }

        if (lowUnit != highUnit)
        {
            var unit = lowUnit.Length > 0 ? lowUnit : highUnit;
            return new(CaseCodes.Unit, "Both ends of a range have the same unit, and each says it.", $"[{Print(least, unit)}, {Print(most, unit)}]");
        }

        if (least > most)
        {
            return new(CaseCodes.AmountReversed, $"The range [{low}, {high}] ends before it starts.", $"[{high}, {low}]");
        }

        quantity = new(new Amount(least, most), lowUnit);
        return null;
    }

    /// <summary>The text that reads as this amount. Both ends closed print as a YAML list.</summary>
    public static string Print(Amount amount) => Print(new Quantity(amount));

    /// <summary>The text that reads as this quantity. Both ends closed print as a YAML list.</summary>
    public static string Print(Quantity quantity)
    {
        var (amount, unit) = (quantity.Amount, quantity.Unit);
        var low = amount.Low ?? 0;
        if (amount.High is not { } high)
        {
            return $"{(amount.LowOpen ? "over" : "at least")} {Print(low, unit)}";
        }

        var fromNone = low == 0 && !amount.LowOpen;
        return amount.IsExact ? Print(low, unit)
            : fromNone ? $"{(amount.HighOpen ? "under" : "at most")} {Print(high, unit)}"
            : !amount.LowOpen && !amount.HighOpen ? $"[{Print(low, unit)}, {Print(high, unit)}]"
            : $"{(amount.LowOpen ? "over" : "at least")} {Print(low, unit)} and {(amount.HighOpen ? "under" : "at most")} {Print(high, unit)}";
    }

    internal static string Print(decimal number, string unit)
    {
        var digits = number.ToString("0.############", CultureInfo.InvariantCulture);
        return unit.Length == 0 ? digits : $"{digits} {unit}";
    }

    /// <summary>One number with or without a unit; never negative.</summary>
    internal static Refusal? ReadNumber(string text, out decimal number, out string unit)
    {
        var space = text.IndexOf(' ');
        var digits = space < 0 ? text : text[..space];
        unit = space < 0 ? "" : text[(space + 1)..];
        if (!TryDigits(digits, out number))
        {
            return MeasureRefusals.Number(text);
        }

        return space < 0 || Quantity.Units.Contains(unit) ? null : MeasureRefusals.Unit(number, unit);
    }

    // Decimal digits with one point. Limited so that no later sum leaves the range of a decimal.
    internal static bool TryDigits(string digits, out decimal number)
    {
        number = 0;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits.Length : point;
        var fraction = point < 0 ? 0 : digits.Length - point - 1;
        return whole is > 0 and <= 12 && fraction <= 9 && (point < 0 || fraction > 0)
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    private static Refusal? ReadBound(string text, out Quantity quantity)
    {
        var refused = text switch
        {
            _ when After(text, "at least ") is { } rest => Bound(rest, (n, u) => new(new Amount(n, null), u), out quantity),
            _ when After(text, "at most ") is { } rest => Bound(rest, (n, u) => new(new Amount(0, n), u), out quantity),
            _ when After(text, "over ") is { } rest => Bound(rest, (n, u) => new(new Amount(n, null, LowOpen: true), u), out quantity),
            _ when After(text, "under ") is { } rest => Bound(rest, (n, u) => new(new Amount(0, n, HighOpen: true), u), out quantity),
            _ => Bound(text, (n, u) => new(Amount.Exactly(n), u), out quantity),
        };
        return refused is not null ? MeasureRefusals.Wording(text) ?? refused
            : quantity.Amount.IsEmpty ? new(CaseCodes.AmountReversed, $"Nothing is `{text}`: no amount is below none.") : null;
    }

    private static Refusal? Bound(string text, Func<decimal, string, Quantity> make, out Quantity quantity)
    {
        var refused = ReadNumber(text, out var number, out var unit);
        quantity = refused is null ? make(number, unit) : default;
        return refused;
    }

    private static Refusal? Join(string text, Quantity low, Quantity high, out Quantity quantity)
    {
        quantity = default;
        if (low.Amount.High is not null || high.Amount.High is null || high.Amount.IsExact)
        {
            return MeasureRefusals.Unreadable(text);
        }

        if (low.Unit != high.Unit)
        {
            return new(CaseCodes.Unit, "Both ends have the same unit, and each says it.");
        }

        quantity = new(low.Amount.Intersect(high.Amount), low.Unit);
        return quantity.Amount.IsEmpty ? new(CaseCodes.AmountReversed, $"No number is `{text}`.") : null;
    }

    private static string? After(string text, string lead) => text.StartsWith(lead, StringComparison.Ordinal) ? text[lead.Length..] : null;

    private static Refusal? RefuseUnit(Quantity quantity) => string.IsNullOrEmpty(quantity.Unit)
        ? null
        : new(CaseCodes.Unit, $"An amount counts items and has no unit `{quantity.Unit}`.", Print(new Quantity(quantity.Amount)));
}
