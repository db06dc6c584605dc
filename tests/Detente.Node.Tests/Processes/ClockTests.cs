using Detente.Cli;

namespace Detente.Node.Tests.Processes;

/// <summary>A clock that goes back: nothing is signed until it is right again, and nothing is lost.</summary>
public sealed class ClockTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2031, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly RealLog log = new(isMade: false);

    public ClockTests()
    {
        RealLog.Succeeds(RealLog.CallAt(new Clock(Noon), log.Arguments("init")));
        RealLog.Succeeds(RealLog.CallAt(new Clock(Noon), log.Arguments("append", log.Entry("one"))));
    }

    public void Dispose() => log.Dispose();

    [Fact]
    public void A_call_before_the_last_signature_is_refused_and_one_after_it_goes_on()
    {
        var entry = log.Entry("two");
        var early = RealLog.CallAt(new Clock(Noon.AddHours(-1)), log.Arguments("append", entry));
        Assert.Equal((ExitCode.BadInput, ""), (early.Code, early.Out));
        Assert.Equal("detente: the clock says 2031-03-01T11:00:00Z, and the last signature is of 2031-03-01T12:00:00Z: nothing is signed before the clock is set right\n", early.Error);
        log.IsWhole("refused");
        Assert.Equal(1UL, log.Published().Checkpoint.Size);

        RealLog.Succeeds(RealLog.CallAt(new Clock(Noon.AddMinutes(1)), log.Arguments("append", entry)));
        Assert.Equal(2UL, log.Published().Checkpoint.Size);
    }

    /// <summary>Clocks are set right by small steps.</summary>
    [Fact]
    public void Some_seconds_are_let_pass()
        => RealLog.Succeeds(RealLog.CallAt(new Clock(Noon.AddSeconds(-4)), log.Arguments("append", log.Entry("two"))));

    [Fact]
    public void Where_it_goes_back_in_the_middle_what_is_acknowledged_is_published_later()
    {
        // Right while the log is opened, an hour slow when it comes to sign.
        var broken = RealLog.CallAt(new Clock(Noon, Noon.AddHours(-1)), log.Arguments("append", log.Entry("two")));
        Assert.Equal(ExitCode.BadInput, broken.Code);
        Assert.StartsWith("1  ", broken.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("checkpoint", broken.Out, StringComparison.Ordinal);
        RealLog.IsClear(broken, "append");
        log.IsWhole("broken off");
        Assert.Equal(1UL, log.Published().Checkpoint.Size);

        var later = RealLog.Succeeds(RealLog.CallAt(new Clock(Noon.AddMinutes(1)), log.Arguments("append", log.Entry("three"))));
        log.Holds(RealLog.Acknowledged(broken.Out).Concat(RealLog.Acknowledged(later.Out)), "later");
        Assert.Equal(3UL, log.Published().Checkpoint.Size);
    }

    /// <summary>Tells the given instants, the last of them for ever.</summary>
    private sealed class Clock(params DateTimeOffset[] instants) : TimeProvider
    {
        private int next;

        public override DateTimeOffset GetUtcNow() => instants[Math.Min(next++, instants.Length - 1)];
    }
}
