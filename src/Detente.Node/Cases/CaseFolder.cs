using Detente.Agreement.Canonical;
using Detente.Agreement.Check;
using Detente.Assessment;
using Detente.Diagnostics;
using Detente.Statements.Text;

namespace Detente.Node.Cases;

/// <summary>A case read from its folder: what could be understood, and everything that is wrong with it.</summary>
/// <param name="Loaded">The case, or <c>null</c> when something in it cannot be used.</param>
/// <param name="Diagnostics">About the case, its statements and its agreement.</param>
/// <param name="Sources">The files that were read, for carets.</param>
public sealed record CaseFolder(LoadedCase? Loaded, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<SourceText> Sources)
{
    /// <summary>The file that makes a folder a case.</summary>
    public const string FileName = "case.yaml";

    /// <summary>Reads all of it, and stops at nothing that another file could still be checked after.</summary>
    /// <param name="path">A folder with a case.yaml, or that file.</param>
    public static CaseFolder Read(string path)
    {
        var caseYaml = FileOf(path);
        var files = new List<(SourceText Text, string Hash)> { Hashed(caseYaml) };
        files.AddRange(CaseReader.StatementFilesOf(files[0].Text).Select(name => Hashed(Files.Beside(caseYaml, name))));

        var read = CaseReader.Read(files[0].Text, [.. files.Skip(1).Select(file => file.Text)]);
        var sources = files.Select(file => file.Text).ToList();
        var diagnostics = read.Diagnostics.ToList();
        if (read.Case is not { } record)
        {
            return new CaseFolder(null, diagnostics, sources);
        }

        var text = Files.Text(Files.Beside(caseYaml, record.Agreement));
        var readAgreement = AgreementChecker.Read(text);
        sources.Add(text);
        diagnostics.AddRange(readAgreement.Diagnostics);
        if (readAgreement.Instrument is { } agreement)
        {
            // What is about no statement is about the case file, whatever the domain calls that one.
            diagnostics.AddRange(RecordCheck.Check(agreement, record, read.Places)
                .Select(found => sources.Exists(source => source.File == found.File) ? found : found with { File = caseYaml }));
        }

        return diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error) || readAgreement.Instrument is null
            ? new CaseFolder(null, diagnostics, sources)
            : new CaseFolder(new LoadedCase(path, record, readAgreement.Instrument, text, [.. files.Select(file => file.Hash)]), diagnostics, sources);
    }

    /// <summary>The case.yaml of a folder, or that file itself.</summary>
    public static string FileOf(string path)
    {
        if (Directory.Exists(path))
        {
            var inside = Path.Combine(path, FileName);
            return File.Exists(inside) ? inside : throw new FileRefusedException($"the folder {path} has no {FileName}, so it is no case");
        }

        return Path.GetExtension(path) switch
        {
            _ when !File.Exists(path) => throw new FileRefusedException($"there is no case {path}{Files.Neighbour(path)}"),
            ".yaml" or ".yml" => path,
            ".md" => throw new FileRefusedException($"{path} is an agreement; a case is a folder with a {FileName} that names it"),
            _ => throw new FileRefusedException($"{path} is no case: give a folder with a {FileName}, or that file"),
        };
    }

    private static (SourceText Text, string Hash) Hashed(string path)
    {
        var bytes = Files.Bytes(path);
        return (Files.Text(path, bytes), InstrumentHash.OfBytes(bytes));
    }
}
