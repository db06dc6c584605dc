namespace Detente.Node.Stores;

/// <summary>Cuts entries into runs that are kept one after the other.</summary>
internal static class EntryRuns
{
    /// <summary>Runs, in order, whose entry bundles have at most a length each; an entry that is longer alone is a run of its own.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="maxLength">In bytes, two more for each entry than it has.</param>
    public static IEnumerable<IReadOnlyList<ReadOnlyMemory<byte>>> Of(IReadOnlyList<ReadOnlyMemory<byte>> entries, int maxLength)
    {
        var run = new List<ReadOnlyMemory<byte>>();
        var length = 0;
        foreach (var entry in entries)
        {
            if (run.Count > 0 && length + sizeof(ushort) + entry.Length > maxLength)
            {
                yield return run;
                run = [];
                length = 0;
            }

            run.Add(entry);
            length += sizeof(ushort) + entry.Length;
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
