using Detente.Agreement.Check;
using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Diagnostics;
using Detente.Node.Cases;
using Detente.Statements;
using Detente.Statements.Text;

namespace Detente.Cli.Input;

/// <summary>A case's record to be judged under an agreement that is not its own.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Text">Its document.</param>
/// <param name="Record">Who said what.</param>
/// <param name="Unknown">What in the record the agreement does not know: judged as silence.</param>
internal sealed record RecordUnder(Instrument Agreement, SourceText Text, Case Record, IReadOnlyList<Diagnostic> Unknown)
{
    /// <summary>Reads both. A fault of either is said and refuses the call; names of the record that the agreement does not know do not.</summary>
    /// <param name="agreementPath">An agreement.</param>
    /// <param name="casePath">A case folder, or its case.yaml.</param>
    /// <param name="terminal">Where faults are said.</param>
    public static RecordUnder Read(string agreementPath, string casePath, Terminal terminal)
    {
        if (Path.GetExtension(agreementPath) != ".md")
        {
            throw new RefusedException($"{agreementPath} is no agreement: give its .md file");
        }

        var text = Files.Text(agreementPath);
        var read = AgreementChecker.Read(text);
        if (read.Instrument is not { } agreement)
        {
            throw CaseToJudge.Refusal(agreementPath, read.Diagnostics, [text], terminal);
        }

        var caseYaml = CaseFolder.FileOf(casePath);
        var head = Files.Text(caseYaml);
        var sources = CaseReader.StatementFilesOf(head).Select(name => Files.Text(Files.Beside(caseYaml, name))).ToList();
        var record = CaseReader.Read(head, sources);
        if (record.Case is not { } said || record.Diagnostics.Any(found => found.Severity == Severity.Error))
        {
            throw CaseToJudge.Refusal(casePath, record.Diagnostics, [head, .. sources], terminal);
        }

        return new RecordUnder(agreement, text, said, RecordCheck.Check(agreement, said, record.Places));
    }

    /// <summary>One line on what the agreement does not know of the record, or <c>null</c>.</summary>
    public string? Silence
    {
        get
        {
            var errors = Unknown.Where(found => found.Severity == Severity.Error).ToList();
            return errors.Count == 0 ? null
                : $"{errors.Count} name{(errors.Count == 1 ? "" : "s")} in the record {(errors.Count == 1 ? "is" : "are")} not known to {Agreement.Id} and judged as silence: {errors[0].Message}{(errors.Count == 1 ? "" : "; …")}";
        }
    }
}
