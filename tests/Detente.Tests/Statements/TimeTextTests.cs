using Detente.Statements.Text;
using Detente.Tests.Generators;
using Detente.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Detente.Tests.Statements;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData("1988", "1988")]
    [InlineData("1988-07", "1988-07")]
    [InlineData("1988-07-01", "1988-07-01")]
    [InlineData("by 1988-07-01", "by 1988-07-01")]
    [InlineData("by 1988", "by 1988-12-31")]
    [InlineData("1988-07/1991-05", "1988-07-01/1991-05-31")]
    [InlineData("1988-07-01/1988-07-05", "1988-07-01/1988-07-05")]
    [InlineData("1988-07-01/1988-07-31", "1988-07")]
    [InlineData("1988-01/1988-12", "1988")]
    [InlineData("1988/1990", "1988-01-01/1990-12-31")]
    [InlineData("1988-07-01T12:00Z", "1988-07-01T12:00:00Z")]
    [InlineData("1988-07-01T12:00:30Z", "1988-07-01T12:00:30Z")]
    [InlineData("1988-07-01T12:00:30.25Z", "1988-07-01T12:00:30.25Z")]
    [InlineData("1988-07-01T02:00+03:00", "1988-06-30T23:00:00Z")]
    [InlineData("1988-07-01T22:30-03:30", "1988-07-02T02:00:00Z")]
    [InlineData("1988-07-01T10:00Z/1988-07-01T12:00+01:00", "1988-07-01T10:00:00Z/1988-07-01T11:00:00Z")]
    [InlineData("by 1988-07-01T10:00Z", "by 1988-07-01T10:00:00Z")]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("7999-12-31", "7999-12-31")]
    [InlineData("2000-02-29", "2000-02-29")]
    public void A_time_prints_in_its_shortest_form(string written, string printed)
    {
        Assert.Null(TimeText.Read(written, out var time));
        Assert.Equal(printed, TimeText.Print(time));
        Assert.Null(TimeText.Read(printed, out var again));
        Assert.Equal(time, again);
    }

    [Fact]
    public void A_month_is_every_instant_of_its_days()
    {
        Assert.Null(TimeText.Read("1988-02", out var month));
        Assert.Equal(EventTime.Between(new LocalDate(1988, 2, 1), new LocalDate(1988, 2, 29)), month);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1988")]
    [InlineData("1988 ")]
    [InlineData("88")]
    [InlineData("1988-00")]
    [InlineData("1988-07-00")]
    [InlineData("1900-02-29")]
    [InlineData("0000-01-01")]
    [InlineData("by")]
    [InlineData("by ")]
    [InlineData("by by 1988")]
    [InlineData("by 1988/1990")]
    [InlineData("1988/")]
    [InlineData("/1988")]
    [InlineData("1988/1989/1990")]
    [InlineData("1988-07-01T")]
    [InlineData("1988-07-01T1")]
    [InlineData("1988-07-01T12")]
    [InlineData("1988-07-01T12:00:00.Z")]
    [InlineData("1988-07-01T12:00:00.12345678Z")]
    [InlineData("1988-07-01T12:00z")]
    [InlineData("1988-07-01t12:00Z")]
    [InlineData("1988-07-01T12:00+3:00")]
    [InlineData("1988-07-01T12:00+19:00")]
    [InlineData("1988-07-01T24:01Z")]
    [InlineData("1988-07-01T23:59:60Z")]
    [InlineData("１９８８-07-01")]
    [InlineData("-1988")]
    public void What_is_no_time_is_refused(string written) => Assert.NotNull(TimeText.Read(written, out _));

    [Fact]
    public void Printing_and_reading_a_time_is_the_identity() => Prop.ForAll(StatementGenerator.Times.ToArbitrary(), time =>
    {
        Assert.Null(TimeText.Read(TimeText.Print(time), out var read));
        Assert.Equal(time, read);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_span_made_by_arithmetic_has_no_text() =>
        Assert.Throws<ArgumentException>(() => TimeText.Print(EventTime.On(new LocalDate(1988, 7, 1)).Plus(new Lapse(1, LapseUnit.Hour))));
}
