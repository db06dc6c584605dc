using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Tests.Judgement.Oracle;
using Detente.Time;

namespace Detente.Tests.Judgement;

/// <summary>The oracle on small worlds worked out by hand from the design, form by form.</summary>
public class OracleTests
{
    private static readonly SmallWorld World = new();

    [Theory]
    [InlineData("2000-04-01", Verdict.Kept)] // received on the day 30 days before the start
    [InlineData("2000-04-02", Verdict.NotKept)] // 29 days
    public void A_prior_notice_needs_thirty_days(string received, Verdict verdict)
    {
        var finding = World.With(Prior).Says("A", received, Verb.Announces, Act("E1", "elimination", start: "2000-05-01"))
            .Says("A", "2000-05-03", Verb.Reports, Act("E1", "elimination", start: "2000-05-01"))
            .Find("A", "E1", "2000-06-01");
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(SmallWorld.First("2000-04-01"), finding.Due);
        Assert.Equal(["A-0001", "A-0002"], finding.Cites);
        Assert.Equal(Basis.Declared, finding.Basis);
    }

    [Fact]
    public void A_cancelled_act_is_not_triggered() => Assert.Equal(
        Verdict.NotTriggered,
        World.With(Prior).Says("A", "2000-04-20", Verb.Announces, Act("E1", "elimination", start: "2000-05-01"))
            .Says("A", "2000-04-25", Verb.Announces, Act("E1", "elimination") with { Cancelled = true })
            .Find("A", "E1", "2000-06-01").Verdict);

    [Fact]
    public void A_postponed_act_counts_from_the_first_receipt_to_the_last_start()
    {
        var world = World.With(Prior).Says("A", "2000-04-20", Verb.Announces, Act("E1", "elimination", start: "2000-05-01"))
            .Says("A", "2000-04-28", Verb.Announces, Act("E1", "elimination", start: "2000-05-20"));
        Assert.Equal(Verdict.Pending, world.Find("A", "E1", "2000-04-22").Verdict);
        Assert.Equal(Verdict.Kept, world.Find("A", "E1", "2000-04-28").Verdict);
        Assert.Equal(Verdict.Kept, world.Says("A", "2000-05-22", Verb.Reports, Act("E1", "elimination", start: "2000-05-20")).Find("A", "E1", "2000-06-01").Verdict);
    }

    [Theory]
    [InlineData("2000-04-03T10:00:00Z", Verdict.Kept, false)] // 48 hours to the tick
    [InlineData("2000-04-03T10:00:01Z", Verdict.NotKept, false)] // one second more
    public void An_answer_is_due_within_forty_eight_hours(string answered, Verdict verdict, bool late)
    {
        var finding = World.With(Answer).Asks("B", "2000-04-01T10:00:00Z", "Q1")
            .Says("A", answered, Verb.Answers, new Message(null, [], "Q1", null)).Find("A", "Q1", "2000-06-01");
        Assert.Equal((verdict, late), (finding.Verdict, finding.Late));
        Assert.Equal(SmallWorld.Tick("2000-04-03T10:00:00Z"), finding.Due);
    }

    [Fact]
    public void Silence_is_pending_until_due_and_then_not_kept_and_a_refusal_is_no_answer()
    {
        var world = World.With(Answer).Asks("B", "2000-04-01T10:00:00Z", "Q1").Says("A", "2000-04-02T10:00:00Z", Verb.Refuses, new Message(null, [], "Q1", null));
        var due = SmallWorld.Tick("2000-04-03T10:00:00Z");
        Assert.Equal(Verdict.Pending, world.At("A", "Q1", due).Verdict);
        var finding = world.At("A", "Q1", due + 1);
        Assert.Equal((Verdict.NotKept, due + 1), (finding.Verdict, finding.Since));
    }

