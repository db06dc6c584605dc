using System.Text;
using Detente.Answers;
using Detente.Diagnostics;
using Detente.Node.Cases;
using Detente.Statements.Text;

namespace Detente.Node.Views;

/// <summary>What a reader changes in a sandbox: a clause's words, and statements that are added.</summary>
/// <param name="Clause">The id of the clause whose words are changed; <c>null</c> for none.</param>
/// <param name="Words">The lines between the fences of its block.</param>
/// <param name="Statements">Statements as a case file has them; an id may be the author's code alone, and gets the author's next number.</param>
public sealed record SandboxEdit(string? Clause, string Words, string Statements)
{
    /// <summary>The name diagnostics have for the statements that are added.</summary>
    public const string AddedFile = "added statements";

    /// <summary>The case with the change made, understood as its files are; all that is wrong with it is told at once.</summary>
    /// <param name="open">The case.</param>
    /// <param name="sources">The files it was read from, its agreement last; may be empty.</param>
    public CaseFolder Apply(OpenCase open, IReadOnlyList<SourceText> sources)
    {
        List<SourceText> files = sources.Count > 0 ? [.. sources.SkipLast(1)]
            : [new("case.yaml", CaseWriter.WriteCase(open.Record)), new("statements.yaml", CaseWriter.WriteStatements(open.Record.Statements))];
        if (HasStatements)
        {
            files.Add(new SourceText(AddedFile, SandboxNumbers.Give(Unix(Statements), open.Record)));
        }

        var agreement = Reworded(open.Of.Text);
        return CaseFolder.Understand(open.Of.Path, files, [], _ => agreement);
    }

    /// <summary>Whether anything is added; remarks alone add nothing.</summary>
    public bool HasStatements => Statements.Split('\n').Any(line => line.Trim() is { Length: > 0 } said && said[0] != '#');

    /// <summary>Whether either text is longer than a sandbox takes.</summary>
    public bool IsTooLong => Encoding.UTF8.GetByteCount(Words) > Sandbox.MostBytes || Encoding.UTF8.GetByteCount(Statements) > Sandbox.MostBytes;

    private SourceText Reworded(SourceText document)
    {
        var words = Unix(Words).TrimEnd('\n');
        if (Clause is null || ClauseText.Find(document, Clause) is not { } block || words == string.Join('\n', block.Words).TrimEnd('\n'))
        {
            return document;
        }

        var (start, end) = (document.StartOfLine(block.Line + 1), document.EndOfLine(block.Line + block.Words.Count));
        return new SourceText(document.File, $"{document.Text[..start]}{words}\n{document.Text[end..]}");
    }

    // A browser sends every line end as CR LF (HTML, 4.10.21.8).
    private static string Unix(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
