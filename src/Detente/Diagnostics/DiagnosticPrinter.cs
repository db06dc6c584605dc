using System.Text;

namespace Detente.Diagnostics;

/// <summary>Prints diagnostics as a person reads them: message, place, the line with a caret, the path, the ways out.</summary>
public static class DiagnosticPrinter
{
    /// <summary>One diagnostic, several lines, each ended by a line feed.</summary>
    public static string Print(Diagnostic diagnostic, SourceText source)
    {
        var (line, column) = source.Locate(Math.Min(diagnostic.Span.Start, source.Text.Length));
        var text = source.Line(line);
        var lead = new string(text.Take(column - 1).Select(c => c == '\t' ? '\t' : ' ').ToArray());
        var carets = new string('^', Math.Clamp(diagnostic.Span.Length, 1, Math.Max(1, text.Length - column + 1)));
        var place = $"{diagnostic.File}:{line}:{column}";
        var output = new StringBuilder();
        output.Append(diagnostic.Severity == Severity.Error ? "error" : "warning").Append(' ').Append(diagnostic.Code).Append("  ").Append(diagnostic.Message).Append('\n');
        output.Append("  ┌─ ").Append(place).Append('\n');
        output.Append("  │  ").Append(text).Append('\n');
        output.Append("  │  ").Append(lead).Append(carets).Append('\n');
        if (diagnostic.Path.Count > 0)
        {
            output.Append("  ├─ ").Append(string.Join(" › ", diagnostic.Path)).Append('\n');
        }

        for (var i = 0; i < diagnostic.WaysOut.Count; i++)
        {
            output.Append(i == 0 ? "  └─ say: " : "      or: ").Append(diagnostic.WaysOut[i]).Append('\n');
        }

        return output.ToString();
    }
}
