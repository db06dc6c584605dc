using Detente.Quantities;

namespace Detente.Kinematics;

/// <summary>What one observed flight says of the greatest range of its missile, with the payload it carried.</summary>
/// <param name="TestedKm">
/// At least this far it has been tested: what INF Treaty, Article VII(4) measures. Always a lower bound, since another test may have gone farther.
/// </param>
/// <param name="EqualSpeedKm">The greatest range at the speed of the observed flight, by the closed form; null without an apogee.</param>
/// <param name="AtLeastKm">
/// A lower bound by computation, of what the same missile reaches on the path of least speed: the least equal-speed range, less what more air on a flatter climb may cost. Null
/// where the flight was not surely higher than that path.
/// </param>
/// <param name="Km">From the tested range to the most that the stated factor allows; no upper end where that is every place, or where there is no apogee.</param>
/// <param name="Reasons">What the figures rest on, in plain words.</param>
public sealed record ImpliedRange(Amount TestedKm, Amount? EqualSpeedKm, decimal? AtLeastKm, Amount Km, IReadOnlyList<string> Reasons);
