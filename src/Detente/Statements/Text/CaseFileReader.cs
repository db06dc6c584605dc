using Detente.Diagnostics;
using Detente.Time;

namespace Detente.Statements.Text;

/// <summary>Reads case.yaml.</summary>
internal static class CaseFileReader
{
    private const string DefaultStatementFile = "statements.yaml";

    private static readonly string[] Known =
        ["case", "title", "agreement", "record", "summary", "statements", "authors", "sources", "coverage"];

    private static readonly string[] SourceKeys = ["title", "url", "published"];

    private static readonly string[] CoverageKeys = ["what", "party", "item", "from", "until", "basis", "grade", "source"];

    /// <summary>The case's head, or <c>null</c> when the file holds no mapping.</summary>
    public static CaseHead? Read(Report report)
    {
        if (YamlText.MapOf(report) is not { } map)
        {
            return null;
        }

        var fields = new Fields(map, report, null, Known);
        StatementFiles(fields);
        var head = new CaseHead
        {
            Id = fields.Name("case", isNeeded: true) ?? "",
            Title = fields.Text("title", isNeeded: true) ?? "",
            Agreement = fields.Name("agreement", isNeeded: true) ?? "",
            IsReconstruction = fields.Choice("record", Words.Records, isNeeded: true),
            Summary = fields.Text("summary"),
            OtherAuthors = ReadAuthors(fields),
            Sources = ReadSources(fields),
        };
        if (head.IsReconstruction == false && fields.Find("coverage") is not null)
        {
            report.Warning(CaseCodes.LiveCoverage, fields.SpanOfKey("coverage"), fields.Path, "A live record covers what its agreement obliges parties to report; lines of coverage belong to a reconstruction.");
        }

        head.Coverage = fields.List("coverage", false, (node, path) => ReadCoverage(node, path, head, report));
        return head;
    }

    /// <summary>The files of statements, relative to the case.</summary>
    public static IReadOnlyList<string> StatementFiles(Report report) =>
        YamlText.MapOf(report) is { } map ? StatementFiles(new Fields(map, report, null, Known)) : [DefaultStatementFile];

    private static IReadOnlyList<string> StatementFiles(Fields fields)
    {
        var files = fields.List("statements", false, (node, path) =>
        {
            var name = Values.Name(node, "statements", fields.Report, path);
            if (name is null || !(name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Split('/').Contains("..")))
            {
                return name;
            }

            fields.Report.Error(CaseCodes.FileName, node.Span, path, $"`{name}` lies outside the case's own folder.", DefaultStatementFile);
            return null;
        });
        return files.Count > 0 ? files : [DefaultStatementFile];
    }

    private static Dictionary<string, string> ReadAuthors(Fields fields)
    {
        var authors = new Dictionary<string, string>();
        foreach (var (key, value) in fields.Entries("authors"))
        {
            if (Values.Party(key, "authors", fields.Report, fields.Path) is { } code && Values.Text(value, code, fields.Report, fields.Path) is { } name)
            {
                authors[code] = name.Value;
            }
        }

        return authors;
    }

    private static Dictionary<string, Source> ReadSources(Fields fields)
    {
        var sources = new Dictionary<string, Source>();
        foreach (var (key, value) in fields.Entries("sources"))
        {
            var path = new NodePath(new NodePath(fields.Path, "sources"), key.Value);
            if (Values.Map(value, key.Value, fields.Report, path) is not { } map)
            {
                continue;
            }

            var source = new Fields(map, fields.Report, path, SourceKeys);
            var published = source.Time("published");
            if (published is { } time && (time.Grain != Grain.Day || Days.Of(time.FirstTick) != Days.Of(time.LastTick)))
            {
                source.Error(CaseCodes.WholeDay, "published", "A source is published on one day; where only the month is known, give its last day.", Days.PrintTick(time.LastTick));
            }

            // A source whose day could not be read is still a source, so that its name is known.
            sources[key.Value] = new Source(source.Text("title", isNeeded: true) ?? "", source.Name("url"), published is { } p ? Days.DateOf(p.LastTick) : null);
        }

        return sources;
    }

    private static Coverage? ReadCoverage(Node node, NodePath? path, CaseHead head, Report report)
    {
        if (Values.Map(node, "coverage", report, path) is not { } map)
        {
            return null;
        }

        var fields = new Fields(map, report, path, CoverageKeys);
        var (what, party) = (fields.Name("what", isNeeded: true), fields.Party("party", isNeeded: true));
        var item = fields.Name("item");
        var (from, until) = (ReadDays(fields, "from"), ReadDays(fields, "until"));
        var basis = fields.Choice("basis", Words.Bases, isNeeded: true);
        var grade = fields.Choice("grade", Words.Grades, isNeeded: true);
        var source = head.ReadSource(fields, isNeeded: true);
        if (from is { } first && until is { } last && last.LastTick < first.FirstTick)
        {
            fields.Error(CaseCodes.PeriodReversed, "until", $"The last day covered ({TimeText.Print(last)}) lies before the first ({TimeText.Print(first)}).");
            return null;
        }

        return (what, party, basis, grade, source) is ({ } w, { } p, { } b, { } g, { } s)
            ? new Coverage(w, p, item, from?.FirstTick ?? EventTime.Beginning, until is { } u ? u.LastTick + 1 : EventTime.End, b, g, s)
            : null;
    }

    // Whole days, months or years: coverage is never said to the minute.
    private static EventTime? ReadDays(Fields fields, string key)
    {
        if (fields.Time(key) is not { } time)
        {
            return null;
        }

        if (time.Grain == Grain.Day && time.FirstTick > EventTime.Beginning && !((TextNode)fields.Find(key)!).Value.Contains('/'))
        {
            return time;
        }

        fields.Error(CaseCodes.WholeDay, key, $"`{key}` of a coverage is a day, a month or a year.", $"{key}: {Days.PrintTick(Days.EndOfDayOf(time.LastTick))}");
        return null;
    }
}
