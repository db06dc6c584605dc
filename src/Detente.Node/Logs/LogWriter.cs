using System.Runtime.InteropServices;
using Detente.Node.Stores;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Tiles;

namespace Detente.Node.Logs;

/// <summary>
/// The one writer of a log: takes entries (durable when <see cref="Append"/> returns) and publishes checkpoints over them.
/// The order is always the same: entries are durable, then their tiles, then these are read back, then the checkpoint is
/// signed, then the signature is durable beside the key, then the checkpoint is published.
/// </summary>
/// <remarks>
/// One thread may append while another publishes and a third brings the index up; none may be called by two threads at a time. After an
/// exception nothing is known of what was carried out: the writer refuses everything, and the log is opened again. Opening is what
/// every run begins with: entries that are not yet published are taken over and published as any others are.
/// </remarks>
internal sealed class LogWriter : IDisposable
{
    private readonly ILogStore store;
    private readonly CheckpointSigner signer;
    private readonly Lock gate = new();
    private readonly RightEdge edge;
    private readonly Frontier frontier;
    private List<ReadOnlyMemory<byte>> unpublished;
    private List<Hash32> unindexed = [];
    private long unpublishedBytes;
    private byte[]? published;
    private ulong indexed;
    private volatile Exception? failure;

    private LogWriter(ILogStore store, CheckpointSigner signer, RightEdge edge, Frontier frontier, IReadOnlyList<ReadOnlyMemory<byte>> taken, byte[]? published)
    {
        (this.store, this.signer, this.edge, this.frontier, this.published) = (store, signer, edge, frontier, published);
        unpublished = [.. taken];
        unpublishedBytes = LengthOf(unpublished);
        Published = edge.Size;
        Next = edge.Size + (ulong)taken.Count;
        indexed = edge.Size;
    }

    /// <summary>The index the next entry gets.</summary>
    public ulong Next { get; private set; }

    /// <summary>How many entries the published checkpoint holds.</summary>
    public ulong Published { get; private set; }

    /// <summary>How many bytes the entries have that are kept and not yet published, two more for each.</summary>
    public long UnpublishedBytes
    {
        get
        {
            lock (gate)
            {
                return unpublishedBytes;
            }
        }
    }

    /// <summary>What the log signed and published last.</summary>
    public SignedState Last => signer.Last;

    /// <summary>Makes a log. A call that broke off can be made again.</summary>
    /// <param name="make">Makes the store.</param>
    /// <param name="sign">Signs the empty log.</param>
    /// <remarks>The store first: it refuses a place where entries are published already, before a key says that it signed for none.</remarks>
    public static void Create(Action make, Action sign)
    {
        make();
        sign();
    }

    /// <summary>Takes a log over, and publishes what was signed last if that was not done. The writer disposes of both.</summary>
    /// <exception cref="DamagedException">What is stored is not what was signed.</exception>
    /// <exception cref="RefusedException">The log, or what is stored of it, is not of the time of the last signature.</exception>
    public static LogWriter Open(ILogStore store, CheckpointSigner signer)
    {
        try
        {
            return TakeOver(store, signer);
        }
        catch
        {
            store.Dispose();
            signer.Dispose();
            throw;
        }
    }

    private static LogWriter TakeOver(ILogStore store, CheckpointSigner signer)
    {
        var published = store.ReadCheckpoint();
        var found = published is null ? null : Verified(store, published);
        if (found is not null && found.Size > signer.Last.Checkpoint.Size)
        {
            // Signed with this key elsewhere: by another node of the same party, or before the key's folder was put back.
            signer.Adopt(published!, found, new StoredTree(store, found.Size).Consistency(signer.Last.Checkpoint.Size));
        }

        var last = signer.Last.Checkpoint;
        var tree = new StoredTree(store, last.Size);
        var frontier = tree.Frontier(last);
        if (found is not null && found.Root != (found.Size == last.Size ? last.Root : new StoredTree(store, found.Size).Root()))
        {
            throw new RefusedException($"{store.Name}: the published checkpoint of {found.Size} entries carries this key's signature, and the log does not hold those entries. The key has signed two logs that differ: keep both checkpoints, and ask whoever else has the key.");
        }

        var edge = tree.Edge();
        var taken = store.Begin(last.Size);
        if (!(store.ReadCheckpoint() ?? []).AsSpan().SequenceEqual(published ?? []))
        {
            // An earlier writer's publishing arrived before the log was taken over. Nothing of it can arrive now.
            return TakeOver(store, signer);
        }

        var writer = new LogWriter(store, signer, edge, frontier, taken, published);
        writer.Announce(signer.Last.Note);
        LeafIndexing.CatchUp(store, edge.Size);
        return writer;
    }

