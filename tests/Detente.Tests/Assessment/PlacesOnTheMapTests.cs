using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Geography;
using Detente.Geography.Reach;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Tests.Judgement;

/// <summary>Places told by territory, border and reach (rules 4.4 and 7.3): each in a small world, the engine and the oracle together.</summary>
public class PlacesOnTheMapTests
{
    private static readonly TerritoryOf Another = new TerritoryOf.AnotherParty();
    private static readonly PlaceSelector InReach = new PlaceSelector.InReachOf(Another);
    private static readonly PlaceSelector InTheOther = new PlaceSelector.Within(Another);

    // A degree south of Borea's southern border: 111 km along the meridian.
    private static readonly GeoPoint South = new(53, 25);

    private static readonly MapWorld World = MapWorld.Apart.Holds("A", "T1", "S1", Amount.Exactly(3));
    private static readonly MapWorld Reaching = World.Forbids(InReach).Site("S1", South);

    [Theory]
    [InlineData(24.01, 0.0, Verdict.NotKept)] // 640 m inside
    [InlineData(24.01, 0.7, Verdict.Undetermined)] // and perhaps outside
    [InlineData(23.99, 0.0, Verdict.Kept)]
    [InlineData(23.99, 0.7, Verdict.Undetermined)]
    [InlineData(24.0, 0.0, Verdict.Undetermined)] // nearer than a metre to a border, no side is told
    public void A_place_whose_error_reaches_the_border_may_lie_on_either_side(double east, double errorKm, Verdict verdict)
        => Assert.Equal(verdict, World.Forbids(InTheOther).Type("A", "T1").Site("S1", new GeoPoint(55, (decimal)east, (decimal)errorKm)).Find("T1 at S1").Verdict);

    [Theory]
    [InlineData(150, 200, Verdict.NotKept)]
    [InlineData(100, 150, Verdict.Undetermined)]
    [InlineData(50, 100, Verdict.Kept)]
    public void A_range_that_may_be_more_or_less_than_the_distance_tells_nothing(int low, int high, Verdict verdict)
        => Assert.Equal(verdict, Reaching.Type("A", "T1", new Amount(low, high)).Find("T1 at S1").Verdict);

    [Fact]
    public void A_range_equal_to_the_distance_and_a_metre_reaches()
    {
        var bounds = TerritoryDistance.Of(Polygon.Of([new(54, 24), new(56, 24), new(56, 26), new(54, 26)], 0)).To(new Position(53, 25));
        var (near, far) = ((decimal)(Math.Floor(bounds.LowMetres) - 1) / 1000, (decimal)(Math.Ceiling(bounds.HighMetres) + 1) / 1000);
        Assert.InRange(far - near, 0, 0.004m);
        Assert.Equal(Verdict.NotKept, Reaching.Type("A", "T1", Amount.Exactly(far)).Find("T1 at S1").Verdict);
        Assert.Equal(Verdict.Undetermined, Reaching.Type("A", "T1", Amount.Exactly(near)).Find("T1 at S1").Verdict);
        Assert.Equal(Verdict.Kept, Reaching.Type("A", "T1", new Amount(0, near, HighOpen: true)).Find("T1 at S1").Verdict);
        Assert.Equal(Verdict.NotKept, Reaching.Site("S2", new GeoPoint(55, 25)).Holds("A", "T1", "S2", Amount.Exactly(1)).Type("A", "T1", Amount.Zero).Find("T1 at S2").Verdict);
    }

    [Fact]
    public void A_disputed_range_is_followed_in_each_account()
    {
        var finding = Reaching.Type("A", "T1", Amount.Exactly(100)).Type("B", "T1", Amount.Exactly(500)).Find("T1 at S1");
        Assert.Equal(Verdict.Disputed, finding.Verdict);
        Assert.Equal([Verdict.Kept, Verdict.NotKept], finding.Accounts.Select(account => account.Verdict));
        Assert.Contains("B-0001", finding.Cites);
    }

