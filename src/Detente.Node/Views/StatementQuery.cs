using Detente.Statements;

namespace Detente.Node.Views;

/// <summary>What is asked of a record's statements; <c>null</c> leaves a thing open.</summary>
/// <param name="Known">The instant of knowledge, in ticks: what was received by then is there.</param>
/// <param name="Words">Words, all of which must occur in the statement as it is shown, in whatever case.</param>
/// <param name="Author">The author's code, also where it signs with others.</param>
/// <param name="Verb">What it does.</param>
/// <param name="Grade">How it is known.</param>
/// <param name="Clause">The clause that the statement itself names.</param>
public sealed record StatementQuery(long Known, string? Words = null, string? Author = null, Verb? Verb = null, Grade? Grade = null, string? Clause = null)
{
    /// <summary>The words, apart.</summary>
    public IReadOnlyList<string> EachWord { get; } = Words?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether everything known is asked for.</summary>
    public bool IsForAll => EachWord.Count == 0 && (Author, Verb, Grade, Clause) is (null, null, null, null);

    /// <summary>Whether a statement is one that is asked for, but for the words.</summary>
    public bool Holds(Statement statement) =>
        (Verb is null || statement.Verb == Verb)
        && (Grade is null || statement.Grade == Grade)
        && (Author is null || statement.Author == Author || statement.JointWith.Contains(Author))
        && (Clause is null || statement.Fulfils == Clause || statement.Content switch
        {
            Notice notice => notice.Clauses.Contains(Clause),
            Message message => message.About == Clause,
            _ => false,
        });
}
