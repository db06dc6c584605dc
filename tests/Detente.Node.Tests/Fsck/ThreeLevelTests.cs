using Detente.Node.Disks;
using Detente.Node.Fsck;
using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Node.Tests.Logs;

namespace Detente.Node.Tests.Fsck;

/// <summary>A log of three levels of tiles on the disk of this machine, with its index.</summary>
public sealed class ThreeLevelTests(ThreeLevelTests.Large large) : IClassFixture<ThreeLevelTests.Large>
{
    [Fact]
    public void It_is_whole()
    {
        var report = large.Check();
        Assert.Empty(report.Faults);
        Assert.Empty(report.Notes);
        Assert.Equal((Large.Size, 258, 258 + 2 + 1, (ulong)Large.Size), ((int)report.Entries, report.Bundles, report.Tiles, report.Indexed));
    }

    [Theory]
    [InlineData("public/tile/0/000")]
    [InlineData("public/tile/0/255")]
    [InlineData("public/tile/0/256")]
    [InlineData("public/tile/0/257.p/8")]
    [InlineData("public/tile/1/000")]
    [InlineData("public/tile/1/001.p/1")]
    [InlineData("public/tile/2/000.p/1")]
    [InlineData("public/tile/entries/000")]
    [InlineData("public/tile/entries/256")]
    [InlineData("public/tile/entries/257.p/8")]
    public void Of_a_tile_and_what_stands_below_it_the_damaged_one_is_named(string path)
    {
        var file = $"{large.Folder}/{path}";
        var bytes = File.ReadAllBytes(file);
        var position = bytes.Length - 1;
        var spoiled = bytes.ToArray();
        spoiled[position] ^= 4;
        File.WriteAllBytes(file, spoiled);
        var faults = large.Check(hasIndex: false).Faults;
        File.WriteAllBytes(file, bytes);
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Equal(file, fault.File));
        Assert.All(faults, fault => Assert.InRange(position, fault.Offset ?? 0, (fault.Offset ?? 0) + 400));
    }

    /// <summary>A tile and all below it belong together, and not to what stands above.</summary>
    [Fact]
    public void A_subtree_that_agrees_with_itself_alone_is_named()
    {
        var names = (string[])["public/tile/0/007", "public/tile/entries/007"];
        var before = names.ToDictionary(name => name, name => File.ReadAllBytes($"{large.Folder}/{name}"));
        foreach (var name in names)
        {
            File.Copy($"{large.Folder}/{name.Replace("007", "008", StringComparison.Ordinal)}", $"{large.Folder}/{name}", overwrite: true);
        }

        var faults = large.Check(hasIndex: false).Faults;
        foreach (var (name, bytes) in before)
        {
            File.WriteAllBytes($"{large.Folder}/{name}", bytes);
        }

        Assert.Contains(faults, fault => fault.Rule == "tile/root" && fault.File == $"{large.Folder}/{names[0]}");
        Assert.DoesNotContain(faults, fault => fault.File.Contains("tile/1", StringComparison.Ordinal) || fault.File.EndsWith("checkpoint", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE leaf SET position = position + 1000000 WHERE position = 66000 - 1000")]
    [InlineData("DELETE FROM leaf WHERE position = 12345")]
    [InlineData("UPDATE leaf SET hash = zeroblob(32) WHERE position = 3")]
    [InlineData("UPDATE held SET count = count + 1")]
    [InlineData("DROP TABLE held")]
    public void An_index_that_says_something_else_is_named(string change)
    {
        var file = $"{large.Folder}/index.sqlite";
        var before = File.ReadAllBytes(file);
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = change;
            command.ExecuteNonQuery();
        }

        var fault = Assert.Single(large.Check().Faults);
        File.WriteAllBytes(file, before);
        Assert.Equal(("index/damaged", file), (fault.Rule, fault.File));
    }

    [Fact]
    public void Beside_a_writer_only_what_is_published_is_checked()
    {
        using var held = new RealDisk().TryLock($"{large.Folder}/log.lock");
        var report = large.Check();
        Assert.Empty(report.Faults);
        Assert.Single(report.NotChecked);
        Assert.Equal((0, 0UL), (report.JournalPages, report.Indexed));
    }

    /// <summary>The log, made once.</summary>
    public sealed class Large : IDisposable
    {
        public const int Size = 65_536 + 256 + 8;

        private readonly string root = Directory.CreateTempSubdirectory("detente-").FullName;

        public Large()
        {
            var disk = new RealDisk();
            Directory.CreateDirectory($"{root}/keys");
            LogWriter.Create(
                () => FolderStore.Create(disk, Folder, new LogDescription(Trial.Origin, Trial.Verifier)),
                () => CheckpointSigner.Begin(disk, Key, Trial.Signer, Trial.Origin, TimeProvider.System));
            using var log = LogWriter.Open(
                FolderStore.Open(disk, Folder, () => LeafIndex.InFile($"{Folder}/index.sqlite")),
                CheckpointSigner.Open(disk, Key, Trial.Signer, Trial.Origin, TimeProvider.System));
            var trial = new Trial();
            trial.Append(log, Size);
            trial.Publish(log);
            log.Index();
        }

        public string Folder => $"{root}/log";

        private string Key => $"{root}/keys/log";

        internal FsckReport Check(bool hasIndex = true) => LogCheck.Run(new RealDisk(), Folder, Key, hasIndex);

        public void Dispose() => Directory.Delete(root, recursive: true);
    }
}
