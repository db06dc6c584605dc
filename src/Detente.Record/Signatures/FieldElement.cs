using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Detente.Record.Signatures;

/// <summary>
/// An integer modulo p = 2^255 − 19, in five limbs of 51 bits, the least significant first. Limbs may run over: what
/// comes out of a product is <i>reduced</i>, each limb below 2^51 + 2^13 (one unit); a sum or difference of reduced elements is used
/// as it is. A product takes limbs below 8 units = 2^54, so that its columns stay below 2^115 and their carries below 2^64.
/// Not constant time: only public values get here.
/// </summary>
internal readonly struct FieldElement
{
    /// <summary>The length of an encoding, in bytes.</summary>
    public const int Size = 32;

    private const int LimbBits = 51;
    private const ulong Mask = (1UL << LimbBits) - 1;

    /// <summary>19 · 2^51, the reason why: 2^255 = 19 modulo p.</summary>
    private const ulong Fold = 19;

    private readonly ulong a0, a1, a2, a3, a4;

    private FieldElement(ulong a0, ulong a1, ulong a2, ulong a3, ulong a4)
        => (this.a0, this.a1, this.a2, this.a3, this.a4) = (a0, a1, a2, a3, a4);

    public static FieldElement Zero => default;

    public static FieldElement One => new(1, 0, 0, 0, 0);

    /// <summary>A small number.</summary>
    public static FieldElement Of(uint number) => new(number, 0, 0, 0, 0);

    /// <summary>The low 255 bits of 32 bytes, little-endian. A number from p to 2^255 − 1 is taken modulo p.</summary>
    public static FieldElement Of(ReadOnlySpan<byte> bytes)
    {
        var b0 = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var b1 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        var b2 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        var b3 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]);
        return new(b0 & Mask, ((b0 >> 51) | (b1 << 13)) & Mask, ((b1 >> 38) | (b2 << 26)) & Mask, ((b2 >> 25) | (b3 << 39)) & Mask, (b3 >> 12) & Mask);
    }

    /// <summary>Its one encoding: the number from 0 to p − 1, 32 bytes little-endian, the top bit clear.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        unchecked
        {
            var r = Carried();

            // r < 2p now. The carry of r + 19 out of bit 255 tells whether r ≥ p; then 19 is added and bit 255 dropped.
            var q = (r.a0 + Fold) >> LimbBits;
            q = (r.a1 + q) >> LimbBits;
            q = (r.a2 + q) >> LimbBits;
            q = (r.a3 + q) >> LimbBits;
            q = (r.a4 + q) >> LimbBits;

            var l0 = r.a0 + Fold * q;
            var l1 = r.a1 + (l0 >> LimbBits);
            var l2 = r.a2 + (l1 >> LimbBits);
            var l3 = r.a3 + (l2 >> LimbBits);
            var l4 = r.a4 + (l3 >> LimbBits);
            (l0, l1, l2, l3, l4) = (l0 & Mask, l1 & Mask, l2 & Mask, l3 & Mask, l4 & Mask);

            BinaryPrimitives.WriteUInt64LittleEndian(bytes, l0 | (l1 << 51));
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], (l1 >> 13) | (l2 << 38));
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], (l2 >> 26) | (l3 << 25));
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], (l3 >> 39) | (l4 << 12));
        }
    }

    /// <summary>Whether the encoding is odd: the sign of RFC 8032 section 5.1.2.</summary>
    public bool IsOdd
    {
        get
        {
            Span<byte> bytes = stackalloc byte[Size];
            CopyTo(bytes);
            return (bytes[0] & 1) == 1;
        }
    }

    public bool IsZero => Equals(Zero);

    /// <summary>Whether they are the same modulo p.</summary>
    public bool Equals(in FieldElement other)
    {
        Span<byte> mine = stackalloc byte[Size];
        Span<byte> theirs = stackalloc byte[Size];
        CopyTo(mine);
        other.CopyTo(theirs);
        return mine.SequenceEqual(theirs);
    }

    /// <summary>The sum, not reduced: its units are theirs together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldElement Add(in FieldElement a, in FieldElement b)
    {
        unchecked
        {
            return new(a.a0 + b.a0, a.a1 + b.a1, a.a2 + b.a2, a.a3 + b.a3, a.a4 + b.a4);
        }
    }

    /// <summary>The difference, not reduced: it has four units more than <paramref name="a"/>, because 4p is added. <paramref name="b"/> has at most three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldElement Subtract(in FieldElement a, in FieldElement b)
    {
        const ulong lowest = 4 * (Mask - 18), other = 4 * Mask;
        unchecked
        {
            return new(a.a0 + lowest - b.a0, a.a1 + other - b.a1, a.a2 + other - b.a2, a.a3 + other - b.a3, a.a4 + other - b.a4);
        }
    }

    public static FieldElement Negate(in FieldElement a) => Subtract(Zero, a).Carried();

    /// <summary>The product, reduced.</summary>
    public static FieldElement Multiply(in FieldElement a, in FieldElement b)
    {
        unchecked
        {
            ulong b1 = Fold * b.a1, b2 = Fold * b.a2, b3 = Fold * b.a3, b4 = Fold * b.a4;

            var c0 = new Column(a.a0, b.a0).Plus(a.a1, b4).Plus(a.a2, b3).Plus(a.a3, b2).Plus(a.a4, b1);
            var c1 = new Column(a.a0, b.a1).Plus(a.a1, b.a0).Plus(a.a2, b4).Plus(a.a3, b3).Plus(a.a4, b2);
            var c2 = new Column(a.a0, b.a2).Plus(a.a1, b.a1).Plus(a.a2, b.a0).Plus(a.a3, b4).Plus(a.a4, b3);
            var c3 = new Column(a.a0, b.a3).Plus(a.a1, b.a2).Plus(a.a2, b.a1).Plus(a.a3, b.a0).Plus(a.a4, b4);
            var c4 = new Column(a.a0, b.a4).Plus(a.a1, b.a3).Plus(a.a2, b.a2).Plus(a.a3, b.a1).Plus(a.a4, b.a0);
            return Reduced(c0, c1, c2, c3, c4);
        }
    }

    /// <summary>The square, reduced.</summary>
    public static FieldElement Square(in FieldElement a)
    {
        unchecked
        {
            ulong d0 = 2 * a.a0, d1 = 2 * a.a1, d2 = 2 * a.a2;
            ulong f3 = Fold * a.a3, f4 = Fold * a.a4;

            var c0 = new Column(a.a0, a.a0).Plus(d1, f4).Plus(d2, f3);
            var c1 = new Column(d0, a.a1).Plus(d2, f4).Plus(a.a3, f3);
            var c2 = new Column(d0, a.a2).Plus(a.a1, a.a1).Plus(2 * a.a3, f4);
            var c3 = new Column(d0, a.a3).Plus(d1, a.a2).Plus(a.a4, f4);
            var c4 = new Column(d0, a.a4).Plus(d1, a.a3).Plus(a.a2, a.a2);
            return Reduced(c0, c1, c2, c3, c4);
        }
    }

    /// <summary>Squared <paramref name="times"/> times: a to the power of 2^times.</summary>
    public static FieldElement Square(in FieldElement a, int times)
    {
        var r = a;
        for (var i = 0; i < times; i++)
        {
            r = Square(r);
        }

        return r;
    }

    /// <summary>1/a = a^(p − 2); 0 for 0.</summary>
    public static FieldElement Invert(in FieldElement a)
    {
        var (to250, to11) = Powers(a);
        return Multiply(Square(to250, 5), to11); // p − 2 = 2^255 − 21 = (2^250 − 1) 2^5 + 11
    }

    /// <summary>a^((p − 5)/8), from which square roots are made (RFC 8032 section 5.1.3).</summary>
    public static FieldElement PowerForRoot(in FieldElement a)
    {
        var (to250, _) = Powers(a);
        return Multiply(Square(to250, 2), a); // (p − 5)/8 = 2^252 − 3 = (2^250 − 1) 2^2 + 1
    }

    /// <summary>a^(2^250 − 1) and a^11.</summary>
    private static (FieldElement To250, FieldElement To11) Powers(in FieldElement a)
    {
        var a2 = Square(a);
        var a9 = Multiply(Square(a2, 2), a);
        var a11 = Multiply(a9, a2);
        var to5 = Multiply(Square(a11), a9); // 2^5 − 1 = 22 + 9
        var to10 = Multiply(Square(to5, 5), to5);
        var to20 = Multiply(Square(to10, 10), to10);
        var to40 = Multiply(Square(to20, 20), to20);
        var to50 = Multiply(Square(to40, 10), to10);
        var to100 = Multiply(Square(to50, 50), to50);
        var to200 = Multiply(Square(to100, 100), to100);
        return (Multiply(Square(to200, 50), to50), a11);
    }

    /// <summary>The same, with the carries of the limbs passed on: below 2p.</summary>
    private FieldElement Carried()
    {
        unchecked
        {
            return new FieldElement(
                (a0 & Mask) + Fold * (a4 >> LimbBits), (a1 & Mask) + (a0 >> LimbBits), (a2 & Mask) + (a1 >> LimbBits), (a3 & Mask) + (a2 >> LimbBits), (a4 & Mask) + (a3 >> LimbBits));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FieldElement Reduced(Column c0, Column c1, Column c2, Column c3, Column c4)
    {
        unchecked
        {
            c1 = c1.Plus(c0.Carry);
            c2 = c2.Plus(c1.Carry);
            c3 = c3.Plus(c2.Carry);
            c4 = c4.Plus(c3.Carry);
            var r0 = (c0.Low & Mask) + Fold * c4.Carry;
            return new(r0 & Mask, (c1.Low & Mask) + (r0 >> LimbBits), c2.Low & Mask, c3.Low & Mask, c4.Low & Mask);
        }
    }

    /// <summary>A sum of products of limbs, 128 bits.</summary>
    private readonly struct Column
    {
        public readonly ulong Low;
        private readonly ulong high;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Column(ulong a, ulong b) => high = Math.BigMul(a, b, out Low);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Column(ulong high, ulong low, bool _) => (this.high, Low) = (high, low);

        /// <summary>What runs over the limb; below 2^64 by the bounds above.</summary>
        public ulong Carry
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => (high << (64 - LimbBits)) | (Low >> LimbBits);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Column Plus(ulong a, ulong b)
        {
            unchecked
            {
                var h = Math.BigMul(a, b, out var l);
                var low = Low + l;
                return new(high + h + (low < l ? 1UL : 0), low, true);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Column Plus(ulong a)
        {
            unchecked
            {
                var low = Low + a;
                return new(high + (low < a ? 1UL : 0), low, true);
            }
        }
    }
}
