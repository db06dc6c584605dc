using Detente.Diagnostics;

namespace Detente.Statements.Text;

/// <summary>A case as far as it could be read, with everything that is wrong in its files.</summary>
/// <param name="Case">What could be understood; <c>null</c> when case.yaml holds no mapping at all.</param>
/// <param name="Diagnostics">Case file first, then the files of statements, each from top to bottom.</param>
/// <param name="Places">Where each statement's id stands, by id.</param>
public sealed record ReadCase(Case? Case, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyDictionary<string, StatementPlace> Places)
{
    /// <summary>True when the case can be judged: nothing is wrong but what the author should know.</summary>
    public bool IsUsable => Case is not null && Diagnostics.All(d => d.Severity != Severity.Error);
}

/// <summary>Where a statement stands.</summary>
/// <param name="File">The file as its <see cref="SourceText"/> names it.</param>
/// <param name="Span">The id.</param>
public readonly record struct StatementPlace(string File, TextSpan Span);
