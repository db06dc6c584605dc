namespace Detente.Record.Bench.Trees;

/// <summary>A thing that is measured.</summary>
/// <param name="Name">What is counted, as the report has it.</param>
/// <param name="Count">How many of them a run does.</param>
/// <param name="Prepare">What is needed beforehand, not measured, for runs of that count; then the work, which returns its check.</param>
/// <param name="Peers">The same in other programs: the program's name, and a run of it, or <c>null</c> where it is not there.</param>
internal sealed record Item(string Name, long Count, Func<long, Func<string>> Prepare, IReadOnlyList<(string Program, Func<long, Measured?> Run)> Peers);
