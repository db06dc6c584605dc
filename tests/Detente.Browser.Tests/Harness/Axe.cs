using System.Text.Json;

namespace Detente.Browser.Tests.Harness;

/// <summary>What the rules of axe-core find on a page, of the impacts serious and critical.</summary>
internal static class Axe
{
    private const string Run = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations";

    /// <summary>
    /// The findings, a line for each element. Skips the test where axe-core is not fetched. The rules come in through the debugger: a script element would be
    /// refused by the content security policy of the pages. They wait for timers, which stand still on a page without scripts.
    /// </summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(Visit visit)
    {
        if (!visit.Scripts)
        {
            throw new ArgumentException("axe-core runs only where scripts do", nameof(visit));
        }

        await visit.Page.EvaluateAsync(await File.ReadAllTextAsync(Needs.Axe()));
        return [.. (await visit.Page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Where(IsSerious).SelectMany(Lines)];
    }

    private static bool IsSerious(JsonElement rule) => rule.GetProperty("impact").GetString() is "serious" or "critical";

    private static IEnumerable<string> Lines(JsonElement rule)
        => rule.GetProperty("nodes").EnumerateArray().Select(node
            => $"{rule.GetProperty("impact")}: {rule.GetProperty("id")}: {rule.GetProperty("help")}: {node.GetProperty("target")}: {node.GetProperty("html")}: {Tell(node)}");

    private static string Tell(JsonElement node)
        => node.TryGetProperty("failureSummary", out var text) ? text.ToString().Replace('\n', ' ') : "";
}
