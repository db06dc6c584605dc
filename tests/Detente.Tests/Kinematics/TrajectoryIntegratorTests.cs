using System.Globalization;
using Detente.Geography;
using Detente.Geography.Geodesics;
using Detente.Kinematics;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Kinematics;

/// <summary>The integrator against a table that others integrated, against the closed form, and against what physics keeps.</summary>
public sealed class TrajectoryIntegratorTests
{
    private static readonly Position At50 = new(50, 0);

    private static readonly Gen<Launch> Launches =
        from lat in Gen.Choose(-900, 900) from lon in Gen.Choose(-1800, 1799) from azimuth in Gen.Choose(0, 359)
        from speed in Gen.Choose(500, 7000) from angle in Gen.Choose(5, 90)
        select new Launch(new Position(lat / 10.0, lon / 10.0), azimuth, speed, angle);

    /// <summary>
    /// Range km and, where printed, minutes: launched at 50° N with the speed and angle of the closed form, to the north, east, south and west;
    /// and east from an Earth that stands still.
    /// </summary>
    public static TheoryData<double, string, string, string, string, string> Turning => new()
    {
        { 500, "500/5.46", "506/5.55", "500", "495/5.38", "500" },
        { 1000, "1001/7.91", "1016/8.10", "1001", "985/7.73", "999" },
        { 2000, "2001", "2050/12.15", "2002", "1954/11.29", "1998" },
        { 3000, "3000", "3100/15.69", "3004", "2907/14.22", "2996" },
        { 5500, "5494/21.94", "5807/23.88", "5510", "5213/20.24", "5489" },
    };

