using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>Collects diagnostics of one file, each place and code once, and hands them out in the order of the text.</summary>
internal sealed class DiagnosticCollector(SourceText source)
{
    private readonly List<Diagnostic> _found = [];
    private readonly HashSet<(string, int)> _seen = [];

    public bool HasErrors => _found.Any(diagnostic => diagnostic.Severity == Severity.Error);

    public IReadOnlyList<Diagnostic> InOrder() => [.. _found.OrderBy(d => d.Span.Start).ThenBy(d => d.Code, StringComparer.Ordinal)];

    public void Report(AgreementCode code, TextSpan span, IReadOnlyList<string> path, string message, IReadOnlyList<string> waysOut)
    {
        var inside = source.Inside(span);
        if (_seen.Add((code.Code, inside.Start)))
        {
            _found.Add(new Diagnostic(code.Code, code.Severity, message, source.File, inside, path, waysOut));
        }
    }

    public Report At(IReadOnlyList<string> path) => (code, span, message, waysOut) => Report(code, span, path, message, waysOut);
}
