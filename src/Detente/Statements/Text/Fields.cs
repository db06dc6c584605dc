using Detente.Diagnostics;
using Detente.Quantities;
using Detente.Time;

namespace Detente.Statements.Text;

/// <summary>
/// A mapping whose keys are known. Each key is asked for once, by what it holds; what is missing, of another shape, or
/// not understood is reported and comes back as <c>null</c>.
/// </summary>
internal sealed class Fields
{
    private readonly MapNode _map;

    /// <summary>The mapping, after every key that is not among the known ones was reported.</summary>
    /// <param name="map">What stands in the file.</param>
    /// <param name="report">Where to report.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="known">The keys that can stand here.</param>
    /// <param name="isOpen">True where the agreement's own words can stand beside the known keys.</param>
    public Fields(MapNode map, Report report, NodePath? path, IReadOnlyList<string> known, bool isOpen = false)
    {
        (_map, Report, Path) = (map, report, path);
        foreach (var (key, _) in map.Entries)
        {
            if (!known.Contains(key.Value) && (!isOpen || Spelling.Closest(key.Value, known) is not null))
            {
                HasUnknown = true;
                RefuseKey(key, known);
            }
        }
    }

    /// <summary>Where to report.</summary>
    public Report Report { get; }

    /// <summary>Where the mapping stands.</summary>
    public NodePath? Path { get; }

    /// <summary>True when a key was refused.</summary>
    public bool HasUnknown { get; }

    /// <summary>The mapping's place: its first key, so that the caret fits a line.</summary>
    public TextSpan Span => _map.Entries.Count > 0 ? _map.Entries[0].Key.Span : _map.Span;

    /// <summary>The entries with the agreement's own words, in an open mapping.</summary>
    public IEnumerable<MapEntry> Others(IReadOnlyList<string> known) =>
        _map.Entries.Where(e => !known.Contains(e.Key.Value) && Spelling.Closest(e.Key.Value, known) is null);

    /// <summary>The value of a key, or <c>null</c>; not reported.</summary>
    public Node? Find(string key)
    {
        foreach (var entry in _map.Entries)
        {
            if (entry.Key.Value == key)
            {
                return entry.Value;
            }
        }

        return null;
    }

    /// <summary>The value of a key; reported when it is needed and not there.</summary>
    public Node? Take(string key, bool isNeeded = false)
    {
        var value = Find(key);
        if (value is null && isNeeded)
        {
            Report.Error(CaseCodes.MissingKey, Span, Path, $"`{key}` is missing.", $"{key}: …");
        }

        return value;
    }

    /// <summary>The place of a key's value, for a diagnostic about it.</summary>
    public TextSpan SpanOf(string key) => Find(key)?.Span ?? Span;

    /// <summary>The place of a key, for a diagnostic about its being there.</summary>
    public TextSpan SpanOfKey(string key) => _map.Entries.FirstOrDefault(e => e.Key.Value == key).Key?.Span ?? Span;

    /// <summary>Reports at a key's value.</summary>
    public void Error(string code, string key, string message, params IReadOnlyList<string> waysOut) =>
        Report.Error(code, SpanOf(key), Path, message, waysOut);

    /// <summary>Any text.</summary>
    public string? Text(string key, bool isNeeded = false) => Values.Text(Take(key, isNeeded), key, Report, Path)?.Value;

    /// <summary>A name: one line, no blank at either end.</summary>
    public string? Name(string key, bool isNeeded = false) => Values.Name(Take(key, isNeeded), key, Report, Path);

    /// <summary>The code of a party or another author.</summary>
    public string? Party(string key, bool isNeeded = false) => Values.Party(Take(key, isNeeded), key, Report, Path);

    /// <summary>A list of names; empty when the key is not there.</summary>
    public IReadOnlyList<string> Names(string key, bool isNeeded = false) => List(key, isNeeded, (n, p) => Values.Name(n, key, Report, p));

    /// <summary>A list of party codes, none of them <paramref name="besides"/> and none twice; empty when the key is not there.</summary>
    public IReadOnlyList<string> Parties(string key, string? besides)
    {
        var parties = new List<string>();
        foreach (var (code, node) in List(key, false, (n, p) => Values.Party(n, key, Report, p) is { } c ? (c, n) : ((string, Node)?)null).Select(p => p!.Value))
        {
            if (code == besides || parties.Contains(code))
            {
                Report.Error(CaseCodes.Signers, node.Span, Path, code == besides ? $"`{key}` names the author itself; it names the others." : $"`{key}` names {code} twice.");
                continue;
            }

            parties.Add(code);
        }

        return parties;
    }

    /// <summary>A time.</summary>
    public EventTime? Time(string key, bool isNeeded = false) => Values.Time(Take(key, isNeeded), key, Report, Path);

    /// <summary>An amount without a unit.</summary>
    public Amount? Amount(string key, bool isNeeded = false) => Values.Amount(Take(key, isNeeded), key, Report, Path);

    /// <summary>True or false; <c>null</c> when the key is not there.</summary>
    public bool? Flag(string key, bool isNeeded = false) => Values.Flag(Take(key, isNeeded), key, Report, Path);

    /// <summary>One of a few words.</summary>
    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> words, bool isNeeded = false)
        where T : struct
    {
        if (Values.Text(Take(key, isNeeded), key, Report, Path) is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text.Value, out var chosen))
        {
            return chosen;
        }

        var meant = Spelling.Closest(text.Value, words.Keys);
        Report.Error(CaseCodes.Choice, text.Span, Path, $"`{text.Value}` cannot stand for `{key}`.", meant is null ? [.. words.Keys.Select(w => $"{key}: {w}")] : [$"{key}: {meant}"]);
        return null;
    }

    /// <summary>A mapping with known keys of its own.</summary>
    public Fields? Map(string key, IReadOnlyList<string> known, bool isNeeded = false, bool isOpen = false) =>
        Values.Map(Take(key, isNeeded), key, Report, Path) is { } map ? new Fields(map, Report, new NodePath(Path, key), known, isOpen) : null;

    /// <summary>A mapping whose keys are names; empty when the key is not there.</summary>
    public IReadOnlyList<MapEntry> Entries(string key) => Values.Map(Take(key), key, Report, Path)?.Entries ?? [];

    /// <summary>A list, item by item; items that could not be read are left out.</summary>
    public IReadOnlyList<T> List<T>(string key, bool isNeeded, Func<Node, NodePath?, T?> read)
    {
        if (Take(key, isNeeded) is not { } node)
        {
            return [];
        }

        if (node is not ListNode list)
        {
            Report.Error(CaseCodes.WrongShape, node.Span, Path, $"`{key}` is a list.", node is TextNode { IsNothing: false } one ? [$"{key}: [{one.Value}]"] : [$"{key}: [ … ]"]);
            return [];
        }

        if (list.Items.Count == 0)
        {
            Report.Error(CaseCodes.NoValue, node.Span, Path, $"`{key}` is empty: leave the key out.");
        }

        var items = new List<T>(list.Items.Count);
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (read(list.Items[i], new NodePath(Path, key, i + 1)) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    /// <summary>Words one of which can stand, in one line.</summary>
    public static string OneOf(IEnumerable<string> words) => $"one of {string.Join(", ", words)}";

    private void RefuseKey(TextNode key, IReadOnlyList<string> known)
    {
        var meant = Spelling.Closest(key.Value, known);
        Report.Error(CaseCodes.UnknownKey, key.Span, Path, $"`{key.Value}` is not known here.", meant ?? OneOf(known));
    }
}
