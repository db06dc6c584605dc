using System.Security.Cryptography;
using System.Text;
using Detente.Node.Http;
using Detente.Node.Views;
using Detente.Time;

namespace Detente.Node.Api;

/// <summary>Deadlines as a calendar (RFC 5545): one event each, which keeps its UID as long as the deadline is that of the same instance.</summary>
internal static class DueCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    // 128 bits of a hash: no two events of the world share one.
    private const int UidBytes = 16;

    /// <summary>The calendar.</summary>
    /// <param name="of">The case.</param>
    /// <param name="view">The instants: the stamp of an event is the one judged, so that the same question has the same answer.</param>
    /// <param name="dates">The deadlines.</param>
    public static Answer Of(OpenCase of, Viewpoint view, IReadOnlyList<DueDate> dates)
    {
        var calendar = new CalendarText();
        calendar.Line("BEGIN", "VCALENDAR");
        calendar.Line("VERSION", "2.0");
        calendar.Line("PRODID", "-//Detente//Due dates//EN");
        calendar.Line("CALSCALE", "GREGORIAN");
        calendar.Text("X-WR-CALNAME", $"{of.Agreement.Title}: what falls due");
        foreach (var date in dates)
        {
            Event(calendar, of, view, date);
        }

        calendar.Line("END", "VCALENDAR");
        return new Answer(200, ContentType, calendar.Bytes()) { FileName = FileNames.Of($"{of.Name}.ics") };
    }

    private static void Event(CalendarText calendar, OpenCase of, Viewpoint view, DueDate date)
    {
        var (clause, party, title) = (date.Finding.Clause, date.Finding.Party, of.Titles.Of(date.Line.Clause));
        calendar.Line("BEGIN", "VEVENT");
        calendar.Line("UID", Uid(of.Name, clause, party, date.Finding.Instance));
        calendar.Line("DTSTAMP", CalendarText.Instant(view.At));

        calendar.Line(IsDay(date) ? "DTSTART;VALUE=DATE" : "DTSTART", IsDay(date) ? CalendarText.Day(date.Due) : CalendarText.Instant(date.Due));
        calendar.Text("SUMMARY", $"{of.Lines.NameOf(party)}: {title} ({clause}{(date.Begins ? " begins to bind" : "")})");
        calendar.Text("DESCRIPTION", $"{clause}: {title}{(date.Finding.Instance is { } instance && !date.Reason.StartsWith(instance, StringComparison.Ordinal) ? $"\n{instance}" : "")}\n{date.Reason}");
        calendar.Text("CATEGORIES", of.Lines.NameOf(party));
        calendar.Line("TRANSP", "TRANSPARENT");
        calendar.Line("END", "VEVENT");
    }

    // What may be done to the end of a day, and what begins with one, is that day: no time of it is meant.
    private static bool IsDay(DueDate date) => date.Due == Days.EndOfDayOf(date.Due) || (date.Begins && Days.Of(date.Due - 1) < Days.Of(date.Due));

    private static string Uid(params string?[] identity) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', identity))).AsSpan(0, UidBytes))}@detente";
}
