using Detente.Answers;
using Detente.Node.Http;
using Detente.Node.Views;

namespace Detente.Node.Api;

/// <summary>What falls due.</summary>
internal static class DueAnswers
{
    private static readonly string[] Columns = ["due", "clause", "title", "party", "instance", "begins", "reason"];

    /// <summary>Deadlines ahead, the nearest first: docs/schema/due.schema.json.</summary>
    public static Answer List(Asked asked) => Of(asked, (dates, isWhole) => Document.Of(asked, json =>
    {
        json.Objects("due", dates, date =>
        {
            json.Instant("due", date.Due);
            json.WriteString("clause", date.Finding.Clause);
            json.WriteString("title", asked.Case.Titles.Of(date.Line.Clause));
            json.WriteString("party", date.Finding.Party);
            json.WriteString("instance", date.Finding.Instance);
            json.WriteBoolean("begins", date.Begins);
            json.WriteString("reason", date.Reason);
        });
        json.WriteBoolean("isComplete", isWhole);
    }));

    /// <summary>The same as a table.</summary>
    public static Answer Table(Asked asked) => Of(asked, (dates, _) => Csv.Of($"{asked.Case.Name}-due.csv", Columns, dates.Select(date => (IReadOnlyList<string?>)
    [
        Document.Instant(date.Due), date.Finding.Clause, asked.Case.Titles.Of(date.Line.Clause), date.Finding.Party, date.Finding.Instance, date.Begins ? "yes" : "no", date.Reason,
    ])));

    /// <summary>The same as a calendar.</summary>
    public static Answer Feed(Asked asked) => Of(asked, (dates, _) => DueCalendar.Of(asked.Case, asked.View, dates));

    private static Answer Of(Asked asked, Func<IReadOnlyList<DueDate>, bool, Answer> answer) => asked.Selected(selection =>
    {
        var dates = DueDate.Of(asked.Case, asked.View, selection, out var isWhole);
        return answer(dates, isWhole);
    });
}
