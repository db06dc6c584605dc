using System.Security.Cryptography;
using System.Text;
using Detente.Agreement.Model;
using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>What was read from an agreement's file.</summary>
public sealed class ParsedAgreement
{
    /// <summary>The text.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The text in pieces.</summary>
    public required AgreementFile File { get; init; }

    /// <summary>The agreement; <c>null</c> when any error was found, so that nobody assesses half of a document.</summary>
    public required Instrument? Instrument { get; init; }

    /// <summary>What could be read in spite of errors, for checks that should report theirs in the same run.</summary>
    public required Instrument Draft { get; init; }

    /// <summary>Everything found wrong or open to two readings, in the order of the text.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Where the nodes of the model stand.</summary>
    public required Positions Positions { get; init; }

    /// <summary>Each clause's own words, by its id, as they stand between the fences.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    // Where the canonical layout begins lines in each clause's block; for the formatter.
    internal IReadOnlyDictionary<Piece, IReadOnlyList<(int Token, LineKind Kind)>> Breaks { get; init; } =
        new Dictionary<Piece, IReadOnlyList<(int Token, LineKind Kind)>>();

    /// <summary>SHA-256 of the text in UTF-8, in lower-case hex: what the parties sign.</summary>
    public string TextHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Source.Text)));
}
