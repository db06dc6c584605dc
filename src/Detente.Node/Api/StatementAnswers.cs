using System.Text.Json;
using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Diagnostics;
using Detente.Node.Http;
using Detente.Node.Views;
using Detente.Statements;
using Microsoft.AspNetCore.Http;

namespace Detente.Node.Api;

/// <summary>Everything said.</summary>
internal static class StatementAnswers
{
    // Of more ids another is close to anything.
    private const int MostCompared = 5_000;

    private static readonly string[] Columns =
        ["id", "author", "jointWith", "verb", "made", "received", "says", "source", "sourceTitle", "sourceUrl", "grade", "note", "fulfils", "supersedes"];

    /// <summary>A page of statements: docs/schema/statements.schema.json.</summary>
    public static Answer Page(Asked asked) => Found(asked, found => Document.Of(asked, json =>
    {
        json.Objects("statements", found.Statements, statement => Members(json, statement, asked.Case));
        json.WriteString("stoppedBefore", found.Stopped?.Id);
        asked.Paging.Members(json, found.Total, asked.Address);
    }));

    /// <summary>The same as a table.</summary>
    public static Answer Table(Asked asked) => Found(asked, found => Csv.Of($"{asked.Case.Name}-statements.csv", Columns, found.Statements.Select(statement => Row(statement, asked.Case))));

    /// <summary>One statement, what it stands in relation to, and what rests on it: docs/schema/statement.schema.json.</summary>
    public static Answer One(Asked asked)
    {
        var of = asked.Case;
        if (of.Statement(asked.RouteId) is not { } statement)
        {
            var ids = of.Record.Statements.Count <= MostCompared ? of.Record.Statements.Select(one => one.Id) : [];
            return Problem.Of(StatusCodes.Status404NotFound, Codes.NoStatement, $"there is no statement '{asked.RouteId}'{Meant.Or(asked.RouteId, ids, $"; {asked.Pages.Api}/statements lists them")}");
        }

        var view = new StatementView(asked.Page, statement);
        return Document.Of(asked, json =>
        {
            json.WriteBoolean("isKnown", view.IsKnown);
            json.WriteStartObject("statement");
            Members(json, statement, of);
            json.WriteEndObject();
            json.WriteString("text", view.Yaml);
            json.Strings("clauses", view.Clauses);
            json.Strings("supersededBy", view.SupersededBy.Select(one => one.Id));
            json.Strings("onSameAct", view.OnSameAct.Select(one => one.Id));
            json.Strings("about", view.About.Select(one => one.Id));
            json.Strings("aboutIt", view.AboutIt.Select(one => one.Id));
            json.Objects("findings", view.Resting.SelectMany(resting => resting.Findings), finding =>
            {
                json.WriteString("clause", finding.Clause);
                json.WriteString("party", finding.Party);
                json.WriteString("instance", finding.Instance);
                json.WriteString("verdict", Names.Of(finding.Verdict));
            });
            json.WriteBoolean("isComplete", view.IsWhole);
            json.WriteStartObject("links");
            json.WriteString("page", asked.Pages.Statement(statement.Id));
            json.WriteEndObject();
        });
    }

    /// <summary>The members of a statement, as it is cited and what it says.</summary>
    private static void Members(Utf8JsonWriter json, Statement statement, OpenCase of)
    {
        StatementJson.Members(json, statement, of.Record);
        json.WriteString("says", of.Lines.Says(statement));
        json.WriteString("fulfils", statement.Fulfils);
        json.WriteString("supersedes", statement.Supersedes);
    }

    private static IReadOnlyList<string?> Row(Statement statement, OpenCase of)
    {
        var source = statement.Source is { } name ? of.Record.Sources.GetValueOrDefault(name) : null;
        return
        [
            statement.Id, statement.Author, string.Join(' ', statement.JointWith), Names.Of(statement.Verb), statement.Made.ToString(), statement.Received.ToString(), of.Lines.Says(statement),
            statement.Source, source?.Title, source?.Url, statement.Grade is { } grade ? Names.Of(grade) : null, statement.Note, statement.Fulfils, statement.Supersedes,
        ];
    }

    private static Answer Found(Asked asked, Func<StatementPage, Answer> answer) => asked.OfOneClause((_, clause) =>
    {
        var authors = AuthorsOf(asked.Case);
        var author = asked.Text(Parameters.Author) is { } written ? authors.FirstOrDefault(one => Same(one.Code, written) || Same(one.Name, written)) : null;
        if (asked.Text(Parameters.Author) is { } unknown && author is null)
        {
            var names = authors.SelectMany(one => new[] { one.Code, one.Name });
            return Problem.Of(StatusCodes.Status404NotFound, Codes.NoAuthor, $"nobody called '{unknown}' speaks here{Meant.Or(unknown, names, $"; there are {string.Join(", ", authors.Select(one => one.Code))}")}");
        }

        var query = new StatementQuery(asked.View.Known, asked.Text(Parameters.Words), author?.Code, asked.Value(Parameters.Verb), asked.Value(Parameters.Grade), clause?.Id);
        var found = StatementSearch.Of(asked.Case, query, asked.Paging.Skip, asked.Paging.Size, asked.Value(Parameters.NewestFirst) ?? true);
        return answer(found) with { Link = asked.Paging.Link(found.Total, asked.Address) };
    });

    private static List<Party> AuthorsOf(OpenCase of) =>
        [.. of.Agreement.Parties, .. of.Agreement.Neutrals, .. of.Record.OtherAuthors.OrderBy(other => other.Key, StringComparer.Ordinal).Select(other => new Party(other.Key, other.Value))];

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