    [Fact]
    public void A_meeting_in_place_of_the_answer_keeps_the_chain_late()
    {
        var world = World.With(Answer with
        {
            Otherwise = [new Duty(new Bearer.ThatParty(), new Deed.Conduct("meeting", 'Q'), new Due.Within(new Lapse(48, LapseUnit.Hour), new TriggerTime.Deadline(), false))],
        }).Asks("B", "2000-04-01T10:00:00Z", "Q1");
        Assert.Equal(Verdict.Pending, world.Find("A", "Q1", "2000-04-04").Verdict);
        var met = world.Says("A", "2000-04-06", Verb.Reports, Act("M1", "meeting") with { About = "Q1", Start = SmallWorld.Time("2000-04-05T10:00:00Z") });
        var finding = met.Find("A", "Q1", "2000-06-01");
        Assert.Equal((Verdict.Kept, true), (finding.Verdict, finding.Late));
    }

    [Fact]
    public void A_limit_follows_the_declaration_and_what_is_eliminated()
    {
        var world = World.With(AtMostTwo).Covers("acquisition", "removal").Holds("A", "2000-03-01", 4).Says("A", "2000-04-03", Verb.Reports, Act("E1", "elimination", start: "2000-04-01") with { Item = "T1", Amount = Amount.Exactly(2) });
        var before = world.Find("A", null, "2000-03-31");
        Assert.Equal((Verdict.NotKept, SmallWorld.First("2000-03-01"), null), (before.Verdict, before.Since, before.Until));
        var after = world.Find("A", null, "2000-04-30");
        Assert.Equal((Verdict.NotKept, (long?)SmallWorld.Last("2000-04-01")), (after.Verdict, after.Until));
    }

    [Fact]
    public void Production_that_is_not_covered_leaves_the_limit_open() => Assert.Equal(
        (Verdict.Kept, Verdict.Undetermined),
        (World.With(AtMostTwo).Covers("acquisition", "removal").Holds("A", "2000-03-01", 1).Find("A", null, "2000-04-30").Verdict,
            World.With(AtMostTwo).Covers("removal").Holds("A", "2000-03-01", 1).Find("A", null, "2000-04-30").Verdict));

    [Theory]
    [InlineData(3, true)] // 5 - 3 are left, the act of two being among the three
    [InlineData(2, false)] // 5 - 2, and not 5 - 2 - 2
    public void A_cumulative_figure_stands_for_the_acts_it_spans(int figure, bool cures)
    {
        var world = World.With(AtMostTwo).Covers("acquisition", "removal").Holds("A", "2000-03-01", 5)
            .Says("A", "2000-03-11", Verb.Reports, Act("E1", "elimination", start: "2000-03-10") with { Item = "T1", Amount = Amount.Exactly(2) })
            .Says("A", "2000-04-02", Verb.Reports, Act("E2", "elimination", start: "2000-03-02") with { Item = "T1", Amount = Amount.Exactly(figure), End = SmallWorld.Time("2000-04-01"), Cumulative = true });
        var finding = world.Find("A", null, "2000-04-30");
        Assert.Equal((Verdict.NotKept, cures ? SmallWorld.Last("2000-04-01") : (long?)null), (finding.Verdict, finding.Until));
    }

    [Fact]
    public void The_twenty_first_act_is_over_a_quota_of_twenty()
    {
        var clause = new Quota(new Bearer.EachParty(), new ActSelector("inspection", null, []), "treaty-year", [new QuotaStep(20, 1, 3)]);
        var world = World.With(clause).Covers("inspection");
        for (var i = 1; i <= 20; i++)
        {
            world = world.Says("A", $"2000-04-{i:00}", Verb.Reports, Act($"I{i}", "inspection", start: $"2000-04-{i:00}"));
        }

        Assert.Equal((Verdict.Kept, 0), (world.Find("A", "year 1", "2000-05-01").Verdict, world.Find("A", "year 1", "2000-05-01").Left));
        var over = world.Says("A", "2000-04-22", Verb.Reports, Act("I21", "inspection", start: "2000-04-22")).Find("A", "year 1", "2000-05-01");
        Assert.Equal((Verdict.NotKept, SmallWorld.First("2000-04-22")), (over.Verdict, over.Since));
    }

