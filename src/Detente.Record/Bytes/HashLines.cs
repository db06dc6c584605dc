using System.Text;

namespace Detente.Record.Bytes;

/// <summary>A proof as the text formats write it: one hash to a line, then an empty line.</summary>
internal static class HashLines
{
    /// <summary>The hashes up to the empty line, which is read too; or a rejection by <c>&lt;format&gt;/too-many-hashes</c>, <c>/hash-base64</c>, <c>/hash-length</c> or <c>/no-empty-line</c>.</summary>
    /// <param name="format">The format, as its rules name it.</param>
    /// <param name="lines">Where to read.</param>
    /// <param name="maximum">The most hashes.</param>
    public static Parsed<Hash32[]> Read(string format, ref LineReader lines, int maximum)
    {
        var hashes = new List<Hash32>();
        while (lines.TryRead(out var line))
        {
            if (line.IsEmpty)
            {
                return hashes.ToArray();
            }

            if (hashes.Count == maximum)
            {
                return new Rejection($"{format}/too-many-hashes", $"There are more than {maximum} lines of a proof.", lines.LineStart);
            }

            if (!HashText.Read($"{format}/hash", "A hash of the proof", line, lines.LineStart).TryGet(out var hash, out var rejection))
            {
                return rejection;
            }

            hashes.Add(hash);
        }

        return new Rejection($"{format}/no-empty-line", "No empty line ends the proof.", lines.Offset);
    }

    /// <summary>The hashes, each with its line feed, and the empty line.</summary>
    public static byte[] Write(IEnumerable<Hash32> hashes) => Encoding.ASCII.GetBytes(string.Concat(hashes.Select(hash => $"{hash.ToBase64()}\n")) + "\n");
}
