using Detente.Tests.House;

namespace Detente.Tests.Kinematics;

/// <summary>Every figure in a table of docs/kinematics.md comes from a run, and is run again here.</summary>
public sealed class KinematicsPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Tree.Root, "docs", "kinematics.md"));

    public static TheoryData<string> Tables => [.. All.Keys];

    private static readonly Dictionary<string, Func<IEnumerable<string>>> All = new()
    {
        ["The path of least speed"] = PageTables.ClosedForm,
        ["The same speed in every direction"] = PageTables.SameSpeed,
        ["The same distance in every direction"] = PageTables.SameDistance,
        ["Air on the way down"] = PageTables.Descent,
        ["The published model"] = PageTables.Presets,
        ["The climb under power"] = PageTables.Climbs,
        ["Published flights"] = PageTables.Published,
        ["Between places"] = PageTables.Places,
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_is_what_is_computed(string heading)
    {
        var shown = Page.SkipWhile(line => !line.EndsWith($"# {heading}", StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith('|')).Skip(2).ToList();
        var computed = All[heading]().ToList();
        Assert.True(computed.SequenceEqual(shown), $"{heading} should be\n{string.Join('\n', computed)}");
    }
}
