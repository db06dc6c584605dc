using Detente.Geography;
using Detente.Geography.Geodesics;
using Detente.Geography.Reach;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Geography.Reach;

/// <summary>What holds of distances to any territory, from any place.</summary>
public class DistancePropertyTests
{
    private static readonly TerritoryDistance[] Lands =
        [.. new[] { "RUS", "FJI", "ATA", "CHE" }.Select(code => TerritoryDistance.Of(TerritoryDistanceTests.Land(code)))];

    private static readonly Gen<Position> Place = Gen.Choose(-1_000_000, 1_000_000).Two()
        .Select(pair => new Position(Math.Asin(pair.Item1 / 1e6) * 180 / Math.PI, pair.Item2 * 180e-6));

    private static readonly Gen<(Position From, Position To)> Step = Place.SelectMany(from => Gen.Choose(0, 359).Two()
        .Select(way => (from, Geodesic.Direct(from, way.Item1, Math.Pow(10, way.Item2 / 60.0)).Position)));

    [Fact]
    public void A_step_changes_it_by_no_more_than_its_length() => Holds(Step, step => Lands.All(land =>
    {
        var (a, b, metres) = (land.To(step.From), land.To(step.To), Geodesic.Distance(step.From, step.To));
        var (c, d) = (land.ToBorder(step.From), land.ToBorder(step.To));
        return Math.Max(a.LowMetres - b.HighMetres, b.LowMetres - a.HighMetres) <= metres + 1e-6
            && Math.Max(c.LowMetres - d.HighMetres, d.LowMetres - c.HighMetres) <= metres + 1e-6;
    }));

    [Fact]
    public void The_bounds_are_in_order_and_near_each_other() => Holds(Place, place => Lands.All(land =>
    {
        var (fine, border, coarse) = (land.To(place), land.ToBorder(place), land.Bounds(place));
        return fine.LowMetres >= 0 && fine.LowMetres <= fine.HighMetres && fine.HighMetres - fine.LowMetres <= 1
            && border.HighMetres - border.LowMetres <= 1 && fine.LowMetres <= border.HighMetres
            && coarse.LowMetres <= fine.HighMetres + 1e-6 && fine.LowMetres <= coarse.HighMetres + 1e-6
            && land.Contains(place) == (fine.HighMetres == 0);
    }));

    [Fact]
    public void Whole_turns_do_not_matter() => Holds(Place, place => Lands.All(land =>
    {
        // By less than the last digit of 540 degrees, 1e-13.
        var (here, there) = (land.To(place), land.To(place with { Longitude = place.Longitude + 360 }));
        return Math.Abs(here.HighMetres - there.HighMetres) < 1e-4;
    }));

    [Fact]
    public void Of_two_territories_it_is_no_more_than_by_way_of_a_place() => Holds(Place, place =>
        Lands[0].To(Lands[3]).LowMetres <= Lands[0].To(place).HighMetres + Lands[3].To(place).HighMetres + 1e-6, 10);

    [Fact]
    public void A_query_allocates_nothing()
    {
        var places = Places.OverTheEarth(200, 11).ToArray();
        Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Ask()
        {
            foreach (var place in places)
            {
                Lands[0].To(place);
                Lands[0].ToBorder(place);
                Lands[0].Bounds(place);
                Lands[0].Contains(place);
            }
        }
    }

    private static void Holds<T>(Gen<T> of, Func<T, bool> property, int count = 400)
        => Prop.ForAll(Arb.From(of), property).Check(Config.QuickThrowOnFailure.WithMaxTest(count));
}
