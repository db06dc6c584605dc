using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Detente.Tests.House;

/// <summary>docs/architecture.md shows the tree as it stands, and every room has a page of its own.</summary>
public partial class ArchitecturePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Tree.Root, "docs", "architecture.md"));

    /// <summary>What a path on the page may be relative to: the tree, or an assembly with rooms.</summary>
    private static readonly string[] Bases = ["", .. Rooms.All.Select(rooms => $"src/{rooms.Assembly}")];

    [Fact]
    public void Every_folder_stands_in_the_picture()
        => Faults.None(Rooms.All.SelectMany(Folders).Where(folder => !Picture().Contains($" {folder}/ ", StringComparison.Ordinal)).Select(folder => $"{folder}/ is not drawn"));

    [Fact]
    public void The_rooms_are_drawn_in_their_order()
    {
        foreach (var rooms in Rooms.All)
        {
            var drawn = rooms.InOrder.Select(room => room.Replace('.', '/')).Where(Folders(rooms).Contains)
                .Select(room => Picture().IndexOf($"  {room}/ ", StringComparison.Ordinal)).ToList();
            Assert.Equal(drawn.Order(), drawn);
        }
    }

    [Fact]
    public void Every_project_is_named()
    {
        var projects = XDocument.Load(Path.Combine(Tree.Root, "Detente.slnx")).Descendants("Project")
            .Select(project => Path.GetDirectoryName(project.Attribute("Path")!.Value)!.Replace('\\', '/'));
        Assert.Empty(projects.Except(Paths(Page)));
    }

    [Fact]
    public void Every_path_the_page_names_exists()
    {
        var paths = Paths(Page).ToList();
        Assert.Contains("Assessment/Combination.cs", paths);
        Faults.None(paths.Where(path => !Bases.Any(from => Exists(Path.Combine(Tree.Root, from, path)))).Select(path => $"{path} does not exist"));
    }

    [Fact]
    public void A_path_is_what_holds_a_slash()
        => Assert.Equal(["src/Detente", "Time/Lapse.cs", ".ci/run"], Paths("In `src/Detente/`, see Time/Lapse.cs, .ci/run and 3.14; not https://example.org/a or `./test`."));

    [Fact]
    public void Every_room_has_a_page_of_at_most_forty_lines()
    {
        foreach (var rooms in Rooms.All)
        {
            var parts = Folders(rooms).Where(folder => folder.StartsWith("Agreement/", StringComparison.Ordinal));
            foreach (var room in Folders(rooms).Select(folder => folder.Split('/')[0]).Distinct().Concat(parts))
            {
                var page = Path.Combine(Tree.Root, "src", rooms.Assembly, room, "README.md");
                Assert.True(File.Exists(page), $"{rooms.Assembly}/{room} has no README.md");
                Assert.InRange(File.ReadAllLines(page).Length, 1, 40);
            }
        }
    }

    /// <summary>Every folder of source below an assembly's, such as <c>Agreement/Text</c>.</summary>
    private static List<string> Folders(Rooms rooms)
    {
        var domain = Path.Combine(Tree.Root, "src", rooms.Assembly);
        return [.. Directory.EnumerateDirectories(domain, "*", SearchOption.AllDirectories)
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs").Any())
            .Select(folder => Path.GetRelativePath(domain, folder).Replace('\\', '/'))];
    }

    private static string Picture() => string.Join('\n', Page.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)));

    private static IEnumerable<string> Paths(string page) =>
        PathInText().Matches(Address().Replace(page, "")).Select(match => match.Value.TrimEnd('/', '.')).Distinct();

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    [GeneratedRegex(@"(?<![\w./-])(?:\.?[A-Za-z][\w.-]*/)+[\w.-]*")]
    private static partial Regex PathInText();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}
