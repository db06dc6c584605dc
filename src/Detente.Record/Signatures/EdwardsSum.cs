namespace Detente.Record.Signatures;

/// <summary>
/// What an addition or a doubling leaves: x = E/G, y = H/F. Three products make it a point to double, four a point to add to.
/// E, F and G have at most seven units, H two.
/// </summary>
internal readonly struct EdwardsSum(in FieldElement e, in FieldElement g, in FieldElement f, in FieldElement h)
{
    private readonly FieldElement e = e, f = f, g = g, h = h;

    public static EdwardsSum Identity => new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.One);

    /// <summary>Twice the point X/Z, Y/Z.</summary>
    public static EdwardsSum Double(in FieldElement x, in FieldElement y, in FieldElement z)
    {
        var x2 = FieldElement.Square(x);
        var y2 = FieldElement.Square(y);
        var z2 = FieldElement.Square(z);
        var h = FieldElement.Add(y2, x2);
        var e = FieldElement.Subtract(FieldElement.Square(FieldElement.Add(x, y)), h);
        var g = FieldElement.Subtract(y2, x2);
        var f = FieldElement.Subtract(FieldElement.Add(FieldElement.Add(z2, z2), x2), y2); // 2z² − g
        return new(e, g, f, h);
    }

    public EdwardsSum Double() => Double(FieldElement.Multiply(e, f), FieldElement.Multiply(h, g), FieldElement.Multiply(g, f));

    public EdwardsPoint ToPoint() => new(FieldElement.Multiply(e, f), FieldElement.Multiply(h, g), FieldElement.Multiply(g, f), FieldElement.Multiply(e, h));

    /// <summary>The encoding of the point, RFC 8032 section 5.1.2.</summary>
    public void Encode(Span<byte> bytes) => EdwardsPoint.Encode(FieldElement.Multiply(e, f), FieldElement.Multiply(h, g), FieldElement.Multiply(g, f), bytes);
}
