using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Diagnostics;

namespace Detente.Agreement.Check;

/// <summary>An agreement that was read and checked.</summary>
/// <param name="Parsed">What was read: text, places, clause words.</param>
/// <param name="Diagnostics">Everything found by reading and checking, in the order of the text.</param>
public sealed record CheckedAgreement(ParsedAgreement Parsed, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The agreement; <c>null</c> when any error was found.</summary>
    public Instrument? Instrument => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? null : Parsed.Draft;
}
