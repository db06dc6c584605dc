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

    /// <summary>How deep below a folder cases are looked for.</summary>
    private const int Deepest = 4;

    /// <summary>Reads all of it, and stops at nothing that another file could still be checked after.</summary>
    /// <param name="path">A folder with a case.yaml, or that file.</param>
    /// <exception cref="FileRefusedException">A file is not there, or is no text.</exception>
    public static CaseFolder Read(string path)
    {
        var caseYaml = FileOf(path);
        var files = new List<(SourceText Text, string Hash)> { Hashed(caseYaml) };
        files.AddRange(CaseReader.StatementFilesOf(files[0].Text).Select(name => Hashed(Files.Beside(caseYaml, name))));
        return Understand(path, [.. files.Select(file => file.Text)], [.. files.Select(file => file.Hash)], name => Files.Text(Files.Beside(caseYaml, name)));
    }

    /// <summary>The same from texts that are at hand, such as edited ones.</summary>
    /// <param name="path">The case as the user named it.</param>
    /// <param name="files">case.yaml, then each file of statements.</param>
    /// <param name="hashes">SHA-256 of each.</param>
    /// <param name="agreementFile">Gives the agreement's document by the name case.yaml has for it.</param>
    public static CaseFolder Understand(string path, IReadOnlyList<SourceText> files, IReadOnlyList<string> hashes, Func<string, SourceText> agreementFile)
    {
        var read = CaseReader.Read(files[0], [.. files.Skip(1)]);
        var sources = files.ToList();
        var diagnostics = read.Diagnostics.ToList();
        if (read.Case is not { } record)
        {
            return new CaseFolder(null, diagnostics, sources);
        }

        var text = agreementFile(record.Agreement);
        var readAgreement = AgreementChecker.Read(text);
        sources.Add(text);
        diagnostics.AddRange(readAgreement.Diagnostics);
        if (readAgreement.Instrument is { } agreement)
        {
            // What is about no statement is about the case file, whatever the domain calls that one.
            diagnostics.AddRange(RecordCheck.Check(agreement, record, read.Places)
                .Select(found => sources.Exists(source => source.File == found.File) ? found : found with { File = files[0].File }));
        }

        return diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error) || readAgreement.Instrument is null
            ? new CaseFolder(null, diagnostics, sources)
            : new CaseFolder(new LoadedCase(path, record, readAgreement.Instrument, text, hashes), diagnostics, sources);
    }

    /// <summary>The case of a path: itself, or every case folder below it, the nearest first, then by name.</summary>
    /// <exception cref="FileRefusedException">There is none.</exception>
    public static IReadOnlyList<string> Under(string path)
    {
        if (!Directory.Exists(path) || File.Exists(Path.Combine(path, FileName)))
        {
            FileOf(path);
            return [path];
        }

        var deep = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Deepest, IgnoreInaccessible = true };
        var found = Directory.EnumerateFiles(path, FileName, deep).Select(file => Path.GetDirectoryName(file)!)
            .OrderBy(folder => folder.Count(c => c == Path.DirectorySeparatorChar)).ThenBy(folder => folder, StringComparer.Ordinal).ToList();
        return found.Count > 0 ? found : throw new FileRefusedException($"no folder in {path} has a {FileName}, so there is no case to open");
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
