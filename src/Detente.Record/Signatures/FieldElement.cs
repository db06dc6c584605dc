using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Detente.Record.Signatures;

/// <summary>
/// An integer modulo p = 2^255 − 19, in five limbs of 51 bits, the least significant first. Limbs may run over: what
/// comes out of a product is <i>reduced</i>, each limb below 2^51 + 2^18 (one unit); sums and differences of reduced elements are
/// used as they are. A product takes limbs below 2^54, seven units, and then no part of a column reaches 2^64: of its at most
/// five products the high parts together, 77 · 2^54 where four come back 19 times and 5 · 2^54 where none does and all will, are
/// shifted by 3 more bits. Not constant time: only public values get here.
/// </summary>
internal struct FieldElement
{
    /// <summary>The length of an encoding, in bytes.</summary>
    public const int Size = 32;

    /// <summary>Products stand by themselves and are compiled at once: inlined in a formula they have more locals than registers, and few calls would see their best code.</summary>
    private const MethodImplOptions Compiled = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    private const int LimbBits = 51;
    private const ulong Mask = (1UL << LimbBits) - 1;

    /// <summary>2^255 = 19 modulo p: what runs over the last limb comes back to the first 19 times.</summary>
    private const ulong Fold = 19;

    /// <summary>The bits of a word that a limb below 2^54 leaves free.</summary>
    private const int Spare = 10;

