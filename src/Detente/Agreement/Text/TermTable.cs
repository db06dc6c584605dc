using Detente.Agreement.Model;

namespace Detente.Agreement.Text;

/// <summary>What kinds of term a place in a sentence takes.</summary>
[Flags]
internal enum TermKinds
{
    None = 0,
    Item = 1,
    Class = 2,
    State = 4,
    Site = 8,
    Act = 16,
    Declaration = 32,
    Year = 64,
    Zone = 128,
    Territory = 256,
    Capital = 512,

    /// <summary>What can be held: items and classes of them.</summary>
    Holdable = Item | Class,
}

/// <summary>A declared name. Its meaning is filled in once it is read, so that terms may be declared in any order.</summary>
internal sealed class TermEntry(string name, string? plural, TermKinds kind, Diagnostics.TextSpan span)
{
    /// <summary>Where the name stands.</summary>
    public Diagnostics.TextSpan Span => span;

    public string Name => name;

    /// <summary>As stated, or <c>null</c> for the regular one.</summary>
    public string? Plural => plural;

    public TermKinds Kind => kind;

    public Term? Meaning { get; set; }

    /// <summary>The spellings a text may use.</summary>
    public IEnumerable<string> Spellings => kind is TermKinds.State or TermKinds.Year or TermKinds.Territory or TermKinds.Capital ? [name] : [name, plural ?? EnglishNouns.Plural(name)];
}

/// <summary>Declared names, matched longest first.</summary>
internal sealed class TermTable
{
    private readonly List<TermEntry> _entries = [];
    private readonly Dictionary<string, List<(string[] Words, TermEntry Entry)>> _byFirstWord = new(StringComparer.Ordinal);

    public IReadOnlyList<TermEntry> Entries => _entries;

    public void Add(TermEntry entry)
    {
        _entries.Add(entry);
        foreach (var words in entry.Spellings.Distinct().Select(spelling => spelling.Split(' ')))
        {
            if (!_byFirstWord.TryGetValue(words[0], out var list))
            {
                _byFirstWord.Add(words[0], list = []);
            }

            list.Add((words, entry));
        }
    }

    /// <summary>The longest name of one of the kinds that begins at a token, and how many tokens it takes; or <c>null</c>.</summary>
    public (TermEntry Entry, int Length)? Match(IReadOnlyList<Token> tokens, int at, TermKinds kinds)
    {
        (TermEntry, int)? best = null;
        if (at >= tokens.Count || !_byFirstWord.TryGetValue(tokens[at].Text, out var candidates))
        {
            return null;
        }

        var length = 0;
        foreach (var (words, entry) in candidates)
        {
            if ((entry.Kind & kinds) != 0 && words.Length > length && StandsAt(tokens, at, words))
            {
                (best, length) = ((entry, words.Length), words.Length);
            }
        }

        return best;
    }

    /// <summary>True when the words stand at a token.</summary>
    public static bool StandsAt(IReadOnlyList<Token> tokens, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (at + i >= tokens.Count || tokens[at + i].Kind != TokenKind.Word || tokens[at + i].Text != words[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Every spelling of the kinds, for suggestions.</summary>
    public IEnumerable<string> Spellings(TermKinds kinds) => _entries.Where(entry => (entry.Kind & kinds) != 0).SelectMany(entry => entry.Spellings);
}