    public static TheoryData<double, double> Descents
    {
        get
        {
            var data = new TheoryData<double, double>();
            foreach (var km in new[] { 500, 1000, 3000, 5500 })
            {
                foreach (var coefficient in new[] { 2500, 5000, 10_000 })
                {
                    data.Add(km, coefficient);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Turning))]
    public void What_turning_does_is_reproduced_to_the_printed_digits(double km, string north, string east, string south, string west, string still)
    {
        AsPrinted(north, Fly(EarthModel.Wgs84, km, 0));
        AsPrinted(east, Fly(EarthModel.Wgs84, km, 90));
        AsPrinted(south, Fly(EarthModel.Wgs84, km, 180));
        AsPrinted(west, Fly(EarthModel.Wgs84, km, 270));
        AsPrinted(still, Fly(EarthModel.StillWgs84, km, 90));
    }

    [Theory]
    [MemberData(nameof(Descents))]
    public void What_drag_on_the_way_down_does_is_what_small_steps_in_a_plane_come_to(double km, double coefficient)
    {
        var arc = MinimumEnergy.Over(km);
        var launch = new Launch(At50, 30, arc.SpeedKmPerSecond * 1000, arc.AngleDegrees, coefficient);
        var flight = new TrajectoryIntegrator(EarthModel.Sphere, new ExponentialAtmosphere()).Fly(launch)!.Value;
        var (range, apogee, seconds) = Orbit.Fly(arc.SpeedKmPerSecond, arc.AngleDegrees, 0.01, height => height < 60 ? 1.225 * Math.Exp(-height / 7.2) / coefficient : 0);
        Assert.Equal(range, flight.RangeKm, 0.02);
        Assert.Equal(apogee, flight.ApogeeKm, 0.01);
        Assert.Equal(seconds, flight.Seconds, 0.05);
        Assert.True(flight.Seconds > arc.Seconds && flight.RangeKm < arc.RangeKm);
    }

    [Fact]
    public void Over_a_still_sphere_it_comes_to_the_closed_form() => Prop.ForAll(
        // A path that grazes the ground is left out: there a metre of height is a kilometre of range.
        Gen.Choose(50, 19_000).ToArbitrary(), Gen.Choose(100, 3_000).ToArbitrary(), Gen.Choose(0, 359).ToArbitrary(), (range, apogee, azimuth) =>
    {
        var arc = BallisticArc.Through(range, apogee);
        var flight = new TrajectoryIntegrator(EarthModel.Sphere).Fly(new Launch(At50, azimuth, arc.SpeedKmPerSecond * 1000, arc.AngleDegrees))!.Value;
        Assert.Equal(arc.RangeKm, flight.RangeKm, 1e-3);
        Assert.Equal(arc.ApogeeKm, flight.ApogeeKm, 1e-3);
        Assert.Equal(arc.Seconds, flight.Seconds, 1e-3);
        Assert.Equal(arc.SpeedKmPerSecond * 1000, flight.EndSpeed, 1e-3);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_air_the_speed_against_the_ground_is_the_same_at_both_ends_but_for_the_shape() => Prop.ForAll(Launches.ToArbitrary(), launch =>
    {
        // Seen from the turning ground energy is kept, with the pull outward in it: what is left is how much higher the potential of one end is.
        var flight = new TrajectoryIntegrator(EarthModel.Wgs84).Fly(launch)!.Value;
        var gain = (flight.EndSpeed * flight.EndSpeed - launch.SpeedMetresPerSecond * launch.SpeedMetresPerSecond) / 2;
        Assert.Equal(Potential(launch.From) - Potential(flight.End), gain, 0.05);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_the_step_has_a_sixteenth_of_the_error()
    {
        var seconds = new[] { 40.0, 20, 10, 5, 2.5 }
            .Select(step => new TrajectoryIntegrator(EarthModel.Wgs84) { CoastStep = step }.Fly(Launch(3000, 70))!.Value.Seconds).ToArray();
        for (var i = 1; i + 2 < seconds.Length; i++)
        {
            Assert.InRange((seconds[i] - seconds[i + 1]) / (seconds[i + 1] - seconds[i + 2]), 14, 20);
        }
    }

    [Fact]
    public void East_and_west_are_alike_while_the_Earth_stands_still_and_longitude_never_matters() => Prop.ForAll(Launches.ToArbitrary(), launch =>
    {
        var still = new TrajectoryIntegrator(EarthModel.StillWgs84);
        Assert.Equal(still.Fly(launch)!.Value.Seconds, still.Fly(launch with { AzimuthDegrees = 360 - launch.AzimuthDegrees })!.Value.Seconds, 1e-6);
        var turning = new TrajectoryIntegrator(EarthModel.Wgs84);
        var moved = launch with { From = new Position(launch.From.Latitude, launch.From.Longitude - 77) };
        Assert.Equal(turning.Fly(launch)!.Value.RangeKm, turning.Fly(moved)!.Value.RangeKm, 1e-5);
        // The other half of the Earth is its mirror: north and south change places.
        var mirrored = launch with { From = new Position(-launch.From.Latitude, launch.From.Longitude), AzimuthDegrees = 180 - launch.AzimuthDegrees };
        Assert.Equal(turning.Fly(launch)!.Value.RangeKm, turning.Fly(mirrored)!.Value.RangeKm, 1e-5);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void The_end_lies_on_the_ground_where_the_range_says() => Prop.ForAll(Launches.ToArbitrary(), launch =>
    {
        var flight = new TrajectoryIntegrator(EarthModel.Wgs84).Fly(launch)!.Value;
        Assert.Equal(flight.RangeKm * 1000, Geodesic.Distance(launch.From, flight.End), 1e-3);
        Assert.True(flight.ApogeeKm > 0 && flight.Seconds > 0 && flight.BurnoutSeconds == 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_air_slows_more() => Prop.ForAll(Launches.ToArbitrary(), launch =>
    {
        var air = new TrajectoryIntegrator(EarthModel.Wgs84, new StandardAtmosphere());
        var speeds = new[] { double.PositiveInfinity, 10_000, 5_000, 2_500 }.Select(c => air.Fly(launch with { BallisticCoefficient = c })!.Value.EndSpeed).ToArray();
        Assert.Equal(speeds.OrderDescending(), speeds);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void What_never_comes_down_is_told_and_what_does_not_go_up_is_refused()
    {
        var integrator = new TrajectoryIntegrator(EarthModel.Wgs84);
        Assert.Null(integrator.Fly(new Launch(At50, 90, 12_000, 45)));
        Assert.Throws<ArgumentException>(() => integrator.Fly(new Launch(At50, 90, 3000, 0)));
        Assert.Throws<ArgumentException>(() => integrator.Fly(new Launch(At50, 90, double.NaN, 45)));
    }

    private static IntegratedFlight Fly(EarthModel earth, double km, double azimuth) => new TrajectoryIntegrator(earth).Fly(Launch(km, azimuth))!.Value;

    private static Launch Launch(double km, double azimuth)
    {
        var arc = MinimumEnergy.Over(km);
        return new Launch(At50, azimuth, arc.SpeedKmPerSecond * 1000, arc.AngleDegrees);
    }

    /// <summary>Half a unit of the last printed digit, and a tenth of a unit more: 3,000.5 km is printed as 3,000.</summary>
    private static void AsPrinted(string printed, IntegratedFlight flight)
    {
        var parts = printed.Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(parts[0], flight.RangeKm, 0.6);
        if (parts.Length > 1)
        {
            Assert.Equal(parts[1], flight.Seconds / 60, 0.006);
        }
    }

    /// <summary>Of gravity with J2 and of the turning, at a place on the ground, J/kg. The ellipsoid is not quite level for J2 alone.</summary>
    private static double Potential(Position place)
    {
        var p = Ellipsoid.ToCartesian(place);
        var r = Math.Sqrt(p.X * p.X + p.Y * p.Y + p.Z * p.Z);
        var earth = EarthModel.Wgs84;
        var sinSquare = p.Z * p.Z / (r * r);
        return -earth.Mu / r * (1 - earth.J2 * Math.Pow(earth.EquatorialRadius / r, 2) * (3 * sinSquare - 1) / 2)
            - earth.RotationRate * earth.RotationRate * (p.X * p.X + p.Y * p.Y) / 2;
    }
}
