using System.Globalization;
using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Tiles;

namespace Detente.Node.Tests.Logs;

/// <summary>Entries without end, each of bytes that say which it is and of another length than the next, with the roots and bundles they give.</summary>
internal sealed class EntrySeries
{
    /// <summary>What is brought when nothing goes wrong.</summary>
    public static readonly EntrySeries Plain = new(0, []);

    private readonly int attempt;
    private readonly List<byte[]> entries = [];
    private readonly List<Hash32> roots = [TreeHash.Empty];
    private readonly Dictionary<(int Index, int Width), byte[]> bundles = [];
    private readonly Frontier frontier = new();

    private EntrySeries(int attempt, IEnumerable<byte[]> kept)
    {
        this.attempt = attempt;
        foreach (var entry in kept)
        {
            Add(entry);
        }
    }

    /// <summary>The series after the first so many were kept: those that were not are followed by others, so that bytes left over of them cannot pass for what came instead.</summary>
    public EntrySeries After(int kept)
    {
        lock (entries)
        {
            return new EntrySeries(attempt + 1, entries.Take(kept));
        }
    }

    /// <summary>One entry.</summary>
    public byte[] Entry(int index)
    {
        lock (entries)
        {
            while (entries.Count <= index)
            {
                var number = entries.Count;
                Add(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"entry {number}.{attempt} {new string('.', number * 37 % 300)}")));
            }

            return entries[index];
        }
    }

    /// <summary>The bundle of entries from an index on.</summary>
    public byte[] Bundle(int index, int width)
    {
        lock (entries)
        {
            if (!bundles.TryGetValue((index, width), out var bundle))
            {
                bundles[(index, width)] = bundle = EntryBundle.Write([.. Enumerable.Range(index, width).Select(i => (ReadOnlyMemory<byte>)Entry(i))]);
            }

            return bundle;
        }
    }

    /// <summary>The root over the first so many.</summary>
    public Hash32 RootOf(int size)
    {
        lock (entries)
        {
            _ = size == 0 ? null : Entry(size - 1);
            return roots[size];
        }
    }

    private void Add(byte[] entry)
    {
        entries.Add(entry);
        frontier.Append(TreeHash.OfLeaf(entry));
        roots.Add(frontier.Root);
    }
}
