using Detente.Cli;

namespace Detente.Node.Tests.Processes;

/// <summary>A log has one writer, a key one user and one log.</summary>
public sealed class OneWriterTests : IDisposable
{
    private readonly RealLog log = new();

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task A_second_process_is_refused_and_the_first_goes_on()
    {
        RealLog.Copy(log.Folder, $"{log.Root}/twin");
        using var first = RealLog.Start(log.Arguments("append", "--lines"));
        var errors = first.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await first.StandardInput.WriteAsync("one\n");
        await first.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("0  ", await first.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var second = RealLog.Run(log.Arguments("append", log.Entry("two")));
        Assert.Equal((ExitCode.BadInput, "", $"detente: another process writes to {log.Folder}. Wait until it has ended: a log has one writer\n"), (second.Code, second.Out, second.Error));

        var twin = RealLog.Run(["record", "append", $"{log.Root}/twin", log.Entry("two"), "--key", log.Key, "--passphrase-file", $"{log.Root}/passphrase"]);
        Assert.Equal((ExitCode.BadInput, "", $"detente: another process signs with {log.Key}. Wait until it has ended: a key has one user at a time\n"), (twin.Code, twin.Out, twin.Error));

        var check = log.Check();
        Assert.Empty(check.Faults);
        Assert.Single(check.NotChecked);

        first.StandardInput.Close();
        Assert.StartsWith("checkpoint  1  ", await first.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((ExitCode.Kept, ""), (first.ExitCode, await errors));
        log.Append("two");
        log.IsWhole("at the end");
    }

    /// <summary>The framework can be told to lock nothing; the log is locked all the same.</summary>
    [Fact]
    public async Task It_is_refused_whatever_the_framework_is_told_of_locks()
    {
        using var first = RealLog.Start(log.Arguments("append", "--lines"), "env", "DOTNET_SYSTEM_IO_DISABLEFILELOCKING=1");
        await first.StandardInput.WriteAsync("one\n");
        await first.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        await first.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var second = RealLog.Run(log.Arguments("append", log.Entry("two")), "env", "DOTNET_SYSTEM_IO_DISABLEFILELOCKING=1");
        Assert.Equal((ExitCode.BadInput, $"detente: another process writes to {log.Folder}. Wait until it has ended: a log has one writer\n"), (second.Code, second.Error));
        first.Kill();
        await first.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_key_that_signs_for_another_log_is_refused()
    {
        // The same key under two origins: a copy of its file, without what stands beside it, knows nothing of the first.
        Directory.CreateDirectory($"{log.Root}/others");
        File.Copy(log.Key, $"{log.Root}/others/key");
        var (folder, key) = ($"{log.Root}/other", $"{log.Root}/others/key");
        RealLog.Succeeds(RealLog.Call("record", "init", folder, "--key", key, "--origin", "example.org/other", "--passphrase-file", $"{log.Root}/passphrase"));
        var append = RealLog.Call("record", "append", folder, log.Entry("one"), "--key", log.Key, "--passphrase-file", $"{log.Root}/passphrase");
        Assert.Equal((ExitCode.BadInput, $"detente: {log.Key}.signed says that this key signs for {RealLog.Origin}, not for example.org/other: a log needs a key of its own\n"), (append.Code, append.Error));
        Assert.Equal((ulong)0, log.Published().Checkpoint.Size);

        var init = RealLog.Call("record", "init", $"{log.Root}/third", "--key", log.Key, "--origin", "example.org/third", "--passphrase-file", $"{log.Root}/passphrase");
        Assert.Equal((ExitCode.BadInput, false), (init.Code, Directory.Exists($"{log.Root}/third")));
        RealLog.IsClear(init, "init");
    }
}
