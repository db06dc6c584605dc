namespace Detente.Record.Signatures;

/// <summary>A point as it is added to others: y + x, y − x, 2z and 2d·t, made of at most five units each.</summary>
internal struct EdwardsAddend
{
    public FieldElement YPlusX, YMinusX, Z2, T2d;

    /// <summary>
    /// What a product of <paramref name="point"/> and any scalar is summed from: for each word of the scalar, the odd multiples
    /// 1, 3, 5 … of the point times 2^64 to the power of the word's index, <paramref name="count"/> of them.
    /// </summary>
    public static EdwardsAddend[][] OddMultiplesByWord(in EdwardsPoint point, int count)
    {
        var tables = new EdwardsAddend[Scalar.Words][];
        var start = point;
        for (var word = 0; word < tables.Length; word++)
        {
            if (word > 0)
            {
                start.Double(64, out start);
            }

            tables[word] = OddMultiples(start, count);
        }

        return tables;
    }

    private static EdwardsAddend[] OddMultiples(in EdwardsPoint point, int count)
    {
        var table = new EdwardsAddend[count];
        point.Double(1, out var twice);
        twice.ToAddend(out var step);
        var multiple = point;
        for (var i = 0; i < count; i++)
        {
            multiple.ToAddend(out table[i]);
            multiple.Add(step, out var sum);
            sum.ToPoint(out multiple);
        }

        return table;
    }
}
