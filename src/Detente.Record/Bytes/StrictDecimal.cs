namespace Detente.Record.Bytes;

/// <summary>Sizes, indices and times as the formats write them: ASCII digits, no sign, no leading zero, at most 2^63 − 1.</summary>
internal static class StrictDecimal
{
    /// <summary>The largest that is read: 2^63 − 1.</summary>
    public const ulong Max = long.MaxValue;

    /// <summary>The number, or the rule it breaks: <c>digits</c>, <c>leading-zero</c> or <c>range</c>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out ulong number, out string broken)
    {
        number = 0;
        broken = text.IsEmpty || text.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? "digits"
            : text.Length > 1 && text[0] == '0' ? "leading-zero"
            : text.Length > 19 || ulong.Parse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture) > Max ? "range"
            : "";
        if (broken.Length > 0)
        {
            return false;
        }

        number = ulong.Parse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>The number, or a rejection by rule <c>&lt;format&gt;/digits</c>, <c>/leading-zero</c> or <c>/range</c>.</summary>
    /// <param name="format">The format, as its rules name it.</param>
    /// <param name="what">What the number is, at the start of a sentence.</param>
    /// <param name="text">The characters.</param>
    /// <param name="offset">Where they stand, in bytes.</param>
    public static Parsed<ulong> Read(string format, string what, ReadOnlySpan<byte> text, int offset)
        => TryRead(text, out var number, out var broken) ? number : new Rejection($"{format}/{broken}", broken switch
        {
            "digits" => $"{what} is not written in the digits 0 to 9 alone.",
            "leading-zero" => $"{what} has a leading zero.",
            _ => $"{what} is over 2^63 - 1.",
        }, offset);
}
