using Detente.Statements;
using Detente.Statements.Text;
using Detente.Time;

namespace Detente.Assessment.Accounts;

/// <summary>
/// The statements in record order, indexed by what they are about. It only grows; any instant of knowledge is a
/// prefix of it, and <see cref="Knowledge"/> reads such a prefix.
/// </summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, List<int>> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _links = [];
    private readonly Dictionary<string, List<int>> _awaited = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _roots = [];
    private readonly Dictionary<int, List<int>> _deniers = [];
    private readonly Dictionary<string, Subject> _acts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subject> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subject> _about = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _alsoAsked = new(StringComparer.Ordinal);

    public Ledger(Glossary glossary)
    {
        Glossary = glossary;
        LiveCoverage = Accounts.LiveCoverage.Of(glossary.Agreement);
    }

    /// <summary>What a live record covers.</summary>
    public IReadOnlyList<Coverage> LiveCoverage { get; }

    public Glossary Glossary { get; }

    public List<Statement> Statements { get; } = [];

    /// <summary>Acts in the order in which statements first named them.</summary>
    public List<Subject> Acts { get; } = [];

    /// <summary>Types, by the name the agreement uses, in the order in which statements first named them.</summary>
    public List<Subject> Types { get; } = [];

    public Subject HoldingsSaid { get; } = new("holdings");

    public Subject SitesSaid { get; } = new("sites");

    public Subject NoticesSaid { get; } = new("notices");

    public Subject RequestsSaid { get; } = new("requests");

    public Subject? Act(string id) => _acts.GetValueOrDefault(id);

    public Subject? Type(string name) => _types.GetValueOrDefault(name);

    /// <summary>Answers, refusals, explanations, and acts or announcements about an act, a request or a statement.</summary>
    public Subject? About(string name) => _about.GetValueOrDefault(name);

    /// <summary>The request that a name or a statement's id refers to, or <c>null</c>.</summary>
    public Subject? Request(string name)
    {
        if (About(name) is { Request: >= 0 } named)
        {
            return named;
        }

        return PositionOf(name) is var position && position >= 0 && Statements[position] is { Verb: Verb.Asks, Content: Message { Name: { } other } } ? About(other) : null;
    }

    /// <summary>Positions of the requests that have or had a subject's name, in record order: nearly always one.</summary>
    public int[] Requests(Subject named) =>
        named.Request < 0 ? [] : _alsoAsked.TryGetValue(named.Name, out var others) ? [.. others.Append(named.Request).Order()] : [named.Request];

    /// <summary>What every link of a chain is or was about: contents that stand in it, the last included.</summary>
    public IEnumerable<Content> Contents(int root) =>
        _links.TryGetValue(root, out var links) ? links.Prepend(root).Select(l => Statements[l].Content) : [Statements[root].Content];

    /// <summary>How many statements are known at an instant.</summary>
    public int CountKnown(long known) => Ticks.CountUpTo(Statements, known, static s => s.Received.LastTick);

    /// <summary>Adds the next statement in record order and returns its position, or -1 when it is void.</summary>
    /// <exception cref="ArgumentException">It does not come after the last one in record order.</exception>
    public int Append(Statement statement)
    {
        if (Statements.Count > 0 && Statement.InRecordOrder(Statements[^1], statement) >= 0)
        {
            throw new ArgumentException($"{statement.Id} stands before {Statements[^1].Id} in record order, which is already in the record.");
        }

        var position = Statements.Count;
        Statements.Add(statement);
        Number(statement, position);
        var root = position;
        if (statement.Supersedes is { } earlier)
        {
            root = RootOf(statement.Author, earlier);
            if (root < 0)
            {
                _numbers[statement.Author][statement.Number - 1] = -1;
                return -1;
            }

            ListOf(_links, root).Add(position);
            _roots[position] = root;
        }

        Index(statement, position, root);
        return root;
    }

    /// <summary>The last known link of the chain that begins at a position, or <c>null</c> when it is taken back.</summary>
    public Statement? LastKnown(int root, int count)
    {
        if (_links.Count == 0 || !_links.TryGetValue(root, out var links))
        {
            return Statements[root];
        }

        var last = root;
        foreach (var link in links)
        {
            last = link < count ? link : last;
        }

        return Statements[last].Content is Retraction ? null : Statements[last];
    }

    /// <summary>Acts a denial takes back, the acts of the statements it names included.</summary>
    /// <param name="denial">What is denied.</param>
    /// <param name="count">How many statements are known: one still to come is not known to be on an act.</param>
    public IEnumerable<string> Denied(Denial denial, int count) => denial.What.Where(w => PositionOf(w) < count).Select(w => ActOf(w, count)).OfType<string>();

    /// <summary>Where the statement of an id stands, or -1.</summary>
    private int PositionOf(string id) =>
        StatementId.TryRead(id, out var author, out var number) && _numbers.TryGetValue(author, out var positions) && number <= positions.Count
            ? positions[number - 1]
            : -1;

    private int RootOf(string author, string id)
    {
        var position = PositionOf(id);
        if (position < 0 || Statements[position].Author != author)
        {
            return -1;
        }

        return _roots.GetValueOrDefault(position, position);
    }

    private void Number(Statement statement, int position)
    {
        var positions = ListOf(_numbers, statement.Author);
        while (positions.Count < statement.Number)
        {
            positions.Add(-1);
        }

        positions[statement.Number - 1] = position;
    }

    private void Index(Statement statement, int position, int root)
    {
        switch (statement.Content)
        {
            case ActWord word:
                File(_acts, Acts, word.Act).Add(root);
                Deny(statement, word, root);
                if (word.About is { } about)
                {
                    File(_about, null, about).Add(root);
                }

                break;
            case Denial denial:
                foreach (var what in denial.What)
                {
                    Deny(what, root);
                }

                break;
            case TypeProperties type:
                File(_types, Types, Glossary.Canonical(type.Item)).Add(root);
                break;
            case Reading reading:
                File(_types, Types, Glossary.Canonical(reading.Item)).Add(root);
                break;
            case Holdings:
                HoldingsSaid.Add(root);
                break;
            case Sites:
                SitesSaid.Add(root);
                break;
            case Notice:
                NoticesSaid.Add(root);
                break;
            case Message message:
                IndexMessage(statement, message, root);
                break;
            default:
                break;
        }
    }

    /// <summary>Files a denial under the act it takes back; one of a statement still to come waits for it.</summary>
    private void Deny(string what, int root)
    {
        if (ActOf(what, Statements.Count) is { } act)
        {
            File(_acts, Acts, act).Add(root);
        }

        if (PositionOf(what) is var position && position >= 0)
        {
            ListOf(_deniers, _roots.GetValueOrDefault(position, position)).Add(root);
        }
        else
        {
            ListOf(_awaited, what).Add(root);
        }
    }

    /// <summary>Files the denials of a statement, or of the chain it corrects, under the act it now speaks of.</summary>
    private void Deny(Statement statement, ActWord word, int root)
    {
        if (_awaited.Count > 0 && _awaited.TryGetValue(statement.Id, out var denials))
        {
            ListOf(_deniers, root).AddRange(denials);
        }

        if (_deniers.TryGetValue(root, out var deniers))
        {
            deniers.ForEach(File(_acts, Acts, word.Act).Add);
        }
    }

    private void IndexMessage(Statement statement, Message message, int root)
    {
        if (statement.Verb == Verb.Asks)
        {
            RequestsSaid.Add(root);
        }

        if (IsRequest(statement, root))
        {
            FileRequest(message.Name ?? Statements[root].Id, root);
        }

        if (message.About is { } about)
        {
            File(_about, null, about).Add(root);
        }
    }

    /// <summary>Whether a statement asks, or corrects one that did.</summary>
    private bool IsRequest(Statement statement, int root) =>
        statement.Verb == Verb.Asks || (statement.Supersedes is not null && _links[root].Prepend(root).Any(l => Statements[l].Verb == Verb.Asks));

    private void FileRequest(string name, int root)
    {
        var request = File(_about, null, name);
        if (request.Request < 0)
        {
            request.Request = root;
        }
        else if (request.Request != root)
        {
            var others = ListOf(_alsoAsked, name);
            if (!others.Contains(root))
            {
                others.Add(root);
            }
        }
    }

    /// <summary>The act a statement speaks of as its chain stands, or the name itself where it is no statement's.</summary>
    private string? ActOf(string what, int count) => PositionOf(what) is var position && position >= 0
        ? (LastKnown(_roots.GetValueOrDefault(position, position), count)?.Content as ActWord)?.Act
        : what;

    private static List<int> ListOf<TKey>(Dictionary<TKey, List<int>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        return list;
    }

    private static Subject File(Dictionary<string, Subject> files, List<Subject>? inOrder, string name)
    {
        if (!files.TryGetValue(name, out var file))
        {
            files[name] = file = new Subject(name);
            inOrder?.Add(file);
        }

        return file;
    }
}