    /// <summary>Keeps entries, in order, and tells the index of the first. They are durable when it returns, and stand in the next checkpoint.</summary>
    /// <param name="entries">Each at most <see cref="EntryBundle.MaxEntryLength"/> bytes; they must not be changed afterwards.</param>
    public ulong Append(IReadOnlyList<ReadOnlyMemory<byte>> entries)
        => Guarded(() =>
        {
            var first = Next;
            store.Append(first, entries);
            lock (gate)
            {
                unpublished.AddRange(entries);
                unpublishedBytes += LengthOf(entries);
            }

            Next = first + (ulong)entries.Count;
            return first;
        });

    /// <summary>Publishes a checkpoint over every entry kept so far; nothing is done when that is published already.</summary>
    /// <returns>How many entries it holds.</returns>
    public ulong Publish()
        => Guarded(() =>
        {
            List<ReadOnlyMemory<byte>> entries;
            lock (gate)
            {
                if (unpublished.Count == 0)
                {
                    return edge.Size;
                }

                (entries, unpublished) = (unpublished, []);
            }

            Integrate(entries);
            lock (gate)
            {
                unpublishedBytes -= LengthOf(entries);
            }

            return edge.Size;
        });

    /// <summary>Brings the index up to what is published. It is derived, and nothing waits for it.</summary>
    /// <returns>How many leaves it holds.</returns>
    public ulong Index()
        => Guarded(() =>
        {
            List<Hash32> leaves;
            lock (gate)
            {
                (leaves, unindexed) = (unindexed, []);
            }

            store.Index(indexed, CollectionsMarshal.AsSpan(leaves));
            return indexed += (ulong)leaves.Count;
        });

    /// <summary>Closes the log and lets go of the key. What is not published stays, and is published by the next run.</summary>
    public void Dispose()
    {
        try
        {
            store.Dispose();
        }
        finally
        {
            signer.Dispose();
        }
    }

    private void Integrate(List<ReadOnlyMemory<byte>> entries)
    {
        var first = edge.Size;
        var leaves = new Hash32[entries.Count];
        TreeHash.OfLeaves(entries, leaves);
        var tiles = edge.Append(entries, leaves);
        frontier.Append(leaves);
        store.WriteTiles(tiles);
        var tree = new StoredTree(store, edge.Size);
        ReadBack(tiles, tree);
        var root = tree.Root();
        if (root != frontier.Root)
        {
            throw new DamagedException(store.Name, $"the tiles over {edge.Size} entries give another root than the entries do. Nothing was signed over them.");
        }

        Announce(signer.Sign(edge.Size, root, tree.Consistency(first)));
        store.Settle(edge.Size);
        lock (gate)
        {
            unindexed.AddRange(leaves);
        }
    }

    /// <summary>A signature is for ever: it is given to what the store will serve, not to what was meant to be written.</summary>
    private void ReadBack(IReadOnlyList<StoredTile> tiles, StoredTree tree)
    {
        foreach (var tile in tiles)
        {
            if (store.ReadTile(tile.Path) is not { } stored || !stored.AsSpan().SequenceEqual(tile.Bytes.Span))
            {
                throw new DamagedException($"{store.Name}, {tile.Path}", "it does not read as it was written a moment ago. Nothing was signed over it.");
            }

            if (tile.Path.Level == TilePath.Entries)
            {
                tree.Proved(tile.Path);
            }
        }
    }

    private void Announce(byte[] note)
    {
        store.Publish(published, note);
        published = note;
        Published = signer.Last.Checkpoint.Size;
    }

    private static long LengthOf(IEnumerable<ReadOnlyMemory<byte>> entries) => entries.Sum(entry => sizeof(ushort) + (long)entry.Length);

    private static Checkpoint Verified(ILogStore store, byte[] note)
        => !SignedState.Read(note, store.Description.Key).TryGet(out var checkpoint, out var rejection)
            ? throw new DamagedException($"{store.Name}, the published checkpoint", $"{rejection}. Put back the file as it was last.")
            : checkpoint.Origin == store.Description.Origin ? checkpoint
            : throw new DamagedException($"{store.Name}, the published checkpoint", $"it is of {checkpoint.Origin}, and the log is {store.Description.Origin}. Put back the file as it was last.");

    private T Guarded<T>(Func<T> act)
    {
        if (failure is not null)
        {
            throw new LogStoppedException(failure);
        }

        try
        {
            return act();
        }
        catch (Exception unfinished)
        {
            failure = unfinished;
            throw;
        }
    }
}
