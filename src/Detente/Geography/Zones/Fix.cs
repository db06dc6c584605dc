using NodaTime;

namespace Detente.Geography.Zones;

/// <summary>Where something was seen, and when.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Place">With its error.</param>
public readonly record struct Fix(Instant Time, GeoPoint Place);
