namespace Detente.Statements;

/// <summary>How well something is established, weakest first.</summary>
public enum Basis : byte
{
    /// <summary>By the party it concerns, alone.</summary>
    Declared,

    /// <summary>By another party.</summary>
    Observed,

    /// <summary>By the party and another together, on the spot.</summary>
    Inspected,

    /// <summary>By a finding that the parties sign, or of a neutral the agreement names.</summary>
    Found,
}
