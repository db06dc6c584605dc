using Detente.Quantities;
using static Detente.Quantities.Truth;

namespace Detente.Tests.Quantities;

public sealed class TruthTests
{
    // Kleene, Introduction to Metamathematics (1952), section 64.
    [Theory]
    [InlineData(True, True, True, True)]
    [InlineData(True, Unknown, Unknown, True)]
    [InlineData(True, False, False, True)]
    [InlineData(Unknown, True, Unknown, True)]
    [InlineData(Unknown, Unknown, Unknown, Unknown)]
    [InlineData(Unknown, False, False, Unknown)]
    [InlineData(False, True, False, True)]
    [InlineData(False, Unknown, False, Unknown)]
    [InlineData(False, False, False, False)]
    public void And_and_or_follow_the_strong_tables(Truth a, Truth b, Truth and, Truth or)
    {
        Assert.Equal(and, a.And(b));
        Assert.Equal(or, a.Or(b));
        Assert.Equal(a.Not().Or(b.Not()), a.And(b).Not());
    }

    [Theory]
    [InlineData(True, False)]
    [InlineData(Unknown, Unknown)]
    [InlineData(False, True)]
    public void Not_leaves_unknown_unknown(Truth a, Truth not) => Assert.Equal(not, a.Not());

    [Fact]
    public void What_is_known_is_never_unknown()
    {
        Assert.Equal(True, Kleene.Known(true));
        Assert.Equal(False, Kleene.Known(false));
    }
}
