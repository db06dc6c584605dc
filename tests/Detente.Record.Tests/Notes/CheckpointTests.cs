using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Notes;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Notes;

public sealed class CheckpointTests
{
    private const string Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Generators.Checkpoints.ToArbitrary(), checkpoint =>
        Assert.Equal(checkpoint, Checkpoint.Parse(checkpoint.ToText()).OrThrow())).QuickCheckThrowOnFailure();

    /// <summary>The example of c2sp.org/tlog-checkpoint.</summary>
    [Fact]
    public void The_published_example_is_read()
    {
        var checkpoint = Checkpoint.Parse(Encoding.UTF8.GetBytes($"example.com/behind-the-sofa\n20852163\n{Root}\n")).OrThrow();
        Assert.Equal(("example.com/behind-the-sofa", 20852163UL, Root), (checkpoint.Origin, checkpoint.Size, checkpoint.Root.ToBase64()));
        Assert.Empty(checkpoint.Extensions);
    }

    [Theory]
    [InlineData("", "checkpoint/final-line-feed", 0)]
    [InlineData("o\n1\n" + Root, "checkpoint/final-line-feed", 48)]
    [InlineData("o\n", "checkpoint/too-few-lines", 2)]
    [InlineData("o\n1\n", "checkpoint/too-few-lines", 4)]
    [InlineData("\n1\n" + Root + "\n", "checkpoint/empty-line", 0)]
    [InlineData("o\n\n" + Root + "\n", "checkpoint/empty-line", 2)]
    [InlineData("o\n1\n" + Root + "\n\n", "checkpoint/empty-line", 49)]
    [InlineData("o\n1\n" + Root + "\nextension\n\nmore\n", "checkpoint/empty-line", 59)]
    [InlineData("o\n-1\n" + Root + "\n", "checkpoint/digits", 2)]
    [InlineData("o\n1 \n" + Root + "\n", "checkpoint/digits", 2)]
    [InlineData("o\n01\n" + Root + "\n", "checkpoint/leading-zero", 2)]
    [InlineData("o\n9223372036854775808\n" + Root + "\n", "checkpoint/range", 2)]
    [InlineData("o\n1\n" + Root + " \n", "checkpoint/root-base64", 4)]
    [InlineData("o\n1\nAAAA\n", "checkpoint/root-length", 4)]
    [InlineData("o\r\n1\n" + Root + "\n", "note/control-character", 1)]
    public void Any_other_is_refused(string text, string rule, int offset)
    {
        var rejection = Checkpoint.Parse(Encoding.UTF8.GetBytes(text)).Rejection!;
        Assert.Equal((rule, offset), (rejection.Rule, rejection.Offset));
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused() => Assert.Equal("checkpoint/too-long", Checkpoint.Parse(new byte[SignedNote.MaxLength + 1]).Rejection!.Rule);

    [Fact]
    public void What_no_checkpoint_can_say_is_not_written()
    {
        var good = new Checkpoint("origin", 1, default);
        Assert.NotEmpty(good.ToText());
        foreach (var bad in new[] { good with { Origin = "" }, good with { Origin = "a\nb" }, good with { Origin = "a\ud800" }, good with { Size = 1UL << 63 }, good with { Extensions = [""] }, good with { Extensions = ["a\tb"] } })
        {
            Assert.Throws<ArgumentException>(() => bad.ToText());
        }
    }
}
