using Detente.Assessment;
using Detente.Geography;
using Detente.Quantities;
using Detente.Statements;
using Detente.Tests.Judgement.Oracle;

namespace Detente.Tests.Judgement;

/// <summary>Warnings of short flight times (rule 7.10): each in a small world, the engine and the oracle together.</summary>
public class WarningTests
{
    // Between the two, 128 km from Borea's capital: a few minutes.
    private static readonly MapWorld World = MapWorld.Apart.Warns(10).Site("S1", new GeoPoint(55, 23));
    private static readonly MapWorld Short = World.Type("A", "T1", Amount.Exactly(500), "ballistic").Holds("A", "T1", "S1", Amount.Exactly(3));

    [Fact]
    public void By_every_account_it_is_given()
    {
        var warning = Assert.Single(Short.Warnings());
        Assert.Equal(("A", "T1", "S1", "B", WarningState.Given), (warning.Party, warning.Item, warning.Place, warning.To, warning.State));
        Assert.True(warning.Time!.Minutes.High < 10);
        Assert.Equal(["A-0001", "A-0002", "A-0003"], warning.Cites);
        Assert.Empty(warning.Unknown);
    }

    [Fact]
    public void Not_one_s_own_capital() => Assert.DoesNotContain(Short.Site("S2", new GeoPoint(55, 21)).Holds("A", "T1", "S2", Amount.Exactly(1)).Warnings(), warning => warning.To == "A");

    [Fact]
    public void Where_it_certainly_is_not_nothing_is_listed()
    {
        Assert.Empty(World.Type("A", "T1", Amount.Exactly(50), "ballistic").Holds("A", "T1", "S1", Amount.Exactly(3)).Warnings()); // out of reach
        Assert.Empty(Short.Warns(1).Warnings()); // not so soon
        Assert.Empty(Short.Warnings("2000-03-01")); // not there yet
    }

    [Fact]
    public void Where_accounts_of_the_range_differ_so_do_they_of_the_warning()
    {
        var warning = Assert.Single(World.Type("A", "T1", Amount.Exactly(50), "ballistic").Type("B", "T1", Amount.Exactly(500)).Holds("A", "T1", "S1", Amount.Exactly(3)).Warnings());
        Assert.Equal(WarningState.AccountsDiffer, warning.State);
        Assert.Equal([Truth.False, Truth.True], warning.Accounts.Select(account => account.Holds));
    }

    [Fact]
    public void Where_it_is_only_by_another_s_account_accounts_differ()
        => Assert.Equal(WarningState.AccountsDiffer, Assert.Single(World.Type("A", "T1", Amount.Exactly(500), "ballistic").Holds("B", "T1", "S1", Amount.Exactly(3)).Warnings()).State);

    [Theory]
    [InlineData(false, true, true, "the range of T1")]
    [InlineData(true, false, true, "the kind of T1")]
    [InlineData(true, true, false, "where S1 is")]
    public void What_would_have_to_be_known_is_named(bool hasRange, bool hasKind, bool hasPoint, string missing)
    {
        var world = MapWorld.Apart.Warns(10).Site("S1", hasPoint ? new GeoPoint(55, 23) : null)
            .Type("A", "T1", hasRange ? Amount.Exactly(500) : null, hasKind ? "ballistic" : null).Holds("A", "T1", "S1", Amount.Exactly(3));
        var warning = Assert.Single(world.Warnings());
        Assert.Equal(WarningState.CannotBeTold, warning.State);
        Assert.Contains(missing, warning.Unknown);
    }

    [Fact]
    public void A_later_word_of_none_ends_it_and_an_earlier_one_does_not()
    {
        var world = Short.Holds("A", "T1", "S1", Amount.Zero, "2000-06-01");
        Assert.Single(world.Warnings("2000-05-31"));
        Assert.Empty(world.Warnings("2000-06-01"));
        Assert.Single(Short.Holds("A", "T1", "S1", Amount.Zero, "2000-03-01").Warnings());
    }

    [Fact]
    public void None_in_one_state_does_not_end_what_is_there_in_another()
    {
        var world = World.Type("A", "T1", Amount.Exactly(500), "ballistic").Holds("A", "T1", "S1", Amount.Exactly(3), state: "stored").Holds("A", "T1", "S1", Amount.Zero, "2000-06-01", "deployed");
        Assert.Equal(WarningState.Given, Assert.Single(world.Warnings()).State);
        Assert.Empty(world.Holds("A", "T1", "S1", Amount.Zero, "2000-07-01", "stored").Warnings());
        Assert.Empty(world.Holds("A", "T1", "S1", Amount.Zero, "2000-07-01").Warnings());
    }

    [Fact]
    public void What_an_act_moved_away_may_not_have_been_all_and_what_it_brought_is_there()
    {
        var world = Short.Site("S2", new GeoPoint(55, 22.9m)).Says("A", Verb.Reports, new ActWord
        {
            Act = "M1", Kind = "transit", By = "A", Item = "T1", FromPlace = "S1", Place = "S2", Start = SmallWorld.Time("2000-05-01"), End = SmallWorld.Time("2000-05-03"),
        });
        Assert.Equal([WarningState.CannotBeTold, WarningState.Given], world.Warnings().Select(warning => warning.State));
        Assert.Equal([WarningState.CannotBeTold], world.Warnings("2000-05-02").Select(warning => warning.State));
        Assert.All(world.Warnings(), warning => Assert.Contains("A-0005", warning.Cites));
    }

    [Fact]
    public void A_launcher_flies_what_it_launches()
    {
        var world = World.Type("A", "L1", launches: "T1").Type("A", "T1", Amount.Exactly(500), "ballistic").Holds("A", "L1", "S1", Amount.Exactly(1));
        var warning = Assert.Single(world.Warnings());
        Assert.Equal(("L1", WarningState.Given), (warning.Item, warning.State));
        Assert.Contains("A-0003", warning.Cites);
    }

    [Fact]
    public void A_cruise_flight_takes_its_distance_over_its_speed()
    {
        MapWorld Cruise(Amount? speed) => World.Type("A", "T1", Amount.Exactly(500), "cruise", speed).Holds("A", "T1", "S1", Amount.Exactly(3));
        Assert.Empty(Cruise(Amount.Exactly(700)).Warnings()); // eleven minutes
        Assert.Equal(WarningState.Given, Assert.Single(Cruise(Amount.Exactly(900)).Warnings()).State);
        Assert.Equal(WarningState.CannotBeTold, Assert.Single(Cruise(null).Warnings()).State);
        Assert.Equal(WarningState.CannotBeTold, Assert.Single(Cruise(Amount.Zero).Warnings()).State); // nothing flies at no speed
    }

    [Fact]
    public void A_warning_has_no_finding() => Assert.Empty(SlowOracle.Assess(Short.Agreement, Short.Record, SmallWorld.Last("2001-01-01"), SmallWorld.Last("2001-01-01")));
}
