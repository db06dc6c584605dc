namespace Detente.Kinematics;

/// <summary>What a figure of range is the range of. Figures under different definitions are not compared.</summary>
public enum RangeDefinition
{
    /// <summary>The greatest distance to which it has been tested: INF Treaty, Article VII(4), for a ballistic missile.</summary>
    GreatestTested,

    /// <summary>The greatest distance in its standard design mode until its fuel is spent, projected on the ground: the same article, for a cruise missile.</summary>
    FuelExhaustion,

    /// <summary>Stated without a definition, as most published figures are.</summary>
    Unstated,

    /// <summary>Computed from an observed flight or from a model.</summary>
    Computed,
}
