namespace Detente.Record.Json;

/// <summary>What reading a text of JSON came to.</summary>
/// <param name="Value">The value; <c>null</c> where reading had to stop. Where there are faults it is good only for finding others.</param>
/// <param name="Faults">What is wrong, in the order it was come upon; empty where the text is good. At most <see cref="JsonTree.MostFaults"/>.</param>
public sealed record JsonReading(JsonValue? Value, IReadOnlyList<JsonFault> Faults);
