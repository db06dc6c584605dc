using Detente.Geography.Geodesics;

namespace Detente.Tests.Geography.Geodesics;

/// <summary>Every line of the published test set.</summary>
public sealed class GeodTestTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_distance_is_right_to_15_nm()
    {
        var worst = GeodTest.All.MaxBy(t => Math.Abs(Geodesic.Distance(t.A, t.B) - t.Metres))!;
        var error = Math.Abs(Geodesic.Distance(worst.A, worst.B) - worst.Metres);
        output.WriteLine($"worst {error:E2} m, line {worst.Line}");
        Assert.Equal(10_000, GeodTest.All.Count);
        Assert.InRange(error, 0, 1.5e-8);
    }

    [Fact]
    public void Every_end_is_right()
    {
        var worst = GeodTest.All.MaxBy(Miss)!;
        output.WriteLine($"worst {Miss(worst):E2} m, line {worst.Line}");
        Assert.InRange(Miss(worst), 0, 3e-8);

        static double Miss(GeodTest t)
        {
            var end = Geodesic.Direct(t.A, t.Azimuth1, t.Metres);
            return Geodesic.Distance(end.Position, t.B);
        }
    }

    /// <summary>
    /// Between nearly opposite points the azimuth, and with it the area, turns by the error of a place over the reduced
    /// length: 15 nm of place may turn it by 15 nm / m₁₂, and the area by the square of the authalic radius times that.
    /// </summary>
    [Fact]
    public void Every_area_is_right_to_a_tenth_of_a_square_metre_and_what_15_nm_of_place_can_turn_it_by()
    {
        var worst = GeodTest.All.MaxBy(Excess)!;
        output.WriteLine($"worst {Math.Abs(Geodesic.AreaUnder(worst.A, worst.B) - worst.Area):E2} m², {Excess(worst):F2} of what is allowed, line {worst.Line}");
        Assert.InRange(Excess(worst), 0, 1);

        static double Excess(GeodTest t)
            => Math.Abs(Geodesic.AreaUnder(t.A, t.B) - t.Area) / (0.1 + Ellipsoid.Area / (4 * Math.PI) * 1.5e-8 / Math.Abs(t.ReducedLength));
    }
}
