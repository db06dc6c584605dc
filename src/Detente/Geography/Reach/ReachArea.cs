using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>
/// From how much of a territory something is within range. No buffer is made: the territory is cut up until the distance at a piece's centre decides,
/// so that poles, the antimeridian and long ranges are nothing special. The bounds are certain for the maps as they are drawn.
/// </summary>
/// <remarks>
/// The bounds of the area are at most 0.1 % or 10 km² apart, whichever is more. The error of the border that is measured to is carried through as a
/// shorter and a longer range. The error of the territory's own border is not: it moves what belongs to it, not what is in range.
/// </remarks>
public static class ReachArea
{
    private const double Share = 0.001;
    private const double Least = 10e6;

    /// <summary>The part of a territory from which another is within range.</summary>
    /// <param name="from">Where the range begins.</param>
    /// <param name="rangeMetres">On the ground, WGS-84.</param>
    /// <param name="onto">What is to be within range.</param>
    public static ReachResult Of(Territory from, double rangeMetres, Territory onto)
        => Of(MapFigure.Of(from), new TerritoryField(TerritoryDistance.Of(onto)), rangeMetres, onto.BorderErrorMetres);

    /// <summary>The part of a territory that is within range of a place.</summary>
    /// <param name="place">The centre of the range.</param>
    /// <param name="rangeMetres">On the ground, WGS-84.</param>
    /// <param name="onto">What is asked about.</param>
    /// <param name="placeErrorMetres">The true place lies within this of the one given.</param>
    public static ReachResult Of(Position place, double rangeMetres, Territory onto, double placeErrorMetres = 0)
        => Of(MapFigure.Of(onto), new PlaceField(place), rangeMetres, placeErrorMetres);

    /// <summary>All of the Earth within range of a place.</summary>
    /// <param name="place">The centre of the range.</param>
    /// <param name="rangeMetres">On the ground, WGS-84.</param>
    /// <param name="placeErrorMetres">The true place lies within this of the one given.</param>
    public static ReachResult Around(Position place, double rangeMetres, double placeErrorMetres = 0)
        => Of(MapFigure.Earth, new PlaceField(place), rangeMetres, placeErrorMetres);

    /// <summary>All of the Earth from which a territory is within range.</summary>
    /// <param name="onto">What is to be within range.</param>
    /// <param name="rangeMetres">On the ground, WGS-84.</param>
    public static ReachResult Around(Territory onto, double rangeMetres)
        => Of(MapFigure.Earth, new TerritoryField(TerritoryDistance.Of(onto)), rangeMetres, onto.BorderErrorMetres);

    private static ReachResult Of(MapFigure figure, IDistanceField field, double range, double error)
    {
        var main = new Subdivision(figure, field, range, Share, Least);
        var (shorter, longer) = error == 0 ? (main, main)
            : (new Subdivision(figure, field, range - error, Share, Least), new Subdivision(figure, field, range + error, Share, Least));

        // Three computations, each with bounds of its own: a shorter range reaches no more, a longer one no less.
        return new ReachResult(range, main.Low, main.High, figure.Area, error, Math.Min(main.Low, shorter.Low), Math.Max(main.High, longer.High), OutlineMaker.Of(main.Cells));
    }
}
