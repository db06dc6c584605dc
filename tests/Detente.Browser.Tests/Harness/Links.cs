using System.Net;
using System.Text.RegularExpressions;

namespace Detente.Browser.Tests.Harness;

/// <summary>Follows every link of every page from some addresses on, by plain requests.</summary>
internal static partial class Links
{
    /// <summary>Pages differ by path; of those that differ by their query only, these many are enough.</summary>
    private const int MostOfOnePath = 2;

    /// <summary>What did not answer with 200, and who links to it.</summary>
    /// <param name="client">Asks the server; what it follows stays below its base address.</param>
    /// <param name="from">Paths to begin with.</param>
    /// <param name="most">How many addresses are asked for, breadth first.</param>
    /// <returns>The faults, and the addresses that were asked for.</returns>
    public static async Task<(IReadOnlyList<string> Faults, IReadOnlyCollection<string> Asked)> FollowAsync(HttpClient client, IEnumerable<string> from, int most)
    {
        var server = client.BaseAddress!;
        var faults = new List<string>();
        var linkedBy = from.ToDictionary(path => new Uri(server, path).PathAndQuery, _ => "the list");
        var next = new Queue<string>(linkedBy.Keys);
        var asked = new List<string>();
        var ofPath = linkedBy.Keys.CountBy(PathOf).ToDictionary();
        while (asked.Count < most && next.TryDequeue(out var path))
        {
            asked.Add(path);
            using var answer = await client.GetAsync(new Uri(server, path), TestContext.Current.CancellationToken);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                faults.Add($"{(int)answer.StatusCode} {path}, linked by {linkedBy[path]}");
            }
            else if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                foreach (var found in Targets(page, new Uri(server, path)).Where(found => ofPath.GetValueOrDefault(PathOf(found)) < MostOfOnePath && linkedBy.TryAdd(found, path)))
                {
                    ofPath[PathOf(found)] = ofPath.GetValueOrDefault(PathOf(found)) + 1;
                    next.Enqueue(found);
                }
            }
        }

        return (faults, asked);
    }

    private static string PathOf(string address) => address.Split('?')[0];

    /// <summary>The addresses of the same server that a page names: links, styles, scripts, images. A fragment is not part of them.</summary>
    private static IEnumerable<string> Targets(string page, Uri at)
        => Attribute().Matches(page).Select(match => new Uri(at, WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Where(uri => uri.Authority == at.Authority && uri.Scheme == at.Scheme)
            .Select(uri => uri.PathAndQuery);

    [GeneratedRegex("""<[^>]*?\s(?:href|src)=(["'])(.*?)\1""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
