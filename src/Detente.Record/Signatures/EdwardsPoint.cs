using System.Runtime.CompilerServices;

namespace Detente.Record.Signatures;

/// <summary>
/// A point of the curve −x² + y² = 1 + d x² y², d = −121665/121666 (RFC 8032 section 5.1), in extended coordinates:
/// x = X/Z, y = Y/Z, xy = T/Z, each reduced. The formulas are those of RFC 8032 section 5.1.4, which hold for any two points.
/// </summary>
internal struct EdwardsPoint
{
    private static readonly FieldElement D = Quotient(-121665, 121666);

    private static readonly FieldElement D2 = Twice(D);

    private static readonly FieldElement RootOfMinusOne = FindRootOfMinusOne();

    public FieldElement X, Y, Z, T;

    /// <summary>The base point B: y = 4/5, x even.</summary>
    public static EdwardsPoint Base()
    {
        Span<byte> bytes = stackalloc byte[FieldElement.Size];
        Quotient(4, 5).CopyTo(bytes);
        return TryDecode(bytes, out var point) ? point : throw new InvalidOperationException("4/5 is the y of no point.");
    }

    /// <summary>The point that 32 bytes encode, RFC 8032 section 5.1.3, or <c>false</c> where y belongs to no point. That y is below p and −0 is not written is for the caller to see to.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out EdwardsPoint point)
    {
        point = default;
        var y = FieldElement.Of(bytes);
        FieldElement.Square(y, out var y2);
        FieldElement.Subtract(y2, FieldElement.One, out var u);
        FieldElement.Multiply(D, y2, out var v);
        FieldElement.Add(v, FieldElement.One, out v);

        // x = u v^3 (u v^7)^((p − 5)/8) is a root of u/v, or of −u/v, or there is none.
        FieldElement.Square(v, out var v3);
        FieldElement.Multiply(v3, v, out v3);
        FieldElement.Square(v3, out var uv7);
        FieldElement.Multiply(uv7, v, out uv7);
        FieldElement.Multiply(uv7, u, out uv7);
        FieldElement.PowerForRoot(uv7, out var x);
        FieldElement.Multiply(x, v3, out x);
        FieldElement.Multiply(x, u, out x);

        FieldElement.Square(x, out var vx2);
        FieldElement.Multiply(vx2, v, out vx2);
        if (!vx2.Equals(u))
        {
            FieldElement.Add(vx2, u, out var sum);
            if (!sum.IsZero)
            {
                return false;
            }

            FieldElement.Multiply(x, RootOfMinusOne, out x);
        }

        if (x.IsOdd != bytes[FieldElement.Size - 1] >> 7 > 0)
        {
            FieldElement.Negate(x, out x);
        }

        (point.X, point.Y, point.Z) = (x, y, FieldElement.One);
        FieldElement.Multiply(x, y, out point.T);
        return true;
    }

    public readonly void Negate(out EdwardsPoint negated)
    {
        FieldElement.Negate(X, out negated.X);
        FieldElement.Negate(T, out negated.T);
        (negated.Y, negated.Z) = (Y, Z);
    }

    /// <summary>What is added, with the products that every addition would make again.</summary>
    public readonly void ToAddend(out EdwardsAddend addend)
    {
        FieldElement.Add(Y, X, out addend.YPlusX);
        FieldElement.Subtract(Y, X, out addend.YMinusX);
        FieldElement.Add(Z, Z, out addend.Z2);
        FieldElement.Multiply(T, D2, out addend.T2d);
    }

    [SkipLocalsInit]
    public readonly void Add(in EdwardsAddend q, out EdwardsSum sum)
    {
        FieldElement.Subtract(Y, X, out var a);
        FieldElement.Multiply(a, q.YMinusX, out a);
        FieldElement.Add(Y, X, out var b);
        FieldElement.Multiply(b, q.YPlusX, out b);
        FieldElement.Multiply(T, q.T2d, out var c);
        FieldElement.Multiply(Z, q.Z2, out var d);
        FieldElement.Subtract(b, a, out sum.E);
        FieldElement.Subtract(d, c, out sum.F);
        FieldElement.Add(d, c, out sum.G);
        FieldElement.Add(b, a, out sum.H);
    }

    /// <summary>The sum with −q: its x, and so y + x and y − x change places, and t its sign.</summary>
    [SkipLocalsInit]
    public readonly void Subtract(in EdwardsAddend q, out EdwardsSum sum)
    {
        FieldElement.Subtract(Y, X, out var a);
        FieldElement.Multiply(a, q.YPlusX, out a);
        FieldElement.Add(Y, X, out var b);
        FieldElement.Multiply(b, q.YMinusX, out b);
        FieldElement.Multiply(T, q.T2d, out var c);
        FieldElement.Multiply(Z, q.Z2, out var d);
        FieldElement.Subtract(b, a, out sum.E);
        FieldElement.Add(d, c, out sum.F);
        FieldElement.Subtract(d, c, out sum.G);
        FieldElement.Add(b, a, out sum.H);
    }

    /// <summary>Doubled <paramref name="times"/> times, at least once. It may be written over the point.</summary>
    public readonly void Double(int times, out EdwardsPoint doubled)
    {
        EdwardsSum.Double(X, Y, Z, out var sum);
        for (var i = 1; i < times; i++)
        {
            sum.Double(out sum);
        }

        sum.ToPoint(out doubled);
    }

    private static FieldElement Quotient(int over, uint under)
    {
        var number = FieldElement.Of((uint)Math.Abs(over));
        FieldElement.Invert(FieldElement.Of(under), out var quotient);
        FieldElement.Multiply(number, quotient, out quotient);
        if (over < 0)
        {
            FieldElement.Negate(quotient, out quotient);
        }

        return quotient;
    }

    private static FieldElement Twice(in FieldElement a)
    {
        FieldElement.Add(a, a, out var sum);
        return sum;
    }

    /// <summary>2^((p − 1)/4), where (p − 1)/4 = 2 (p − 5)/8 + 1: 2 is no square modulo p.</summary>
    private static FieldElement FindRootOfMinusOne()
    {
        var two = FieldElement.Of(2);
        FieldElement.PowerForRoot(two, out var root);
        FieldElement.Square(root, out root);
        FieldElement.Multiply(root, two, out root);
        return root;
    }
}
