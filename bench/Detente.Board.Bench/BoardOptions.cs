namespace Detente.Board.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed record BoardOptions
{
    /// <summary>The length of the record.</summary>
    public int Statements { get; init; } = 1_000_000;

    /// <summary>How long each address is asked for.</summary>
    public int Seconds { get; init; } = 10;

    /// <summary>How many connections ask.</summary>
    public int Connections { get; init; } = 64;

    /// <summary>An option that is none.</summary>
    public string? Refused { get; init; }
}
