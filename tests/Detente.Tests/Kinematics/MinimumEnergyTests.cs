using System.Globalization;
using Detente.Kinematics;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Kinematics;

/// <summary>The closed form against a table that was computed apart from this code, and was given as printed.</summary>
public sealed class MinimumEnergyTests
{
    /// <summary>Range km; angle degrees, speed m/s, apogee km, minutes, as printed; then what this code gives where the last printed digit differs.</summary>
    public static TheoryData<double, string, string, string, string, string?> Table => new()
    {
        { 300, "44.33", "1696", "74", "4.18", null },
        { 500, "43.88", "2173", "122", "5.46", "apogee 122.516" },
        { 1000, "42.75", "3016", "240", "7.91", null },
        { 1300, "42.08", "3401", "308", "9.14", null },
        { 1770, "41.02", "3901", "410", "10.89", null },
        { 2000, "40.50", "4113", "459", "11.70", null },
        { 2500, "39.38", "4518", "560", "13.35", null },
        { 3000, "38.25", "4865", "655", "14.92", "angle 38.255" },
        { 4000, "36.01", "5433", "828", "17.86", null },
        { 5000, "33.76", "5883", "976", "20.61", null },
        { 5500, "32.63", "6075", "1040", "21.93", "apogee 1040.523" },
        { 8000, "27.01", "6805", "1264", "27.99", null },
        { 10000, "22.52", "7198", "1320", "32.18", "apogee 1319.477" },
        { 13000, "15.77", "7588", "1196", "37.22", null },
    };

    public static TheoryData<string> Places => [.. PublishedFlight.Places.Select(place => place.Name)];

    [Theory]
    [MemberData(nameof(Table))]
    public void The_table_is_reproduced_to_its_printed_digits(double km, string angle, string speed, string apogee, string minutes, string? differing)
    {
        var arc = MinimumEnergy.Over(km);
        (string Name, double Value, string Printed, string Form)[] figures =
        [
            ("angle", arc.AngleDegrees, angle, "F2"),
            ("speed", arc.SpeedKmPerSecond * 1000, speed, "F0"),
            ("apogee", arc.ApogeeKm, apogee, "F0"),
            ("time", arc.Seconds / 60, minutes, "F2"),
        ];
        foreach (var (name, value, printed, form) in figures)
        {
            if (differing is { } known && known.StartsWith(name, StringComparison.Ordinal))
            {
                // The table has one unit of its last digit less or more. Newton's law in small steps sides with this code.
                Assert.Equal(known, $"{name} {value.ToString("F3", CultureInfo.InvariantCulture)}");
                Assert.InRange(Math.Abs(value - double.Parse(printed, CultureInfo.InvariantCulture)), 0, form == "F0" ? 0.53 : 0.0053);
                Assert.Equal(arc.ApogeeKm, Orbit.Fly(arc.SpeedKmPerSecond, arc.AngleDegrees).ApogeeKm, 1e-2);
            }
            else
            {
                Assert.Equal(printed, value.ToString(form, CultureInfo.InvariantCulture));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_times_between_places_are_reproduced(string pair)
    {
        var (_, km, minutes, apogee) = PublishedFlight.Places.Single(place => place.Name == pair);
        // Distances are whole kilometres, and so is the doubt: a tenth of a minute is 13 km, a kilometre of apogee 5.
        Assert.Contains(minutes, Printed(d => MinimumEnergy.Over(d).Seconds / 60, km, "F1"));
        Assert.Contains(apogee, Printed(MinimumEnergy.ApogeeKm, km, "F0"));
    }

    [Fact]
    public void Speed_and_range_are_each_others_inverse() => Prop.ForAll(Gen.Choose(1, 200_000).ToArbitrary(), tenths =>
        Assert.Equal(tenths / 10.0, MinimumEnergy.GreatestRangeKm(MinimumEnergy.Over(tenths / 10.0).SpeedKmPerSecond), 1e-5)).QuickCheckThrowOnFailure();

    [Fact]
    public void Speed_and_time_grow_with_range() => Prop.ForAll(Gen.Choose(0, 200_000).ToArbitrary(), Gen.Choose(0, 200_000).ToArbitrary(), (a, b) =>
    {
        var (near, far) = (MinimumEnergy.Over(Math.Min(a, b) / 10.0), MinimumEnergy.Over(Math.Max(a, b) / 10.0));
        Assert.True(near.Seconds <= far.Seconds && near.SpeedKmPerSecond <= far.SpeedKmPerSecond);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_angle_is_45_degrees_less_a_quarter_of_the_angle_of_the_range() => Prop.ForAll(Gen.Choose(1, 200_000).ToArbitrary(), tenths =>
        Assert.Equal(45 - tenths / 10.0 / 6371 / 4 * 180 / Math.PI, MinimumEnergy.Over(tenths / 10.0).AngleDegrees, 1e-9)).QuickCheckThrowOnFailure();

    [Fact]
    public void From_the_speed_of_a_low_orbit_every_place_is_reached()
    {
        Assert.Equal(StillEarth.FarthestKm, MinimumEnergy.GreatestRangeKm(7.92));
        Assert.True(MinimumEnergy.GreatestRangeKm(7.90) < StillEarth.FarthestKm);
        Assert.Equal(0, MinimumEnergy.GreatestRangeKm(0));
        // To the other side it is half a circular orbit at the ground.
        var around = MinimumEnergy.Over(StillEarth.FarthestKm);
        Assert.Equal(0, around.ApogeeKm, 1e-9);
        Assert.Equal(Math.PI * Math.Sqrt(6371.0 * 6371 * 6371 / StillEarth.Mu), around.Seconds, 1e-6);
    }

    private static IEnumerable<string> Printed(Func<double, double> of, double km, string form)
        => new[] { km - 0.5, km, km + 0.5 }.Select(d => of(d).ToString(form, CultureInfo.InvariantCulture));
}
