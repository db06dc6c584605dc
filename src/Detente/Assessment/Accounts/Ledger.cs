using Detente.Statements;

namespace Detente.Assessment.Accounts;

/// <summary>
/// The statements in record order, indexed by what they are about. It only grows; any instant of knowledge is a
/// prefix of it, and <see cref="Knowledge"/> reads such a prefix.
/// </summary>
internal sealed class Ledger
{
    private readonly List<long> _received = [];
    private readonly Dictionary<string, List<int>> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _links = [];
    private readonly Dictionary<string, List<int>> _awaited = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _roots = [];
    private readonly Dictionary<int, List<int>> _deniers = [];
    private readonly Dictionary<string, Subject> _acts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subject> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subject> _about = new(StringComparer.Ordinal);

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

    /// <summary>What every link of a chain is or was about: contents that stand in it, the last included.</summary>
    public IEnumerable<Content> Contents(int root) =>
        _links.TryGetValue(root, out var links) ? links.Prepend(root).Select(l => Statements[l].Content) : [Statements[root].Content];

    /// <summary>How many statements are known at an instant.</summary>
    public int CountKnown(long known)
    {
        var (low, high) = (0, _received.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _received[middle] <= known ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

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
        _received.Add(statement.Received.LastTick);
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

            if (!_links.TryGetValue(root, out var links))
            {
                _links[root] = links = [];
            }

            links.Add(position);
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

    private int PositionOf(string author, int number) =>
        _numbers.TryGetValue(author, out var positions) && number >= 1 && number <= positions.Count ? positions[number - 1] : -1;

    private int PositionOf(string id) =>
        id.LastIndexOf('-') is var dash and > 0 && int.TryParse(id.AsSpan(dash + 1), out var number) && PositionOf(id[..dash], number) is var position
            && position >= 0 && Statements[position].Id == id
            ? position
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
        if (!_numbers.TryGetValue(statement.Author, out var positions))
        {
            _numbers[statement.Author] = positions = [];
        }

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
            Denies(_roots.GetValueOrDefault(position, position), root);
        }
        else
        {
            if (!_awaited.TryGetValue(what, out var denials))
            {
                _awaited[what] = denials = [];
            }

            denials.Add(root);
        }
    }

    /// <summary>Files the denials of a statement, or of the chain it corrects, under the act it now speaks of.</summary>
    private void Deny(Statement statement, ActWord word, int root)
    {
        if (_awaited.Count > 0 && _awaited.TryGetValue(statement.Id, out var denials))
        {
            denials.ForEach(d => Denies(root, d));
        }

        if (_deniers.TryGetValue(root, out var deniers))
        {
            deniers.ForEach(File(_acts, Acts, word.Act).Add);
        }
    }

    private void Denies(int root, int denial)
    {
        if (!_deniers.TryGetValue(root, out var deniers))
        {
            _deniers[root] = deniers = [];
        }

        deniers.Add(denial);
    }

    private void IndexMessage(Statement statement, Message message, int root)
    {
        if (statement.Verb == Verb.Asks)
        {
            RequestsSaid.Add(root);
            var request = File(_about, null, message.Name ?? statement.Id);
            request.Request = request.Request < 0 ? root : request.Request;
        }

        if (message.About is { } about)
        {
            File(_about, null, about).Add(root);
        }
    }

    /// <summary>The act a statement speaks of as its chain stands, or the name itself where it is no statement's.</summary>
    private string? ActOf(string what, int count) => PositionOf(what) is var position && position >= 0
        ? (LastKnown(_roots.GetValueOrDefault(position, position), count)?.Content as ActWord)?.Act
        : what;

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

/// <summary>What statements are about: the positions of the chains that name it, in record order.</summary>
/// <remarks>Most subjects are named once or twice and there are millions of them: the first two positions stand in the object.</remarks>
internal sealed class Subject(string name)
{
    private int _first;
    private int _second;
    private List<int>? _more;

    public string Name => name;

    /// <summary>Position of the request that has this name, or -1.</summary>
    public int Request { get; set; } = -1;

    /// <summary>Where the running count of verdicts keeps what it counted of this subject, or -1.</summary>
    public int Slot { get; set; } = -1;

    public int Count { get; private set; }

    public int this[int index] => index switch
    {
        0 => _first,
        1 => _second,
        _ => _more![index - 2],
    };

    /// <summary>A subject of one chain.</summary>
    public static Subject Of(int position)
    {
        var subject = new Subject("");
        subject.Add(position);
        return subject;
    }

    public void Add(int position)
    {
        // From the end, and only as far as later positions go: nearly always none.
        for (var i = Count - 1; i >= 0 && this[i] >= position; i--)
        {
            if (this[i] == position)
            {
                return;
            }
        }

        var index = Count++;
        if (index >= 2)
        {
            (_more ??= []).Add(position);
        }

        for (; index > 0 && this[index - 1] > position; index--)
        {
            Set(index, this[index - 1]);
        }

        Set(index, position);
    }

    private void Set(int index, int position)
    {
        switch (index)
        {
            case 0:
                _first = position;
                break;
            case 1:
                _second = position;
                break;
            default:
                _more![index - 2] = position;
                break;
        }
    }
}
