using System.Globalization;
using Detente.Kinematics;
using Detente.Quantities;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Kinematics;

/// <summary>Published flights: their time from range and apogee, and what they imply for the greatest range.</summary>
public sealed class ObservedFlightTests
{
    public static TheoryData<string> Names => [.. PublishedFlight.All.Select(flight => flight.Name)];

    public static TheoryData<string> Rows => [.. FlightTable.Rows.Where(row => row.Kind == "flight").Select(row => $"{row.Name} {row.Fields["date_or_note"]}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_closed_form_comes_to_the_printed_digits(string name)
    {
        var flight = PublishedFlight.All.Single(flight => flight.Name == name);
        var arc = BallisticArc.Through(flight.RangeKm, flight.ApogeeKm);
        Assert.Equal(flight.ClosedMinutes, (arc.Seconds / 60).ToString("F1", CultureInfo.InvariantCulture));
        Assert.Equal(flight.ClosedGreatestKm, MinimumEnergy.GreatestRangeKm(arc.SpeedKmPerSecond).ToString("F0", CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_published_time_and_greatest_range_lie_in_the_stated_intervals(string name)
    {
        var flight = PublishedFlight.All.Single(flight => flight.Name == name);
        Assert.True(flight.Observed.Reconciles() == Truth.True, $"{flight.Minutes} is not in {flight.Observed.Time()!.Minutes}");
        var implied = flight.Observed.Implies();
        Assert.All(flight.GreatestKm, km =>
        {
            Assert.Equal(Truth.True, Amount.Exactly(km).Within(implied.Km));
            Assert.True(implied.AtLeastKm is not { } least || least <= km);
        });
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_flight_of_the_table_fits_itself_as_far_as_it_is_published(string name)
    {
        var row = FlightTable.Rows.Single(row => row.Kind == "flight" && $"{row.Name} {row.Fields["date_or_note"]}" == name);
        // Figures are given as "about", or to whole kilometres and minutes: 2 % and half a minute either way.
        var observed = new ObservedFlight(
            About(row.Number("range_km"))!.Value,
            About(row.Number("apogee_km")),
            row.Number("time_of_flight_s") is { } s ? new Amount((decimal)s / 60 - 0.5m, (decimal)s / 60 + 0.5m) : null);
        Assert.Equal(observed is { ApogeeKm: not null, Minutes: not null } ? Truth.True : Truth.Unknown, observed.Reconciles());
    }

    [Fact]
    public void Figures_that_do_not_reconcile_are_told()
    {
        var flight = new ObservedFlight(Amount.Exactly(998), Amount.Exactly(3725), Amount.Exactly(20));
        Assert.Equal(Truth.False, flight.Reconciles());
        Assert.Equal(Truth.Unknown, (flight with { Minutes = new Amount(20, 45) }).Reconciles());
        Assert.Equal(Truth.Unknown, (flight with { ApogeeKm = null }).Reconciles());
    }

    [Fact]
    public void Only_a_high_path_gives_a_lower_bound_by_computation()
    {
        Assert.NotNull(Of(998, 3725).Implies().AtLeastKm);
        // 779 km is the apogee of least speed over 3,700 km.
        Assert.Null(Of(3700, 770).Implies().AtLeastKm);
        Assert.Null(Of(1770, 322).Implies().AtLeastKm);
        Assert.Null(new ObservedFlight(new Amount(9_000, 11_000), new Amount(1_315, 1_400)).Implies().AtLeastKm);
    }

    [Fact]
    public void Without_an_apogee_only_the_tested_range_is_told()
    {
        var implied = new ObservedFlight(new Amount(1900, 1950)).Implies();
        Assert.Equal(new Amount(1900, null), implied.TestedKm);
        Assert.Equal(implied.TestedKm, implied.Km);
        Assert.Null(implied.EqualSpeedKm);
    }

    [Fact]
    public void What_is_implied_holds_for_every_flight_in_the_interval() => Prop.ForAll(
        Gen.Choose(0, 12_000).ToArbitrary(), Gen.Choose(0, 6_000).ToArbitrary(), Gen.Choose(0, 99).ToArbitrary(), (range, apogee, where) =>
    {
        var flight = new ObservedFlight(new Amount(range, range + 400), new Amount(apogee, apogee + 300));
        var (r, h) = (range + 400 * (where % 10) / 9.0, apogee + 300 * (where / 10) / 9.0);
        var arc = BallisticArc.Through(r, h);
        var (implied, time) = (flight.Implies(), flight.Time()!.Parts[0].Minutes);
        Assert.InRange(MinimumEnergy.GreatestRangeKm(arc.SpeedKmPerSecond), (double)implied.EqualSpeedKm!.Value.Low!, (double)implied.EqualSpeedKm.Value.High!);
        Assert.InRange(arc.Seconds / 60, (double)time.Low!, (double)time.High!);
        if (implied.AtLeastKm is not null)
        {
            Assert.True(h >= MinimumEnergy.ApogeeKm(r));
        }
    }).QuickCheckThrowOnFailure();

    private static ObservedFlight Of(decimal range, decimal apogee) => new(Amount.Exactly(range), Amount.Exactly(apogee));

    private static Amount? About(double? figure) => figure is { } value ? new Amount((decimal)(value * 0.98), (decimal)(value * 1.02)) : null;
}
