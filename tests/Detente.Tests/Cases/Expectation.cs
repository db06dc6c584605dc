using Detente.Statements.Text;
using Detente.Tests.House;
using Detente.Time;
using YamlDotNet.RepresentationModel;

namespace Detente.Tests.Cases;

/// <summary>One line of an <c>expected.yaml</c>: what has to be told of a clause, a party and perhaps an instance.</summary>
internal sealed class Expectation
{
    private static readonly HashSet<string> Keys =
    [
        "at", "known", "clause", "party", "instance", "verdict", "late", "binds", "basis", "since", "until", "due", "left",
        "accounts", "cites-include", "settled-by", "why", "corrected",
    ];

    private readonly YamlMappingNode _node;

    private Expectation(YamlMappingNode node) => _node = node;

    public EventTime At => TimeOf("at") ?? throw new InvalidDataException($"{this}: `at` is missing.");

    public EventTime Known => TimeOf("known") ?? At;

    public string Clause => Text("clause")!;

    public string Party => Text("party")!;

    public string? Instance => Text("instance");

    public IEnumerable<(string By, string Verdict)> Accounts => Node("accounts") is YamlMappingNode map
        ? map.Children.Select(e => (((YamlScalarNode)e.Key).Value!, ((YamlScalarNode)e.Value).Value!))
        : [];

    public IEnumerable<string> Cites => List("cites-include");

    public IEnumerable<string> SettledBy => List("settled-by");

    /// <summary>Reads a file of the repository, and refuses keys that nothing compares.</summary>
    public static IReadOnlyList<Expectation> Read(string path)
    {
        using var reader = new StreamReader(Path.Combine(Tree.Root, path));
        var stream = new YamlStream();
        stream.Load(reader);
        var list = ((YamlSequenceNode)stream.Documents[0].RootNode).Children.Select(n => new Expectation((YamlMappingNode)n)).ToList();
        Faults.None(list.SelectMany(e => e._node.Children.Keys.Select(k => ((YamlScalarNode)k).Value!)
            .Where(k => !Keys.Contains(k)).Select(k => $"{e}: `{k}` is no key")));
        Faults.None(list.Where(e => e.Clause is null || e.Party is null || e.Text("verdict") is null || e.Text("why") is null)
            .Select(e => $"{e}: clause, party, verdict and why are needed"));
        return list;
    }

    public string? Text(string key) => (Node(key) as YamlScalarNode)?.Value;

    public EventTime? TimeOf(string key) => Text(key) is not { } text ? null
        : TimeText.Read(text, out var time) is { } refusal ? throw new InvalidDataException($"{this}: {key}: {refusal}")
        : time;

    public override string ToString()
    {
        var known = Text("known") is { } k ? $" (known {k})" : "";
        var instance = Instance is { } i ? $" {i}" : "";
        return $"{_node.Start.Line}: {Text("at")}{known} {Text("clause")} {Text("party")}{instance}";
    }

    private IEnumerable<string> List(string key) =>
        Node(key) is YamlSequenceNode list ? list.Children.Select(n => ((YamlScalarNode)n).Value!) : [];

    private YamlNode? Node(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
}
