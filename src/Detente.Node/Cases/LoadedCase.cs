using Detente.Agreement.Model;
using Detente.Diagnostics;
using Detente.Statements;

namespace Detente.Node.Cases;

/// <summary>A case that can be judged, and where it came from.</summary>
/// <param name="Path">The case as the user named it: commands that are suggested repeat it.</param>
/// <param name="Record">Who said what.</param>
/// <param name="Agreement">What it is judged by.</param>
/// <param name="Text">The agreement's document.</param>
/// <param name="RecordHashes">SHA-256 of case.yaml and of each file of statements, in the order they are read.</param>
public sealed record LoadedCase(string Path, Case Record, Instrument Agreement, SourceText Text, IReadOnlyList<string> RecordHashes);
