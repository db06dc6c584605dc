namespace Detente.Kinematics;

/// <summary>
/// What an integrated flight knows of a missile under power, and how it climbs: straight up for some seconds, then its path turns evenly to an angle
/// at which the last stage ends. A stated simple path, not one that anything would be steered by.
/// </summary>
/// <param name="Stages">In the order in which they burn.</param>
/// <param name="PayloadKg">What is left after the last stage.</param>
/// <param name="DiameterMetres">Of the cross-section that meets the air under power.</param>
/// <param name="FinalAngleDegrees">Of the path over the horizon when the last stage ends.</param>
/// <param name="Descent">What comes down; null where no drag on the way down is computed.</param>
/// <param name="VerticalSeconds">How long it goes straight up.</param>
public sealed record Booster(
    IReadOnlyList<Stage> Stages,
    double PayloadKg,
    double DiameterMetres,
    double FinalAngleDegrees,
    DescendingBody? Descent = null,
    double VerticalSeconds = 5)
{
    /// <summary>Seconds until the last stage ends.</summary>
    public double BurnSeconds => Stages.Sum(stage => stage.BurnSeconds);

    /// <summary>Kilograms at launch.</summary>
    public double LaunchKg => PayloadKg + Stages.Sum(stage => stage.FuelKg + stage.DryKg);
}
