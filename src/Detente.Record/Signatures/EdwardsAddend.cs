namespace Detente.Record.Signatures;

/// <summary>A point as it is added to others: y + x, y − x, 2z and 2d·t. Each is made of at most six units.</summary>
internal readonly struct EdwardsAddend(in FieldElement yPlusX, in FieldElement yMinusX, in FieldElement z2, in FieldElement t2d)
{
    public readonly FieldElement YPlusX = yPlusX, YMinusX = yMinusX, Z2 = z2, T2d = t2d;

    /// <summary>The odd multiples P, 3P, 5P … of a point.</summary>
    public static EdwardsAddend[] OddMultiples(in EdwardsPoint point, int count)
    {
        var table = new EdwardsAddend[count];
        var twice = point.Double().ToPoint().ToAddend();
        var multiple = point;
        for (var i = 0; i < count; i++)
        {
            table[i] = multiple.ToAddend();
            multiple = multiple.Add(twice).ToPoint();
        }

        return table;
    }
}