    [Fact]
    public void A_launcher_reaches_as_far_as_the_missile_it_launches()
    {
        var world = MapWorld.Apart.Forbids(InReach).Site("S1", South).Holds("A", "L1", "S1", Amount.Exactly(2)).Type("A", "L1", launches: "T1");
        Assert.Equal(Verdict.Undetermined, world.Find("L1 at S1").Verdict);
        var finding = world.Type("A", "T1", Amount.Exactly(500)).Find("L1 at S1");
        Assert.Equal((Verdict.NotKept, true), (finding.Verdict, finding.Cites.Contains("A-0004")));
        Assert.Equal(Verdict.Kept, world.Type("A", "L1", Amount.Exactly(80), launches: "T1").Type("A", "T1", Amount.Exactly(500)).Find("L1 at S1").Verdict); // its own range first
    }

    [Fact]
    public void Without_a_point_nothing_is_told_and_the_reason_says_so()
    {
        var world = World.Forbids(InReach).Type("A", "T1", Amount.Exactly(5000)).Site("S1", null);
        Assert.Equal(Verdict.Undetermined, world.Find("T1 at S1").Verdict);
        Assert.Contains("nobody says where S1 is", world.Explain("T1 at S1").OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disputed_area_nobody_reads_leaves_it_open_and_is_named()
    {
        var world = Disputed;
        var finding = world.Find("T1 at S1");
        Assert.Equal(Verdict.Undetermined, finding.Verdict);
        Assert.Contains("Crimea", world.Explain("T1 at S1").OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disputed_area_that_the_parties_read_differently_makes_a_dispute_until_a_finding()
    {
        var world = Disputed.Reads("A", "Crimea", "B", false).Reads("B", "Crimea", "Borea", true);
        var finding = world.Find("T1 at S1");
        Assert.Equal(Verdict.Disputed, finding.Verdict);
        Assert.Equal([Verdict.Kept, Verdict.NotKept], finding.Accounts.Select(account => account.Verdict));
        Assert.Equal(["A-0004", "B-0001"], finding.Cites.Where(id => id is "A-0004" or "B-0001"));
        Assert.Equal(Verdict.Kept, world.Reads("B", "Crimea", "B", false, Verb.Finds).Find("T1 at S1").Verdict);
    }

    [Fact]
    public void One_party_s_reading_is_not_taken_for_another_s()
    {
        var finding = Disputed.Reads("A", "Crimea", "B", false).Find("T1 at S1");
        Assert.Equal([Verdict.Kept, Verdict.Undetermined], finding.Accounts.Select(account => account.Verdict));
        Assert.Equal(Verdict.Undetermined, finding.Verdict);
    }

    [Fact]
    public void What_the_text_says_of_an_area_stands_over_every_reading()
    {
        var land = new RegionPart.Land(["UKR"]);
        var world = Disputed.Reads("A", "Crimea", "B", false).Reads("B", "Crimea", "B", false);
        Assert.Equal(Verdict.NotKept, world.Territory("B", land, new RegionPart.DisputedArea("Crimea")).Find("T1 at S1").Verdict);
        Assert.Equal(Verdict.Kept, Disputed.Reads("B", "Crimea", "B", true).With(new TerritoryTerm("B", new Region.Except(land, new RegionPart.DisputedArea("Crimea")))).Find("T1 at S1").Verdict);
    }

    // East of the Golan Heights: their eastern line is a border by one reading only, and no other is as near.
    [Theory]
    [InlineData(33.05, 36.1, Verdict.Undetermined)]
    [InlineData(35.0, 38.5, Verdict.Kept)]
    public void A_border_that_only_one_reading_has_is_neither_there_nor_absent(double north, double east, Verdict verdict)
    {
        var world = World.Type("A", "T1").Territory("B", new RegionPart.Land(["SYR"])).Forbids(new PlaceSelector.NearBorder(27, Another)).Site("S1", new GeoPoint((decimal)north, (decimal)east));
        Assert.Equal(verdict, world.Find("T1 at S1").Verdict);
        Assert.NotEqual(Verdict.Undetermined, world.Reads("A", "Golan Heights", "B", true).Reads("B", "Golan Heights", "B", true).Find("T1 at S1").Verdict);
    }

    [Theory]
    [InlineData(180, Verdict.NotKept)]
    [InlineData(-179.9, Verdict.NotKept)]
    [InlineData(171, Verdict.NotKept)]
    [InlineData(-169, Verdict.Kept)]
    [InlineData(165, Verdict.Kept)]
    [InlineData(0, Verdict.Kept)]
    public void A_polygon_runs_over_the_antimeridian(double east, Verdict verdict)
    {
        var world = World.Territory("B", MapWorld.Polygon(0, (60, 170), (60, -170), (65, -170), (65, 170))).Type("A", "T1").Site("S1", new GeoPoint(62.5m, (decimal)east));
        Assert.Equal(verdict, world.Forbids(InTheOther).Find("T1 at S1").Verdict);
    }

    [Fact]
    public void A_side_drawn_on_the_antimeridian_is_a_border()
    {
        var world = World.Territory("B", MapWorld.Polygon(0, (60, 170), (60, 180), (70, 180), (70, 170))).Type("A", "T1");
        Assert.Equal(Verdict.Undetermined, world.Forbids(InTheOther).Site("S1", new GeoPoint(65, 179.999m, 20)).Find("T1 at S1").Verdict);
        Assert.Equal(Verdict.NotKept, world.Forbids(new PlaceSelector.NearBorder(50, Another)).Site("S1", new GeoPoint(65, 179.9m)).Find("T1 at S1").Verdict);
    }

    [Fact]
    public void The_cut_of_the_map_is_no_border()
    {
        var world = World.Territory("B", MapWorld.Polygon(0, (60, 170), (60, -170), (65, -170), (65, 170))).Type("A", "T1");
        Assert.Equal(Verdict.Kept, world.Forbids(new PlaceSelector.NearBorder(50, Another)).Site("S1", new GeoPoint(62.5m, 179.99m)).Find("T1 at S1").Verdict);
        Assert.Equal(Verdict.NotKept, world.Forbids(new PlaceSelector.NearBorder(60, Another)).Site("S1", new GeoPoint(60.5m, 180)).Find("T1 at S1").Verdict);
    }

    [Fact]
    public void Parts_that_share_a_side_are_one_land()
    {
        var world = World.Type("A", "T1").Territory("B", MapWorld.Polygon(0, (54, 24), (56, 24), (56, 26), (54, 26)), MapWorld.Polygon(0, (54, 26), (56, 26), (56, 28), (54, 28))).Site("S1", new GeoPoint(55, 26));
        Assert.Equal(Verdict.NotKept, world.Forbids(InTheOther).Find("T1 at S1").Verdict);
        Assert.Equal(Verdict.Kept, world.Forbids(new PlaceSelector.NearBorder(50, Another)).Find("T1 at S1").Verdict);
    }

    // Even-odd over all their lines would put what they have in common outside.
    [Fact]
    public void Parts_that_overlap_are_told_one_by_one_and_not_measured_to()
    {
        var world = World.Type("A", "T1", Amount.Exactly(9000)).Territory("B", MapWorld.Polygon(0, (54, 24), (56, 24), (56, 26), (54, 26)), MapWorld.Polygon(0, (54, 25), (56, 25), (56, 27), (54, 27)));
        Assert.Equal(Verdict.NotKept, world.Forbids(InTheOther).Site("S1", new GeoPoint(55, 25.5m)).Find("T1 at S1").Verdict);
        Assert.Equal(Verdict.Undetermined, world.Forbids(InReach).Site("S1", South).Find("T1 at S1").Verdict);
    }

    [Theory]
    [InlineData(22.2, Verdict.NotKept)] // 13 km from it
    [InlineData(22.5, Verdict.Kept)]
    [InlineData(20.1, Verdict.Kept)] // near another border of Alba's
    public void A_strip_along_the_line_two_territories_share(double east, Verdict verdict)
        => Assert.Equal(verdict, Line(MapWorld.Polygon(0, (54, 22), (56, 22), (56, 24), (54, 24))).Site("S1", new GeoPoint(55, (decimal)east)).Find("T1 at S1").Verdict);

    [Fact]
    public void A_shared_line_is_one_whichever_turn_it_is_drawn_in()
        => Assert.Equal(Verdict.NotKept, Line(MapWorld.Polygon(0, (54, -179), (56, -179), (56, -178), (54, -178))).Territory("A", MapWorld.Polygon(0, (54, 179), (56, 179), (56, -179), (54, -179)))
            .Site("S1", new GeoPoint(55, -179.1m)).Find("T1 at S1").Verdict);

    [Fact]
    public void Without_a_line_in_common_there_is_no_strip()
        => Assert.Equal(Verdict.Kept, Line(MapWorld.Polygon(0, (54, 24), (56, 24), (56, 26), (54, 26))).Site("S1", new GeoPoint(55, 22.01m)).Find("T1 at S1").Verdict);

    [Theory]
    [InlineData(30.0, 53.0, Verdict.Kept)]
    [InlineData(35.62, 33.24, Verdict.Undetermined)] // the line in common hangs on who has the Golan Heights
    [InlineData(35.85, 32.9, Verdict.Undetermined)]
    public void The_line_between_two_countries_follows_how_areas_are_read(double east, double north, Verdict verdict)
        => Assert.Equal(verdict, Line(new RegionPart.Land(["SYR"])).Territory("A", new RegionPart.Land(["ISR"])).Site("S1", new GeoPoint((decimal)north, (decimal)east)).Find("T1 at S1").Verdict);

    [Fact]
    public void Readings_that_a_zone_rests_on_are_cited()
    {
        var finding = Disputed.Zone("Z", new Region.AnyOf([new RegionPart.OfTerritory("B")])).Forbids(new PlaceSelector.InZone("Z")).Reads("B", "Crimea", "B", true).Find("T1 at S1");
        Assert.Contains("B-0001", finding.Cites);
    }

    [Fact]
    public void A_region_joins_by_strong_Kleene_logic()
    {
        var (north, unknown) = (new RegionPart.Disc(new Circle(new GeoPoint(55, 25), 100)), new RegionPart.NearBorder(64, "B"));
        Verdict In(Region region) => World.Type("A", "T1").Site("S1", new GeoPoint(55, 25, 20)).Zone("Z", region).Forbids(new PlaceSelector.InZone("Z")).Find("T1 at S1").Verdict;
        Assert.Equal(Verdict.Undetermined, In(new Region.AnyOf([unknown])));
        Assert.Equal(Verdict.NotKept, In(new Region.AnyOf([unknown, north])));
        Assert.Equal(Verdict.Undetermined, In(new Region.AllOf([unknown, north])));
        Assert.Equal(Verdict.Kept, In(new Region.AllOf([unknown, new RegionPart.OfSites(["S2"])])));
        Assert.Equal(Verdict.Undetermined, In(new Region.Except(north, unknown)));
        Assert.Equal(Verdict.Kept, In(new Region.Except(unknown, north)));
    }

    private static MapWorld Disputed => MapWorld.Apart.Territory("B", new RegionPart.Land(["UKR"])).Forbids(InTheOther)
        .Site("S1", new GeoPoint(45.2m, 34.1m)).Type("A", "T1").Holds("A", "T1", "S1", Amount.Exactly(1));

    private static MapWorld Line(RegionPart of) => World.Type("A", "T1").Territory("B", of)
        .Zone("Z", new Region.AnyOf([new RegionPart.NearLine(15, "A", "B")])).Forbids(new PlaceSelector.InZone("Z"));
}
