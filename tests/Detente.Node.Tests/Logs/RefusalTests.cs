using Detente.Node.Disks;
using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;
using Detente.Record.Merkle;
using Detente.Record.Notes;

namespace Detente.Node.Tests.Logs;

/// <summary>What a log is not opened for, and what is not signed.</summary>
public class RefusalTests
{
    [Fact]
    public void A_log_put_back_from_an_old_copy_is_refused_and_nothing_is_signed()
    {
        var (disk, old) = Grown();
        var mixed = Mix(old, disk);
        var before = mixed.Read($"{Trial.Key}.signed");
        Assert.Throws<DamagedException>(() => Trial.Open(mixed));
        Assert.Equal(before, mixed.Read($"{Trial.Key}.signed"));
    }

    /// <summary>What is published carries the key's signature: the key goes on from there, and from nothing before.</summary>
    [Fact]
    public void A_key_s_folder_put_back_from_an_old_copy_goes_on_from_what_is_published()
    {
        var (disk, old) = Grown();
        using var log = Trial.Open(Mix(disk, old));
        Assert.Equal(400UL, log.Published);
        Assert.Equal(400UL, log.Last.Checkpoint.Size);
    }

    [Fact]
    public void A_published_checkpoint_the_log_does_not_hold_is_kept_as_evidence()
    {
        var (disk, _) = Grown();
        var other = SignedNote.Sign(new Checkpoint(Trial.Origin, 100, TreeHash.OfLeaf("another log"u8)).ToText(), Trial.Signer).ToBytes();
        Put(disk, $"{Trial.Folder}/public/checkpoint", other);
        var refused = Assert.Throws<RefusedException>(() => Trial.Open(disk));
        Assert.Contains("signed two logs that differ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(other, disk.Read($"{Trial.Folder}/public/checkpoint"));
    }

    [Fact]
    public void A_log_with_entries_is_not_made_again_for_a_key_that_forgot()
    {
        var (disk, _) = Grown();
        disk.Delete($"{Trial.Key}.signed");
        Assert.Throws<RefusedException>(() => Trial.Open(disk));
        Assert.Throws<RefusedException>(() => Trial.Create(disk));
        Assert.Null(disk.Read($"{Trial.Key}.signed"));
    }

    [Fact]
    public void Nothing_is_signed_without_a_proof_that_it_holds_the_last()
    {
        var (disk, _) = Grown();
        using var signer = CheckpointSigner.Open(disk, Trial.Key, Trial.Signer, Trial.Origin, TimeProvider.System);
        var last = signer.Last;
        Assert.Throws<RefusedException>(() => signer.Sign(401, TreeHash.OfLeaf("x"u8), []));
        Assert.Throws<RefusedException>(() => signer.Sign(400, TreeHash.OfLeaf("x"u8), []));
        Assert.Throws<RefusedException>(() => signer.Sign(399, Trial.RootOf(399), []));
        Assert.Throws<RefusedException>(() => signer.Sign(0, TreeHash.Empty, []));
        Assert.Same(last, signer.Last);
        Assert.Equal(last.Note, signer.Sign(400, last.Checkpoint.Root, []));
    }

    [Fact]
    public void A_clock_that_went_back_is_refused_until_it_is_right_again()
    {
        var clock = new Clock { Now = new DateTimeOffset(2031, 1, 1, 12, 0, 0, TimeSpan.Zero) };
        var disk = new CrashDisk();
        disk.CreateFolder("keys");
        Trial.Create(disk, clock);
        using (var log = Trial.Open(disk, clock))
        {
            log.Append([Trial.Entry(0)]);
            log.Publish();
            log.Append([Trial.Entry(1)]);
            clock.Now -= TimeSpan.FromMinutes(1);
            var refused = Assert.Throws<RefusedException>(() => log.Publish());
            Assert.Equal("the clock says 2031-01-01T11:59:00Z, and the last signature is of 2031-01-01T12:00:00Z: nothing is signed before the clock is set right.", refused.Message);
        }

        Assert.Throws<RefusedException>(() => Trial.Open(disk, clock));
        clock.Now += TimeSpan.FromSeconds(57);
        using var again = Trial.Open(disk, clock);
        Assert.Equal(2UL, again.Publish());
    }

    /// <summary>A log of 400 entries, and a copy of it from when it had 300.</summary>
    private static (CrashDisk Now, CrashDisk Old) Grown()
    {
        var disk = new CrashDisk();
        disk.CreateFolder("keys");
        Trial.Create(disk);
        var trial = new Trial();
        using var log = Trial.Open(disk);
        trial.Append(log, 300);
        trial.Publish(log);
        var old = disk.Copy();
        trial.Append(log, 100);
        trial.Publish(log);
        return (disk.Copy(), old);
    }

    /// <summary>The log of one disk with the key's folder of another.</summary>
    private static CrashDisk Mix(CrashDisk log, CrashDisk key)
    {
        var mixed = log.Copy();
        Put(mixed, $"{Trial.Key}.signed", key.Read($"{Trial.Key}.signed")!);
        return mixed;
    }

    private static void Put(CrashDisk disk, string path, byte[] bytes)
    {
        disk.Delete(path);
        using var file = disk.Create(path);
        file.Append(bytes);
        file.Sync(Sync.Tile);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
