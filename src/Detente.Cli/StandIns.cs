// TEMPORARY: shapes of parts written elsewhere. Deleted when they are merged.
#pragma warning disable SA1402, CS9113, IDE0060
using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Diagnostics;
using Detente.Statements;
using NodaTime;

namespace Detente.Agreement.Text
{
    public sealed record ParsedAgreement(Instrument? Instrument, IReadOnlyList<Diagnostic> Diagnostics);

    public static class AgreementParser
    {
        public static ParsedAgreement Parse(SourceText source)
        {
            var bad = source.Text.IndexOf("from 500 km to", StringComparison.Ordinal);
            return bad >= 0
                ? new(null, [new Diagnostic("A2107", Severity.Error, "'from … to' does not say whether its bounds count", source.File, new TextSpan(bad, 14), ["Article II"], ["at least 500 km and at most 1000 km", "over 500 km and under 1000 km"])])
                : new(new Instrument
                {
                    Id = "stand-in",
                    Title = "A stand-in",
                    Parties = [new Party("A", "Party A"), new Party("B", "Party B")],
                    EntryIntoForce = new LocalDate(2021, 1, 1),
                    Terms = [new ItemTerm("missile", null, ["range"]), new ActTerm("flight-test", null, ActObject.Item, "missile", HoldingsEffect.None, [], [])],
                    Clauses =
                    [
                        new Clause { Id = "M.1", Article = ["Article 1. No tests"], Sentence = new Ban(new Bearer.EachParty(), [new ActSelector("flight-test", null, [new ItemSelector("missile")])], []) },
                    ],
                },
                []);
        }
    }

    public static class AgreementFormatter
    {
        public static string Format(SourceText source) => string.Join('\n', source.Text.Split('\n').Select(line => line.TrimEnd()));
    }
}

namespace Detente.Agreement.Check
{
    public sealed record CheckedAgreement(Text.ParsedAgreement Parsed, IReadOnlyList<Diagnostic> Diagnostics)
    {
        public Instrument? Instrument => Parsed.Instrument;
    }

    public static class AgreementChecker
    {
        public static CheckedAgreement Read(SourceText source)
        {
            var parsed = Text.AgreementParser.Parse(source);
            return new(parsed, parsed.Diagnostics);
        }
    }
}

namespace Detente.Agreement.Canonical
{
    public sealed record InstrumentHash(string Text, string Canonical)
    {
        public static string OfCanonical(Instrument instrument) => "sha256:" + new string('0', 64);
    }

    public static class CanonicalJson
    {
        public static (Instrument? Instrument, IReadOnlyList<Diagnostic> Diagnostics) Read(ReadOnlySpan<byte> json, string file = "agreement.json", bool canonicalOnly = false) =>
            (null, [new Diagnostic("J1002", Severity.Error, "not JSON", file, new TextSpan(0, 1), [], [])]);
    }
}

namespace Detente.Diagnostics
{
    public static class Spelling
    {
        public static string? Closest(string written, IEnumerable<string> known) =>
            known.FirstOrDefault(name => name.Length > 3 && (name.StartsWith(written, StringComparison.OrdinalIgnoreCase) || written.StartsWith(name[..4], StringComparison.OrdinalIgnoreCase)));
    }
}

namespace Detente.Statements.Text
{
    public sealed record ReadCase(Case? Case, IReadOnlyList<Diagnostic> Diagnostics, object Locations);

    public static class CaseReader
    {
        public static IReadOnlyList<string> StatementFilesOf(SourceText caseYaml) => ["statements.yaml"];

        public static ReadCase Read(SourceText caseYaml, IReadOnlyList<SourceText> statements) => new(
            new Case
            {
                Id = "stand-in",
                Title = "A stand-in",
                Agreement = caseYaml.Text.Split('\n').First(line => line.StartsWith("agreement:", StringComparison.Ordinal))[10..].Trim(),
                IsReconstruction = true,
                Summary = "nothing real",
                Statements =
                [
                    new Statement
                    {
                        Author = "A",
                        Number = 1,
                        Verb = Verb.Explains,
                        Content = new Message(null, [], null, null),
                        Made = Time.EventTime.On(new LocalDate(2021, 6, 1)),
                        Received = Time.EventTime.On(new LocalDate(2021, 6, 2)),
                        Source = "nowhere",
                        Grade = Grade.Read,
                    },
                ],
            },
            [],
            new object());
    }
}

namespace Detente.Assessment
{
    public static class RecordCheck
    {
        public static IReadOnlyList<Diagnostic> Check(Instrument agreement, Case record, object locations) => [];
    }

    public sealed class Assessor(Instrument agreement, Case record)
    {
        public Assessment Assess(long at, long known)
        {
            var findings = agreement.Clauses.SelectMany(clause => agreement.Parties.Select(party => new Finding
            {
                Clause = clause.Id,
                Party = party.Code,
                Verdict = Verdict.Kept,
                Binds = new Binding(BindingState.InForce, Time.Days.StartOf(new LocalDate(2021, 1, 1)), null),
                Basis = Basis.Declared,
                Since = Time.Days.StartOf(new LocalDate(2021, 1, 1)),
                Accounts = [.. agreement.Parties.Select(by => new AccountVerdict(by.Code, Verdict.Kept))],
                Cites = ["A-0001"],
                SettledBy = [],
            })).ToList();
            var lines = findings.Select(finding => new Line(
                agreement.Clauses[0], finding.Party, finding, "none in the record, which covers them", new Dictionary<Verdict, int> { [Verdict.Kept] = 1 }, null)).ToList();
            return new(agreement, at, known, record.Statements.Count, findings, lines, []);
        }

        public Explanation Explain(Finding finding, long at, long known) =>
            new(finding, "no Party may conduct a flight-test of a missile", [new Reason("none in the record", Verdict.Kept, null, [new Reason("explains", null, "A-0001", [])])], [], []);

        public IReadOnlyList<Change> Timeline(long until, Action<int, int>? progress) =>
            [new(Time.Days.StartOf(new LocalDate(2021, 1, 1)), "M.1", "A", null, Verdict.Kept, BindingState.InForce, [], "entry into force")];
    }
}

namespace Detente.Agreement.Canonical
{
    internal sealed class Reading(string file);

    internal sealed record JsonValue(System.Text.Json.JsonElement Element);

    internal static class JsonTree
    {
        public static JsonValue? Read(ReadOnlySpan<byte> json, Reading reading) => new(System.Text.Json.JsonDocument.Parse(json.ToArray()).RootElement);
    }

    internal static class Jcs
    {
        public static byte[] Write(JsonValue value) => System.Text.Encoding.UTF8.GetBytes(Text(value.Element));

        private static string Text(System.Text.Json.JsonElement element) => element.ValueKind switch
        {
            System.Text.Json.JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"\"{m.Name}\":{Text(m.Value)}")) + "}",
            System.Text.Json.JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Text)) + "]",
            _ => element.GetRawText(),
        };
    }
}
