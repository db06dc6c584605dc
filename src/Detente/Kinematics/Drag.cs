namespace Detente.Kinematics;

/// <summary>What the air takes from a body that is not under power.</summary>
/// <param name="Air">The air.</param>
/// <param name="AreaOverMass">Cross-section over mass, m²/kg; times the drag coefficient where there is no curve.</param>
/// <param name="Curve">The drag coefficient; null where it is in <paramref name="AreaOverMass"/>.</param>
internal readonly record struct Drag(Atmosphere Air, double AreaOverMass, DragCurve? Curve)
{
    /// <summary>Deceleration over speed, 1/s, at a speed in m/s and a height in metres.</summary>
    public double For(double speed, double height)
    {
        var density = Air.Density(height);
        return density == 0 ? 0 : density * speed / 2 * AreaOverMass * (Curve?.At(speed / Air.SpeedOfSound(height)) ?? 1);
    }
}
