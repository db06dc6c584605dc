using System.Diagnostics.CodeAnalysis;

namespace Detente.Record.Signatures;

/// <summary>
/// A point of the curve −x² + y² = 1 + d x² y², d = −121665/121666 (RFC 8032 section 5.1), in extended coordinates:
/// x = X/Z, y = Y/Z, xy = T/Z. Each coordinate is reduced. The formulas are those of RFC 8032 section 5.1.4, which hold for any two points.
/// </summary>
internal readonly struct EdwardsPoint(in FieldElement x, in FieldElement y, in FieldElement z, in FieldElement t)
{
    /// <summary>d of the curve.</summary>
    private static readonly FieldElement D = FieldElement.Multiply(FieldElement.Negate(FieldElement.Of(121665)), FieldElement.Invert(FieldElement.Of(121666)));

    private static readonly FieldElement D2 = FieldElement.Add(D, D);

    /// <summary>A square root of −1: 2^((p − 1)/4), and (p − 1)/4 = 2 (p − 5)/8 + 1.</summary>
    private static readonly FieldElement RootOfMinusOne = FieldElement.Multiply(FieldElement.Square(FieldElement.PowerForRoot(FieldElement.Of(2))), FieldElement.Of(2));

    public readonly FieldElement X = x, Y = y, Z = z, T = t;

    public static EdwardsPoint Identity => new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.Zero);

    /// <summary>The base point B: y = 4/5, x even.</summary>
    public static EdwardsPoint Base()
    {
        Span<byte> bytes = stackalloc byte[FieldElement.Size];
        FieldElement.Multiply(FieldElement.Of(4), FieldElement.Invert(FieldElement.Of(5))).CopyTo(bytes);
        return TryDecode(bytes, out var point) ? point.Value : throw new InvalidOperationException("4/5 is the y of no point.");
    }

    /// <summary>The point that 32 bytes encode, RFC 8032 section 5.1.3, or <c>false</c> where y belongs to no point. That y is below p and −0 is not written is for the caller to see to.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out EdwardsPoint? point)
    {
        var y = FieldElement.Of(bytes);
        var y2 = FieldElement.Square(y);
        var u = FieldElement.Subtract(y2, FieldElement.One);
        var v = FieldElement.Add(FieldElement.Multiply(D, y2), FieldElement.One);

        // x = u v^3 (u v^7)^((p − 5)/8) is a root of u/v, or of −u/v, or there is none.
        var v3 = FieldElement.Multiply(FieldElement.Square(v), v);
        var v7 = FieldElement.Multiply(FieldElement.Square(v3), v);
        var x = FieldElement.Multiply(FieldElement.Multiply(u, v3), FieldElement.PowerForRoot(FieldElement.Multiply(u, v7)));
        var vx2 = FieldElement.Multiply(v, FieldElement.Square(x));
        if (!vx2.Equals(u))
        {
            if (!FieldElement.Add(vx2, u).IsZero)
            {
                point = null;
                return false;
            }

            x = FieldElement.Multiply(x, RootOfMinusOne);
        }

        if (x.IsOdd != bytes[FieldElement.Size - 1] >> 7 > 0)
        {
            x = FieldElement.Negate(x);
        }

        point = new EdwardsPoint(x, y, FieldElement.One, FieldElement.Multiply(x, y));
        return true;
    }

    /// <summary>Its one encoding, RFC 8032 section 5.1.2.</summary>
    public void Encode(Span<byte> bytes) => Encode(X, Y, Z, bytes);

    public EdwardsPoint Negate() => new(FieldElement.Negate(X), Y, Z, FieldElement.Negate(T));

    /// <summary>What is added, with the products that every addition would make again.</summary>
    public EdwardsAddend ToAddend() => new(FieldElement.Add(Y, X), FieldElement.Subtract(Y, X), FieldElement.Add(Z, Z), FieldElement.Multiply(T, D2));

    public EdwardsSum Add(in EdwardsAddend q)
    {
        var a = FieldElement.Multiply(FieldElement.Subtract(Y, X), q.YMinusX);
        var b = FieldElement.Multiply(FieldElement.Add(Y, X), q.YPlusX);
        var c = FieldElement.Multiply(T, q.T2d);
        var d = FieldElement.Multiply(Z, q.Z2);
        return new(FieldElement.Subtract(b, a), FieldElement.Add(d, c), FieldElement.Subtract(d, c), FieldElement.Add(b, a));
    }

    public EdwardsSum Subtract(in EdwardsAddend q)
    {
        var a = FieldElement.Multiply(FieldElement.Subtract(Y, X), q.YPlusX);
        var b = FieldElement.Multiply(FieldElement.Add(Y, X), q.YMinusX);
        var c = FieldElement.Multiply(T, q.T2d);
        var d = FieldElement.Multiply(Z, q.Z2);
        return new(FieldElement.Subtract(b, a), FieldElement.Subtract(d, c), FieldElement.Add(d, c), FieldElement.Add(b, a));
    }

    public EdwardsSum Double() => EdwardsSum.Double(X, Y, Z);

    /// <summary>The encoding of X/Z, Y/Z.</summary>
    internal static void Encode(in FieldElement x, in FieldElement y, in FieldElement z, Span<byte> bytes)
    {
        var inverse = FieldElement.Invert(z);
        FieldElement.Multiply(y, inverse).CopyTo(bytes);
        if (FieldElement.Multiply(x, inverse).IsOdd)
        {
            bytes[FieldElement.Size - 1] |= 0x80;
        }
    }
}
