using Detente.Functions;

namespace Detente.Kinematics;

/// <summary>Air that thins by the same part with every metre.</summary>
/// <param name="SurfaceDensity">kg/m³ at sea level.</param>
/// <param name="ScaleHeight">Metres over which it falls to 1/e.</param>
/// <param name="Top">Metres; above it there is none.</param>
public sealed record ExponentialAtmosphere(double SurfaceDensity = 1.225, double ScaleHeight = 7200, double Top = 60_000) : Atmosphere
{
    /// <inheritdoc/>
    public override double Ceiling => Top;

    /// <inheritdoc/>
    public override double Density(double height) => height > Top ? 0 : SurfaceDensity * Elementary.Exp(-height / ScaleHeight);

    /// <summary>That of one temperature: the scale height is R T / g.</summary>
    public override double SpeedOfSound(double height) => Math.Sqrt(1.4 * 9.80665 * ScaleHeight);
}
