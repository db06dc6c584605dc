using Detente.Agreement.Model;
using Detente.Statements;
using Detente.Time;
using NodaTime;

namespace Detente.Tests.Generators;

/// <summary>Clauses of every form over the stock of <see cref="TermMaker"/>.</summary>
internal sealed class ClauseMaker(Dice dice, IReadOnlyList<Term> terms)
{
    private readonly SentenceMaker _sentences = new(dice, terms);

    public List<Clause> Make()
    {
        var count = dice.Between(1, 14);
        var ids = Enumerable.Range(1, count).Select(n => dice.Pick($"{n}", $"I.{n}", $"IV.{n}.a", $"Notes.{n}-b")).ToList();
        string? quota = null;
        IReadOnlyList<string> article = [];
        var clauses = new List<Clause>();
        foreach (var id in ids)
        {
            article = Article(article);
            var clause = Clause(id, ids, article, quota);
            quota ??= clause.Sentence is Quota { Year: not null } ? id : null;
            clauses.Add(clause);
        }

        // Nobody keeps a warning, so no condition rests on one.
        var warnings = clauses.Where(clause => clause.Sentence is Warning).Select(clause => clause.Id).ToHashSet();
        return [.. clauses.Select(clause => clause with { Conditions = [.. clause.Conditions.Where(condition => !Named(condition).Any(warnings.Contains))] })];
    }

    private static IEnumerable<string> Named(Condition condition) => condition switch
    {
        Condition.Reciprocal reciprocal => reciprocal.Clauses,
        Condition.Once once => once.Clauses,
        _ => [],
    };

    private Clause Clause(string id, IReadOnlyList<string> ids, IReadOnlyList<string> article, string? quota)
    {
        var from = dice.Maybe() ? _sentences.Time(0, 24) : null;
        return new Clause
        {
            Id = id,
            Evidence = dice.Maybe(0.2) ? dice.Pick(Grade.Read, Grade.Derived, Grade.Recalled) : null,
            Article = [.. article],
            From = from,
            Until = dice.Maybe(0.3) ? _sentences.Time(30, 60) : null,
            Conditions = Conditions(id, ids),
            Sentence = _sentences.Make(quota, from),
        };
    }

    private ValueList<Condition> Conditions(string id, IReadOnlyList<string> ids)
    {
        var conditions = new List<Condition>();
        if (dice.Maybe(0.3))
        {
            conditions.Add(new Condition.Reciprocal([.. dice.Some(ids, 3)]));
        }

        if (dice.Maybe(0.2) && ids.Count > 1)
        {
            conditions.Add(new Condition.Once([.. dice.Some([.. ids.Where(other => other != id)], 3)]));
        }

        return [.. conditions];
    }

    // Markdown leads under headings and never out from under all of them.
    private IReadOnlyList<string> Article(IReadOnlyList<string> before) => dice.Between(0, 4) switch
    {
        0 or 1 => before,
        2 => ["Article " + dice.Between(1, 30)],
        3 when before.Count > 0 => [before[0], "Section " + dice.Between(1, 9)],
        _ => ["Article " + dice.Between(1, 30) + ". What counts", "Section A"],
    };
}
