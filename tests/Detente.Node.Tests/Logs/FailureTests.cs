using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;

namespace Detente.Node.Tests.Logs;

/// <summary>
/// Every call to the disk fails once: not done; done and reported failed; half done; and done late, after what was tried
/// instead. The log stops, is opened again, and goes on; the table is in docs/record.md.
/// </summary>
public class FailureTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(nameof(Fault.NotDone))]
    [InlineData(nameof(Fault.Done))]
    [InlineData(nameof(Fault.Half))]
    [InlineData(nameof(Fault.Late))]
    public void Whatever_call_fails_nothing_promised_is_lost(string fault)
    {
        var table = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var call = FirstCall(); Fails(call, Enum.Parse<Fault>(fault), table); call++)
        {
        }

        foreach (var (what, count) in table)
        {
            output.WriteLine($"{what}: {count}");
        }

        Assert.True(table.Count >= 12, "the run reached too few kinds of call");
    }

    /// <summary>The call that is made first after the log was created.</summary>
    private static int FirstCall() => Made().Calls;

    private static CrashDisk Made()
    {
        var disk = new CrashDisk();
        disk.CreateFolder("keys");
        Trial.Create(disk);
        return disk;
    }

    /// <summary>A run in which one call fails; false when the run ends before that call.</summary>
    private static bool Fails(int call, Fault fault, SortedDictionary<string, int> table)
    {
        var disk = Made();
        var trial = new Trial();
        disk.Failing = (call, fault);
        try
        {
            Fill(disk, trial);
        }
        catch (IOException)
        {
            // what was told to fail did
        }

        if (disk.Failed is not { } failed)
        {
            return false;
        }

        var kind = string.Join(' ', failed.Split(' ').SkipLast(1)) + " " + KindOf(failed.Split(' ')[^1]);
        table[kind] = table.GetValueOrDefault(kind) + 1;
        trial.Look(disk);
        var name = $"call {call}, {failed}, {fault}";
        Hold(name + ", power cut", trial, disk.AfterPowerCut(_ => false));
        Hold(name + ", power cut that kept all", trial, disk.AfterPowerCut(_ => true));
        Hold(name + ", killed", trial, disk.Copy());

        Fill(disk, trial, () =>
        {
            ArriveLate(disk);
            trial.Look(disk);
        });
        trial.Look(disk);
        Hold(name + ", gone on", trial, disk.Copy());
        Hold(name + ", gone on, power cut", trial, disk.AfterPowerCut(_ => false));
        return true;
    }

    /// <summary>Opens the log and brings entries, some of them published; then opens it once more.</summary>
    private static void Fill(CrashDisk disk, Trial trial, Action? between = null)
    {
        for (var session = 0; session < 2; session++)
        {
            using var log = Trial.Open(disk);
            trial.GoOn(log);
            trial.Append(log, 3);
            between?.Invoke();
            trial.Append(log, 600);
            trial.Publish(log);
            trial.Append(log, 10);
            trial.Publish(log);
            trial.Append(log, 1);
        }
    }

    private static void ArriveLate(CrashDisk disk)
    {
        if (disk.Late is { } late)
        {
            try
            {
                late();
            }
            catch (IOException)
            {
                // it came too late: what it was about is no longer there
            }
        }
    }

    private static void Hold(string name, Trial trial, CrashDisk disk)
    {
        foreach (var fault in trial.Faults(disk))
        {
            Assert.Fail($"{name}: {fault}");
        }
    }

    private static string KindOf(string path) => path switch
    {
        _ when path.Contains("journal", StringComparison.Ordinal) => "journal",
        _ when path.Contains("entries", StringComparison.Ordinal) => "bundle",
        _ when path.Contains("tile", StringComparison.Ordinal) => "tile",
        _ when path.Contains("signed", StringComparison.Ordinal) => "signed",
        _ when path.Contains("checkpoint", StringComparison.Ordinal) => "checkpoint",
        _ => path,
    };
}
