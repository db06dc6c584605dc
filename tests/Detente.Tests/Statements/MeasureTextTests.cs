using Detente.Quantities;
using Detente.Statements.Text;
using Detente.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Statements;

public sealed class MeasureTextTests
{
    public static TheoryData<string, decimal?, decimal?, bool, bool, string> Forms => new()
    {
        { "480 km", 480, 480, false, false, "km" },
        { "3", 3, 3, false, false, "" },
        { "0.5 kg", 0.5m, 0.5m, false, false, "kg" },
        { "at least 500 km", 500, null, false, false, "km" },
        { "over 500 km", 500, null, true, false, "km" },
        { "at most 9 minutes", 0, 9, false, false, "minutes" },
        { "under 9", 0, 9, false, true, "" },
        { "over 500 km and at most 5500 km", 500, 5500, true, false, "km" },
        { "at least 500 km and under 5500 km", 500, 5500, false, true, "km" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_quantity_says_whether_its_bounds_count(string text, decimal? low, decimal? high, bool lowOpen, bool highOpen, string unit)
    {
        Assert.Null(MeasureText.ReadQuantity(text, out var quantity));
        Assert.Equal(new Quantity(new Amount(low, high, lowOpen, highOpen), unit), quantity);
        Assert.Equal(text, MeasureText.Print(quantity));
    }

    [Fact]
    public void A_range_holds_both_its_ends()
    {
        Assert.Null(MeasureText.ReadQuantity("500 km", "5500 km", out var range));
        Assert.Equal(new Quantity(new Amount(500, 5500), "km"), range);
        Assert.Equal("[500 km, 5500 km]", MeasureText.Print(range));
    }

    [Theory]
    [InlineData("about 100 km", "[90 km, 110 km]")]
    [InlineData("circa 100", "[90, 110]")]
    [InlineData("~100", "[90, 110]")]
    [InlineData("500000 m", "500 km")]
    [InlineData("2 t", "2000 kg")]
    [InlineData("2 hours", "120 minutes")]
    [InlineData("480km", "480 km")]
    [InlineData("5-9", "[5, 9]")]
    [InlineData("5 to 9 km", "[5 km, 9 km]")]
    [InlineData("between 5 and 9", "[5, 9]")]
    [InlineData("more than 5", "over 5")]
    [InlineData("up to 5", "at most 5")]
    [InlineData(">= 5", "at least 5")]
    [InlineData("fewer than 5 kg", "under 5 kg")]
    [InlineData("1,200", "1200")]
    [InlineData("-5", "5")]
    public void What_leaves_a_reading_open_is_refused_with_a_way_out(string text, string wayOut)
    {
        var refused = MeasureText.ReadQuantity(text, out _);
        Assert.Equal(wayOut, refused?.WaysOut[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("km")]
    [InlineData("5 ")]
    [InlineData(" 5")]
    [InlineData("5  km")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("1e3")]
    [InlineData("+5")]
    [InlineData("0x10")]
    [InlineData("٥")]
    [InlineData("1234567890123")]
    [InlineData("0.1234567891")]
    [InlineData("at least")]
    [InlineData("at least at most 5")]
    [InlineData("at most 5 and at least 3 and over 2")]
    [InlineData("over 5 and over 6")]
    [InlineData("5 and 6")]
    [InlineData("under 0")]
    public void What_is_no_quantity_is_refused(string text) => Assert.NotNull(MeasureText.ReadQuantity(text, out _));

    [Fact]
    public void Printing_and_reading_a_quantity_is_the_identity() => Prop.ForAll(StatementGenerator.Quantities.ToArbitrary(), quantity =>
    {
        var printed = MeasureText.Print(quantity);
        var refused = printed.StartsWith('[') && printed[1..^1].Split(", ") is [var low, var high]
            ? MeasureText.ReadQuantity(low, high, out var read)
            : MeasureText.ReadQuantity(printed, out read);
        Assert.Null(refused);
        Assert.Equal(quantity, read);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
