using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>A distance on WGS-84 from every place to something: it changes by no more than a metre for each metre on the ground.</summary>
internal interface IDistanceField
{
    /// <summary>The distance in quick bounds.</summary>
    DistanceBounds Coarse(Position place);

    /// <summary>How far around a place the distance stays 0, at least, metres; 0 outside.</summary>
    double Depth(Position place);

    /// <summary>The distance in bounds at most a metre apart, outside of what it is measured to.</summary>
    DistanceBounds Fine(Position place);

    /// <summary>
    /// How far the distance may fall below the plane that touches it, metres: over every place within <paramref name="radius"/> of the centre and every
    /// other point that may be nearest there, how much more quickly the distance to that point falls than the distance to
    /// <paramref name="fine"/>'s nearest, less by how much farther it is. Without end where that is not found.
    /// </summary>
    /// <param name="centre">Outside of what is measured to.</param>
    /// <param name="fine">The distance there.</param>
    /// <param name="toNearest">The azimuth of the nearest point there.</param>
    /// <param name="radius">Metres.</param>
    double Slack(Position centre, DistanceBounds fine, Angle toNearest, double radius);
}

/// <summary>The distance to a territory.</summary>
internal sealed class TerritoryField(TerritoryDistance territory) : IDistanceField
{
    public DistanceBounds Coarse(Position place) => territory.Bounds(place);

    public double Depth(Position place) => territory.Contains(place) ? territory.CoarseToBorder(place).LowMetres : 0;

    public DistanceBounds Fine(Position place) => territory.To(place);

    public double Slack(Position centre, DistanceBounds fine, Angle toNearest, double radius)
        => new NearestSpread(territory.Border, centre, fine, toNearest, radius).Slack();
}

/// <summary>The distance to one place. No other point is ever nearer.</summary>
internal sealed class PlaceField(Position to) : IDistanceField
{
    public DistanceBounds Coarse(Position place) => Fine(place);

    public double Depth(Position place) => 0;

    public DistanceBounds Fine(Position place)
    {
        var distance = Geodesic.Distance(place, to);
        return new DistanceBounds(Math.Max(0, distance - PieceDistance.Rounding), distance + PieceDistance.Rounding, to);
    }

    public double Slack(Position centre, DistanceBounds fine, Angle toNearest, double radius) => 0;
}
