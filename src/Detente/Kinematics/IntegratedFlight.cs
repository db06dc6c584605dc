using Detente.Geography;

namespace Detente.Kinematics;

/// <summary>A flight as integrated.</summary>
/// <param name="End">Where it meets the ground.</param>
/// <param name="RangeKm">From launch to there on the ground: the geodesic, on a sphere the great circle.</param>
/// <param name="ApogeeKm">Greatest height.</param>
/// <param name="Seconds">From launch to the ground.</param>
/// <param name="EndSpeed">Metres a second, against the ground.</param>
/// <param name="BurnoutSeconds">When the last stage ended; zero for a flight that has all its speed at the ground.</param>
/// <param name="BurnoutSpeed">Metres a second, against the ground, at that time.</param>
public readonly record struct IntegratedFlight(
    Position End, double RangeKm, double ApogeeKm, double Seconds, double EndSpeed, double BurnoutSeconds, double BurnoutSpeed);
