using Detente.Cli;
using Detente.Node.Disks;
using Detente.Node.Fsck;
using Detente.Record.Merkle;

namespace Detente.Node.Tests.Processes;

/// <summary>A log is put back from an old copy. What its key remembers tells, if that was not put back with it.</summary>
public sealed class OldCopyTests : IDisposable
{
    private readonly RealLog log = new();

    public OldCopyTests()
    {
        log.Append("one", "two", "three");
        RealLog.Copy(log.Folder, $"{log.Root}/old/log");
        RealLog.Copy($"{log.Root}/keys", $"{log.Root}/old/keys");
        log.Append("four", "five");
    }

    public void Dispose() => log.Dispose();

    [Fact]
    public void A_log_older_than_its_key_is_refused_and_nothing_is_signed()
    {
        RealLog.PutBack($"{log.Root}/old/log", log.Folder);
        var signed = File.ReadAllBytes(log.Key + ".signed");
        var append = RealLog.Run(log.Arguments("append", log.Entry("other")));
        Assert.Equal((ExitCode.Damaged, ""), (append.Code, append.Out));
        RealLog.IsClear(append, "append");
        Assert.Contains("put back the log as it was last", append.Error, StringComparison.Ordinal);
        Assert.Equal(signed, File.ReadAllBytes(log.Key + ".signed"));
        Assert.Equal(3UL, log.Published().Checkpoint.Size);

        var fault = Assert.Single(log.Check().Faults);
        Assert.Equal("signed/ahead", fault.Rule);
        Assert.Empty(LogCheck.Run(new RealDisk(), log.Folder, null, hasIndex: true).Faults);
    }

    [Fact]
    public void A_key_s_folder_older_than_its_log_takes_over_what_is_published()
    {
        RealLog.PutBack($"{log.Root}/old/keys", $"{log.Root}/keys");
        Assert.Empty(log.Check().Faults);
        log.Append("six");
        Assert.Equal(6UL, log.Published().Checkpoint.Size);
        log.IsWhole("gone on");
    }

    /// <summary>
    /// Nobody can tell from the folders alone: the log goes on from the copy, and a second tree is signed. Whoever holds the checkpoint
    /// of before has both signatures; that is what witnesses and mirrors are for.
    /// </summary>
    [Fact]
    public void Where_both_are_put_back_only_those_who_saw_the_newer_checkpoint_can_tell()
    {
        var seen = log.Published().Checkpoint;
        RealLog.PutBack($"{log.Root}/old/log", log.Folder);
        RealLog.PutBack($"{log.Root}/old/keys", $"{log.Root}/keys");
        log.Append("other", "than", "before");
        log.IsWhole("gone on");
        var (now, tree) = log.Published();
        Assert.Equal((5UL, 6UL), (seen.Size, now.Size));
        Assert.False(ConsistencyProof.Verifies(seen.Size, now.Size, tree.Consistency(seen.Size), seen.Root, now.Root));
    }

    /// <summary>The journal alone is older: entries acknowledged since are not in it.</summary>
    [Fact]
    public void A_journal_older_than_its_log_is_refused()
    {
        RealLog.PutBack($"{log.Root}/old/log/journal", $"{log.Folder}/journal");
        var append = RealLog.Call(log.Arguments("append", log.Entry("other")));
        Assert.Equal(ExitCode.Damaged, append.Code);
        RealLog.IsClear(append, "append");
        Assert.Equal("journal/behind", Assert.Single(log.Check().Faults).Rule);
    }
}
