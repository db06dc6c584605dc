namespace Detente.Geography.Reach;

/// <summary>A distance on WGS-84 as an interval that is certain to hold it.</summary>
/// <param name="LowMetres">It is not less.</param>
/// <param name="HighMetres">It is not more.</param>
/// <param name="Nearest">A point of the territory, or of its border, this near: its own distance lies in the interval too.</param>
public readonly record struct DistanceBounds(double LowMetres, double HighMetres, Position Nearest);
