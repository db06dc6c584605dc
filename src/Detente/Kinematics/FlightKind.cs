namespace Detente.Kinematics;

/// <summary>How a missile flies, as far as the definition of its range depends on it.</summary>
public enum FlightKind
{
    /// <summary>Unpowered over most of its path.</summary>
    Ballistic,

    /// <summary>Powered, and carried by its wings over most of its path.</summary>
    Cruise,

    /// <summary>Unpowered and carried by lift over most of its path. No treaty defines its range.</summary>
    Glide,
}
