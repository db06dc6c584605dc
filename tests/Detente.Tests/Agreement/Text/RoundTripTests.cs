using Detente.Agreement.Check;
using Detente.Agreement.Text;
using Detente.Diagnostics;
using Detente.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Agreement.Text;

/// <summary>What is printed is read back; what is formatted means the same.</summary>
public class RoundTripTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Reading_what_is_printed_gives_the_same_instrument() => ForAll(seed =>
    {
        var instrument = InstrumentGenerator.Make(seed);
        var source = new SourceText("printed.md", AgreementPrinter.Print(instrument));
        var read = AgreementChecker.Read(source);
        Assert.Equal("", string.Concat(read.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => DiagnosticPrinter.Print(d, source))));
        Assert.True(instrument == read.Instrument, $"seed {seed}: another instrument is read from\n{source.Text}");
    });

    [Fact]
    public void Formatting_twice_is_formatting_once_and_changes_no_meaning() => ForAll(seed =>
    {
        var instrument = InstrumentGenerator.Make(seed);
        var text = Scatter(AgreementPrinter.Print(instrument), new Random(seed));
        var formatted = AgreementFormatter.Format(new SourceText("a.md", text));
        Assert.True(instrument == AgreementParser.Parse(new SourceText("b.md", formatted)).Instrument, $"seed {seed}: another instrument is read from\n{formatted}");
        Assert.Equal(formatted, AgreementFormatter.Format(new SourceText("c.md", formatted)));
    });

    [Fact]
    public void Prose_and_front_matter_stay_as_they_are()
    {
        const string prose = "---\r\nagreement:   x\r\ntitle: 'X'\r\nparties: {A: Alba}\r\n---\r\n# X\t \r\n\r\n  prose,   spaced\r\n";
        const string tail = "\r\n~~~clause\r\nno   Party\r\n~~~\r\nend";
        var source = new SourceText("x.md", prose + "```terms\r\na    item\r\nlonger   item\r\n```\r\n```clause 1\r\nno Party\r\nmay have as\r\n```\r\n" + tail);
        Assert.Equal(
            prose + "```terms\r\na        item\r\nlonger   item\r\n```\r\n```clause 1\r\nno Party may have as\r\n```\r\n" + tail,
            AgreementFormatter.Format(source));
    }

    // Layout inside a clause is free: any space may be a line break.
    private static string Scatter(string text, Random random)
    {
        var file = AgreementFile.Scan(new SourceText("x.md", text));
        return string.Concat(file.Pieces.Select(piece =>
        {
            var whole = file.Source.Slice(piece.Span);
            if (piece.Kind != PieceKind.Clause)
            {
                return whole;
            }

            var inner = file.Source.Slice(piece.Inner);
            var scattered = string.Concat(inner.TrimEnd().Select(c => c == ' ' ? random.Next(5) switch { 0 => "\n ", 1 => "\r\n", 2 => "\t", _ => " " } : c.ToString()));
            return whole.Replace(inner, scattered + "\n", StringComparison.Ordinal);
        }));
    }

    private static void ForAll(Action<int> holds) => FsCheck.Check.One(Runs, Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), holds));
}
