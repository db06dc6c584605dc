using System.Text;
using Detente.Time;
using NodaTime;
using NodaTime.Text;

namespace Detente.Node.Api;

/// <summary>The content lines of a calendar (RFC 5545, 3.1): folded at 75 octets, each ended by CRLF.</summary>
internal sealed class CalendarText
{
    private const int MostOctets = 75;

    private static readonly InstantPattern InstantForm = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly LocalDatePattern DayForm = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    private readonly StringBuilder _text = new();

    /// <summary>A date-time in UTC (3.3.5), to the second that holds the tick.</summary>
    public static string Instant(long tick) => InstantForm.Format(NodaTime.Instant.FromUnixTimeTicks(tick));

    /// <summary>A date (3.3.4).</summary>
    public static string Day(long tick) => DayForm.Format(Days.DateOf(tick));

    /// <summary>A line whose value is text (3.3.11).</summary>
    public void Text(string name, string value) => Line(name, value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n"));

    /// <summary>A line whose value is of another type.</summary>
    public void Line(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            // A character is not torn in two, though the RFC would allow it.
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    /// <summary>All lines.</summary>
    public byte[] Bytes() => Encoding.UTF8.GetBytes(_text.ToString());
}
