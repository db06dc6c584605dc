using Detente.Agreement.Check;
using Detente.Agreement.Text;
using Detente.Diagnostics;

namespace Detente.Tests.Agreement.Check;

/// <summary>Documents are tests: a good one is read without a word, a bad one carries in an <c>expect</c> block exactly what is said of it.</summary>
public class DocumentTests
{
    public static TheoryData<string> Good => [.. Documents.Good];

    public static TheoryData<string> Bad => [.. Documents.Bad];

    [Theory]
    [MemberData(nameof(Good))]
    public void A_good_document_is_read_without_a_word(string path)
    {
        var source = Documents.Load(path);
        var read = AgreementChecker.Read(source);
        Assert.Equal("", Print(source, read.Diagnostics));
        Assert.NotNull(read.Instrument);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_document_says_what_is_expected(string path)
    {
        var source = Documents.Load(path);
        Assert.Equal(Expected(source.Text), Print(source, AgreementChecker.Read(source).Diagnostics));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void A_good_document_survives_printing_and_formatting(string path)
    {
        var source = Documents.Load(path);
        var instrument = AgreementParser.Parse(source).Instrument!;
        Assert.Equal(instrument, AgreementParser.Parse(new SourceText("printed.md", AgreementPrinter.Print(instrument))).Instrument);
        var formatted = new SourceText("formatted.md", AgreementFormatter.Format(source));
        Assert.Equal(instrument, AgreementParser.Parse(formatted).Instrument);
        Assert.Equal(formatted.Text, AgreementFormatter.Format(formatted));
    }

    [Fact]
    public void Every_code_has_a_bad_document()
    {
        var said = Documents.Bad.Select(Documents.Load).SelectMany(source => AgreementChecker.Read(source).Diagnostics).Select(d => d.Code).ToHashSet();
        Assert.Equal(AgreementCodes.All.Select(code => code.Code), said.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Five_errors_give_five_diagnostics()
    {
        var source = Documents.Load("tests/Detente.Tests/agreements/bad/five-errors.md");
        Assert.Equal(5, AgreementChecker.Read(source).Diagnostics.Count);
    }

    private static string Print(SourceText source, IEnumerable<Diagnostic> diagnostics) =>
        string.Concat(diagnostics.Select(diagnostic => DiagnosticPrinter.Print(diagnostic, source)));

    private static string Expected(string text)
    {
        var lines = text.Split('\n').SkipWhile(line => line != "```expect").Skip(1).TakeWhile(line => line != "```");
        return string.Concat(lines.Select(line => line + "\n"));
    }
}
