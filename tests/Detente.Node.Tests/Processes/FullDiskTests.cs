using System.Diagnostics;
using Detente.Cli;
using Detente.Node.Disks;
using Detente.Node.Fsck;

namespace Detente.Node.Tests.Processes;

/// <summary>A disk runs full under a log: a small one of its own, in memory, which only root can mount.</summary>
public sealed class FullDiskTests(ITestOutputHelper output) : IDisposable
{
    private readonly RealLog log = new();
    private bool isMounted;

    private string Small => $"{log.Root}/small";

    private string Folder => $"{Small}/log";

    private string Key => $"{Small}/keys/key";

    public void Dispose()
    {
        if (isMounted)
        {
            Mount("umount", Small);
        }

        log.Dispose();
    }

    [Fact]
    public void A_full_disk_is_said_clearly_and_once_there_is_room_the_log_goes_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root can mount a small disk");
        Directory.CreateDirectory(Small);
        Assert.SkipUnless(isMounted = Mount("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", Small), "a small disk cannot be mounted here");
        RealLog.Copy(log.Folder, Folder);
        RealLog.Copy($"{log.Root}/keys", $"{Small}/keys");

        var acknowledged = new List<(ulong, string)>();
        RealLog.Result result;
        var calls = 0;
        do
        {
            result = RealLog.Run(Append(log.Entry($"entry {calls} {new string('.', 9000 + (calls * 997 % 20000))}")));
            acknowledged.AddRange(RealLog.Acknowledged(result.Out));
            IsWhole($"after call {++calls}");
        }
        while (result.Code == ExitCode.Kept && calls < 200);
        output.WriteLine($"call {calls}: {result.Error}");
        RealLog.IsClear(result, "the disk is full");
        Assert.Contains("No space left on device", result.Error, StringComparison.Ordinal);

        for (var again = 0; again < 3; again++)
        {
            var refused = RealLog.Call(Append(log.Entry($"again {again} {new string('.', 30_000)}")));
            RealLog.IsClear(refused, "still full");
            acknowledged.AddRange(RealLog.Acknowledged(refused.Out));
            IsWhole($"still full, {again}");
        }

        Assert.True(Mount("mount", "-o", "remount,size=8m", Small));
        var last = RealLog.Succeeds(RealLog.Run(Append(log.Entry("there is room"))));
        acknowledged.AddRange(RealLog.Acknowledged(last.Out));
        IsWhole("there is room");
        RealLog.PutBack(Folder, log.Folder);
        log.Holds(acknowledged, "there is room");
        output.WriteLine($"{acknowledged.Count} acknowledged, {log.Published().Checkpoint.Size} published");
    }

    private string[] Append(string entry) => ["record", "append", Folder, entry, "--key", Key, "--passphrase-file", $"{log.Root}/passphrase"];

    private void IsWhole(string when)
    {
        var report = LogCheck.Run(new RealDisk(), Folder, Key, hasIndex: true);
        Assert.True(report.Faults.Count == 0, $"{when}: {string.Join("; ", report.Faults)}");
    }

    private static bool Mount(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
