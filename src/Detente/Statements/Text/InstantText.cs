using System.Globalization;
using Detente.Time;
using NodaTime;

namespace Detente.Statements.Text;

/// <summary>The time of day and the offset of an instant: <c>T12:00Z</c>, <c>T12:00:30.5+03:00</c>.</summary>
internal static class InstantText
{
    /// <summary>Reads what follows the date in <paramref name="text"/>, from its eleventh character on.</summary>
    /// <returns><c>null</c> when it was read, else why not.</returns>
    public static Refusal? Read(string text, LocalDate day, out EventTime time)
    {
        time = default;
        var at = 11;
        if (!Part(text, ref at, out var hour) || !Colon(text, ref at) || !Part(text, ref at, out var minute))
        {
            return new(CaseCodes.Time, $"`{text}` has no time of day that can be read.", text[..10] + "T12:00Z", text[..10]);
        }

        var (second, fraction) = (0, 0L);
        if (Colon(text, ref at) && (!Part(text, ref at, out second) || !Fraction(text, ref at, out fraction)))
        {
            return new(CaseCodes.Time, $"`{text}` has seconds that cannot be read.", text[..16] + "Z");
        }

        if (hour == 24 && minute == 0 && second == 0)
        {
            return new(CaseCodes.TimeOfDay, "24:00 is the first instant of the next day; write it so.", TimeText.Print(EventTime.On(day.PlusDays(1))) + "T00:00Z");
        }

        if (hour > 23 || minute > 59 || second > 59)
        {
            return new(CaseCodes.TimeOfDay, $"`{text}`: there is no such time of day. Hours run to 23, minutes and seconds to 59; leap seconds are not counted.");
        }

        if (RefuseOffset(text, at, out var offsetMinutes) is { } refused)
        {
            return refused;
        }

        var tick = Days.StartOf(day) + hour * NodaConstants.TicksPerHour + (minute - offsetMinutes) * NodaConstants.TicksPerMinute
            + second * NodaConstants.TicksPerSecond + fraction;
        time = EventTime.AtTick(tick);
        return null;
    }

    private static Refusal? RefuseOffset(string text, int at, out int minutes)
    {
        minutes = 0;
        var offset = text[at..];
        if (offset == "Z")
        {
            return null;
        }

        if (offset.Length == 0)
        {
            return new(CaseCodes.TimeZone, $"`{text}` does not say by which clock.", text + "Z", text + "+03:00");
        }

        if (offset.Length != 6 || offset[0] is not ('+' or '-') || offset[3] != ':'
            || !TimeText.Digits(offset, 1, 2, out var hours) || !TimeText.Digits(offset, 4, 2, out var past) || hours > 18 || past > 59)
        {
            return new(CaseCodes.TimeZone, $"`{offset}` is not an offset from UTC: named zones change their rules, so the offset itself is written.", text[..at] + "Z", text[..at] + "+03:00");
        }

        minutes = (offset[0] == '-' ? -1 : 1) * (hours * 60 + past);
        return null;
    }

    private static bool Part(string text, ref int at, out int value)
    {
        var read = TimeText.Digits(text, at, 2, out value);
        at += read ? 2 : 0;
        return read;
    }

    private static bool Colon(string text, ref int at)
    {
        var read = at < text.Length && text[at] == ':';
        at += read ? 1 : 0;
        return read;
    }

    // Up to seven digits: one tick is 100 ns.
    private static bool Fraction(string text, ref int at, out long ticks)
    {
        ticks = 0;
        if (at >= text.Length || text[at] != '.')
        {
            return true;
        }

        var start = ++at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        var digits = text[start..at];
        return digits.Length is > 0 and <= 7 && long.TryParse(digits.PadRight(7, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out ticks);
    }
}
