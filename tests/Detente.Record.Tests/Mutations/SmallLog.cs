using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Tiles;

namespace Detente.Record.Tests.Mutations;

/// <summary>A log in memory, with the keys of its author and of three witnesses: what samples are made of and what is true of them.</summary>
internal sealed class SmallLog
{
    /// <summary>Seconds since 1970-01-01T00:00:00Z: when the first witness cosigned; each further one a second later.</summary>
    public const ulong Time = 1_795_000_000;

    /// <summary>Up to this many entries the <see cref="Fork"/> is the same tree.</summary>
    public const int ForkedAt = 300;

    /// <summary>The bench and the tests use the same one. It has over two bundles of entries.</summary>
    public static readonly SmallLog Shared = new("log.example/detente/0123456789abcdef", 700, 1);

    /// <summary>Another tree under the same origin and key: what a log of two faces would show.</summary>
    public static readonly SmallLog Fork = new(Shared.Origin, 700, 1, ForkedAt);

    private readonly Hash32[] leaves;

    public SmallLog(string origin, int size, int keys, int forkedAt = int.MaxValue)
    {
        Origin = origin;
        Entries = [.. Enumerable.Range(0, size).Select(i => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes($"entry {i} {new string('.', i % 97)}{(i >= forkedAt ? "another" : "")}"))];
        leaves = new Hash32[size];
        TreeHash.OfLeaves(Entries, leaves);
        Author = new NoteSigner(origin, SlowSigner.Of(keys));
        Witnesses = [.. Enumerable.Range(1, 3).Select(i => new Cosigner($"witness.example/w{i}", SlowSigner.Of(keys + i)))];
    }

    public string Origin { get; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Entries { get; }

    public NoteSigner Author { get; }

    public IReadOnlyList<Cosigner> Witnesses { get; }

    /// <summary>The author's key and the witnesses'.</summary>
    public IReadOnlyList<VerifierKey> Keys => [Author.Key, .. Witnesses.Select(witness => witness.Key)];

    public ReadOnlySpan<Hash32> Leaves => leaves;

    public NodeSource Nodes => (level, index) =>
    {
        var frontier = new Frontier();
        frontier.Append(leaves.AsSpan((int)index << level, 1 << level));
        return frontier.Root;
    };

    public Checkpoint Checkpoint(int size) => new(Origin, (ulong)size, TreeRoot.Of((ulong)size, Nodes));

    /// <summary>The checkpoint of a size, signed by the author and cosigned by the first so many witnesses.</summary>
    public SignedNote Signed(int size, int witnesses = 0)
    {
        var note = SignedNote.Sign(Checkpoint(size).ToText(), Author);
        return note.With([.. Witnesses.Take(witnesses).Select((witness, i) => witness.Cosign(note.Text.Span, Time + (ulong)i))]);
    }

    /// <summary>The bytes of a hash tile or a bundle of entries of the whole log.</summary>
    public byte[] Tile(TilePath path)
    {
        var start = (int)path.Index * TilePath.FullWidth;
        return path.Level == TilePath.Entries
            ? EntryBundle.Write([.. Entries.Skip(start).Take(path.Width)])
            : [.. Enumerable.Range(start, path.Width).SelectMany(i => Nodes(TilePath.Height * path.Level, (ulong)i).ToArray())];
    }
}
