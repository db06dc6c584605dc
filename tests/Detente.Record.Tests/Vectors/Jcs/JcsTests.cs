using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Detente.Record.Json;
using Scheme = Detente.Record.Json.Jcs;

namespace Detente.Record.Tests.Vectors.Jcs;

/// <summary>The published test data of RFC 8785 (data/SOURCE.md beside this file), whole.</summary>
public sealed class JcsTests
{
    private static readonly JsonLimits Limits = new(100_000, 16);

    public static TheoryData<string> Names => [.. Directory.GetFiles(Data("input")).Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_input_gives_the_bytes_of_its_output(string name)
    {
        var (value, faults) = JsonTree.Read(File.ReadAllBytes(Data("input", name + ".json")), Limits);
        Assert.Empty(faults);
        var written = Scheme.Write(value!);
        Assert.Equal(File.ReadAllText(Data("output", name + ".json")), Encoding.UTF8.GetString(written));
        Assert.Equal(Convert.FromHexString(string.Concat(File.ReadAllText(Data("outhex", name + ".txt")).Where(char.IsAsciiHexDigit))), written);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_output_is_canonical_and_its_input_is_not(string name)
    {
        Assert.True(JsonTree.ReadCanonical(File.ReadAllBytes(Data("output", name + ".json")), Limits, "x").IsOk);
        Assert.Equal("x/not-canonical", JsonTree.ReadCanonical(File.ReadAllBytes(Data("input", name + ".json")), Limits, "x").Rejection!.Rule);
    }

    [Fact]
    public void There_are_six() => Assert.Equal(6, Names.Count);

    [Fact]
    public void Numbers_of_appendix_b()
    {
        var rows = File.ReadAllLines(Data("rfc8785-appendix-b.txt"));
        Assert.Equal(26, rows.Length);
        foreach (var row in rows)
        {
            var (bits, text) = (row.Split(' ')[0], row.Split(' ').ElementAtOrDefault(1));
            var number = new JsonValue.Number(BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            if (text is null)
            {
                Assert.Throws<ArgumentException>(() => Scheme.Write(number));
            }
            else
            {
                Assert.Equal(text, Encoding.UTF8.GetString(Scheme.Write(number)));
            }
        }
    }

    /// <summary>The checksums go on to 10^8 lines; 10^6 passed when this was written, and take some seconds.</summary>
    [Theory]
    [InlineData(1_000, "be18b62b6f69cdab33a7e0dae0d9cfa869fda80ddc712221570f9f40a5878687")]
    [InlineData(10_000, "b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892")]
    [InlineData(100_000, "22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7")]
    public void The_sequence_of_es6_numbers_has_its_published_checksum(int lines, string checksum)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var bits in Sequence().Take(lines))
        {
            var text = Encoding.UTF8.GetString(Scheme.Write(new JsonValue.Number(BitConverter.UInt64BitsToDouble(bits))));
            hash.AppendData(Encoding.UTF8.GetBytes($"{bits:x},{text}\n"));
        }

        Assert.Equal(checksum, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>
    /// Bit patterns: those of the file, the 2,000 from the smallest normal double on, then 4 out of each link of a chain of
    /// SHA-256 that begins with the hash of 32 zero bytes, without zeros and what is not finite.
    /// </summary>
    private static IEnumerable<ulong> Sequence()
    {
        foreach (var line in File.ReadLines(Data("es6-static-numbers.txt")))
        {
            yield return ulong.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        for (var i = 0UL; i < 2_000; i++)
        {
            yield return 0x0010_0000_0000_0000 + i;
        }

        for (var block = SHA256.HashData(new byte[32]); ; block = SHA256.HashData(block))
        {
            for (var i = 0; i < block.Length; i += 8)
            {
                var bits = BinaryPrimitives.ReadUInt64LittleEndian(block.AsSpan(i));
                if (BitConverter.UInt64BitsToDouble(bits) is var number && double.IsFinite(number) && number != 0)
                {
                    yield return bits;
                }
            }
        }
    }

    private static string Data(params string[] path) => Tree.Vector("Jcs", Path.Combine(path));
}
