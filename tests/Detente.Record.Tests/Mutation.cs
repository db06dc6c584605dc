namespace Detente.Record.Tests;

/// <summary>Changed bytes: some flipped, put in, taken out or doubled.</summary>
internal static class Mutation
{
    /// <summary>Bytes that mean something in the formats of the record.</summary>
    private static readonly byte[] Telling = [.. "{}[]\",:\\/0189-+.eEtfnuA=\n \0"u8];

    /// <summary>One to four changes, each of 1 to 8 bytes. The result may be the original.</summary>
    public static byte[] Of(ReadOnlySpan<byte> original, Random random)
    {
        var bytes = original.ToArray().ToList();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--)
        {
            Change(bytes, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 9), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 2:
                bytes[at] = (byte)random.Next(256);
                break;
            case 3:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 4:
                bytes.Insert(at, Telling[random.Next(Telling.Length)]);
                break;
            default:
                bytes[at] = Telling[random.Next(Telling.Length)];
                break;
        }
    }
}
