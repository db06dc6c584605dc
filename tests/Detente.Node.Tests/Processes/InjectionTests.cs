using Detente.Cli;

namespace Detente.Node.Tests.Processes;

/// <summary>
/// A process asks the system for something about a file of the log, or of its key, and is told that it failed: each call in turn, by
/// <c>strace</c>. The call of the user ends clearly, or is unharmed; nothing acknowledged is lost; the next call goes on.
/// </summary>
/// <remarks>
/// The call is <c>record append</c> of two files, which does its work on one thread: open the log, keep, write tiles, sign, publish, index, close. Of the calls that change
/// something every one fails once with EIO; of those that read, one for each file and way. <c>DETENTE_INJECTIONS=all</c> (<c>bench/run failures</c>) lets every single
/// one fail, with EIO and with ENOSPC. What a failure leaves half done is the matter of FailureTests, and --lines, whose threads are several, that of KillTests.
/// </remarks>
public sealed class InjectionTests(ITestOutputHelper output) : IDisposable
{
    private static readonly bool IsAll = Environment.GetEnvironmentVariable("DETENTE_INJECTIONS") == "all";
    private static readonly string[] Changing = ["pwrite64", "write", "fdatasync", "fsync", "rename", "renameat2", "mkdir", "unlink", "rmdir", "ftruncate"];

    private readonly RealLog log = new();
    private readonly SortedDictionary<string, int> table = new(StringComparer.Ordinal);

    private string Trace => $"{log.Root}/trace";

    public void Dispose() => log.Dispose();

    [Fact]
    public void Whatever_call_of_the_system_fails_nothing_acknowledged_is_lost()
    {
        Assert.SkipWhen(Strace.Missing is not null, Strace.Missing ?? "");
        log.Append("first");
        var (first, second) = (log.Entry("second"), log.Entry("third"));
        RealLog.Copy(log.Folder, $"{log.Root}/before/log");
        RealLog.Copy($"{log.Root}/keys", $"{log.Root}/before/keys");
        RealLog.Succeeds(RealLog.Run(log.Arguments("append", first, second), Strace.Behind(Trace)));
        var calls = Strace.Calls(Trace, log.Root).Where(call => call.File.StartsWith("log/", StringComparison.Ordinal) || call.File.StartsWith("keys", StringComparison.Ordinal)).ToList();
        var chosen = IsAll ? calls : [.. calls.DistinctBy(Sample)];
        foreach (var error in (string[])(IsAll ? ["EIO", "ENOSPC"] : ["EIO"]))
        {
            foreach (var call in chosen)
            {
                Fail(call, error, first, second);
            }
        }

        output.WriteLine($"{calls.Count} calls about files, {chosen.Count} of them failed");
        foreach (var (what, count) in table)
        {
            output.WriteLine($"{what}: {count}");
        }

        Assert.True(chosen.Count > 80, "the run made too few calls");
    }

    /// <summary>What one call stands for where not all are made to fail. Locks of readers, which the framework takes, stand for one another.</summary>
    private static object Sample(FileCall call)
        => call.Name == "flock" ? call.How.Contains("LOCK_EX", StringComparison.Ordinal) ? call : call.How
            : IsChanging(call) && !call.File.EndsWith("-shm", StringComparison.Ordinal) ? call
            : call.Kind;

    private static bool IsChanging(FileCall call) => Changing.Contains(call.Name) || call.How.Contains("O_CREAT", StringComparison.Ordinal);

    private void Fail(FileCall call, string error, string first, string second)
    {
        RealLog.PutBack($"{log.Root}/before/log", log.Folder);
        RealLog.PutBack($"{log.Root}/before/keys", $"{log.Root}/keys");
        var result = RealLog.Run(log.Arguments("append", first, second), Strace.Failing(Trace, call, error));
        var when = $"{error} of {call.Name} {call.Number}, {call.File} {call.How}";
        Assert.Equal(call.Kind, Strace.Injected(Trace, log.Root)?.Kind);
        if (result.Code != ExitCode.Kept)
        {
            RealLog.IsClear(result, when);
        }
        else
        {
            Assert.Equal(2, RealLog.Acknowledged(result.Out).Count());
        }

        log.IsWhole(when);
        var again = RealLog.Call(log.Arguments("append", first));
        Assert.True(again.Code == ExitCode.Kept, $"{when}: the next call ends with {again.Code}: {again.Error}");
        log.IsWhole($"{when}, gone on");
        log.Holds(RealLog.Acknowledged(result.Out).Concat(RealLog.Acknowledged(again.Out)), when);
        var what = $"{call.Name} {(result.Code == ExitCode.Kept ? "unharmed" : $"ends with {result.Code}, {RealLog.Acknowledged(result.Out).Count()} acknowledged")}";
        table[what] = table.GetValueOrDefault(what) + 1;
        output.WriteLine($"  {when}: {result.Code} {result.Error.TrimEnd()}");
    }
}
