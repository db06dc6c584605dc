using Detente.Functions;

namespace Detente.Kinematics;

/// <summary>
/// The air of the published planar model (see <see cref="PlanarModel"/>): the barometric formula to 19.2 km, a fit to the 1976 standard to 47 km, none above.
/// Kept as published, steps and all, so that its flights can be told apart from ours.
/// </summary>
public sealed record PlanarModelAtmosphere : Atmosphere
{
    /// <inheritdoc/>
    public override double Ceiling => 47_000;

    /// <inheritdoc/>
    public override double Density(double height) => height switch
    {
        < 19_200 => 1.225 * Elementary.Exp(-height / 8420),
        < 47_000 => 1.225 * Elementary.Pow(0.857003 + height / 57_947, -13.201),
        _ => 0,
    };

    /// <summary>From temperatures in even pieces to 11 km, 25 km and above.</summary>
    public override double SpeedOfSound(double height)
    {
        var celsius = height switch
        {
            <= 11_000 => 15.04 - 0.00649 * height,
            <= 25_000 => -56.46,
            _ => -131.21 + 0.00299 * height,
        };
        return Math.Sqrt(1.4 * 287 * (celsius + 273.15));
    }
}
