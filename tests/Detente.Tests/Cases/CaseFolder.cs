using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Assessment;
using Detente.Diagnostics;
using Detente.Statements;
using Detente.Statements.Text;
using Detente.Tests.House;

namespace Detente.Tests.Cases;

/// <summary>A case of this repository with its agreement, as the command line would load them.</summary>
internal sealed record CaseFolder(Instrument Agreement, Case Record)
{
    private static readonly Dictionary<string, CaseFolder> Loaded = [];

    public static CaseFolder Inf => Load("cases/inf-1987");

    /// <summary>Reads a folder once; what stands on disk has to be free of errors.</summary>
    public static CaseFolder Load(string folder)
    {
        lock (Loaded)
        {
            return Loaded.TryGetValue(folder, out var known) ? known : Loaded[folder] = Read(folder);
        }
    }

    /// <summary>The same case with further statements, from a text in the format of statements.yaml.</summary>
    public static CaseFolder With(string folder, string name, string statements) => Read(folder, new SourceText(name, statements));

    /// <summary>Reads a folder again, from the files.</summary>
    public static CaseFolder Again(string folder) => Read(folder);

    public Assessor Judge() => new(Agreement, Record);

    /// <summary>The same case with other statements, in record order.</summary>
    public CaseFolder Holding(IEnumerable<Statement> statements) => Holding(statements, Record.Coverage);

    /// <summary>The same case with one more line of coverage.</summary>
    public CaseFolder Covering(Coverage line) => Holding(Record.Statements, [.. Record.Coverage, line]);

    private CaseFolder Holding(IEnumerable<Statement> statements, IReadOnlyList<Coverage> coverage) => this with
    {
        Record = Record with { Coverage = coverage, Statements = [.. statements] },
    };

    private static CaseFolder Read(string folder, params SourceText[] further)
    {
        var path = Path.Combine(Tree.Root, folder);
        var head = Source(Path.Combine(path, "case.yaml"));
        var files = CaseReader.StatementFilesOf(head).Select(file => Source(Path.Combine(path, file))).Concat(further).ToList();
        var read = CaseReader.Read(head, files);
        Faults.None(read.Diagnostics.Select(d => DiagnosticPrinter.Print(d, d.File == head.File ? head : files.First(f => f.File == d.File))));
        var text = Source(Path.GetFullPath(Path.Combine(path, read.Case!.Agreement)));
        var agreement = AgreementParser.Parse(text);
        Assert.NotNull(agreement.Instrument);
        return new CaseFolder(agreement.Instrument, read.Case);
    }

    private static SourceText Source(string path) => new(Path.GetFileName(path), File.ReadAllText(path));
}
