namespace Detente.Cli.Input;

/// <summary>The clock of a call, for whoever asks a <see cref="TimeProvider"/>.</summary>
internal sealed class TerminalClock(Terminal terminal) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(terminal.Now());
}