    private ulong a0, a1, a2, a3, a4;

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
    public readonly void CopyTo(Span<byte> bytes)
    {
        unchecked
        {
            Carry(out var r);

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
    public readonly bool IsOdd
    {
        get
        {
            Span<byte> bytes = stackalloc byte[Size];
            CopyTo(bytes);
            return (bytes[0] & 1) == 1;
        }
    }

    public readonly bool IsZero => Equals(Zero);

    /// <summary>Whether they are the same modulo p.</summary>
    public readonly bool Equals(in FieldElement other)
    {
        Span<byte> mine = stackalloc byte[Size];
        Span<byte> theirs = stackalloc byte[Size];
        CopyTo(mine);
        other.CopyTo(theirs);
        return mine.SequenceEqual(theirs);
    }

    /// <summary>The sum, not reduced: its units are theirs together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(in FieldElement a, in FieldElement b, out FieldElement sum)
    {
        unchecked
        {
            sum.a0 = a.a0 + b.a0;
            sum.a1 = a.a1 + b.a1;
            sum.a2 = a.a2 + b.a2;
            sum.a3 = a.a3 + b.a3;
            sum.a4 = a.a4 + b.a4;
        }
    }

    /// <summary>The difference, not reduced: it has four units more than <paramref name="a"/>, because 4p is added. <paramref name="b"/> has at most three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Subtract(in FieldElement a, in FieldElement b, out FieldElement difference)
    {
        const ulong lowest = 4 * (Mask - 18), other = 4 * Mask;
        unchecked
        {
            difference.a0 = a.a0 + lowest - b.a0;
            difference.a1 = a.a1 + other - b.a1;
            difference.a2 = a.a2 + other - b.a2;
            difference.a3 = a.a3 + other - b.a3;
            difference.a4 = a.a4 + other - b.a4;
        }
    }

    /// <summary>−a, reduced.</summary>
    public static void Negate(in FieldElement a, out FieldElement negated)
    {
        Subtract(Zero, a, out var difference);
        difference.Carry(out negated);
    }

    /// <summary>The product, reduced. It may be written over a factor.</summary>
    [SkipLocalsInit]
    [MethodImpl(Compiled)]
    public static void Multiply(in FieldElement a, in FieldElement b, out FieldElement product)
    {
        unchecked
        {
            ulong x0 = a.a0 << Spare, x1 = a.a1 << Spare, x2 = a.a2 << Spare, x3 = a.a3 << Spare, x4 = a.a4 << Spare;
            ulong f1 = Fold * b.a1, f2 = Fold * b.a2, f3 = Fold * b.a3, f4 = Fold * b.a4;

            var c0 = new Column(x0, b.a0).Plus(x1, f4).Plus(x2, f3).Plus(x3, f2).Plus(x4, f1);
            var c1 = new Column(x0, b.a1).Plus(x1, b.a0).Plus(x2, f4).Plus(x3, f3).Plus(x4, f2);
            var c2 = new Column(x0, b.a2).Plus(x1, b.a1).Plus(x2, b.a0).Plus(x3, f4).Plus(x4, f3);
            var c3 = new Column(x0, b.a3).Plus(x1, b.a2).Plus(x2, b.a1).Plus(x3, b.a0).Plus(x4, f4);
            var c4 = new Column(x0, b.a4).Plus(x1, b.a3).Plus(x2, b.a2).Plus(x3, b.a1).Plus(x4, b.a0);
            Sum(c0, c1, c2, c3, c4, out product);
        }
    }

    /// <summary>The square, reduced. It may be written over the number.</summary>
    [SkipLocalsInit]
    [MethodImpl(Compiled)]
    public static void Square(in FieldElement a, out FieldElement square)
    {
        unchecked
        {
            ulong x0 = a.a0 << Spare, x1 = a.a1 << Spare, x2 = a.a2 << Spare, x3 = a.a3 << Spare, x4 = a.a4 << Spare;
            ulong d1 = 2 * a.a1, d2 = 2 * a.a2, d3 = 2 * a.a3, d4 = 2 * a.a4;
            ulong f3 = Fold * a.a3, f4 = Fold * a.a4, g3 = Fold * d3, g4 = Fold * d4;

            var c0 = new Column(x0, a.a0).Plus(x1, g4).Plus(x2, g3);
            var c1 = new Column(x0, d1).Plus(x2, g4).Plus(x3, f3);
            var c2 = new Column(x0, d2).Plus(x1, a.a1).Plus(x3, g4);
            var c3 = new Column(x0, d3).Plus(x1, d2).Plus(x4, f4);
            var c4 = new Column(x0, d4).Plus(x1, d3).Plus(x2, a.a2);
            Sum(c0, c1, c2, c3, c4, out square);
        }
    }

    /// <summary>Squared <paramref name="times"/> times: a to the power of 2^times.</summary>
    public static void Square(in FieldElement a, int times, out FieldElement power)
    {
        power = a;
        for (var i = 0; i < times; i++)
        {
            Square(power, out power);
        }
    }

    /// <summary>1/a = a^(p − 2); 0 for 0.</summary>
    public static void Invert(in FieldElement a, out FieldElement inverse)
    {
        Powers(a, out var a11, out var to250);
        Square(to250, 5, out var high);
        Multiply(high, a11, out inverse); // p − 2 = 2^255 − 21 = (2^250 − 1) 2^5 + 11
    }

    /// <summary>a^((p − 5)/8), from which square roots are made (RFC 8032 section 5.1.3).</summary>
    public static void PowerForRoot(in FieldElement a, out FieldElement power)
    {
        Powers(a, out _, out var to250);
        Square(to250, 2, out var high);
        Multiply(high, a, out power); // (p − 5)/8 = 2^252 − 3 = (2^250 − 1) 2^2 + 1
    }

    /// <summary>a^11 and a^(2^250 − 1).</summary>
    private static void Powers(in FieldElement a, out FieldElement a11, out FieldElement to250)
    {
        Square(a, out var a2);
        Square(a2, 2, out var a9);
        Multiply(a9, a, out a9);
        Multiply(a9, a2, out a11);
        Square(a11, out var to5);
        Multiply(to5, a9, out to5); // 2^5 − 1 = 22 + 9
        Extend(to5, 5, to5, out var to10);
        Extend(to10, 10, to10, out var to20);
        Extend(to20, 20, to20, out var to40);
        Extend(to40, 10, to10, out var to50);
        Extend(to50, 50, to50, out var to100);
        Extend(to100, 100, to100, out var to200);
        Extend(to200, 50, to50, out to250);
    }

    /// <summary>a^(2^(m + n) − 1) of a^(2^m − 1) and a^(2^n − 1).</summary>
    private static void Extend(in FieldElement toM, int n, in FieldElement toN, out FieldElement power)
    {
        Square(toM, n, out power);
        Multiply(power, toN, out power);
    }

    /// <summary>The same, with the carries of the limbs passed on: reduced, and below 2p.</summary>
    private readonly void Carry(out FieldElement carried)
    {
        unchecked
        {
            ulong r0 = a0, r1 = a1, r2 = a2, r3 = a3, r4 = a4;
            carried.a0 = (r0 & Mask) + Fold * (r4 >> LimbBits);
            carried.a1 = (r1 & Mask) + (r0 >> LimbBits);
            carried.a2 = (r2 & Mask) + (r1 >> LimbBits);
            carried.a3 = (r3 & Mask) + (r2 >> LimbBits);
            carried.a4 = (r4 & Mask) + (r3 >> LimbBits);
        }
    }

    /// <summary>The columns together, carried once: no carry reaches 2^13, so none is passed on twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum(Column c0, Column c1, Column c2, Column c3, Column c4, out FieldElement sum)
    {
        const int high = 64 - Spare - LimbBits;
        unchecked
        {
            var r0 = c0.Low + Fold * (c4.High << high);
            var r1 = c1.Low + (c0.High << high);
            var r2 = c2.Low + (c1.High << high);
            var r3 = c3.Low + (c2.High << high);
            var r4 = c4.Low + (c3.High << high);
            sum.a0 = (r0 & Mask) + Fold * (r4 >> LimbBits);
            sum.a1 = (r1 & Mask) + (r0 >> LimbBits);
            sum.a2 = (r2 & Mask) + (r1 >> LimbBits);
            sum.a3 = (r3 & Mask) + (r2 >> LimbBits);
            sum.a4 = (r4 & Mask) + (r3 >> LimbBits);
        }
    }

    /// <summary>
    /// A sum of products of limbs, in two parts so that nothing is carried from one to the other: the low 54 bits of each product
    /// together, and what is above. The first factor comes shifted left by <see cref="Spare"/>, which puts the parts into two words.
    /// </summary>
    private readonly struct Column
    {
        public readonly ulong Low, High;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Column(ulong x, ulong b)
        {
            High = Math.BigMul(x, b, out var low);
            Low = low >> Spare;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Column(ulong low, ulong high, bool _) => (Low, High) = (low, high);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Column Plus(ulong x, ulong b)
        {
            unchecked
            {
                var high = Math.BigMul(x, b, out var low);
                return new(Low + (low >> Spare), High + high, true);
            }
        }
    }
}
