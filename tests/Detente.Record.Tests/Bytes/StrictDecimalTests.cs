using System.Text;
using Detente.Record.Bytes;

namespace Detente.Record.Tests.Bytes;

public class StrictDecimalTests
{
    [Theory]
    [InlineData("0", 0UL)]
    [InlineData("10", 10UL)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Plain_digits_are_read(string text, ulong number)
    {
        Assert.True(StrictDecimal.TryRead(Encoding.UTF8.GetBytes(text), out var read, out _));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("", "digits")]
    [InlineData("-1", "digits")]
    [InlineData("+1", "digits")]
    [InlineData(" 1", "digits")]
    [InlineData("1e3", "digits")]
    [InlineData("１", "digits")]
    [InlineData("00", "leading-zero")]
    [InlineData("01", "leading-zero")]
    [InlineData("9223372036854775808", "range")]
    [InlineData("18446744073709551616", "range")]
    [InlineData("99999999999999999999999", "range")]
    public void Anything_else_names_the_rule_it_breaks(string text, string rule)
    {
        Assert.False(StrictDecimal.TryRead(Encoding.UTF8.GetBytes(text), out _, out var broken));
        Assert.Equal(rule, broken);
    }
}