    [Fact]
    public void A_range_of_480_km_by_its_owner_and_over_500_by_another_is_disputed()
    {
        var world = World.With(NoTests)
            .Says("A", "2000-03-02", Verb.Declares, Range("T3", new Amount(480, 480)))
            .Says("B", "2000-03-03", Verb.Observes, Range("T3", new Amount(500, null, LowOpen: true)) with { Words = new Dictionary<string, string>(), Is = null })
            .Says("A", "2000-04-03", Verb.Reports, Act("F1", "test", start: "2000-04-01") with { Item = "T3" });
        var finding = world.Find("A", "F1", "2000-05-01");
        Assert.Equal(Verdict.Disputed, finding.Verdict);
        Assert.Equal([new AccountVerdict("A", Verdict.Kept), new AccountVerdict("B", Verdict.NotKept)], finding.Accounts);
        Assert.Equal([new Need(Verb.Finds, "both", "F1", null)], finding.SettledBy);
        Assert.Equal(["A-0001", "B-0001", "A-0002"], finding.Cites);
    }

    [Fact]
    public void What_another_observed_is_undetermined_until_the_bearer_denies_it()
    {
        var world = World.With(NoTests).Covers("messages").Says("B", "2000-04-03", Verb.Observes, Act("F1", "test", start: "2000-04-01") with { Item = "T1", By = "A" });
        var silent = world.Find("A", "F1", "2000-05-01");
        Assert.Equal(Verdict.Undetermined, silent.Verdict);
        Assert.Equal([new Need(Verb.Reports, "A", "F1", null), new Need(Verb.Explains, "A", "F1", null)], silent.SettledBy);
        Assert.Equal(Verdict.Disputed, world.Says("A", "2000-04-10", Verb.Denies, new Denial(["F1"])).Find("A", "F1", "2000-05-01").Verdict);
    }

    [Fact]
    public void A_joint_finding_stands_in_every_account()
    {
        var world = World.With(NoTests).Says("B", "2000-04-03", Verb.Observes, Act("F1", "test", start: "2000-04-01") with { Item = "T1", By = "A" })
            .Says("A", "2000-04-10", Verb.Denies, new Denial(["F1"]))
            .Says("A", "2000-04-20", Verb.Finds, Act("F1", "test", start: "2000-04-01") with { Item = "T1" }, joint: "B");
        var finding = world.Find("A", "F1", "2000-05-01");
        Assert.Equal((Verdict.NotKept, Basis.Found), (finding.Verdict, finding.Basis));
        Assert.Equal(Verdict.Disputed, world.Find("A", "F1", "2000-04-15").Verdict);
    }

    [Fact]
    public void An_act_while_suspended_is_not_triggered()
    {
        var world = World.With(NoTests).Says("A", "2000-04-01", Verb.GivesNotice, new Notice(NoticeKind.Suspension, null, [], null))
            .Says("A", "2000-04-11", Verb.Reports, Act("F1", "test", start: "2000-04-10") with { Item = "T1" });
        var finding = world.Find("A", "F1", "2000-05-01");
        Assert.Equal(Verdict.NotTriggered, finding.Verdict);
        Assert.Equal(new Binding(BindingState.Suspended, SmallWorld.First("2000-04-01"), "A-0001"), finding.Binds);
    }

    [Fact]
    public void The_first_to_test_releases_the_other()
    {
        var world = World.With(NoTests, new Condition.Reciprocal(["C"]))
            .Says("A", "2000-04-11", Verb.Reports, Act("F1", "test", start: "2000-04-10") with { Item = "T1" })
            .Says("B", "2000-04-21", Verb.Reports, Act("F2", "test", start: "2000-04-20") with { Item = "T1" });
        Assert.Equal(Verdict.NotKept, world.Find("A", "F1", "2000-05-01").Verdict);
        var other = world.Find("B", "F2", "2000-05-01");
        Assert.Equal((Verdict.NotTriggered, BindingState.Released), (other.Verdict, other.Binds.State));
        Assert.Equal(SmallWorld.First("2000-04-10") + 1, other.Binds.Since);
    }

