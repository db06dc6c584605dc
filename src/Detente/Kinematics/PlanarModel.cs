namespace Detente.Kinematics;

/// <summary>
/// The published planar model of flights under power: D. Wright's, from L. Gronlund and D. Wright, <i>Depressed Trajectory SLBMs</i>, Science and
/// Global Security 3, 1992, 101–159, with the fits of J. Levinger's version for GlobalSecurity.org, 2005.
/// </summary>
/// <remarks>
/// What is here are its constants. <see cref="TrajectoryIntegrator"/> flies them over a still sphere; it is a check of the integrator on figures
/// others have published, and no source of truth on any missile.
/// </remarks>
public static class PlanarModel
{
    /// <summary>A still sphere of 6,370 km with 9.8066 m/s² at the ground.</summary>
    public static readonly EarthModel Earth = new(9.8066 * RadiusMetres * RadiusMetres, RadiusMetres, 0, 0, 0);

    /// <summary>Its air.</summary>
    public static readonly Atmosphere Air = new PlanarModelAtmosphere();

    private const double RadiusMetres = 6_370_000;

    /// <summary>Height at which thrust has grown as far as it will: 100 miles.</summary>
    private const double NearVacuum = 160_934;

    /// <summary>The angle of the path at the end of the burn, for a range that is only guessed: 45° less a quarter of the angle of that range.</summary>
    public static double FinalAngleDegrees(double guessedRangeKm) => 45 - guessedRangeKm * 1000 / RadiusMetres / 4 * (180 / Math.PI);

    /// <summary>Thrust at a height over that at sea level, by a fit to the Saturn V. Above 100 miles 1.19 for a first stage, and 1 for another.</summary>
    public static double ThrustGrowth(double height, bool isFirstStage)
    {
        if (height >= NearVacuum)
        {
            return isFirstStage ? 1.19 : 1;
        }

        var part = height / NearVacuum;
        return 1.004 + part * (-0.01 + part * (0.6233 - part * 0.4339));
    }
}
