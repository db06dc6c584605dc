using Detente.Node.Disks;
using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;
using Detente.Record.Tiles;

namespace Detente.Node.Tests.Logs;

/// <summary>Many at once bring entries to one log.</summary>
public class LogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly LogOptions Quick = new() { PublishEvery = TimeSpan.FromMilliseconds(2) };

    [Fact]
    public async Task Whoever_is_told_an_index_finds_the_entry_there()
    {
        var disk = Made();
        var told = new SortedDictionary<ulong, int>();
        await using (var log = Open(disk, Quick))
        {
            await Task.WhenAll(Enumerable.Range(0, 40).Select(writer => Task.Run(async () =>
            {
                for (var i = 0; i < 25; i++)
                {
                    var entry = (writer * 25) + i;
                    var index = await log.AppendAsync(Entry(entry), Stop);
                    lock (told)
                    {
                        told.Add(index, entry);
                    }
                }
            }, Stop)));
            Assert.True(await log.PublishedAsync(999) == 1000);
        }

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (ulong)i), told.Keys);
        foreach (var (index, entry) in told)
        {
            Assert.Equal(Entry(entry).ToArray(), Stored(disk, index, 1000).ToArray());
        }
    }

    [Fact]
    public async Task Closing_keeps_and_publishes_what_was_brought()
    {
        var disk = Made();
        var log = Open(disk, new LogOptions { PublishEvery = TimeSpan.FromHours(1) });
        var tasks = Enumerable.Range(0, 300).Select(i => log.AppendAsync(Entry(i), Stop)).ToList();
        await Task.WhenAll(tasks);
        await log.DisposeAsync();
        using var again = Trial.Open(disk);
        Assert.Equal(300UL, again.Published);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => log.AppendAsync(Entry(0), Stop));
    }

    [Fact]
    public async Task An_entry_that_is_too_long_is_refused_and_the_log_goes_on()
    {
        await using var log = Open(Made(), Quick);
        await Assert.ThrowsAsync<ArgumentException>(() => log.AppendAsync(new byte[EntryBundle.MaxEntryLength + 1], Stop));
        Assert.Equal(0UL, await log.AppendAsync(new byte[EntryBundle.MaxEntryLength], Stop));
        Assert.Equal(1UL, await log.AppendAsync(ReadOnlyMemory<byte>.Empty, Stop));
        Assert.Equal(2UL, await log.PublishedAsync(1));
    }

    [Fact]
    public async Task When_the_disk_fails_everybody_who_waits_is_told_and_nobody_is_told_an_index()
    {
        var disk = Made();
        var log = Open(disk, new LogOptions { PublishEvery = TimeSpan.FromHours(1) });
        await log.AppendAsync(Entry(0), Stop);
        disk.Failing = (disk.Calls, Fault.NotDone);
        var waiting = Enumerable.Range(1, 50).Select(i => log.AppendAsync(Entry(i), Stop)).ToList();
        foreach (var task in waiting)
        {
            await Assert.ThrowsAsync<LogStoppedException>(() => task);
        }

        await Assert.ThrowsAsync<LogStoppedException>(() => log.AppendAsync(Entry(51), Stop));
        await Assert.ThrowsAsync<LogStoppedException>(() => log.PublishedAsync(0));
        Assert.Contains("the disk failed", log.Failure!.Message, StringComparison.Ordinal);
        await log.DisposeAsync();

        using var again = Trial.Open(disk);
        Assert.InRange(again.Next, 1UL, 51UL);
    }

    [Fact]
    public async Task Entries_wait_while_too_much_is_not_yet_published()
    {
        await using var log = Open(Made(), Quick with { MaxUnpublishedBytes = 1000, MaxWaiting = 8 });
        var indices = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => log.AppendAsync(Entry(i), Stop)));
        Assert.Equal(Enumerable.Range(0, 500).Select(i => (ulong)i), indices.Order());
    }

    /// <summary>Whoever was told an index keeps it, and nobody waits for ever.</summary>
    [Fact]
    public async Task Closing_while_entries_arrive_tells_everybody()
    {
        for (var round = 0; round < 20; round++)
        {
            var disk = Made();
            var log = Open(disk, Quick with { MaxWaiting = 4 });
            var tasks = Enumerable.Range(0, 60).Select(i => Task.Run(() => log.AppendAsync(Entry(i), Stop), Stop)).ToList();
            await tasks[round];
            await log.DisposeAsync();
            var kept = 0UL;
            foreach (var task in tasks)
            {
                try
                {
                    await task;
                    kept++;
                }
                catch (ObjectDisposedException)
                {
                    // it was told that its entry is not kept
                }
            }

            using var again = Trial.Open(disk);
            Assert.Equal(kept, again.Published);
            await Assert.ThrowsAsync<ObjectDisposedException>(() => log.PublishedAsync(1000));
        }
    }

    [Fact]
    public async Task A_buffer_may_be_used_again_at_once()
    {
        var disk = Made();
        var buffer = new byte[100];
        await using (var log = Open(disk, Quick))
        {
            for (var i = 0; i < 300; i++)
            {
                buffer.AsSpan().Fill((byte)(i % 251));
                var kept = log.AppendAsync(buffer, Stop);
                buffer.AsSpan().Fill(0xff);
                await kept;
            }
        }

        for (var i = 0; i < 300; i++)
        {
            Assert.Equal(Enumerable.Repeat((byte)(i % 251), 100), Stored(disk, (ulong)i, 300).ToArray());
        }
    }

    private static CrashDisk Made()
    {
        var disk = new CrashDisk();
        disk.CreateFolder("keys");
        Trial.Create(disk);
        return disk;
    }

    private static Log Open(CrashDisk disk, LogOptions options) => new(Trial.Open(new Locked(disk)), options);

    private static ReadOnlyMemory<byte> Entry(int number) => Trial.Entry(number);

    private static ReadOnlyMemory<byte> Stored(CrashDisk disk, ulong index, ulong size)
    {
        using var store = FolderStore.Open(disk, Trial.Folder, index: null);
        return new StoredTree(store, size).Bundle(index / TilePath.FullWidth)[(int)(index % TilePath.FullWidth)];
    }

    /// <summary>The simulated disk, for the two threads of a log: one call at a time.</summary>
    private sealed class Locked(CrashDisk disk) : IDisk
    {
        public byte[]? Read(string path) => One(() => disk.Read(path));

        public IReadOnlyList<string> List(string folder) => One(() => disk.List(folder));

        public void CreateFolder(string path) => One(() => disk.CreateFolder(path));

        public IDiskFile Create(string path) => new File(this, One(() => disk.Create(path)));

        public void SyncAll(IReadOnlyList<IDiskFile> files, Sync why)
        {
            foreach (var file in files)
            {
                file.Sync(why);
            }
        }

        public void Rename(string from, string to) => One(() => disk.Rename(from, to));

        public void Delete(string path) => One(() => disk.Delete(path));

        public void DeleteFolder(string path) => One(() => disk.DeleteFolder(path));

        public void SyncFolder(string path, Sync why) => One(() => disk.SyncFolder(path, why));

        public IDisposable? TryLock(string path) => disk.TryLock(path);

        private T One<T>(Func<T> call)
        {
            lock (disk)
            {
                return call();
            }
        }

        private void One(Action call)
        {
            lock (disk)
            {
                call();
            }
        }

        private sealed class File(Locked owner, IDiskFile file) : IDiskFile
        {
            public void Append(ReadOnlySpan<byte> bytes)
            {
                var copy = bytes.ToArray();
                owner.One(() => file.Append(copy));
            }

            public void Sync(Sync why) => owner.One(() => file.Sync(why));

            public void Dispose() => file.Dispose();
        }
    }
}
