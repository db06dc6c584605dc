using Detente.Diagnostics;

namespace Detente.Statements.Text;

/// <summary>What is wrong in one file, gathered as it is read.</summary>
internal sealed class Report(SourceText source)
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>The file.</summary>
    public SourceText Source { get; } = source;

    /// <summary>Everything reported so far.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Something that cannot be used.</summary>
    public void Error(string code, TextSpan span, NodePath? path, string message, params IReadOnlyList<string> waysOut) =>
        Add(code, Severity.Error, span, path, message, waysOut);

    /// <summary>Something the author should know.</summary>
    public void Warning(string code, TextSpan span, NodePath? path, string message, params IReadOnlyList<string> waysOut) =>
        Add(code, Severity.Warning, span, path, message, waysOut);

    /// <summary>A value that was refused.</summary>
    public void Refuse(Refusal refusal, TextSpan span, NodePath? path) => Error(refusal.Code, span, path, refusal.Message, refusal.WaysOut);

    private void Add(string code, Severity severity, TextSpan span, NodePath? path, string message, IReadOnlyList<string> waysOut)
    {
        var start = Math.Clamp(span.Start, 0, Source.Text.Length);
        var inside = new TextSpan(start, Math.Clamp(span.Length, 0, Source.Text.Length - start));
        _diagnostics.Add(new Diagnostic(code, severity, message, Source.File, inside, path?.ToList() ?? [], waysOut));
    }
}
