using Detente.Node.Fsck;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;
using Detente.Node.Tests.Logs;

namespace Detente.Node.Tests.Fsck;

/// <summary>What a process that was killed, or a power cut, leaves is no damage: the check passes it, at every moment.</summary>
public class BrokenOffTests(ITestOutputHelper output)
{
    [Fact]
    public void Whatever_a_power_cut_leaves_is_no_damage()
    {
        var disk = new CrashDisk();
        disk.CreateFolder("keys");
        var states = 0;
        var notes = new SortedSet<string>(StringComparer.Ordinal);
        var tried = new HashSet<object>();
        disk.Before = (call, what) =>
        {
            foreach (var found in PowerCut.Of(disk, call).Append(disk.Copy()).Where(found => tried.Add(found.Key)))
            {
                states++;
                foreach (var note in Check(found, $"before call {call} ({what})"))
                {
                    notes.Add(note);
                }
            }
        };
        var trial = new Trial();
        Trial.Create(disk);
        foreach (var count in (int[])[1, 251, 3])
        {
            using var log = Trial.Open(disk);
            trial.GoOn(log);
            trial.Append(log, count);
            trial.Publish(log);
            trial.Append(log, 2);
        }

        output.WriteLine($"{states} states; notes:");
        foreach (var note in notes)
        {
            output.WriteLine($"  {note}");
        }

        Assert.True(states > 500);
        Assert.True(notes.Count >= 4, "the run left too few kinds of remains");
    }

    /// <summary>The notes; there is no fault.</summary>
    private static IEnumerable<string> Check(CrashDisk found, string when)
    {
        FsckReport report;
        try
        {
            report = LogCheck.Run(found, Trial.Folder, found.Read($"{Trial.Key}.signed") is null ? null : Trial.Key, hasIndex: false);
        }
        catch (RefusedException)
        {
            // making the log broke off before there was one
            return [];
        }

        Assert.True(report.Faults.Count == 0, $"{when}: {string.Join("; ", report.Faults)}");
        return report.Notes.Select(note => new string([.. note.Message.Where(letter => !char.IsAsciiDigit(letter))]));
    }
}
