namespace Detente.Diagnostics;

/// <summary>Whether what was written can be used.</summary>
public enum Severity : byte
{
    /// <summary>It can be used; the author should know.</summary>
    Warning,

    /// <summary>It cannot be used until it is mended.</summary>
    Error,
}

/// <summary>Something wrong, or open to two readings, in what a person wrote. A value: all of them are reported at once.</summary>
/// <param name="Code">Stable, such as <c>A4001</c>; listed in docs/diagnostics.md (agreements) and docs/statements.md (cases).</param>
/// <param name="Severity">Whether the document can be used.</param>
/// <param name="Message">What is wrong, in one line.</param>
/// <param name="File">The file as the reader named it.</param>
/// <param name="Span">Where.</param>
/// <param name="Path">The article path or the statement it stands in, outermost first; may be empty.</param>
/// <param name="WaysOut">What to write instead: each a wording that would be accepted.</param>
public sealed record Diagnostic(
    string Code,
    Severity Severity,
    string Message,
    string File,
    TextSpan Span,
    IReadOnlyList<string> Path,
    IReadOnlyList<string> WaysOut);
