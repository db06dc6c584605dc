using System.Text;
using Detente.Record.Mirror;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Mirror;

public sealed class MirrorInfoTests
{
    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Infos.ToArbitrary(), info => Assert.Equal(info, MirrorInfo.Parse(info.ToBytes()).OrThrow())).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", "mirror-info/three-lines")]
    [InlineData("1\n1\n", "mirror-info/three-lines")]
    [InlineData("1\n1\nAAAA", "mirror-info/three-lines")]
    [InlineData("1\n1\nAAAA\n\n", "mirror-info/three-lines")]
    [InlineData("01\n1\nAAAA\n", "mirror-info/leading-zero")]
    [InlineData("1\n1 \nAAAA\n", "mirror-info/digits")]
    [InlineData("1\n9223372036854775808\nAAAA\n", "mirror-info/range")]
    [InlineData("1\n1\nAAA\n", "mirror-info/ticket-base64")]
    public void Any_other_is_refused(string body, string rule) => Assert.Equal(rule, MirrorInfo.Parse(Encoding.ASCII.GetBytes(body)).Rejection?.Rule);

    [Fact]
    public void What_is_too_long_is_refused()
    {
        Assert.Equal("mirror-info/too-long", MirrorInfo.Parse(new byte[MirrorInfo.MaxLength + 1]).Rejection!.Rule);
        Assert.Equal("mirror-info/ticket-length", MirrorInfo.Parse(new MirrorInfo(1, 1, new byte[ushort.MaxValue + 1]).ToBytes()).Rejection!.Rule);
        Assert.True(MirrorInfo.Parse(new MirrorInfo(1, 1, new byte[ushort.MaxValue]).ToBytes()).IsOk);
    }

    private static Gen<MirrorInfo> Infos => from size in Generators.Numbers from next in Generators.Numbers from ticket in Generators.AnyBytes(40) select new MirrorInfo(size, next, ticket);
}
