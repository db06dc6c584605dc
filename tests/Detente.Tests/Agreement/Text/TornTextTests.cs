using Detente.Agreement.Check;
using Detente.Agreement.Text;
using Detente.Diagnostics;
using Detente.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Agreement.Text;

/// <summary>Whatever is done to a document, it is scanned without loss and read without a throw.</summary>
public class TornTextTests
{
    private static readonly string[] Documents = [.. Agreement.Documents.Good.Concat(Agreement.Documents.Bad).Select(path => Agreement.Documents.Load(path).Text)];

    [Fact]
    public void A_scanned_text_is_printed_as_it_was() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => text is null || AgreementFile.Scan(new SourceText("x.md", text)).Print() == text));

    [Fact]
    public void A_torn_document_is_read_without_a_throw_and_scanned_without_loss() =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(600), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var source = new SourceText("torn.md", Tear(Documents[random.Next(Documents.Length)], random));
            Assert.Equal(source.Text, AgreementFile.Scan(source).Print());
            var read = AgreementChecker.Read(source);
            Assert.All(read.Diagnostics, diagnostic => Assert.NotEmpty(DiagnosticPrinter.Print(diagnostic, source)));
            Assert.NotNull(AgreementFormatter.Format(source));
        }));

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("---\n---\n")]
    [InlineData("```clause")]
    [InlineData("```terms\n—\n```")]
    [InlineData("```terms\n,  item\n()  site\n```")]
    [InlineData("---\n[[[[\n---\n")]
    [InlineData("---\n&a [*a]\n---\n")]
    [InlineData("---\n? - : -\n---\n")]
    public void A_stump_is_read_without_a_throw(string text) => Assert.NotEmpty(AgreementChecker.Read(new SourceText("stump.md", text)).Diagnostics);

    [Fact]
    public void Depth_in_a_text_is_no_depth_of_the_stack()
    {
        var nested = string.Concat(Enumerable.Repeat("launchers of ", 50_000));
        var text = "---\nagreement: x\ntitle: X\nparties: { A: Alba }\nneutrals: " + new string('[', 50_000) + "\n---\n```terms\nlauncher   item\n```\n```clause 1\nno Party may have " + nested + "launchers\n```\n";
        Assert.NotEmpty(AgreementChecker.Read(new SourceText("deep.md", text)).Diagnostics);
    }

    private static string Tear(string text, Random random)
    {
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            text = random.Next(2) == 0 ? TearLines(text, random) : TearCharacters(text, random);
        }

        return text;
    }

    private static string TearLines(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var (a, b) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(3))
        {
            case 0:
                lines.RemoveAt(a);
                break;
            case 1:
                lines.Insert(b, lines[a]);
                break;
            default:
                (lines[a], lines[b]) = (lines[b], lines[a]);
                break;
        }

        return string.Join('\n', lines);
    }

    private static string TearCharacters(string text, Random random)
    {
        if (text.Length < 2)
        {
            return text + "x";
        }

        var (at, length) = (random.Next(text.Length - 1), random.Next(1, 8));
        var end = Math.Min(text.Length, at + length);
        return random.Next(4) switch
        {
            0 => text.Remove(at, end - at),
            1 => text.Insert(at, text[at..end]),
            2 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text.Insert(at, random.Next(8) switch { 0 => "\r\n", 1 => "\t", 2 => "—", 3 => "\uD83D", 4 => "`", 5 => "9999999999", 6 => "(", _ => ", or " }),
        };
    }
}
