using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Detente.Record.Bytes;

namespace Detente.Node.Fsck;

/// <summary>The journal: its segments are whole, reach back to what is published, and hold the entries that stand in the tree.</summary>
internal sealed class JournalCheck
{
    private const int NameLength = 20;

    private readonly Findings findings;
    private readonly string folder;
    private readonly List<Segment> segments = [];
    private readonly HashSet<Segment> differing = [];
    private bool isNewestWhole;

    private JournalCheck(Findings findings, string folder) => (this.findings, this.folder) = (findings, folder);

    /// <summary>Whether an entry is kept, or may be in a segment that cannot be read.</summary>
    public bool HasEntries => HasSegment && (!isNewestWhole || segments[^1].Leaves.Count > 0);

    /// <summary>Whether there is a segment, whole or not.</summary>
    public bool HasSegment { get; private set; }

    /// <summary>Pages that were read.</summary>
    public int Pages { get; private set; }

    /// <summary>Reads every segment.</summary>
    /// <param name="findings">Where faults go.</param>
    /// <param name="folder">The journal's folder.</param>
    /// <param name="origin">The log's: the checksums begin with its hash.</param>
    public static JournalCheck Read(Findings findings, string folder, string origin)
    {
        var check = new JournalCheck(findings, folder);
        var log = SHA256.HashData(Encoding.UTF8.GetBytes(origin));
        foreach (var name in findings.List(folder))
        {
            var file = $"{folder}/{name}";
            if (name.EndsWith(".new", StringComparison.Ordinal))
            {
                findings.Leftover(file);
            }
            else if (name.Length != NameLength || !ulong.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                findings.Stray(file);
            }
            else if (findings.Read(file) is { } bytes)
            {
                check.ReadSegment(new SegmentReader(findings, file, bytes, log, number));
            }
        }

        return check;
    }

    /// <summary>The leaf hashes of the entries after the published ones.</summary>
    public IReadOnlyList<Hash32?> After(ulong published)
    {
        if (!HasSegment)
        {
            if (published > 0)
            {
                findings.Fault("journal/missing", folder, null, "no segment is there: entries that were acknowledged and not yet published are lost");
            }

            return [];
        }

        if (!isNewestWhole)
        {
            return [];
        }

        var newest = segments[^1];
        if (newest.First > published)
        {
            findings.Fault("journal/gap", newest.File, 0, $"it begins with entry {newest.First}, and {published} entries are published");
            return [];
        }

        if (newest.End < published)
        {
            if (!findings.IsFaulty(newest.File))
            {
                findings.Fault("journal/behind", newest.File, null, $"it ends after entry {newest.End}, and {published} entries are published: the file is older than the rest of the log, and entries acknowledged later are lost");
            }

            return [];
        }

        return [.. newest.Leaves.Skip((int)(published - newest.First))];
    }

    /// <summary>Entries in the journal that stand in the tree are the same there.</summary>
    public void Compare(ulong first, IReadOnlyList<Hash32?> leaves)
    {
        foreach (var segment in segments)
        {
            var from = Math.Max(first, segment.First);
            var to = Math.Min(first + (ulong)leaves.Count, segment.End);
            for (var index = from; index < to && !differing.Contains(segment); index++)
            {
                if (leaves[(int)(index - first)] is { } leaf && segment.Leaves[(int)(index - segment.First)] != leaf)
                {
                    findings.Fault("journal/entry", segment.File, segment.OffsetOf(index), $"entry {index} is another than the tree has");
                    differing.Add(segment);
                }
            }
        }
    }

    private void ReadSegment(SegmentReader reader)
    {
        HasSegment = true;
        Pages += reader.Pages;
        var segment = reader.Read();
        isNewestWhole = segment is not null;
        if (segment is not null)
        {
            segments.Add(segment);
        }
    }
}
