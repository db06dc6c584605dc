using Detente.Node.Stores;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Proofs;
using Detente.Record.Tiles;

namespace Detente.Cli.Input;

/// <summary>What a log has published, in a folder: its checkpoint, and the tiles under it. Read as anybody may read it.</summary>
internal sealed class PublishedLog
{
    private readonly string path;
    private readonly string folder;
    private readonly SignedNote note;
    private readonly TileTree tree;

    private PublishedLog(string path, string folder, SignedNote note, Checkpoint checkpoint)
    {
        this.path = path;
        this.folder = folder;
        this.note = note;
        Checkpoint = checkpoint;
        tree = new TileTree(checkpoint.Size, tile => LogFolder.Disk.Read($"{folder}/{tile}"));
    }

    /// <summary>The checkpoint. Its signatures are not verified: whoever checks a proof does that.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>Opens a log's folder, or the published one alone.</summary>
    public static PublishedLog Open(string path)
        => LogFolder.Guard(path, () =>
        {
            if (LogFolder.IsDatabase(path))
            {
                throw new RefusedException("a proof is made from what is published in a folder: detente record export writes one from a database");
            }

            var folder = LogFolder.Normal(path);
            folder = LogFolder.Disk.Read($"{folder}/log.txt") is null ? folder : $"{folder}/public";
            var bytes = LogFolder.Disk.Read($"{folder}/checkpoint") ?? throw new RefusedException($"there is no published log in {path}: {folder} has no checkpoint");
            return SignedNote.Parse(bytes).TryGet(out var note, out var rejection) && Checkpoint.Parse(note.Text.Span).TryGet(out var checkpoint, out rejection)
                ? new PublishedLog(path, folder, note, checkpoint)
                : throw new DamagedException($"{folder}/checkpoint", $"{rejection}");
        });

    /// <summary>The index of the first entry with a leaf hash, from the lowest tiles; <c>null</c> where there is none.</summary>
    public ulong? Find(Hash32 leaf)
        => Guard<ulong?>(() =>
        {
            for (ulong index = 0; index < Checkpoint.Size; index++)
            {
                if (tree.Nodes(0, index) == leaf)
                {
                    return index;
                }
            }

            return null;
        });

    /// <summary>The proof of an entry. It is made only where it holds.</summary>
    public ProofFile Prove(ulong index)
        => Guard(() =>
        {
            var proof = tree.Inclusion(index);
            return InclusionProof.Verifies(index, Checkpoint.Size, tree.Nodes(0, index), proof, Checkpoint.Root)
                ? new ProofFile(index, proof, note)
                : throw new DamagedException(folder, "its tiles do not give the root of its checkpoint: detente record fsck tells more");
        });

    private T Guard<T>(Func<T> act)
        => LogFolder.Guard(path, () =>
        {
            try
            {
                return act();
            }
            catch (RejectedException broken)
            {
                throw new DamagedException(folder, $"{broken.Message} detente record fsck tells more");
            }
        });
}
