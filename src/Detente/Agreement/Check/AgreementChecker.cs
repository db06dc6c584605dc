using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Diagnostics;

namespace Detente.Agreement.Check;

/// <summary>Checks what the sentences of an agreement mean together: names, times, numbers, parties. Never throws on any document.</summary>
public static class AgreementChecker
{
    /// <summary>Reads and checks a text, and reports the errors of both at once.</summary>
    public static CheckedAgreement Read(SourceText source)
    {
        var parsed = AgreementParser.Parse(source);
        return new CheckedAgreement(parsed, [.. parsed.Diagnostics.Concat(Check(parsed)).OrderBy(d => d.Span.Start).ThenBy(d => d.Code, StringComparer.Ordinal)]);
    }

    /// <summary>What checking finds in an agreement that was not read from its text, such as one in canonical JSON. No finding has a place.</summary>
    public static IReadOnlyList<Diagnostic> Check(Instrument instrument, string file = "agreement.json")
    {
        var none = new SourceText(file, "");
        return Check(new ParsedAgreement
        {
            Source = none,
            File = AgreementFile.Scan(none),
            Instrument = instrument,
            Draft = instrument,
            Diagnostics = [],
            Positions = new Positions(),
            Words = new Dictionary<string, string>(),
        });
    }

    /// <summary>What checking alone finds, also in a document with errors: as far as it could be read.</summary>
    public static IReadOnlyList<Diagnostic> Check(ParsedAgreement parsed)
    {
        var desk = new Desk(parsed);
        new TermChecks(desk).Run();
        new ReferenceChecks(desk).Run();
        new TerritoryChecks(desk).Run();
        new TimeChecks(desk).Run();
        new NumberChecks(desk).Run();
        foreach (var clause in parsed.Draft.Clauses)
        {
            new PartChecks(desk, clause).Run();
        }

        return desk.Found;
    }
}
