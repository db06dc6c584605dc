using Detente.Answers;
using Detente.Assessment;
using Detente.Node.Cases;
using Detente.Node.Views;
using Detente.Statements;
using Detente.Time;

namespace Detente.Node.Tests.Views;

public sealed class TimelineViewTests
{
    [Theory]
    [InlineData("cases/minimal/answer")]
    [InlineData("cases/minimal/moratorium")]
    [InlineData("cases/minimal/testing-pause")]
    public async Task A_strip_says_at_every_instant_what_is_judged_then(string path)
    {
        var view = await Ready(path);
        foreach (var tick in view.Of.Case.Axis.Days.Where(tick => tick >= view.First.Min(change => change.At) && tick <= view.End))
        {
            var judged = view.Of.Case.LinesAt(new Viewpoint(tick, tick)).Lines;
            foreach (var strip in new TimelineView(view.Of, new Selection(null, judged.Select(line => line.Clause.Id).ToHashSet())).Strips)
            {
                var drawn = strip.Stretches.Last(stretch => stretch.From <= tick).Verdict;
                Assert.All(
                    from line in strip.Lines from party in line.Parties select judged.Single(one => one.Clause.Id == line.Clause.Id && one.Party == party.Code),
                    line => Assert.Equal(line.Worst.Verdict, drawn));
            }
        }
    }

    [Fact]
    public async Task Every_line_stands_in_one_strip_and_its_stretches_touch()
    {
        var view = await Ready("cases/minimal/moratorium");
        var all = new TimelineView(view.Of, new Selection(null, view.Of.Case.Agreement.Clauses.Select(clause => clause.Id).ToHashSet()));

        Assert.Equal(view.First.Count, all.Strips.Sum(strip => strip.Count));
        Assert.Equal(view.First.Count, view.Strips.Sum(strip => strip.Count) + view.Unchanged.Values.Sum());
        Assert.All(all.Strips, strip =>
        {
            Assert.All(strip.Stretches.Zip(strip.Stretches.Skip(1)), pair => Assert.Equal((pair.First.Until, true), (pair.Second.From, pair.First.Verdict != pair.Second.Verdict)));
            Assert.Equal(view.End, strip.Stretches[^1].Until);
        });
    }

    [Fact]
    public async Task Days_and_years_hold_every_change_once_each_seen_at_its_own_instant()
    {
        var view = await Ready("cases/minimal/answer");
        var shown = view.Years.SelectMany(year => year.Days).SelectMany(day => day.Changes).ToList();

        Assert.NotEmpty(shown);
        Assert.Equal(view.Changes, shown.Select(change => change.Change));
        Assert.All(shown, one =>
        {
            Assert.True(one.View.View.At >= one.Change.At && Days.Of(one.View.View.At) == Days.Of(one.Change.At));
            Assert.True(one.View.View.IsOneInstant);
        });
    }

    [Fact]
    public async Task Only_the_lines_asked_for_are_told()
    {
        var whole = await Ready("cases/minimal/moratorium");
        var some = new TimelineView(whole.Of, Selection.Of(whole.Of.Case.Agreement, "B", "III.1", out _));

        Assert.NotEmpty(some.Changes);
        Assert.Equal(whole.Changes.Where(change => change is { Party: "B", Clause: "III.1" }), some.Changes);
    }

    [Fact]
    public void A_record_that_is_too_long_is_not_begun()
    {
        var of = CaseFolder.Read(Path.Combine(Tree.Root, "cases/minimal/answer")).Loaded!;
        var one = of.Record.Statements[0];
        var open = new OpenCase("long", of with { Record = of.Record with { Statements = [.. Enumerable.Repeat(one, CaseTimeline.MostStatements + 1)] } }, TimeProvider.System);
        var view = new TimelineView(ViewOf(open), Selection.All);

        Assert.False(view.IsPossible);
        Assert.False(view.IsReady);
    }

    private static async Task<TimelineView> Ready(string path)
    {
        var open = new OpenCase("case", CaseFolder.Read(Path.Combine(Tree.Root, path)).Loaded!, TimeProvider.System);
        var changes = await open.Changes.Wait(TestContext.Current.CancellationToken);
        Assert.NotEmpty(changes!);
        return new TimelineView(ViewOf(open), Selection.All);
    }

    private static CaseView ViewOf(OpenCase open) => new(open, AskedTime.Of(null, null, open.Axis.Last), "/c/case/timeline", []);
}
