using Detente.Kinematics;
using Detente.Quantities;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Kinematics;

public sealed class WarningTimeTests
{
    private static readonly FlightTimeBounds Flight = FlightTime.Ballistic(new Amount(1_700, 1_900));

    private static readonly Gen<Amount> Minutes = from low in Gen.Choose(0, 50) from width in Gen.Choose(0, 50) select new Amount(low / 10m, (low + width) / 10m);

    [Fact]
    public void What_is_left_holds_every_difference() => Prop.ForAll(Minutes.ToArbitrary(), Minutes.ToArbitrary(), Gen.Choose(0, 4).ToArbitrary(), (detection, relay, quarters) =>
    {
        var left = WarningTime.After(Flight, [Step("detection", detection), Step("relay", relay)]).LeftMinutes;
        var one = At(Flight.Minutes, quarters) - At(detection, 4 - quarters) - At(relay, quarters);
        Assert.InRange(one, left.Low!.Value, left.High!.Value);
        Assert.Equal(Flight.Minutes.Low - detection.High - relay.High, left.Low);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Flight_and_steps_stay_with_what_is_left()
    {
        var steps = new[] { Step("detection", new Amount(1, 2)), Step("confirmation", new Amount(3, null)) };
        var warning = WarningTime.After(Flight, steps);
        Assert.Same(Flight, warning.Flight);
        Assert.Equal(steps, warning.Steps);
        Assert.Null(warning.LeftMinutes.Low);
        Assert.Equal(Flight.Minutes.High - 4, warning.LeftMinutes.High);
    }

    [Fact]
    public void Steps_that_take_longer_than_the_flight_leave_less_than_nothing()
        => Assert.True(WarningTime.After(Flight, [Step("relay", Amount.Exactly(60))]).LeftMinutes.High < 0);

    [Fact]
    public void A_step_without_source_or_with_less_than_no_time_is_refused()
    {
        Assert.Throws<ArgumentException>(() => WarningTime.After(Flight, [new WarningStep("relay", Amount.Exactly(1), " ")]));
        Assert.Throws<ArgumentException>(() => WarningTime.After(Flight, [Step("relay", new Amount(-1, 2))]));
        Assert.Throws<ArgumentException>(() => WarningTime.After(Flight, [Step("relay", new Amount(2, 1))]));
    }

    private static WarningStep Step(string name, Amount minutes) => new(name, minutes, "the test");

    private static decimal At(Amount amount, int quarters) => amount.Low!.Value + (amount.High!.Value - amount.Low.Value) * quarters / 4;
}
