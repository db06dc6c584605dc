using Detente.Geography;

namespace Detente.Kinematics;

/// <summary>A flight that has all its speed at the ground, as in the closed forms.</summary>
/// <param name="From">Where.</param>
/// <param name="AzimuthDegrees">From north over east, against the ground.</param>
/// <param name="SpeedMetresPerSecond">Against the ground, which turns with the Earth.</param>
/// <param name="AngleDegrees">Over the horizon, above 0 and at most 90.</param>
/// <param name="BallisticCoefficient">kg/m², mass over drag coefficient and cross-section, met by the air on the way down only; infinite where no drag is computed.</param>
public readonly record struct Launch(
    Position From, double AzimuthDegrees, double SpeedMetresPerSecond, double AngleDegrees, double BallisticCoefficient = double.PositiveInfinity);
