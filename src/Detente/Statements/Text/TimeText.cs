using System.Globalization;
using Detente.Time;
using NodaTime;
using NodaTime.Text;

namespace Detente.Statements.Text;

/// <summary>
/// Times as a case file writes them. Every form is one interval of instants:
/// <code>
/// 1988                        any instant of the year      1988-07      any instant of the month
/// 1988-07-01                  any instant of the UTC day   by 1988-07-01   any instant up to the end of that day
/// 1988-07-01T12:00Z           an instant; seconds, fractions and an offset (+03:00) may be given
/// 1988-07/1991-05             from the first day of one to the last day of the other
/// 1988-07-01T10:00Z/1988-07-01T12:00Z      any instant between, both included
/// </code>
/// </summary>
/// <remarks>Years 0001 to 7999. A time of day without an offset, <c>24:00</c>, and named zones are refused.</remarks>
public static class TimeText
{
    private const int LastYear = 7999;
    private const string Forms = "1988-07-01, 1988-07, 1988, by 1988-07-01, 1988-07-01/1988-07-05 or 1988-07-01T12:00Z";

    /// <summary>Reads a time.</summary>
    /// <returns><c>null</c> when it was read, else why not.</returns>
    public static Refusal? Read(string text, out EventTime time)
    {
        time = default;
        if (text.StartsWith("by ", StringComparison.Ordinal))
        {
            var refused = ReadPoint(text[3..], out var last);
            time = refused is null ? EventTime.OfTicks(EventTime.Beginning, last.LastTick, last.Grain) : default;
            return refused;
        }

        var slash = text.IndexOf('/');
        return slash >= 0 && LooksLikeInterval(text, slash)
            ? ReadInterval(text[..slash], text[(slash + 1)..], out time)
            : ReadPoint(text, out time);
    }

    /// <summary>The text that <see cref="Read"/> reads as this time: the shortest for days, seconds for instants.</summary>
    /// <exception cref="ArgumentException">The time has grain <see cref="Grain.Span"/>, which arithmetic makes and no text states.</exception>
    public static string Print(EventTime time)
    {
        if (time.Grain == Grain.Span)
        {
            throw new ArgumentException("A span made by arithmetic has no text of its own.", nameof(time));
        }

        if (time.Grain == Grain.Instant)
        {
            var last = Days.PrintInstant(time.LastTick);
            return time.FirstTick <= EventTime.Beginning ? $"by {last}"
                : time.FirstTick == time.LastTick ? last
                : $"{Days.PrintInstant(time.FirstTick)}/{last}";
        }

        var end = Days.DateOf(time.LastTick);
        return time.FirstTick <= EventTime.Beginning ? $"by {Day(end)}" : PrintDays(Days.DateOf(time.FirstTick), end);
    }

    private static string PrintDays(LocalDate first, LocalDate last)
    {
        if (first == last)
        {
            return Day(first);
        }

        var ofOneYear = first.Year == last.Year && first.Day == 1 && last == last.With(DateAdjusters.EndOfMonth);
        return ofOneYear && first.Month == last.Month ? Day(first)[..7]
            : ofOneYear && first.Month == 1 && last.Month == 12 ? Day(first)[..4]
            : $"{Day(first)}/{Day(last)}";
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    // "07/01/1988" is a date in a form that is refused by name, not an interval.
    private static bool LooksLikeInterval(string text, int slash) => slash >= 4 && text.IndexOf('/', slash + 1) < 0;

    private static Refusal? ReadInterval(string from, string to, out EventTime time)
    {
        time = default;
        if (ReadPoint(from, out var first) is { } noFirst)
        {
            return noFirst;
        }

        if (ReadPoint(to, out var last) is { } noLast)
        {
            return noLast;
        }

        if (first.Grain != last.Grain)
        {
            return new(CaseCodes.Time, "An interval runs from day to day or from instant to instant, not from one to the other.",
                Print(EventTime.Between(Days.DateOf(first.FirstTick), Days.DateOf(last.LastTick))));
        }

        if (last.LastTick < first.FirstTick)
        {
            return new(CaseCodes.TimeReversed, $"The interval ends ({to}) before it starts ({from}).", $"{to}/{from}");
        }

        time = EventTime.OfTicks(first.FirstTick, last.LastTick, first.Grain);
        return null;
    }

    private static Refusal? ReadPoint(string text, out EventTime time)
    {
        time = default;
        if (!LooksLikeDate(text, out var year, out var month, out var day))
        {
            return DateText.Refuse(text, Forms);
        }

        if (year is < 1 or > LastYear || month is 0 or > 12 || day == 0 || day > DaysIn(year, month))
        {
            return DateText.RefuseDay(text, year, month, LastYear);
        }

        var first = new LocalDate(year, month ?? 1, day ?? 1);
        if (text.Length > 10)
        {
            return InstantText.Read(text, first, out time);
        }

        var last = day is not null ? first : month is not null ? first.With(DateAdjusters.EndOfMonth) : new LocalDate(year, 12, 31);
        time = EventTime.Between(first, last);
        return null;
    }

    private static int DaysIn(int year, int? month) => month is { } m ? CalendarSystem.Iso.GetDaysInMonth(year, m) : 31;

    // Digits and hyphens in their places; anything that begins with a day and a "T" goes on to be read as an instant.
    private static bool LooksLikeDate(string text, out int year, out int? month, out int? day)
    {
        (month, day) = (null, null);
        if (!Digits(text, 0, 4, out year))
        {
            return false;
        }

        if (text.Length == 4)
        {
            return true;
        }

        if (text[4] != '-' || !Digits(text, 5, 2, out var m))
        {
            return false;
        }

        month = m;
        if (text.Length == 7)
        {
            return true;
        }

        if (text[7] != '-' || !Digits(text, 8, 2, out var d))
        {
            return false;
        }

        day = d;
        return text.Length == 10 || text[10] == 'T';
    }

    internal static bool Digits(string text, int start, int count, out int value)
    {
        value = 0;
        return start + count <= text.Length
            && int.TryParse(text.AsSpan(start, count), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
