namespace Detente.Cli;

/// <summary>What the process ends with. Documented in docs/output.md.</summary>
internal static class ExitCode
{
    /// <summary>It was done, and nothing shown is not kept.</summary>
    public const int Kept = 0;

    /// <summary>It was done, and something shown is not kept.</summary>
    public const int NotKept = 1;

    /// <summary>A proof was read, and does not hold.</summary>
    public const int NotVerified = 1;

    /// <summary>The call, a name, or a file given cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>A stored record is damaged: what is stored is not what was stored.</summary>
    public const int Damaged = 3;
}
