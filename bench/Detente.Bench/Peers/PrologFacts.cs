using Detente.Bench.Record;

namespace Detente.Bench.Peers;

/// <summary>Writes facts as Prolog clauses, those of one predicate together and in record order.</summary>
internal static class PrologFacts
{
    private static readonly (string Predicate, Func<Fact, string?> Clause)[] Kinds =
    [
        ("notice/4", f => f.Kind == FactKind.Notice ? $"notice({f.Subject},{f.Author},{f.Received},{f.Start})." : null),
        ("cancellation/1", f => f.Kind == FactKind.Cancellation ? $"cancellation({f.Subject})." : null),
        ("report/3", f => f.Kind == FactKind.Report ? $"report({f.Subject},{f.Author},{f.Start})." : null),
        ("request/3", f => f.Kind == FactKind.Request ? $"request({f.Subject},{f.Bearer},{f.Received})." : null),
        ("answer/2", f => f.Kind == FactKind.Answer ? $"answer({f.Subject},{f.Received})." : null),
    ];

    /// <summary>Writes the file.</summary>
    public static void Write(string path, Fact[] facts)
    {
        using var file = new StreamWriter(path);
        foreach (var (predicate, clause) in Kinds)
        {
            var any = false;
            foreach (var text in facts.Select(clause).OfType<string>())
            {
                file.WriteLine(text);
                any = true;
            }

            if (!any)
            {
                file.WriteLine($":- dynamic {predicate}.");
            }
        }
    }
}
