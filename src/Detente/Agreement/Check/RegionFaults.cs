using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Geography;

namespace Detente.Agreement.Check;

/// <summary>What is wrong with the figures of a part of the Earth's surface, wherever they were read from.</summary>
internal static class RegionFaults
{
    /// <summary>The first fault of a part, and ways out of it; <c>null</c> for none.</summary>
    public static (string Message, string[] WaysOut)? Of(RegionPart part) => part switch
    {
        RegionPart.Disc disc => Place(disc.Circle.Centre) ?? Distance(disc.Circle.RadiusKm, "a radius in km") ?? Error(disc.Circle.Centre),
        RegionPart.Polygon polygon => polygon.Corners.Select(Place).FirstOrDefault(fault => fault is not null) ?? Outline(polygon) ?? Distance(polygon.ErrorKm, "an error in km"),
        RegionPart.NearBorder near => Distance(near.Kilometres, "a distance in km"),
        RegionPart.NearLine near => Distance(near.Kilometres, "a distance in km"),
        RegionPart.InReach reach => Distance(reach.Kilometres, "a distance in km"),
        _ => null,
    };

    /// <summary>The first fault of a point that a term names; <c>null</c> for none.</summary>
    public static (string Message, string[] WaysOut)? Of(GeoPoint point) => Place(point) ?? Error(point);

    private static (string Message, string[] WaysOut)? Error(GeoPoint point) => Distance(point.ErrorKm, "an error in km");

    private static (string Message, string[] WaysOut)? Place(GeoPoint point) =>
        Math.Abs(point.Latitude) > 90 ? ("a latitude lies from 0 to 90", [])
        : Math.Abs(point.Longitude) > 180 ? ("a longitude lies from 0 to 180", [])
        : null;

    private static (string Message, string[] WaysOut)? Distance(decimal kilometres, string what) =>
        kilometres is >= 0 and <= RegionParser.MostKilometres ? null : (FormattableString.Invariant($"{what} lies from 0 to {RegionParser.MostKilometres}"), []);

    private static (string Message, string[] WaysOut)? Outline(RegionPart.Polygon polygon) => Polygon.FaultOf(polygon.Corners) switch
    {
        PolygonFault.TooFewCorners => ("a polygon has at least three corners", []),
        PolygonFault.HalfWayAround => ("two corners half the way around the Earth do not say which way the line goes", ["a corner between them"]),
        PolygonFault.AroundPole => ("corners around a pole do not say which side is meant", ["circle of … km around 90 N 0 E"]),
        PolygonFault.AroundEarth => ("a polygon goes at most once around the Earth", ["two polygons"]),
        PolygonFault.NoArea => ("the corners enclose no land", []),
        PolygonFault.MeetsItself => ("the line through the corners crosses or touches itself", ["the corners in the order in which they follow along the outline"]),
        _ => null,
    };
}
