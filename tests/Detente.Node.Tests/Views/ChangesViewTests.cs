using Detente.Answers;
using Detente.Node.Cases;
using Detente.Node.Views;

namespace Detente.Node.Tests.Views;

public sealed class ChangesViewTests
{
    private static readonly OpenCase Inf = new("inf-1987", CaseFolder.Read(Path.Combine(Tree.Root, "cases", "inf-1987")).Loaded!, TimeProvider.System);

    [Fact]
    public void What_differs_is_what_the_assessments_differ_in()
    {
        var (from, until) = (At("1988-09-15"), At("1991-06-01"));

        var view = new ChangesView(Inf, from, until);

        Assert.NotEmpty(view.Changes);
        var expected = LineChanges.Between(Inf.Assess(from).Lines, Inf.Assess(until).Lines, until.At);
        Assert.Equal(expected.Select(change => (change.Clause, change.Party, change.Before, change.After)), view.Changes.Select(change => (change.Clause, change.Party, change.Before, change.After)));
    }

    [Fact]
    public void What_became_known_between_is_told()
    {
        var (from, until) = (At("1988-09-15"), At("1991-06-01"));
        var expected = Inf.Record.Statements.Where(statement => statement.Received.LastTick > from.Known && statement.Received.LastTick <= until.Known).ToList();

        Assert.Equal(expected, new ChangesView(Inf, from, until).Received(int.MaxValue));
        Assert.Equal(expected.Take(2), new ChangesView(Inf, from, until).Received(2));
        Assert.Empty(new ChangesView(Inf, until, from).Received(int.MaxValue));
        Assert.Equal(-expected.Count, new ChangesView(Inf, until, from).MoreKnown);
    }

    private static Viewpoint At(string day) => new(AskedInstant.Parse(day)!.Value, AskedInstant.Parse(day)!.Value);
}
