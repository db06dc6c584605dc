namespace Detente.Geography.Reach;

/// <summary>The part of a territory that lies within a range of something. Areas in square metres of the map, on WGS-84.</summary>
/// <param name="RangeMetres">The range.</param>
/// <param name="AreaLow">No less is within range; what computation leaves open lies between this and <paramref name="AreaHigh"/>.</param>
/// <param name="AreaHigh">No more is within range.</param>
/// <param name="TotalArea">The whole territory.</param>
/// <param name="ErrorMetres">How far the border, or the place, that the range is measured to may lie from the true one.</param>
/// <param name="AreaLowWithError">No less is within range if that is wrong by as much: the least for a range shorter by it.</param>
/// <param name="AreaHighWithError">No more is, for a range longer by it.</param>
/// <param name="Outline">What is within range, for display: drawn, not computed with.</param>
public sealed record ReachResult(
    double RangeMetres,
    double AreaLow,
    double AreaHigh,
    double TotalArea,
    double ErrorMetres,
    double AreaLowWithError,
    double AreaHighWithError,
    MapOutline Outline)
{
    /// <summary>The middle of the bounds.</summary>
    public double Area => (AreaLow + AreaHigh) / 2;

    /// <summary>The middle of the bounds as a share of the whole, 0 to 1.</summary>
    public double Share => TotalArea > 0 ? Area / TotalArea : 0;
}
