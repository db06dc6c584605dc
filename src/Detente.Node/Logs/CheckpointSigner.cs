using Detente.Node.Disks;
using Detente.Node.Stores;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;

namespace Detente.Node.Logs;

/// <summary>
/// The one way to a log's signature. It signs no checkpoint without a proof that it holds all of the last one it signed
/// (c2sp.org/tlog-checkpoint: a log must never sign two inconsistent checkpoints), and nobody sees a signature before it is
/// durable beside the key. It trusts neither the log nor the clock to have gone forward.
/// </summary>
internal sealed class CheckpointSigner : IDisposable
{
    /// <summary>How far the clock may stand behind the last signature: clocks are set right by small steps. In seconds.</summary>
    public const long ClockTolerance = 5;

    private readonly IDisk disk;
    private readonly string path;
    private readonly NoteSigner signer;
    private readonly string origin;
    private readonly TimeProvider clock;
    private readonly IDisposable held;

    private CheckpointSigner(IDisk disk, string path, NoteSigner signer, string origin, TimeProvider clock, IDisposable held, SignedState last)
        => (this.disk, this.path, this.signer, this.origin, this.clock, this.held, Last) = (disk, path, signer, origin, clock, held, last);

    /// <summary>What it signed last.</summary>
    public SignedState Last { get; private set; }

    /// <summary>Signs the checkpoint of an empty log, the first of a key; a key that signed just that already has it.</summary>
    /// <exception cref="RefusedException">The key has signed something else, or another process holds it.</exception>
    public static void Begin(IDisk disk, string keyPath, NoteSigner signer, string origin, TimeProvider clock)
    {
        using var held = Hold(disk, keyPath);
        RefuseUsed(disk, keyPath, signer, origin);
        var path = keyPath + Suffix;
        var checkpoint = new Checkpoint(origin, 0, TreeHash.Empty);
        var state = new SignedState(clock.GetUtcNow().ToUnixTimeSeconds(), SignedNote.Sign(checkpoint.ToText(), signer).ToBytes(), checkpoint);
        WholeFile.Tidy(disk, path);
        WholeFile.Replace(disk, path, state.ToBytes(), Sync.FirstSigned, Sync.FirstSignedFolder);
    }

    /// <summary>Refuses a key that has signed something else than the empty log of this origin: before anything is made for it.</summary>
    /// <exception cref="RefusedException">It has.</exception>
    public static void RefuseUsed(IDisk disk, string keyPath, NoteSigner signer, string origin)
    {
        if (disk.Read(keyPath + Suffix) is { } bytes)
        {
            var last = SignedState.Read(bytes, KeyOf(signer), keyPath + Suffix).Checkpoint;
            if (last.Origin != origin || last.Size != 0)
            {
                throw new RefusedException($"the key {keyPath} has signed {last.Size} entries of {last.Origin} already: a new log needs a key of its own.");
            }
        }
    }

