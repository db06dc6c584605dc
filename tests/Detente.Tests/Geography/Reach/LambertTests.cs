using Detente.Geography;
using Detente.Geography.Geodesics;
using Detente.Geography.Reach;

namespace Detente.Tests.Geography.Reach;

/// <summary>The inequalities that decide which pieces of a border are left out.</summary>
public class LambertTests
{
    [Fact]
    public void The_formula_of_Andoyer_and_Lambert_bounds_geodesics()
    {
        var count = 0;
        foreach (var (a, b) in Pairs())
        {
            var (p, q) = (Ellipsoid.ToCartesian(a), Ellipsoid.ToCartesian(b));
            var chord = new Cartesian(p.X, p.Y, p.Z * Lambert.Stretch).ChordTo(new Cartesian(q.X, q.Y, q.Z * Lambert.Stretch));
            var arc = 2 * Math.Asin(chord / 2 / Geodesic.EquatorialRadius);
            if (arc is < 0.04 or > Lambert.LongestArc)
            {
                continue;
            }

            count++;
            const double polar = Geodesic.EquatorialRadius * (1 - Geodesic.Flattening);
            var (phi, _) = Lambert.Of(chord, p.Z / polar, q.Z / polar);
            Assert.InRange(Geodesic.Distance(a, b), phi - Lambert.Margin(arc) - 1e-5, phi + 1e-5);
        }

        Assert.InRange(count, 10_000, 40_000);
    }

    private static IEnumerable<(Position A, Position B)> Pairs()
    {
        var all = Places.OverTheEarth(20_000, 7).ToArray();
        var dice = new Random(8);
        foreach (var place in all)
        {
            yield return (place, all[dice.Next(all.Length)]);
            yield return (place, Geodesic.Direct(place, 360 * dice.NextDouble(), Math.Pow(10, 2 + 5 * dice.NextDouble())).Position);
            yield return (place, new Position(-place.Latitude + dice.NextDouble() - 0.5, place.Longitude + 180 + dice.NextDouble() - 0.5) is var near && Math.Abs(near.Latitude) <= 90 ? near : place);
        }
    }
}
