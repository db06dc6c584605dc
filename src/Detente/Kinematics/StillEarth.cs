namespace Detente.Kinematics;

/// <summary>The Earth of the closed forms: a sphere that does not turn and has no air.</summary>
/// <remarks>What it leaves out is stated by <see cref="ClosedFormError"/>, which rests on runs of <see cref="TrajectoryIntegrator"/>.</remarks>
public static class StillEarth
{
    /// <summary>Kilometres.</summary>
    public const double RadiusKm = 6371;

    /// <summary>Gravitational parameter of the Earth, km³/s² (WGS-84, NIMA TR8350.2, 2000: 398,600.4418, to the digits that matter here).</summary>
    public const double Mu = 398600.44;

    /// <summary>Half the way around: no place is farther on the ground, in kilometres.</summary>
    public const double FarthestKm = Math.PI * RadiusKm;
}
