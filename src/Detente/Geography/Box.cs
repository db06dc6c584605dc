namespace Detente.Geography;

/// <summary>A stretch of a map between two parallels and two meridians, in 1e-7 degree, its sides included.</summary>
/// <param name="South">Least latitude.</param>
/// <param name="West">Least longitude.</param>
/// <param name="North">Greatest latitude.</param>
/// <param name="East">Greatest longitude.</param>
public readonly record struct Box(int South, int West, int North, int East)
{
    /// <summary>The least box around some vertices.</summary>
    /// <exception cref="ArgumentException">No vertices.</exception>
    public static Box Around(ReadOnlySpan<Vertex> vertices)
    {
        if (vertices.IsEmpty)
        {
            throw new ArgumentException("Nothing to put a box around.", nameof(vertices));
        }

        var box = new Box(int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (var vertex in vertices)
        {
            box = new Box(
                Math.Min(box.South, vertex.Latitude), Math.Min(box.West, vertex.Longitude),
                Math.Max(box.North, vertex.Latitude), Math.Max(box.East, vertex.Longitude));
        }

        return box;
    }

    /// <summary>The least box around two.</summary>
    public Box With(Box other) => new(
        Math.Min(South, other.South), Math.Min(West, other.West), Math.Max(North, other.North), Math.Max(East, other.East));

    /// <summary>Whether a point lies in it or on its sides.</summary>
    public bool Spans(Vertex point)
        => point.Latitude >= South && point.Latitude <= North && point.Longitude >= West && point.Longitude <= East;
}
