using System.Globalization;
using System.Text;

namespace Detente.Record.Tests.Mutations;

/// <summary>Changes bytes the way accidents and adversaries do. It knows of lines, numbers and base64, and of no format.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Numbers =
    [
        "0", "00", "1", "-1", "+1", "9223372036854775807", "9223372036854775808", "18446744073709551615",
        "18446744073709551616", "99999999999999999999999999", "1e3", "0x10", "٣",
    ];

    private static readonly byte[][] Pieces =
    [
        .. new[] { "\n", "\n\n", "\r\n", " ", "\t", "\u00a0", "\u2003", "+", "—", "— ", "=", "==", "\0", "é", "\ufeff", "AAAA", "/", ".p/", "x000", "#", "none" }.Select(Encoding.UTF8.GetBytes),
        [0xff], [0x80], [0xed, 0xa0, 0x80], [0xff, 0xff],
    ];

    /// <summary>One to four changes to a sample; one in sixteen times none at all, to keep the truth under test too.</summary>
    /// <param name="sample">What is changed.</param>
    /// <param name="other">Another sample to splice with.</param>
    public byte[] Mutate(byte[] sample, byte[] other)
    {
        var bytes = sample;
        if (random.Next(16) > 0)
        {
            for (var changes = random.Next(8) == 0 ? random.Next(2, 5) : 1; changes > 0; changes--)
            {
                bytes = Change(bytes, other);
            }
        }

        return bytes;
    }

    private byte[] Change(byte[] bytes, byte[] other) => random.Next(13) switch
    {
        0 => Replace(bytes, Place(bytes), 1, at => [(byte)(bytes[at] ^ (1 << random.Next(8)))]),
        1 => Replace(bytes, Place(bytes), 1, _ => [(byte)random.Next(256)]),
        2 => Replace(bytes, random.Next(bytes.Length + 1), 0, _ => [(byte)random.Next(256)]),
        3 => Replace(bytes, random.Next(bytes.Length + 1), 0, _ => Pieces[random.Next(Pieces.Length)]),
        4 => Replace(bytes, Place(bytes), random.Next(1, 9), _ => []),
        5 => bytes[..random.Next(bytes.Length + 1)],
        6 => [.. bytes[..random.Next(bytes.Length + 1)], .. other[random.Next(other.Length + 1)..]],
        7 => Lines(bytes),
        8 => SpliceLines(bytes, other),
        9 => Number(bytes),
        10 => Base64(bytes),
        11 => Block(bytes, other),
        _ => Replace(bytes, Place(bytes), 1, at => [bytes[at], bytes[at]]),
    };

    private int Place(byte[] bytes) => bytes.Length == 0 ? 0 : random.Next(bytes.Length);

    private static byte[] Replace(byte[] bytes, int at, int length, Func<int, byte[]> by)
        => bytes.Length == 0 && length > 0 ? bytes : [.. bytes[..at], .. by(at), .. bytes[Math.Min(bytes.Length, at + length)..]];

    /// <summary>A line twice, gone, or in another's place.</summary>
    private byte[] Lines(byte[] bytes)
    {
        var lines = LinesOf(bytes);
        var (one, two) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(3))
        {
            case 0:
                lines.Insert(two, lines[one]);
                break;
            case 1:
                lines.RemoveAt(one);
                break;
            default:
                (lines[one], lines[two]) = (lines[two], lines[one]);
                break;
        }

        return [.. lines.SelectMany(line => line)];
    }

    /// <summary>A line of another sample, put in or in place of one.</summary>
    private byte[] SpliceLines(byte[] bytes, byte[] other)
    {
        var lines = LinesOf(bytes);
        var others = LinesOf(other);
        var at = random.Next(lines.Count);
        if (random.Next(2) == 0)
        {
            lines.RemoveAt(at);
        }

        lines.Insert(at, others[random.Next(others.Count)]);
        return [.. lines.SelectMany(line => line)];
    }

    /// <summary>A run of digits: one more, one less, a zero before it, or another number in its place.</summary>
    private byte[] Number(byte[] bytes)
    {
        var runs = new List<(int Start, int Length)>();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is >= (byte)'0' and <= (byte)'9')
            {
                var start = i;
                while (i < bytes.Length && bytes[i] is >= (byte)'0' and <= (byte)'9')
                {
                    i++;
                }

                runs.Add((start, i - start));
            }
        }

        if (runs.Count == 0)
        {
            return bytes;
        }

        var (at, length) = runs[random.Next(runs.Count)];
        var digits = Encoding.ASCII.GetString(bytes, at, length);
        var number = System.Numerics.BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        var text = random.Next(5) switch
        {
            0 => "0" + digits,
            1 => (number + 1).ToString(CultureInfo.InvariantCulture),
            2 => (number - 1).ToString(CultureInfo.InvariantCulture),
            3 => (number + (System.Numerics.BigInteger.One << 63)).ToString(CultureInfo.InvariantCulture),
            _ => Numbers[random.Next(Numbers.Length)],
        };
        return Replace(bytes, at, length, _ => Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Something that looks like base64 and no longer is the one spelling: padding, spare bits, white space, the other alphabet.</summary>
    private byte[] Base64(byte[] bytes)
    {
        var ends = Enumerable.Range(0, bytes.Length).Where(i => IsBase64(bytes[i]) && (i + 1 == bytes.Length || !IsBase64(bytes[i + 1]))).ToList();
        if (ends.Count == 0)
        {
            return bytes;
        }

        var at = ends[random.Next(ends.Count)];
        return random.Next(6) switch
        {
            0 => Replace(bytes, at, 1, _ => []),
            1 => Replace(bytes, at + 1, 0, _ => "="u8.ToArray()),
            2 => Replace(bytes, at, 0, _ => random.Next(2) == 0 ? " "u8.ToArray() : "\n"u8.ToArray()),
            3 => [.. bytes.Select(each => each == '+' ? (byte)'-' : each == '/' ? (byte)'_' : each)],
            4 => Replace(bytes, Math.Max(0, at - random.Next(3)), 1, place => [unchecked((byte)(bytes[place] + 1))]),
            _ => Replace(bytes, at + 1, 0, _ => "AA=="u8.ToArray()),
        };
    }

    /// <summary>32 bytes, a hash perhaps, from elsewhere.</summary>
    private byte[] Block(byte[] bytes, byte[] other)
    {
        if (bytes.Length < 32 || other.Length < 32)
        {
            return bytes;
        }

        var from = random.Next(other.Length - 31);
        return Replace(bytes, random.Next(bytes.Length - 31), random.Next(2) * 32, _ => other[from..(from + 32)]);
    }

    private static bool IsBase64(byte each) => char.IsAsciiLetterOrDigit((char)each) || each is (byte)'+' or (byte)'/' or (byte)'=';

    private static List<byte[]> LinesOf(byte[] bytes)
    {
        var lines = new List<byte[]>();
        var start = 0;
        while (start < bytes.Length)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            end = end < 0 ? bytes.Length : end + 1;
            lines.Add(bytes[start..end]);
            start = end;
        }

        return lines.Count == 0 ? [[]] : lines;
    }
}
