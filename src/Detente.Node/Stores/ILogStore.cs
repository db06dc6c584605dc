using Detente.Record.Bytes;
using Detente.Record.Tiles;

namespace Detente.Node.Stores;

/// <summary>Where the entries, tiles and index of one log are kept.</summary>
/// <remarks>
/// <para>What a store must hold. Whatever a call was given is durable when the call returns. A call that throws may have been carried out,
/// wholly or in part; the store is then disposed of and opened again, and <see cref="Begin"/> says what there is.</para>
/// <para>One writer: <see cref="Begin"/> takes the log over, and a writer that had it before is refused (<see cref="RefusedException"/>) from then on; or the
/// store refuses to be opened while another has it. What an earlier writer asked for and was never told of is carried out before <see cref="Begin"/> returns, or never.
/// <see cref="Append"/> is called by one thread at a time, <see cref="Index"/> by one, the other writing calls by one; the three may be at work together.</para>
/// <para>Reading calls need no <see cref="Begin"/>. <see cref="DamagedException"/> and <see cref="RefusedException"/> say what to do; any other exception is a broken store.</para>
/// <para>An entry has one index for ever. Bytes that were acknowledged, or that a tile was made of, are never replaced by others.</para>
/// </remarks>
internal interface ILogStore : IDisposable
{
    /// <summary>What log this is.</summary>
    LogDescription Description { get; }

    /// <summary>What messages call the store: its folder, or its database.</summary>
    string Name { get; }

    /// <summary>The published checkpoint, a signed note; <c>null</c> before the first.</summary>
    byte[]? ReadCheckpoint();

    /// <summary>A tile or an entry bundle; <c>null</c> where there is none of that width. A bundle may be read as soon as its entries are kept, of any width.</summary>
    byte[]? ReadTile(TilePath path);

    /// <summary>Takes the log over, and tells the acknowledged entries from index <paramref name="size"/> on, in order: none is missing between them. They are durable (again) when it returns. It may be called again.</summary>
    /// <exception cref="DamagedException">What is kept is not whole.</exception>
    /// <exception cref="RefusedException">An earlier writer is still at it, or the store cannot keep what it is given.</exception>
    IReadOnlyList<ReadOnlyMemory<byte>> Begin(ulong size);

    /// <summary>Keeps entries, any number of them, the first at index <paramref name="first"/>: the next after all before. When it throws, those kept are the first of them.</summary>
    /// <exception cref="InvalidOperationException">Another index is the next, or the log was not begun.</exception>
    void Append(ulong first, IReadOnlyList<ReadOnlyMemory<byte>> entries);

    /// <summary>Keeps tiles and entry bundles, these of entries that <see cref="Append"/> was given. One that is kept already may be given again, with the same bytes.</summary>
    void WriteTiles(IReadOnlyList<StoredTile> tiles);

    /// <summary>Publishes a checkpoint in the place of another: compares and swaps.</summary>
    /// <param name="previous">What <see cref="ReadCheckpoint"/> gives now; <c>null</c> before the first.</param>
    /// <param name="next">The signed note.</param>
    /// <exception cref="RefusedException">Another checkpoint stands there.</exception>
    void Publish(byte[]? previous, byte[] next);

    /// <summary>Says that a checkpoint of this size is published: partial tiles within full ones, and what else was kept for the time before, may go.</summary>
    void Settle(ulong size);

    /// <summary>Adds leaves to the index, the first of them at <paramref name="first"/>, at most <see cref="Indexed"/>; those it holds already are passed over. The index is derived: it is made again where it does not agree.</summary>
    /// <exception cref="InvalidOperationException">It would leave some out.</exception>
    void Index(ulong first, ReadOnlySpan<Hash32> leaves);

    /// <summary>Empties the index.</summary>
    void ClearIndex();

    /// <summary>How many leaves the index holds; <c>null</c> where it was opened without.</summary>
    ulong? Indexed { get; }

    /// <summary>Where the first entry with this leaf hash stands; <c>null</c> where the index has none.</summary>
    ulong? Find(in Hash32 leaf);
}

/// <summary>A tile, or an entry bundle, with its bytes.</summary>
internal readonly record struct StoredTile(TilePath Path, ReadOnlyMemory<byte> Bytes);
