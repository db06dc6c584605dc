using NodaTime;

namespace Detente.Geography.Zones;

/// <summary>How long a track was in a zone. The four add up to the time from the first fix to the last.</summary>
/// <param name="Inside">Certainly inside.</param>
/// <param name="Outside">Certainly outside.</param>
/// <param name="CannotTell">Too near the line for the errors, or for a second.</param>
/// <param name="NotObserved">Between fixes too far apart in time, or too far apart in space for the greatest speed.</param>
public readonly record struct TimeInZone(Duration Inside, Duration Outside, Duration CannotTell, Duration NotObserved);
