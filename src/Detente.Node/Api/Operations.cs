using Detente.Node.Http;
using Microsoft.AspNetCore.Http;
using static Detente.Node.Api.Parameters;

namespace Detente.Node.Api;

/// <summary>Every address that is read.</summary>
internal static class Operations
{
    private const string Root = "/cases/{case}";

    private static readonly (int, string) NoParty = (StatusCodes.Status404NotFound, Codes.NoParty);
    private static readonly (int, string) NoClause = (StatusCodes.Status404NotFound, Codes.NoClause);
    private static readonly (int, string) TooLong = (StatusCodes.Status404NotFound, Codes.RecordTooLong);
    private static readonly Parameter[] Instants = [At, Known];
    private static readonly Parameter[] Which = [.. Instants, Party, Parameters.Clause];

    /// <summary>All of them, in the order of docs/api.md.</summary>
    public static readonly IReadOnlyList<Operation> All =
    [
        new("/cases", "listCases", "The cases that are open.", "cases") { AnswerOfAll = CaseAnswers.All },
        new(Root, "getCase", "A case: its agreement, parties, clauses, instants, and where to go on.", "case") { Answer = (asked, _) => Task.FromResult(CaseAnswers.One(asked)) },
        Of("/assessment", "getAssessment", "Everything that can be told, in one piece: what detente assess prints.", "assessment", LineAnswers.Assessment, Which, NoParty, NoClause, TooLong),
        .. Both("/lines", "listLines", "Each clause for each party: the worst of its instances.", "lines", LineAnswers.Lines, LineAnswers.Table, [.. Which, Verdict], NoParty, NoClause),
        .. Both("/findings", "listFindings", "Verdicts on a clause, a party and an instance, some at a time.", "findings", FindingAnswers.Page, FindingAnswers.Table, [.. Which, Verdict, Page, Size], NoParty, NoClause),
        Of("/explanations", "getExplanations", "Why a clause stands as it does: what detente explain prints.", "explanation", FindingAnswers.Explanations, [.. Instants, OneClause, Party, Instance], NoParty, NoClause, (StatusCodes.Status404NotFound, Codes.NoInstance)),
        .. Both("/statements", "listStatements", "What was said and is known, some at a time.", "statements", StatementAnswers.Page, StatementAnswers.Table, [.. Instants, Words, Author, Verb, Grade, NamedClause, NewestFirst, Page, Size], (StatusCodes.Status404NotFound, Codes.NoAuthor), NoClause),
        Of("/statements/{id}", "getStatement", "A statement: what it says, what it refers to, and which findings rest on it.", "statement", StatementAnswers.One, Instants, (StatusCodes.Status404NotFound, Codes.NoStatement)),
        new($"{Root}/timeline", "getTimeline", "How each line changed, each instant judged as known then: what detente timeline prints.", "changes")
        {
            Parameters = [Until, Party, Parameters.Clause], Problems = [NoParty, NoClause, TooLong], Answer = ChangeAnswers.Timeline,
        },
        new($"{Root}/timeline.csv", "getTimelineTable", "The same as a table.", Csv.ContentType)
        {
            Parameters = [Until, Party, Parameters.Clause], Problems = [NoParty, NoClause, TooLong], Answer = ChangeAnswers.TimelineTable,
        },
        .. Both("/changes", "listChanges", "What differs between two instants, or two states of knowledge: what detente diff prints.", "changes", ChangeAnswers.Changes, ChangeAnswers.ChangesTable, [From, FromKnown, .. Which], NoParty, NoClause),
        .. Both("/due", "listDue", "The deadlines ahead, the nearest first.", "due", DueAnswers.List, DueAnswers.Table, Which, NoParty, NoClause),
        Of("/due.ics", "getDueCalendar", "The same as a calendar.", DueCalendar.ContentType, DueAnswers.Feed, Which, NoParty, NoClause),
    ];

    private static Operation Of(string path, string id, string summary, string body, Func<Asked, Answer> answer, IReadOnlyList<Parameter> parameters, params IReadOnlyList<(int, string)> problems) =>
        new(Root + path, id, summary, body) { Parameters = parameters, Problems = problems, Answer = (asked, _) => Task.FromResult(answer(asked)) };

    /// <summary>An address that also answers as a table, by the suffix of its path. A page of a table has more rows.</summary>
    private static Operation[] Both(string path, string id, string summary, string schema, Func<Asked, Answer> json, Func<Asked, Answer> table, IReadOnlyList<Parameter> parameters, params IReadOnlyList<(int, string)> problems) =>
    [
        Of(path, id, summary, schema, json, parameters, problems),
        Of($"{path}.csv", $"{id}Table", "The same as a table.", Csv.ContentType, table, [.. parameters.Select(parameter => parameter == Size ? Rows : parameter)], problems),
    ];
}