    /// <summary>Takes the key of a log.</summary>
    /// <param name="disk">Where the key is kept.</param>
    /// <param name="keyPath">The key's file; what it signed last stands beside it.</param>
    /// <param name="signer">The key.</param>
    /// <param name="origin">The log it signs for.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="RefusedException">Another process has the key, it never signed for this log, or the clock went back.</exception>
    /// <exception cref="DamagedException">What it signed last cannot be read.</exception>
    public static CheckpointSigner Open(IDisk disk, string keyPath, NoteSigner signer, string origin, TimeProvider clock)
    {
        var held = Hold(disk, keyPath);
        try
        {
            var path = keyPath + Suffix;
            var bytes = disk.Read(path)
                ?? throw new RefusedException($"there is no {path}: without knowing what the key signed last, nothing is signed. Put back that file from the place the key was last used at.");
            var last = SignedState.Read(bytes, KeyOf(signer), path);
            if (last.Checkpoint.Origin != origin)
            {
                throw new RefusedException($"the key {keyPath} signs for {last.Checkpoint.Origin}, not for {origin}.");
            }

            var opened = new CheckpointSigner(disk, path, signer, origin, clock, held, last);
            WholeFile.Tidy(disk, path);
            opened.RefuseIfClockWentBack();

            // Read is not yet durable: an earlier run may have failed in the middle of making it so.
            opened.Keep(last);
            return opened;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Signs a checkpoint that holds all of the last.</summary>
    /// <param name="size">Of the tree, in entries.</param>
    /// <param name="root">Of the tree.</param>
    /// <param name="proof">That the tree of the last checkpoint is its beginning (RFC 9162 section 2.1.4); empty when the last was empty, or is the same.</param>
    /// <returns>The signed note, durable.</returns>
    /// <exception cref="RefusedException">It is not consistent with the last, or the clock went back. Nothing was signed.</exception>
    public byte[] Sign(ulong size, Hash32 root, IReadOnlyList<Hash32> proof)
    {
        if (!Holds(size, root, proof))
        {
            throw new RefusedException($"a checkpoint of {size} entries is not signed: it does not hold the {Last.Checkpoint.Size} entries signed before.");
        }

        RefuseIfClockWentBack();
        var checkpoint = new Checkpoint(origin, size, root);
        var note = SignedNote.Sign(checkpoint.ToText(), signer).ToBytes();
        var next = new SignedState(Math.Max(Last.Time, clock.GetUtcNow().ToUnixTimeSeconds()), note, checkpoint);
        Keep(next);
        Last = next;
        return note;
    }

    /// <summary>Goes on from a checkpoint that the same key signed elsewhere and that holds all of the last one signed here.</summary>
    /// <param name="note">It is verified already.</param>
    /// <param name="checkpoint">What it says.</param>
    /// <param name="proof">As for <see cref="Sign"/>.</param>
    /// <exception cref="RefusedException">It does not hold the last one: the key has signed two logs that differ.</exception>
    public void Adopt(byte[] note, Checkpoint checkpoint, IReadOnlyList<Hash32> proof)
    {
        if (checkpoint.Origin != origin || !Holds(checkpoint.Size, checkpoint.Root, proof))
        {
            throw new RefusedException($"the published checkpoint of {checkpoint.Size} entries does not hold the {Last.Checkpoint.Size} entries this key signed here. Both carry its signature: keep them, and ask whoever else has the key.");
        }

        var next = new SignedState(Last.Time, note, checkpoint);
        Keep(next);
        Last = next;
    }

    /// <summary>Lets go of the key.</summary>
    public void Dispose() => held.Dispose();

    private const string Suffix = ".signed";

    private static VerifierKey KeyOf(NoteSigner signer) => VerifierKey.Ed25519(signer.Name, signer.Signer.PublicKey);

    private static IDisposable Hold(IDisk disk, string keyPath)
        => disk.TryLock(keyPath + ".lock") ?? throw new RefusedException($"another process signs with {keyPath}. Wait until it has ended: a key has one user at a time.");

    private bool Holds(ulong size, Hash32 root, IReadOnlyList<Hash32> proof)
        => Last.Checkpoint.Size == 0
            ? proof.Count == 0 && (size > 0 || root == TreeHash.Empty)
            : ConsistencyProof.Verifies(Last.Checkpoint.Size, size, proof, Last.Checkpoint.Root, root);

    private void Keep(SignedState state) => WholeFile.Replace(disk, path, state.ToBytes(), Sync.Signed, Sync.SignedFolder);

    private void RefuseIfClockWentBack()
    {
        var now = clock.GetUtcNow();
        if (now.ToUnixTimeSeconds() < Last.Time - ClockTolerance)
        {
            var then = DateTimeOffset.FromUnixTimeSeconds(Last.Time);
            throw new RefusedException($"the clock says {now:yyyy-MM-ddTHH:mm:ssZ}, and the last signature is of {then:yyyy-MM-ddTHH:mm:ssZ}: nothing is signed before the clock is set right.");
        }
    }
}
