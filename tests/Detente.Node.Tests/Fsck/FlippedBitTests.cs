using Detente.Node.Fsck;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;
using Detente.Node.Tests.Logs;

namespace Detente.Node.Tests.Fsck;

/// <summary>One bit of a stored log changes: the check names the file, and no other.</summary>
public class FlippedBitTests(ITestOutputHelper output)
{
    /// <summary>A bit of every byte of every file of small logs, the key's memory among them.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(5, 2)]
    public void A_bit_of_every_byte_of_a_small_log_is_missed_in_its_file(int published, int after)
    {
        var disk = Filled(published, after);
        foreach (var file in disk.Files().ToList())
        {
            for (var position = 0; position < disk.Read(file)!.Length; position++)
            {
                HoldsNamed(disk, file, (position * 8) + (position % 8));
            }
        }
    }

    /// <summary>Full and partial tiles of two levels, a journal that goes on after them: a bit of every so many bytes.</summary>
    [Fact]
    public void A_bit_of_any_file_of_a_larger_log_is_missed_in_its_file()
    {
        var disk = Filled(600, 300);
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in disk.Files().ToList())
        {
            var length = disk.Read(file)!.Length;
            var step = file.Contains("entries", StringComparison.Ordinal) || file.Contains("journal", StringComparison.Ordinal) ? 2003 : 97;
            for (var position = 0; position < length; position += step)
            {
                HoldsNamed(disk, file, (position * 8) + (position % 8));
                kinds[file] = kinds.GetValueOrDefault(file) + 1;
            }
        }

        foreach (var (file, count) in kinds)
        {
            output.WriteLine($"{file}: {count} bits");
        }

        Assert.Contains(kinds.Keys, file => file.EndsWith("tile/1/000.p/2", StringComparison.Ordinal));
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

        Assert.Empty(Check(disk).Faults);
        return disk;
    }

    private static void HoldsNamed(CrashDisk disk, string file, int bit)
    {
        var spoiled = disk.Copy();
        spoiled.Flip(file, bit);
        IReadOnlyList<FsckFault> faults;
        try
        {
            faults = Check(spoiled).Faults;
        }
        catch (RefusedException refusal)
        {
            Assert.Fail($"bit {bit} of {file}: {refusal.Message}");
            throw;
        }

        Assert.True(faults.Count > 0, $"bit {bit} of {file} is not missed");
        Assert.True(faults.All(fault => fault.File == file), $"bit {bit} of {file}: {string.Join("; ", faults)}");
        Assert.All(faults, fault => Assert.InRange(fault.Offset ?? 0, 0, spoiled.Read(file)!.Length));
    }

    private static FsckReport Check(CrashDisk disk) => LogCheck.Run(disk, Trial.Folder, Trial.Key, hasIndex: false);
}
