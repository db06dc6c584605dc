using System.Text;
using Detente.Record.Bytes;

namespace Detente.Record.Tests.Bytes;

public class StrictBase64Tests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("AA==", "00")]
    [InlineData("Zm9vYmE=", "666f6f6261")]
    [InlineData("Zm9vYmFy", "666f6f626172")]
    public void The_one_spelling_is_read_and_written(string text, string hex)
    {
        Assert.True(StrictBase64.TryDecode(Encoding.UTF8.GetBytes(text), out var bytes));
        Assert.Equal(hex, Convert.ToHexStringLower(bytes));
        Assert.Equal(text, StrictBase64.Encode(bytes));
    }

    [Theory]
    [InlineData("AA")] // padding missing
    [InlineData("AA=")]
    [InlineData("AAA==")]
    [InlineData("AA==AA==")] // padding inside
    [InlineData("AB==")] // bits set in the padding
    [InlineData("AAB=")]
    [InlineData("A A=")]
    [InlineData("AA==\n")]
    [InlineData("\tAA==")]
    [InlineData("AA==    ")]
    [InlineData("-_==")] // the alphabet of URLs
    [InlineData("é===")]
    public void Any_other_is_refused(string text) => Assert.False(StrictBase64.TryDecode(Encoding.UTF8.GetBytes(text), out _));
}
