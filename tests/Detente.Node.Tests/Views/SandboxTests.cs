using System.Text.RegularExpressions;
using Detente.Answers;
using Detente.Assessment;
using Detente.Node.Cases;
using Detente.Node.Views;
using Detente.Statements;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Node.Tests.Views;

/// <summary>What the sandbox says would change is what the changed files come to, read and judged as any others.</summary>
public sealed partial class SandboxTests : IDisposable
{
    private static readonly Library Cases = new([Path.Combine(Tree.Root, "cases")], TimeProvider.System);
    private readonly string _folder = Directory.CreateTempSubdirectory("detente-sandbox-").FullName;

    public static TheoryData<string> Names => [.. Cases.All.Select(shelved => shelved.Name)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void With_nothing_edited_nothing_changes(string name)
    {
        var shelved = Cases.Find(name)!;
        var open = shelved.Case!;
        Prop.ForAll(ClausesAndInstants(open).ToArbitrary(), asked =>
        {
            var edit = new SandboxEdit(asked.Clause, SandboxView.WordsOf(open, asked.Clause).Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n", "\r\n# only a remark\r\n");
            var sandbox = Sandbox.Judge(shelved, open, edit, asked.View);
            Assert.Empty(sandbox.Diagnostics);
            Assert.Empty(sandbox.Added);
            Assert.True(sandbox.IsSame, string.Join('\n', sandbox.Findings));
        }).Check(Some(open));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_number_in_a_clause_changes_what_the_edited_file_changes(string name)
    {
        var shelved = Cases.Find(name)!;
        var open = shelved.Case!;
        var numbered = ClausesAndInstants(open).Where(asked => Number().IsMatch(SandboxView.WordsOf(open, asked.Clause)));
        Prop.ForAll(numbered.ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (asked, to) =>
        {
            var words = SandboxView.WordsOf(open, asked.Clause);
            var edited = Number().Replace(words, match => $"{int.Parse(match.Value) * to + 1}", 1);
            HoldsToTheFiles(shelved, new SandboxEdit(asked.Clause, edited, ""), asked.View, text => InBlock(text, asked.Clause, words, edited), "");
        }).Check(Some(open));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_more_statement_changes_what_a_longer_file_changes(string name)
    {
        var shelved = Cases.Find(name)!;
        var open = shelved.Case!;
        Prop.ForAll(Gen.Elements(open.Record.Statements.ToArray()).Zip(ClausesAndInstants(open)).ToArbitrary(), asked =>
        {
            var (statement, (_, view)) = asked;
            if (statement.Received.LastTick > view.Known)
            {
                return;
            }

            var first = SandboxView.First(new CaseView(open, new AskedTime(view, "", false, null), "/", []), null, statement.Id);
            var id = Statement.IdOf(statement.Author, open.Record.Statements.Count(other => other.Author == statement.Author) + 1);
            HoldsToTheFiles(shelved, first.Edit, view, text => text, first.Edit.Statements.Replace($"- id: {statement.Author}\n", $"- id: {id}\n", StringComparison.Ordinal));
        }).Check(Some(open));
    }

    [Fact]
    public void A_change_that_matters_is_told_before_and_after()
    {
        var shelved = Cases.Find("answer")!;
        var open = shelved.Case!;
        var view = At("2030-03-31");
        var words = SandboxView.WordsOf(open, "1");
        var sandbox = Sandbox.Judge(shelved, open, new SandboxEdit("1", words.Replace("48", "72", StringComparison.Ordinal), "- author: B\n  received: 2030-03-21T12:00Z\n  answers: { about: silence, to: [A] }\n"), view);

        Assert.Equal(["B-0006"], sandbox.Added.Select(statement => statement.Id));
        Assert.Equal(["late", "silence"], sandbox.Findings.Where(finding => finding.IsOfVerdict).Select(finding => finding.Key.Instance));
        Assert.All(sandbox.Findings.Take(2), finding => Assert.Equal((Verdict.NotKept, Verdict.Kept), (finding.Before!.Verdict, finding.After!.Verdict)));
        Assert.All(sandbox.Findings, finding => Assert.False(string.IsNullOrEmpty(finding.ReasonBefore) || string.IsNullOrEmpty(finding.ReasonAfter)));
        Assert.Equal(open.Record.Statements.Count, CaseFolder.Read(open.Of.Path).Loaded!.Record.Statements.Count);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_and_nothing_is_judged()
    {
        var shelved = Cases.Find("answer")!;
        var sandbox = Sandbox.Judge(shelved, shelved.Case!, new SandboxEdit("1", "when a Party recieves a request\n", "- author: B\n  recieved: 2030-03-21T12:00Z\n  answers: { about: silence, to: [A] }\n"), At("2030-03-31"));

        Assert.Null(sandbox.Folder.Loaded);
        Assert.Contains(sandbox.Diagnostics, found => found.File == SandboxEdit.AddedFile && found.WaysOut.Contains("received"));
        Assert.Contains(sandbox.Diagnostics, found => found.File.EndsWith("answer.md", StringComparison.Ordinal));
        Assert.All(sandbox.Diagnostics, found => Assert.Contains(sandbox.Folder.Sources, source => source.File == found.File));
        Assert.Empty(sandbox.Findings);
    }

    [Fact]
    public void What_was_wrong_before_is_not_told_again()
    {
        var known = Cases.All.Where(shelved => shelved.Diagnostics.Count > 0).ToList();
        foreach (var shelved in known)
        {
            Assert.Empty(Sandbox.Judge(shelved, shelved.Case!, new SandboxEdit(null, "", ""), At("2030-01-01")).Diagnostics);
        }
    }

    [Fact]
    public void A_case_without_files_is_judged_from_what_it_says()
    {
        var of = Cases.Find("answer")!.Case!.Of;
        var open = new OpenCase("answer", of, TimeProvider.System);
        var sandbox = Sandbox.Judge(new Shelved("answer", of.Path, open, [], [], null), open, new SandboxEdit(null, "", ""), At("2030-03-31"));
        Assert.True(sandbox is { IsSame: true, Folder.Loaded: not null });
    }

    private void HoldsToTheFiles(Shelved shelved, SandboxEdit edit, Viewpoint view, Func<string, string> agreement, string added)
    {
        var open = shelved.Case!;
        var sandbox = Sandbox.Judge(shelved, open, edit, view);
        var read = CaseFolder.Read(Copy(open.Of, agreement, added));
        Assert.Equal(read.Loaded is null, sandbox.Folder.Loaded is null);
        if (read.Loaded is not { } loaded)
        {
            Assert.NotEmpty(sandbox.Diagnostics);
            return;
        }

        var edited = new OpenCase("edited", loaded, TimeProvider.System);
        var (before, after) = (Told(open.Assess(view)), Told(edited.Assess(view)));
        var expected = before.Keys.Union(after.Keys).Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key)).ToHashSet();
        Assert.Equal(expected, sandbox.Findings.Select(finding => finding.Key).ToHashSet());
        Assert.All(sandbox.Findings, finding => Assert.Equal(after.GetValueOrDefault(finding.Key), finding.After is null ? null : Told(finding.After)));
        Assert.All(sandbox.Findings, finding => Assert.Equal(before.GetValueOrDefault(finding.Key), finding.Before is null ? null : Told(finding.Before)));
        Assert.Equal(
            LineChanges.Between(open.LinesAt(view).Lines, edited.LinesAt(view).Lines, view.At).Select(change => (change.Clause, change.Party, change.Before, change.After)),
            sandbox.Lines.Select(line => (line.After!.Clause.Id, line.After.Party, line.Before?.Worst.Verdict, line.After.Worst.Verdict)));
    }

    // The words of one clause may begin or end those of another.
    private static string InBlock(string text, string clause, string words, string edited) =>
        Regex.Replace(text, $"(?<=```clause {Regex.Escape(clause)}(?![^ \\n])[^\\n]*\\n){Regex.Escape(words)}(?=\\n```)", _ => edited);

    private string Copy(LoadedCase of, Func<string, string> agreement, string added)
    {
        // The agreement stands where the case says it does, as seen from the copy.
        var inside = Path.Combine(_folder, "a/b/c/case");
        Directory.CreateDirectory(inside);
        File.Copy(Path.Combine(of.Path, CaseFolder.FileName), Path.Combine(inside, CaseFolder.FileName), overwrite: true);
        File.WriteAllText(Path.Combine(inside, "statements.yaml"), $"{File.ReadAllText(Path.Combine(of.Path, "statements.yaml")).TrimEnd()}\n{added}");
        var document = Path.GetFullPath(Path.Combine(inside, of.Record.Agreement));
        Directory.CreateDirectory(Path.GetDirectoryName(document)!);
        File.WriteAllText(document, agreement(of.Text.Text));
        return inside;
    }

    private static Dictionary<(string, string, string?), string> Told(Assessment.Assessment assessment) =>
        assessment.Findings.ToDictionary(finding => (finding.Clause, finding.Party, finding.Instance), Told);

    private static string Told(Finding finding) => Json.Text(json =>
    {
        json.WriteStartObject();
        FindingJson.Members(json, finding, prose: null);
        json.WriteEndObject();
    });

    private static Gen<(string Clause, Viewpoint View)> ClausesAndInstants(OpenCase open) =>
        from clause in Gen.Elements(open.Agreement.Clauses.Select(clause => clause.Id).ToArray())
        from at in Gen.Elements(open.Axis.Days.ToArray())
        from known in Gen.Elements(open.Axis.Days.ToArray())
        from isOne in Gen.Elements(true, false)
        select (clause, new Viewpoint(at, isOne ? at : known));

    // A long record takes a second a question; each run asks other ones.
    private static Config Some(OpenCase open) => Config.QuickThrowOnFailure.WithMaxTest(open.Record.Statements.Count > 100 ? 3 : 25);

    private static Viewpoint At(string day) => new(AskedInstant.Parse(day)!.Value, AskedInstant.Parse(day)!.Value);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
