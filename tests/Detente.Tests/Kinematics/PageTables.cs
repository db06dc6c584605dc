using System.Globalization;
using Detente.Geography;
using Detente.Kinematics;
using Detente.Quantities;

namespace Detente.Tests.Kinematics;

/// <summary>The rows of the tables in docs/kinematics.md, computed again.</summary>
internal static class PageTables
{
    public static readonly double[] Distances = [300, 500, 1000, 1300, 1770, 2000, 2500, 3000, 4000, 5000, 5500, 8000, 10_000, 13_000];

    public static IEnumerable<string> ClosedForm() => Distances.Select(km => MinimumEnergy.Over(km)).Select(arc =>
        Row($"{arc.RangeKm:F0} | {arc.AngleDegrees:F2} | {arc.SpeedKmPerSecond * 1000:F0} | {arc.ApogeeKm:F0} | {arc.Seconds / 60:F2}"));

    /// <summary>The same speed against the ground and the same angle in every direction.</summary>
    public static IEnumerable<string> SameSpeed()
    {
        foreach (var km in new[] { 500.0, 1000, 2000, 3000, 5500 })
        {
            var ends = new[] { (50, 0, true), (50, 90, true), (50, 180, true), (50, 270, true), (0, 90, true), (0, 270, true), (50, 90, false) }.Select(to =>
                Fly(to.Item3 ? EarthModel.Wgs84 : EarthModel.StillWgs84, km, to.Item1, to.Item2)).Select(flight => Text($"{flight.RangeKm:F1} / {flight.Seconds / 60:F2}"));
            yield return Row($"{km:F0} | {string.Join(" | ", ends)}");
        }
    }

    /// <summary>The worst over latitudes and azimuths, and what is stated.</summary>
    public static IEnumerable<string> SameDistance() => new[] { 300.0, 500, 1000, 2000, 3000, 5500, 8000, 10_000, 13_000 }.Select(km =>
    {
        var worst = TurningEarth.Worst(km);
        var time = $"{Percent(worst.Shortest)} to {Percent(worst.Longest)}";
        var speed = $"{Percent(worst.Slowest)} to {Percent(worst.Fastest)}";
        return Row($"{km:F0} | {time} | {ClosedFormError.OfTime(km) * 100:F1} % | {speed} | {ClosedFormError.OfSpeed(km) * 100:F1} %");
    });

    /// <summary>What the air of 1976 does on the way down, by ballistic coefficient.</summary>
    public static IEnumerable<string> Descent() => new[] { 300.0, 500, 1000, 3000, 5500, 10_000, 13_000 }.Select(km =>
    {
        var free = Fly(EarthModel.StillWgs84, km, 50, 90);
        var air = new TrajectoryIntegrator(EarthModel.StillWgs84, new StandardAtmosphere());
        var found = new[] { 1250, 2500, 5000, 10_000 }.Select(coefficient => air.Fly(Launch(km, 50, 90) with { BallisticCoefficient = coefficient })!.Value)
            .Select(flight => Text($"{Signed(flight.RangeKm - free.RangeKm)} km, {flight.Seconds - free.Seconds:F0} s"));
        return Row($"{km:F0} | {string.Join(" | ", found)}");
    });

    /// <summary>Every preset as published and as flown here.</summary>
    public static IEnumerable<string> Presets() => FlightTable.Rows.Where(row => row.Kind == "model-preset" && row.Number("range_km") is not null).Select(row =>
    {
        var flight = Powered.Fly(row);
        var published = Text($"{row.Number("range_km"):F1} / {row.Number("apogee_km"):F1} / {row.Number("time_of_flight_s"):F1}");
        return Row($"{row.Name} | {published} | {flight.RangeKm:F1} / {flight.ApogeeKm:F1} / {flight.Seconds:F1}");
    });

    /// <summary>Each thing that climbs, on paths from flat to nearly straight up.</summary>
    public static IEnumerable<string> Climbs() => Powered.All.Select(booster =>
    {
        var flights = Powered.Flights(booster).ToList();
        var (shares, gains) = (flights.Select(Powered.ShareOfBurn).ToList(), Powered.Gains(flights).ToList());
        var speed = $"{Percent(gains.Min())} to {Percent(gains.Max())}";
        return Row($"{booster.Name} | {flights[0].BurnoutSeconds:F0} | {flights.Max(flight => flight.RangeKm):F0} | {shares.Min():F2} to {shares.Max():F2} | {speed}");
    });

    /// <summary>The published flights.</summary>
    public static IEnumerable<string> Published() => PublishedFlight.All.Select(flight =>
    {
        var (time, implied) = (flight.Observed.Time()!, flight.Observed.Implies());
        var least = implied.AtLeastKm is { } km ? Text($"{km:F0}") : "–";
        var times = $"{Minutes(time.Parts[0].Minutes)} | {Minutes(time.Minutes)} | {flight.Minutes}";
        return Row($"{flight.Name} | {flight.RangeKm:0.#}, {flight.ApogeeKm:0.#} | {times} | {Km(implied.EqualSpeedKm!.Value)} | {least} | {Km(implied.Km)} | {flight.Greatest}");
    });

    /// <summary>Flight times between places.</summary>
    public static IEnumerable<string> Places() => PublishedFlight.Places.Select(place =>
    {
        var arc = MinimumEnergy.Over(place.Km);
        return Row($"{place.Name} | {place.Km:F0} | {arc.Seconds / 60:F1} | {arc.ApogeeKm:F0} | {Minutes(FlightTime.Ballistic(Amount.Exactly((decimal)place.Km)).Minutes)}");
    });

    private static IntegratedFlight Fly(EarthModel earth, double km, double latitude, double azimuth)
        => new TrajectoryIntegrator(earth).Fly(Launch(km, latitude, azimuth))!.Value;

    private static Launch Launch(double km, double latitude, double azimuth)
    {
        var arc = MinimumEnergy.Over(km);
        return new Launch(new Position(latitude, 0), azimuth, arc.SpeedKmPerSecond * 1000, arc.AngleDegrees);
    }

    /// <summary>What is one number but for rounding outward is shown as one.</summary>
    private static string Minutes(Amount amount)
        => amount.High - amount.Low < 0.02m ? Text($"{amount.High:F1}") : Text($"{amount.Low:F1} to {amount.High:F1}");

    private static string Km(Amount amount) => amount.High is not { } high ? Text($"at least {amount.Low:F0}")
        : high - amount.Low < 0.02m ? Text($"{high:F0}") : Text($"{amount.Low:F0} to {high:F0}");

    private static string Percent(double part) => $"{Signed(part * 100)} %";

    private static string Signed(double figure)
    {
        var digits = Text($"{Math.Abs(figure):F1}");
        return digits == "0.0" ? digits : (figure < 0 ? "−" : "+") + digits;
    }

    private static string Row(FormattableString cells) => $"| {cells.ToString(CultureInfo.InvariantCulture)} |";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
