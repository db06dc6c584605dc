namespace Detente.Geography.Reach;

/// <summary>
/// How much of a figure lies within a range, by cutting it up where that is not decided, the largest undecided area first, until little enough is left.
/// </summary>
internal sealed class Subdivision
{
    /// <summary>Smaller pieces are not cut: the distance itself is not known better, metres.</summary>
    private const double Smallest = 1;

    /// <summary>No more pieces than this: the bounds stay certain, and farther apart.</summary>
    private const int MostCells = 1_000_000;

    private readonly List<Cell> _decided = [];
    private readonly PriorityQueue<Cell, double> _open = new();

    /// <summary>Cuts a figure up.</summary>
    /// <param name="figure">What is asked about.</param>
    /// <param name="field">Distances.</param>
    /// <param name="range">Metres.</param>
    /// <param name="share">The bounds may be apart by this share of the area,</param>
    /// <param name="area">or by this area, m²: whichever is more.</param>
    public Subdivision(MapFigure figure, IDistanceField field, double range, double share, double area)
    {
        var (low, open) = (0.0, 0.0);
        Add(figure);
        while (open > Math.Max(share * low, area) && _open.Count + _decided.Count < MostCells && _open.TryDequeue(out var cell, out _))
        {
            open -= cell.Open;
            low -= cell.Low;
            if (cell.Radius < Smallest)
            {
                low += cell.Low;
                _decided.Add(cell);
                continue;
            }

            var at = cell.IsTall ? (cell.Figure.South + cell.Figure.North) / 2 : (cell.Figure.West + cell.Figure.East) / 2;
            Add(cell.Figure.Cut(cell.IsTall ? HalfPlane.SouthOf(at) : HalfPlane.WestOf(at)));
            Add(cell.Figure.Cut(cell.IsTall ? HalfPlane.NorthOf(at) : HalfPlane.EastOf(at)));
        }

        _decided.AddRange(_open.UnorderedItems.Select(item => item.Element));
        (Low, High) = (_decided.Sum(cell => cell.Low), _decided.Sum(cell => cell.High));

        void Add(MapFigure part)
        {
            if (part.Rings.Count == 0)
            {
                return;
            }

            var cell = Cell.Of(part, field, range);
            low += cell.Low;
            open += cell.Open;
            if (cell.Open > 0)
            {
                _open.Enqueue(cell, -cell.Open);
            }
            else
            {
                _decided.Add(cell);
            }
        }
    }

    /// <summary>No less of the figure is within range, m².</summary>
    public double Low { get; }

    /// <summary>No more, m².</summary>
    public double High { get; }

    /// <summary>What the figure was cut into.</summary>
    public IReadOnlyList<Cell> Cells => _decided;
}
