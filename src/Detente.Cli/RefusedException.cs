namespace Detente.Cli;

/// <summary>The call cannot be done as asked. Its message is the one line the user reads; the process ends with its code, mostly <see cref="ExitCode.BadInput"/>.</summary>
#pragma warning disable CA1032 // It always has a message for the user, and wraps nothing.
internal sealed class RefusedException(string message, int code = ExitCode.BadInput) : Exception(message)
{
    /// <summary>What the process ends with.</summary>
    public int Code { get; } = code;
}
#pragma warning restore CA1032
