using Detente.Geography.Geodesics;

namespace Detente.Tests.Geography.Geodesics;

/// <summary>Every line of the published test set.</summary>
public sealed class GeodTestTests(ITestOutputHelper output)
{
    /// <summary>The test set's coordinates are rounded to doubles, which alone moves a point by up to 1.6 nm.</summary>
    [Fact]
    public void Every_distance_is_right_to_15_nm()
    {
        Assert.Equal(10_000, GeodTest.All.Count);
        Worst("distance, of 15 nm", t => Math.Abs(Geodesic.Distance(t.A, t.B) - t.Metres) / 1.5e-8);
        Worst("distance back, of 15 nm", t => Math.Abs(Geodesic.Inverse(t.B, t.A).DistanceMetres - t.Metres) / 1.5e-8);
    }

    [Fact]
    public void Every_path_ends_within_15_nm()
        => Worst("end, of 15 nm", t => Geodesic.Distance(Geodesic.Direct(t.A, t.Azimuth1, t.Metres).Position, t.B) / 1.5e-8);

    [Fact]
    public void Every_path_leads_back_within_15_nm()
        => Worst("way back, of 15 nm", t => Geodesic.Distance(Geodesic.Direct(t.B, t.Azimuth2, -t.Metres).Position, t.A) / 1.5e-8);

    /// <summary>
    /// A path arrives with the azimuth it should. Beside a pole meridians turn under it, by sin φ for each degree of
    /// longitude, and a nanometre is many degrees: that part is taken out.
    /// </summary>
    [Fact]
    public void Every_path_arrives_in_its_direction()
        => Worst("direction, of 5 × 10^-13 degree", t =>
        {
            var end = Geodesic.Direct(t.A, t.Azimuth1, t.Metres);
            var turn = Math.IEEERemainder(end.Position.Longitude - t.B.Longitude, 360) * Math.Sin(t.B.Latitude * Math.PI / 180);
            return Math.Abs(Math.IEEERemainder(end.Azimuth2 - t.Azimuth2 - turn, 360)) / 5e-13;
        });

    /// <summary>15 nm of place turn the azimuth at the other end by 15 nm over the reduced length, which is small between nearly opposite points and between near ones.</summary>
    [Fact]
    public void Every_azimuth_is_right_to_what_15_nm_of_place_turn_it_by()
    {
        Worst("first azimuth, of what is allowed", t => Turn(Geodesic.Inverse(t.A, t.B).Azimuth1, t.Azimuth1, t));
        Worst("second azimuth, of what is allowed", t => Turn(Geodesic.Inverse(t.A, t.B).Azimuth2, t.Azimuth2, t));

        static double Turn(double azimuth, double expected, GeodTest t)
            => Math.Abs(Math.IEEERemainder(azimuth - expected, 360)) / (1e-13 + 180 / Math.PI * 1.5e-8 / Math.Abs(t.ReducedLength));
    }

    /// <summary>m₁₂ changes by a metre for each metre of place, and by up to a·f·π ≈ 67 km for each radian of azimuth where points are nearly opposite.</summary>
    [Fact]
    public void Every_reduced_length_is_right_to_what_15_nm_of_place_change_it_by()
        => Worst("reduced length, of what is allowed", t
            => Math.Abs(Geodesic.Inverse(t.A, t.B).ReducedLengthMetres - t.ReducedLength) / (1.5e-8 + 67_000 * 1.5e-8 / Math.Abs(t.ReducedLength)));

    /// <summary>The area turns with the azimuths: c² for each radian.</summary>
    [Fact]
    public void Every_area_is_right_to_a_tenth_of_a_square_metre_and_what_15_nm_of_place_change_it_by()
        => Worst("area, of what is allowed", t
            => Math.Abs(Geodesic.AreaUnder(t.A, t.B) - t.Area) / (0.1 + Ellipsoid.Area / (4 * Math.PI) * 1.5e-8 / Math.Abs(t.ReducedLength)));

    /// <summary>Tells the worst line, and fails when it is over what is allowed.</summary>
    private void Worst(string what, Func<GeodTest, double> part)
    {
        var (worst, line) = GeodTest.All.Select(t => (part(t), t.Line)).Max();
        output.WriteLine($"{what}: {worst:F3} at line {line}");
        Assert.InRange(worst, 0, 1);
    }
}
