using Detente.Node.Disks;
using Detente.Node.Fsck;
using Detente.Node.Keys;
using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;
using Detente.Node.Tests.Logs;

namespace Detente.Node.Tests.Fsck;

/// <summary>What is checked of a log besides its bits: files that are missing or are none of its, other times, other logs.</summary>
public class LogCheckTests
{
    private const string Public = $"{Trial.Folder}/public";

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(255, 0)]
    [InlineData(256, 0)]
    [InlineData(257, 600)]
    [InlineData(1000, 24)]
    public void A_log_that_is_whole_has_no_fault_and_no_file_is_left_out(int published, int after)
    {
        var report = Check(Filled(published, after));
        Assert.Empty(report.Faults);
        Assert.Empty(report.NotChecked);
        Assert.Equal(((ulong)published, (ulong)(published + after)), (report.Checkpoint!.Size, report.Entries));
        Assert.Equal(Trial.RootOf(published), report.Checkpoint.Root);
        Assert.Equal(Trial.Origin, report.Origin);
        Assert.Equal((published + 255) / 256, report.Bundles);
    }

    /// <summary>Each file that the log needs, taken away.</summary>
    [Fact]
    public void A_file_that_is_missing_is_named()
    {
        var disk = Filled(600, 10);
        using (var key = disk.Create(Trial.Key))
        {
            key.Append(KeyFile.OfAgent(Trial.Origin, Trial.Signer.Signer.PublicKey).ToBytes());
        }

        foreach (var file in disk.Files().Where(file => file != Trial.Key && !file.StartsWith($"{Trial.Folder}/journal/", StringComparison.Ordinal)).ToList())
        {
            var spoiled = disk.Copy();
            spoiled.Delete(file);
            var fault = Assert.Single(Check(spoiled).Faults);
            Assert.Equal(("file/missing", file), (fault.Rule, fault.File));
        }

        var journal = disk.Copy();
        journal.Delete(disk.Files().Single(file => file.StartsWith($"{Trial.Folder}/journal/", StringComparison.Ordinal)));
        Assert.Equal("journal/missing", Assert.Single(Check(journal).Faults).Rule);
    }

    [Theory]
    [InlineData($"{Trial.Folder}/notes.txt")]
    [InlineData($"{Public}/robots.txt")]
    [InlineData($"{Public}/tile/8")]
    [InlineData($"{Public}/tile/00")]
    [InlineData($"{Public}/tile/0/1")]
    [InlineData($"{Public}/tile/0/000.p/0")]
    [InlineData($"{Public}/tile/0/000.p/256")]
    [InlineData($"{Public}/tile/0/x000")]
    [InlineData($"{Trial.Folder}/journal/1")]
    public void A_file_that_is_none_of_the_log_s_is_named(string file)
    {
        var disk = Filled(600, 10);
        Write(disk, file, [1, 2, 3]);
        var fault = Assert.Single(Check(disk).Faults);
        Assert.Equal(("file/stray", file), (fault.Rule, fault.File));
    }

    [Theory]
    [InlineData("tile/0/003")]
    [InlineData("tile/0/002.p/120")]
    [InlineData("tile/1/000.p/3")]
    [InlineData("tile/1/000")]
    [InlineData("tile/2/000.p/1")]
    [InlineData("tile/entries/002.p/120")]
    [InlineData("tile/entries/x001/000")]
    public void A_tile_over_entries_that_there_are_not_is_named(string path)
    {
        var disk = Filled(600, 10);
        Write(disk, $"{Public}/{path}", new byte[32]);
        var fault = Assert.Single(Check(disk).Faults);
        Assert.Equal(("tile/beyond", $"{Public}/{path}"), (fault.Rule, fault.File));
    }

    [Theory]
    [InlineData("tile/0/000.p/3", "tile/length")]
    [InlineData("tile/0/002.p/7", "tile/length")]
    [InlineData("tile/entries/000.p/3", "bundle/format")]
    public void A_narrower_tile_that_lies_around_is_checked_too(string path, string rule)
    {
        var disk = Filled(600, 10);
        Write(disk, $"{Public}/{path}", new byte[31]);
        var faults = Check(disk).Faults;
        Assert.Equal(rule, faults[0].Rule);
        Assert.All(faults, fault => Assert.Equal($"{Public}/{path}", fault.File));
    }

    /// <summary>Tiles and entries that agree with one another and are another log's.</summary>
    [Fact]
    public void A_checkpoint_over_another_tree_is_named()
    {
        var (disk, other) = (Filled(5, 0), Filled(6, 0));
        foreach (var file in other.Files().Where(file => file.Contains("checkpoint", StringComparison.Ordinal) || file.Contains(".p/6", StringComparison.Ordinal)))
        {
            disk.Delete(file);
            Write(disk, file, other.Read(file)!);
        }

        var bundle = other.Read($"{Public}/tile/entries/000.p/6")!;
        bundle[2] ^= 1;
        Assert.Equal("bundle/entry", Assert.Single(Check(WithFile(disk, "tile/entries/000.p/6", bundle)).Faults, fault => fault.Rule.StartsWith("bundle", StringComparison.Ordinal)).Rule);
        var tile = other.Read($"{Public}/tile/0/000.p/6")!;
        Sha.Leaf(bundle.AsSpan(2, (bundle[0] << 8) | bundle[1])).CopyTo(tile);
        var faults = Check(WithFile(WithFile(disk, "tile/entries/000.p/6", bundle), "tile/0/000.p/6", tile)).Faults;
        Assert.Contains(faults, fault => fault.Rule == "checkpoint/root");
    }

    [Fact]
    public void A_folder_older_than_what_its_key_signed_is_named()
    {
        var (disk, newer) = (Filled(5, 0), Filled(9, 0));
        var old = disk.Copy();
        Replace(old, $"{Trial.Key}.signed", newer.Read($"{Trial.Key}.signed")!);
        var fault = Assert.Single(Check(old).Faults);
        Assert.Equal(("signed/ahead", Trial.Folder), (fault.Rule, fault.File));

        Replace(newer, $"{Trial.Key}.signed", disk.Read($"{Trial.Key}.signed")!);
        var report = Check(newer);
        Assert.Empty(report.Faults);
        Assert.Contains(report.Notes, note => note.File == $"{Trial.Key}.signed");
    }

    [Fact]
    public void A_journal_older_than_its_log_is_named()
    {
        var (old, disk) = (Filled(5, 0), Filled(5, 4));
        using (var log = Trial.Open(disk))
        {
            log.Publish();
        }

        var (mine, theirs) = (disk.Files().Single(IsSegment), old.Files().Single(IsSegment));
        disk.Delete(mine);
        Write(disk, theirs, old.Read(theirs)!);
        var fault = Assert.Single(Check(disk).Faults);
        Assert.Equal(("journal/behind", theirs), (fault.Rule, fault.File));
    }

    [Fact]
    public void Without_a_log_there_is_nothing_to_check()
    {
        var disk = new CrashDisk();
        disk.CreateFolder(Trial.Folder);
        Assert.Throws<RefusedException>(() => Check(disk));
        Assert.Throws<RefusedException>(() => LogCheck.Run(disk, "nowhere", null, hasIndex: false));
    }

    private static CrashDisk Filled(int published, int after)
    {
        var disk = new CrashDisk();
        disk.CreateFolder("keys");
        Trial.Create(disk);
        using var log = Trial.Open(disk);
        var trial = new Trial();
        if (published > 0)
        {
            trial.Append(log, published);
            trial.Publish(log);
        }

        if (after > 0)
        {
            trial.Append(log, after);
        }

        return disk;
    }

    private static bool IsSegment(string file) => file.StartsWith($"{Trial.Folder}/journal/", StringComparison.Ordinal);

    private static CrashDisk WithFile(CrashDisk disk, string path, byte[] bytes)
    {
        var copy = disk.Copy();
        Replace(copy, $"{Public}/{path}", bytes);
        return copy;
    }

    private static void Replace(CrashDisk disk, string file, byte[] bytes)
    {
        disk.Delete(file);
        Write(disk, file, bytes);
    }

    private static void Write(CrashDisk disk, string file, byte[] bytes)
    {
        MakeFolder(disk, WholeFile.FolderOf(file));
        using var opened = disk.Create(file);
        opened.Append(bytes);
    }

    private static void MakeFolder(CrashDisk disk, string folder)
    {
        if (folder.Contains('/', StringComparison.Ordinal))
        {
            MakeFolder(disk, WholeFile.FolderOf(folder));
        }

        disk.CreateFolder(folder);
    }

    private static FsckReport Check(CrashDisk disk) => LogCheck.Run(disk, Trial.Folder, Trial.Key, hasIndex: false);
}
