using System.Globalization;
using Detente.Time;
using NodaTime.Text;
using static Detente.Statements.Text.YamlPrinter;

namespace Detente.Statements.Text;

/// <summary>
/// Prints a case in the format that <see cref="CaseReader"/> reads. Reading what was printed gives an equal case: times
/// of receipt, owners and authors are written out even where they could be left out.
/// </summary>
public static class CaseWriter
{
    /// <summary>case.yaml, for statements in the one default file.</summary>
    public static string WriteCase(Case @case)
    {
        var output = new YamlPrinter();
        output.Pair(0, "case", Scalar(@case.Id));
        output.Pair(0, "title", Scalar(@case.Title));
        output.Pair(0, "agreement", Scalar(@case.Agreement));
        output.Pair(0, "record", Words.For(Words.Records, @case.IsReconstruction));
        output.Pair(0, "summary", ScalarOrNone(@case.Summary));
        Section(output, "authors", @case.OtherAuthors.OrderBy(a => a.Key, StringComparer.Ordinal), a => $"{Scalar(a.Key)}: {Scalar(a.Value)}");
        Section(output, "sources", @case.Sources.OrderBy(s => s.Key, StringComparer.Ordinal), s => $"{Scalar(s.Key)}: {SourceOf(s.Value)}");
        Section(output, "coverage", @case.Coverage, c => $"- {CoverageOf(c)}");
        return output.ToString();
    }

    /// <summary>A file of statements, in the order given.</summary>
    public static string WriteStatements(IEnumerable<Statement> statements)
    {
        var output = new YamlPrinter();
        foreach (var statement in statements)
        {
            Write(output, statement);
        }

        return output.ToString();
    }

    private static void Section<T>(YamlPrinter output, string key, IEnumerable<T> items, Func<T, string> line)
    {
        var lines = items.Select(line).ToList();
        if (lines.Count > 0)
        {
            output.Line(0, $"{key}:");
            lines.ForEach(l => output.Line(2, l));
        }
    }

    private static string SourceOf(Source source) => Flow(
        ("title", Scalar(source.Title)),
        ("url", ScalarOrNone(source.Url)),
        ("published", source.Published is { } day ? LocalDatePattern.Iso.Format(day) : null));

    private static string CoverageOf(Coverage coverage) => Flow(
        ("what", Scalar(coverage.What)),
        ("party", Scalar(coverage.Party)),
        ("item", ScalarOrNone(coverage.Item)),
        ("from", coverage.From <= EventTime.Beginning ? null : Days.PrintTick(coverage.From)),
        ("until", coverage.Until >= EventTime.End ? null : Days.PrintTick(coverage.Until - 1)),
        ("basis", Words.For(Words.Bases, coverage.Basis)),
        ("grade", Words.For(Words.Grades, coverage.Grade)),
        ("source", Scalar(coverage.Source)));

    private static void Write(YamlPrinter output, Statement statement)
    {
        output.Line(0, $"- id: {statement.Id}");
        output.Pair(2, "made", TimeText.Print(statement.Made));
        output.Pair(2, "received", TimeText.Print(statement.Received));
        if (statement.ReceivedBy is { Count: > 0 } receivedBy)
        {
            output.Pair(2, "received-by", ContentWriter.Times(receivedBy));
        }

        output.Pair(2, "with", List(statement.JointWith));
        output.Pair(2, "fulfils", ScalarOrNone(statement.Fulfils));
        output.Pair(2, "supersedes", statement.Supersedes);
        output.Pair(2, "source", ScalarOrNone(statement.Source));
        output.Pair(2, "grade", statement.Grade is { } grade ? Words.For(Words.Grades, grade) : null);
        output.Pair(2, "note", ScalarOrNone(statement.Note));
        ContentWriter.Write(output, statement.Verb, statement.Content);
    }
}
