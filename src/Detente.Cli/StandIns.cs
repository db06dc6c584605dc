// TEMPORARY: what is written elsewhere and not merged yet. Deleted then.
using Detente.Agreement.Model;
using Detente.Diagnostics;
using Detente.Statements;
using Detente.Statements.Text;

namespace Detente.Assessment;

/// <summary>Stands in for the check of a record's names against its agreement.</summary>
internal static class RecordCheck
{
    /// <summary>Finds nothing.</summary>
    public static IReadOnlyList<Diagnostic> Check(Instrument agreement, Case record, IReadOnlyDictionary<string, StatementPlace> places) => [];
}
