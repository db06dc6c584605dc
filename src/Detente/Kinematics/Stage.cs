namespace Detente.Kinematics;

/// <summary>One stage of a missile, as the published planar model describes it.</summary>
/// <param name="FuelKg">What it burns.</param>
/// <param name="DryKg">What is left of it, and dropped.</param>
/// <param name="ImpulseSeconds">Specific impulse at sea level.</param>
/// <param name="ThrustKilogramForce">At sea level.</param>
public sealed record Stage(double FuelKg, double DryKg, double ImpulseSeconds, double ThrustKilogramForce)
{
    /// <summary>Seconds until the fuel is spent.</summary>
    public double BurnSeconds => ImpulseSeconds * FuelKg / ThrustKilogramForce;

    /// <summary>Newtons at sea level, with the standard gravity the model rounds to.</summary>
    public double Thrust => ThrustKilogramForce * 9.81;
}
