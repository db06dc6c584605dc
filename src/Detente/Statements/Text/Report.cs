using Detente.Diagnostics;

namespace Detente.Statements.Text;

/// <summary>What is wrong in one file, gathered as it is read.</summary>
internal sealed class Report(SourceText source)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private int _entryStart;

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

    /// <summary>Ends an entry: what was found wrong in it before its name was known is told under that name.</summary>
    public void EndEntry(TextSpan entry, NodePath? path)
    {
        for (var i = _entryStart; path is not null && i < _diagnostics.Count; i++)
        {
            var found = _diagnostics[i];
            if (found.Path.Count == 0 && found.Span.Start >= entry.Start && found.Span.Start < entry.End)
            {
                _diagnostics[i] = found with { Path = path.ToList() };
            }
        }

        _entryStart = _diagnostics.Count;
    }

    private void Add(string code, Severity severity, TextSpan span, NodePath? path, string message, IReadOnlyList<string> waysOut) =>
        _diagnostics.Add(new Diagnostic(code, severity, message, Source.File, Source.Inside(span), path?.ToList() ?? [], waysOut));
}
