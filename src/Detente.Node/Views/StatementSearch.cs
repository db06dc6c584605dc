using Detente.Statements;

namespace Detente.Node.Views;

/// <summary>A page of the statements that were asked for.</summary>
/// <param name="Total">How many there are in all; where <see cref="Stopped"/> is one, as far as was read.</param>
/// <param name="Statements">Those of the page.</param>
/// <param name="Stopped">The statement before which reading stopped, because so many had been read for their words; <c>null</c> where all were.</param>
public sealed record StatementPage(int Total, IReadOnlyList<Statement> Statements, Statement? Stopped);

/// <summary>
/// Looks through the statements of a case. Author, verb, grade and clause are compared in every statement that is known: some ten million a second. The words
/// of those that are left are put together and read, which is slower, so at most <see cref="MostRead"/> are: the first in the order asked for.
/// </summary>
public static class StatementSearch
{
    /// <summary>How many statements are read for their words, at most.</summary>
    public const int MostRead = 100_000;

    /// <summary>Looks through them.</summary>
    /// <param name="of">The case.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="skip">How many to leave out before the first.</param>
    /// <param name="take">How many to give at most.</param>
    /// <param name="newestFirst">Against record order.</param>
    public static StatementPage Of(OpenCase of, StatementQuery query, int skip, int take, bool newestFirst = false)
    {
        var statements = of.Record.Statements;
        var known = CountKnown(statements, query.Known);
        var inOrder = Enumerable.Range(0, known).Select(i => statements[newestFirst ? known - 1 - i : i]);
        if (query.IsForAll)
        {
            var from = Math.Min(skip, known);
            return new StatementPage(known, [.. Enumerable.Range(from, Math.Min(take, known - from)).Select(i => statements[newestFirst ? known - 1 - i : i])], null);
        }

        var (total, read, page) = (0, 0, new List<Statement>());
        foreach (var statement in inOrder.Where(query.Holds))
        {
            if (query.EachWord.Count > 0 && read++ == MostRead)
            {
                return new StatementPage(total, page, statement);
            }

            if (query.EachWord.Count == 0 || HasWords(of, statement, query.EachWord))
            {
                if (total >= skip && page.Count < take)
                {
                    page.Add(statement);
                }

                total++;
            }
        }

        return new StatementPage(total, page, null);
    }

    /// <summary>How many statements are known by an instant: the first of the record.</summary>
    public static int CountKnown(IReadOnlyList<Statement> statements, long known)
    {
        var (low, high) = (0, statements.Count);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            (low, high) = statements[middle].Received.LastTick <= known ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool HasWords(OpenCase of, Statement statement, IReadOnlyList<string> words)
    {
        var source = statement.Source is { } name && of.Record.Sources.TryGetValue(name, out var known) ? known.Title : null;
        var says = of.Lines.Says(statement);
        var act = (statement.Content as ActWord)?.Act;
        return words.All(word => Has(says, word) || Has(statement.Id, word) || Has(act, word) || Has(of.Lines.NameOf(statement.Author), word) || Has(statement.Note, word) || Has(source, word));
    }

    private static bool Has(string? text, string word) => text is not null && text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
