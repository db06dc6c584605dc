using Detente.Node.Disks;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Node.Tests.Stores;

/// <summary>What a segment of the journal says after something happened to its bytes.</summary>
public class JournalTests
{
    private static readonly JournalSalt Salt = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)], 7);

    private static readonly Gen<byte[][][]> Batches =
        Gen.Choose(0, 1500).SelectMany(length => Gen.Choose(0, 255).Select(fill => Enumerable.Repeat((byte)fill, length).ToArray()))
            .NonEmptyListOf().Select(batch => batch.ToArray()).ListOf().Select(batches => batches.Take(6).ToArray());

    [Fact]
    public void What_is_written_is_read()
        => Prop.ForAll(Batches.ToArbitrary(), batches =>
        {
            var read = JournalReader.Read(Segment(40, batches), Salt, "journal");
            return read.First == 40 && Same(read.Entries, batches.SelectMany(batch => batch));
        }).QuickCheckThrowOnFailure();

    /// <summary>A power cut leaves the last batch in pieces: every batch before it is read, and it is read whole or not at all.</summary>
    [Fact]
    public void Pages_that_were_not_kept_take_the_last_batch_with_them_and_no_other()
        => Prop.ForAll(Batches.Where(batches => batches.Length > 0).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (batches, seed) =>
        {
            var before = Segment(0, batches[..^1]).Length;
            var bytes = Segment(0, batches);
            var chance = new Random(seed);
            var lost = 0;
            for (var page = before; page < bytes.Length; page += JournalPage.Length)
            {
                if (chance.Next(3) == 0)
                {
                    bytes.AsSpan(page, JournalPage.Length).Clear();
                    lost++;
                }
            }

            var length = chance.Next(2) == 0 ? bytes.Length : before + chance.Next(bytes.Length - before + 1);
            lost += length < bytes.Length ? 1 : 0;
            var read = JournalReader.Read(bytes.AsMemory(0, length), Salt, "journal");
            return Same(read.Entries, batches.Take(batches.Length - (lost > 0 ? 1 : 0)).SelectMany(batch => batch));
        }).QuickCheckThrowOnFailure();

    /// <summary>A bit that turned is damage, wherever it stands: it is not taken for a power cut, which would drop an acknowledged entry.</summary>
    [Fact]
    public void Any_bit_that_turned_is_damage()
    {
        var bytes = Segment(3, [[[1, 2, 3]], [new byte[1200], []], [[9]]]);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<DamagedException>(() => JournalReader.Read(bytes, Salt, "journal"));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_page_of_another_segment_or_another_log_is_damage()
    {
        var bytes = Segment(0, [[[1]]]);
        Assert.Throws<DamagedException>(() => JournalReader.Read(bytes, Salt with { Segment = 8 }, "journal"));
        Assert.Throws<DamagedException>(() => JournalReader.Read(bytes, Salt with { Log = new byte[32] }, "journal"));
    }

    [Fact]
    public void A_batch_after_one_that_was_not_kept_is_damage()
    {
        var bytes = Segment(0, [[[1]], [[2]], [[3]]]);
        bytes.AsSpan(2 * JournalPage.Length, JournalPage.Length).Clear();
        var damage = Assert.Throws<DamagedException>(() => JournalReader.Read(bytes, Salt, "journal"));
        Assert.StartsWith("journal, byte 1536: a batch follows one that was not kept whole", damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_is_gone_is_damage_once_there_were_entries()
    {
        var disk = new CrashDisk();
        disk.CreateFolder("journal");
        using var journal = new Journal(disk, "journal", Salt.Log);
        Assert.Throws<DamagedException>(() => journal.Open(1));
        Assert.Empty(journal.Open(0));
    }

    [Fact]
    public void A_segment_that_grew_long_is_rotated_without_what_is_published()
    {
        var folder = Directory.CreateTempSubdirectory("detente-journal-").FullName;
        var disk = new RealDisk();
        using var journal = new Journal(disk, folder, Salt.Log);
        Assert.Empty(journal.Open(0));
        var entry = new byte[60_000];
        var count = 0UL;
        while (!journal.IsLong)
        {
            journal.Append(count++, [entry]);
        }

        Assert.True(journal.HoldsBefore(count - 1));
        journal.Rotate(count - 1);
        Assert.False(journal.IsLong);
        Assert.Equal(["00000000000000000002"], disk.List(folder));
        using (var again = new Journal(disk, folder, Salt.Log))
        {
            Assert.Single(again.Open(count - 1));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static byte[] Segment(ulong first, byte[][][] batches)
    {
        var page = 0UL;
        var bytes = new List<byte>(JournalPage.Header(Salt, ref page, first));
        foreach (var batch in batches)
        {
            bytes.AddRange(JournalPage.Batch(Salt, ref page, first, [.. batch.Select(entry => new ReadOnlyMemory<byte>(entry))]));
            first += (ulong)batch.Length;
        }

        return [.. bytes];
    }

    private static bool Same(IReadOnlyList<ReadOnlyMemory<byte>> read, IEnumerable<byte[]> written)
        => read.Select(entry => Convert.ToHexString(entry.Span)).SequenceEqual(written.Select(Convert.ToHexString));
}