    [Fact]
    public void A_withdrawal_ends_an_agreement_of_two_after_its_notice_has_run()
    {
        var world = World.With(new Leaving(new Lapse(6, LapseUnit.Month), true, false))
            .Says("A", "2000-04-01", Verb.GivesNotice, new Notice(NoticeKind.Withdrawal, null, [], "reasons"));
        var running = world.Find("A", "A-0001", "2000-09-30");
        Assert.Equal((Verdict.Pending, SmallWorld.First("2000-10-01")), (running.Verdict, running.Due));
        Assert.Equal(Verdict.Kept, world.Find("A", "A-0001", "2000-10-01").Verdict);
        Assert.Equal(BindingState.Ended, world.Find("B", null, "2000-10-01").Binds.State);
    }

    [Fact]
    public void A_correction_counts_by_its_content_and_by_the_first_receipt()
    {
        var world = World.With(Prior).Says("A", "2000-04-01", Verb.Announces, Act("E1", "elimination", start: "2000-05-01"))
            .Says("A", "2000-04-20", Verb.Announces, Act("E1", "elimination", start: "2000-05-02"), supersedes: "A-0001");
        var finding = world.Find("A", "E1", "2000-04-21");
        Assert.Equal((Verdict.Kept, SmallWorld.First("2000-04-02")), (finding.Verdict, finding.Due));
        Assert.Equal(["A-0002"], finding.Cites);
    }

    [Fact]
    public void What_became_known_late_counts_for_the_time_it_tells_of()
    {
        var world = World.With(NoTests).Says("A", "2000-06-01", Verb.Reports, Act("F1", "test", start: "2000-04-10") with { Item = "T1" });
        var (april, may) = (SmallWorld.Last("2000-04-30"), SmallWorld.Last("2000-05-31"));
        Assert.DoesNotContain(world.Assess(april, may), finding => finding.Instance == "F1");
        Assert.Equal(Verdict.NotKept, Assert.Single(world.Assess(april, SmallWorld.Last("2000-06-01")), finding => finding.Instance == "F1").Verdict);
    }

    private static TriggeredDuty Prior => new(
        new Trigger.OnAct('E', new ActSelector("elimination", null, []), "start"),
        new Duty(new Bearer.ThatParty(), new Deed.Send(MessageKind.Notification, 'E', false), new Due.AtLeastBefore(new Lapse(30, LapseUnit.Day), new TriggerTime.OfAct('E', "announced-start"), false)),
        null,
        []);

    private static TriggeredDuty Answer => new(
        new Trigger.OnRequest('Q', "clarification"),
        new Duty(new Bearer.ThatParty(), new Deed.Send(MessageKind.Answer, 'Q', false), new Due.Within(new Lapse(48, LapseUnit.Hour), new TriggerTime.Receipt(), false)),
        null,
        []);

    private static Limit AtMostTwo => new(new Bearer.EachParty(), [new ItemSelector("named missile")], null, [new Phase(2)]);

    private static Ban NoTests => new(new Bearer.EachParty(), [new ActSelector("test", null, [new ItemSelector("long missile")])], []);

    private static ActWord Act(string id, string kind, string? start = null) =>
        new() { Act = id, Kind = kind, By = "A", Start = start is null ? null : SmallWorld.Time(start) };

    private static TypeProperties Range(string type, Amount range) => new(
        type, "A", "missile", new Dictionary<string, Quantity> { ["range"] = new(range, "km") }, new Dictionary<string, string> { ["launch"] = "ground" });
}
