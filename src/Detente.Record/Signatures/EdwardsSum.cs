using System.Runtime.CompilerServices;

namespace Detente.Record.Signatures;

/// <summary>
/// What an addition or a doubling leaves: x = E/G, y = H/F. Three products make it a point to double, four a point to add to.
/// E, F and G have at most seven units, H two.
/// </summary>
internal struct EdwardsSum
{
    public FieldElement E, F, G, H;

    /// <summary>The point 0, 1.</summary>
    public static EdwardsSum Identity => new() { F = FieldElement.One, G = FieldElement.One, H = FieldElement.One };

    /// <summary>Twice the point X/Z, Y/Z.</summary>
    [SkipLocalsInit]
    public static void Double(in FieldElement x, in FieldElement y, in FieldElement z, out EdwardsSum sum)
    {
        FieldElement.Square(x, out var x2);
        FieldElement.Square(y, out var y2);
        FieldElement.Square(z, out var z2);
        FieldElement.Add(x, y, out var xy);
        FieldElement.Square(xy, out xy);
        FieldElement.Add(z2, z2, out z2);

        FieldElement.Add(y2, x2, out sum.H);
        FieldElement.Subtract(xy, sum.H, out sum.E);
        FieldElement.Subtract(y2, x2, out sum.G);
        FieldElement.Add(z2, x2, out z2);
        FieldElement.Subtract(z2, y2, out sum.F); // 2z² − G
    }

    /// <summary>Twice the sum, which may be written over it.</summary>
    [SkipLocalsInit]
    public readonly void Double(out EdwardsSum sum)
    {
        ToProjective(out var x, out var y, out var z);
        Double(x, y, z, out sum);
    }

    [SkipLocalsInit]
    public readonly void ToPoint(out EdwardsPoint point)
    {
        ToProjective(out point.X, out point.Y, out point.Z);
        FieldElement.Multiply(E, H, out point.T);
    }

    /// <summary>The encoding of the point, RFC 8032 section 5.1.2.</summary>
    public readonly void Encode(Span<byte> bytes)
    {
        ToProjective(out var x, out var y, out var z);
        FieldElement.Invert(z, out z);
        FieldElement.Multiply(x, z, out x);
        FieldElement.Multiply(y, z, out y);
        y.CopyTo(bytes);
        bytes[^1] |= x.IsOdd ? (byte)0x80 : (byte)0;
    }

    private readonly void ToProjective(out FieldElement x, out FieldElement y, out FieldElement z)
    {
        FieldElement.Multiply(E, F, out x);
        FieldElement.Multiply(H, G, out y);
        FieldElement.Multiply(G, F, out z);
    }
}
