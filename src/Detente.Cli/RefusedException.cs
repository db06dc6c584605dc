namespace Detente.Cli;

/// <summary>The call cannot be done as asked. Its message is the one line the user reads; the process ends with <see cref="ExitCode.BadInput"/>.</summary>
#pragma warning disable CA1032 // It always has a message for the user, and wraps nothing.
internal sealed class RefusedException(string message) : Exception(message);
#pragma warning restore CA1032
