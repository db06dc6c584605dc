using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Assessment;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>Clauses down, parties across; where that leaves a party too little room, the parties of a clause one below the other.</summary>
internal sealed class AssessmentTable(Judged judged, int width)
{
    private const int NarrowestParty = 34;
    private const int NarrowestClause = 24;
    private const int WidestClause = 36;
    private const int WidestParties = 14;
    private const int Between = 2;

    /// <summary>With fewer clauses than this, headings between them say less than they cost.</summary>
    private const int GroupedFrom = 8;

    private readonly ClauseTitle _titles = new(judged.Assessment.Agreement);
    private readonly IReadOnlyList<Party> _parties = [.. judged.Assessment.Agreement.Parties.Where(party => judged.Lines.Any(line => line.Party == party.Code))];

    /// <summary>The table.</summary>
    public IEnumerable<IRenderable> Draw()
    {
        var clauses = judged.Lines.GroupBy(line => line.Clause.Id).ToList();
        var grouped = clauses.Count >= GroupedFrom && clauses.Select(Article).Distinct().Count() > 1;
        if (IsWide)
        {
            yield return Page.Beside([(ClauseWidth, Text.Empty), .. _parties.Select(party => (PartyWidth, (IRenderable)new Flow().Text(party.Name, Look.Strong)))]);
        }
        else if (_parties.Count > 0)
        {
            yield return new Flow().Text(string.Join(" · ", _parties.Select(party => $"{party.Code} {party.Name}")), Look.Quiet);
            yield return Page.Gap;
        }

        string? article = null;
        foreach (var clause in clauses)
        {
            if (grouped && Article(clause) != article)
            {
                article = Article(clause);
                if (IsWide || clause != clauses[0])
                {
                    yield return Page.Gap;
                }

                yield return new Flow().Text(article, Look.Heading);
            }
            else if (!grouped && (IsWide || article is not null))
            {
                yield return Page.Gap;
            }

            article ??= "";
            yield return IsWide ? Row([.. clause]) : Stack([.. clause]);
        }
    }

    private static string Article(IEnumerable<Line> lines) => lines.First().Clause.Article is [.., var last] ? last : "";

    private bool IsWide => _parties.Count > 0 && (width - NarrowestClause - Between * _parties.Count) / _parties.Count >= NarrowestParty;

    private int ClauseWidth => Math.Clamp(width / 4, NarrowestClause, WidestClause);

    private int PartyWidth => (width - ClauseWidth - Between * _parties.Count) / _parties.Count;

    private IRenderable Row(IReadOnlyList<Line> lines) => Page.Beside([
        (ClauseWidth, Name(lines[0].Clause, belowEachOther: true)),
        .. _parties.Select(party => (PartyWidth, lines.FirstOrDefault(line => line.Party == party.Code) is { } line ? Cell.Of(line, judged) : Text.Empty)),
    ]);

    private Rows Stack(IReadOnlyList<Line> lines)
    {
        // Parties for whom it looks the same are named together.
        var told = lines.GroupBy(line => lines.First(other => Cell.LooksLike(line, other, judged)))
            .Select(group => (Whose: string.Join(", ", group.Select(line => line.Party)), Line: group.Key))
            .ToList();
        var whose = Math.Min(WidestParties, told.Max(part => part.Whose.Length));
        var rows = new List<IRenderable> { Name(lines[0].Clause, belowEachOther: false) };
        rows.AddRange(told.Select(part => Page.Indented(2, Page.Beside(
            (whose, new Flow().Text(part.Whose, Look.Strong)),
            (width - whose - 2 * Between, Cell.Of(part.Line, judged))))));
        return new Rows(rows);
    }

    private IRenderable Name(Clause clause, bool belowEachOther)
    {
        var mark = clause.Evidence == Statements.Grade.Recalled ? Look.RecalledMark : "";
        var id = new Flow(2).Whole(clause.Id + mark, Look.Strong);
        return belowEachOther
            ? new Rows(id, Page.Indented(2, new Flow().Text(_titles.Of(clause), Look.Quiet)))
            : id.Text($"  {_titles.Of(clause)}", Look.Quiet);
    }
}
