using Detente.Answers;
using Detente.Node.Cases;
using Detente.Node.Views;

namespace Detente.Node.Tests.Views;

public sealed class ComparedViewTests
{
    private static readonly OpenCase Answer = new("answer", CaseFolder.Read(Path.Combine(Tree.Root, "cases/minimal/answer")).Loaded!, TimeProvider.System);

    [Theory]
    [InlineData("2030-03-12", null, "2030-03-05", null, "2030-03-05", "2030-03-05")]
    [InlineData("2030-03-12", null, null, "2030-03-07", "2030-03-12", "2030-03-07")]
    [InlineData("2030-03-12", "2030-03-20", "2030-03-05", null, "2030-03-05", "2030-03-20")]
    [InlineData("2030-03-12", "2030-03-20", "2030-03-12", "2030-03-12", "2030-03-12", "2030-03-12")]
    public void What_is_not_said_of_before_follows_from_what_is(string at, string? known, string? from, string? fromKnown, string expectedAt, string expectedKnown)
    {
        var view = ComparedView.Read(ViewAt(at, known), from, fromKnown);

        Assert.Null(view.Fault);
        Assert.Equal(new Viewpoint(Tick(expectedAt), Tick(expectedKnown)), view.From);
    }

    [Fact]
    public void Without_a_question_it_is_the_day_before_the_last_change()
    {
        // Something is received on 12 March itself, and nothing on the 13th.
        Assert.Equal(Tick("2030-03-11"), ComparedView.Read(ViewAt("2030-03-12", null), "", null).From.At);
        Assert.Equal(Tick("2030-03-11"), ComparedView.Read(ViewAt("2030-03-13", null), "", null).From.At);
    }

    [Fact]
    public void What_is_no_instant_is_said() => Assert.Contains("12 March", ComparedView.Read(ViewAt("2030-03-12", null), "12 March", null).Fault, StringComparison.Ordinal);

    [Fact]
    public void Changes_are_counted_by_what_they_lead_from_and_to()
    {
        var view = ComparedView.Read(ViewAt("2030-03-31", null), "2030-03-01", null);
        Assert.NotEmpty(view.Between.Changes);
        Assert.Equal(view.Between.Changes.Count, view.Counts.Sum(count => count.Count) + view.OnlyBinding);
    }

    private static long Tick(string day) => AskedInstant.Parse(day)!.Value;

    private static CaseView ViewAt(string at, string? known) => new(Answer, AskedTime.Of(at, known, Answer.Axis.Last), "/c/answer/changes", []);
}
