namespace Detente.Node.Logs;

/// <summary>The log stopped. An entry that waited may or may not be kept: opening the log again tells.</summary>
#pragma warning disable CA1032 // It always has its cause.
public sealed class LogStoppedException(Exception cause) : Exception($"The log stopped, and must be opened again: {cause.Message}", cause);
#pragma warning restore CA1032
