using Detente.Quantities;

namespace Detente.Assessment.Accounts;

/// <summary>Distances in words.</summary>
internal static class Distances
{
    /// <summary>Whole kilometres, each end outward: a place and a border are not known to the metre.</summary>
    public static string Whole(Amount distance) =>
        $"{new Amount(distance.Low is { } low ? Math.Floor(low) : null, distance.High is { } high ? Math.Ceiling(high) : null)} km";
}
