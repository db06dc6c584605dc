using Detente.Diagnostics;
using Detente.Statements;
using Detente.Statements.Text;
using Detente.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Statements;

public sealed class CaseRoundTripTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(150);

    [Fact]
    public void What_is_written_reads_back_equal() => Check(StatementGenerator.Cases, @case =>
    {
        var read = Read(CaseWriter.WriteCase(@case), CaseWriter.WriteStatements(@case.Statements), @case);
        Assert.DoesNotContain(read.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(Structure.Of(@case), Structure.Of(read.Case));
        Assert.Equal(@case.Statements.Count, read.Places.Count);
    });

    [Fact]
    public void The_order_of_the_file_does_not_matter() => Check(StatementGenerator.Cases, @case =>
    {
        var read = Read(CaseWriter.WriteCase(@case), CaseWriter.WriteStatements(@case.Statements.Reverse()), @case);
        Assert.Equal(@case.Statements.Select(s => s.Id), read.Case!.Statements.Select(s => s.Id));
    });

    [Fact]
    public void A_damaged_file_is_told_of_and_never_thrown_at() => Check(
        from @case in StatementGenerator.Cases
        from cuts in Gen.ArrayOf(
            from at in Gen.Choose(0, 1_000_000)
            from length in Gen.Choose(0, 12)
            from put in Gen.Elements("", " ", "\n", "\t", "- ", ": ", "{", "}", "[", "]", "\"", "'", "|", ">", "&a ", "*a", "!x ", "%", "---\n", "...\n", "\r\n", "\0", "\u2028", "\ud800", "#", "?", "id: SU-0001", "\n- id: SU-0001\n")
            select (at, length, put),
            4)
        select (@case, cuts),
        given =>
        {
            var statements = Damage(CaseWriter.WriteStatements(given.@case.Statements), given.cuts);
            var caseYaml = Damage(CaseWriter.WriteCase(given.@case), given.cuts);
            foreach (var read in new[] { CaseReader.Read(new("case.yaml", caseYaml), [new("statements.yaml", statements)]), Read(CaseWriter.WriteCase(given.@case), statements, null) })
            {
                foreach (var diagnostic in read.Diagnostics)
                {
                    DiagnosticPrinter.Print(diagnostic, new(diagnostic.File, diagnostic.File == "case.yaml" ? caseYaml : statements));
                }
            }

            CaseReader.StatementFilesOf(new("case.yaml", caseYaml));
        });

    private static string Damage(string text, (int At, int Length, string Put)[] cuts) => cuts.Aggregate(text, (t, cut) =>
    {
        var at = t.Length == 0 ? 0 : cut.At % t.Length;
        return t[..at] + cut.Put + t[Math.Min(t.Length, at + cut.Length)..];
    });

    // A file without a statement is told of; a case without one has no file.
    private static ReadCase Read(string caseYaml, string statements, Case? @case) =>
        CaseReader.Read(new("case.yaml", caseYaml), @case is { Statements.Count: 0 } ? [] : [new("statements.yaml", statements)]);

    private static void Check<T>(Gen<T> gen, Action<T> law) => FsCheck.Fluent.Prop.ForAll(gen.ToArbitrary(), law).Check(Few);
}
