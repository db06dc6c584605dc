using System.Reflection;
using Detente.Statements.Text;

namespace Detente.Tests.Statements;

/// <summary>
/// Each document under cases/bad holds something wrong; the .expect file beside it holds every message in full. With
/// <c>DETENTE_WRITE_EXPECTED=1</c> the files are written anew, to be read before they are committed.
/// </summary>
public sealed class BadCaseTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.GetFiles(CaseDocument.Folder("bad"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Everything_wrong_is_told_at_once(string name)
    {
        var path = Path.Combine(CaseDocument.Folder("bad"), name);
        var document = CaseDocument.Of(File.ReadAllText(path + ".yaml"));
        var read = document.Read();
        var printed = document.Print(read);
        Assert.False(read.IsUsable && read.Diagnostics.Count == 0);
        if (Environment.GetEnvironmentVariable("DETENTE_WRITE_EXPECTED") == "1")
        {
            File.WriteAllText(path + ".expect", printed);
        }

        Assert.Equal(File.ReadAllText(path + ".expect"), printed);
    }

    [Fact]
    public void Every_code_has_a_document()
    {
        var told = string.Concat(Directory.GetFiles(CaseDocument.Folder("bad"), "*.expect").Select(File.ReadAllText));
        Assert.All(
            typeof(CaseCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!),
            code => Assert.Contains($" {code}  ", told, StringComparison.Ordinal));
    }
}
