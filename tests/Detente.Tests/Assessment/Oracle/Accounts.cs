using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>3.2: an act is its identifier; its actor is `by` of the first statement that names it.</summary>
internal sealed record Act(string Id, string Actor, IReadOnlyList<Word> Words, IReadOnlyList<Word> Denials)
{
    /// <summary>Where the first statement that names it stands.</summary>
    public Statement Position => Words[0].First;

    /// <summary>What each statement on it says.</summary>
    public IEnumerable<(Word Word, ActWord Said)> Said => Words.Select(word => (word, (ActWord)word.Content));
}

/// <summary>Section 3: the world according to one party.</summary>
internal sealed class Accounts(World world)
{
    /// <summary>3.1: what the account of <paramref name="x"/> takes of what was said, by position, of a fact that <paramref name="owner"/> owns.</summary>
    public T? Take<T>(string? owner, string x, IEnumerable<(Word Word, T Value)> said, Func<T, T, bool> disjoint)
    {
        var words = said.OrderBy(one => one.Word.First, Knowledge.Order).ToList();
        bool Last(Predicate<Word> of, out T value)
        {
            var last = words.FindLastIndex(one => of(one.Word));
            value = last >= 0 ? words[last].Value : default!;
            return last >= 0;
        }

        if (Last(world.Knowledge.IsFinding, out var found))
        {
            return found;
        }

        if (Last(world.Knowledge.IsNeutralWord, out var neutral))
        {
            return neutral;
        }

        var ownerSpoke = Last(word => owner is not null && word.IsOf(owner), out var owners);
        if (Last(word => word.IsOf(x), out var own) && (!ownerSpoke || disjoint(own, owners)))
        {
            return own;
        }

        return ownerSpoke ? owners : default;
    }

    /// <summary>3.2: every act that is named, by position.</summary>
    public IReadOnlyList<Act> Acts() =>
    [
        .. from word in world.Words
           where word.Content is ActWord
           group word by ((ActWord)word.Content).Act into words
           let list = words.ToList()
           select new Act(words.Key, ((ActWord)list[0].Content).By, list, Denials(words.Key, list)),
    ];

    /// <summary>3.2: kind.</summary>
    public string? Kind(Act act, string x) => Name(act, x, said => said.Kind);

    /// <summary>3.2: variant.</summary>
    public string? Variant(Act act, string x) => Name(act, x, said => said.Variant);

    /// <summary>3.2, 3.4: item, by its own name.</summary>
    public string? Item(Act act, string x) => Name(act, x, said => said.Item is null ? null : Type(said.Item));

    /// <summary>3.2: place.</summary>
    public string? Place(Act act, string x) => Name(act, x, said => said.Place);

    /// <summary>3.2: from-place.</summary>
    public string? FromPlace(Act act, string x) => Name(act, x, said => said.FromPlace);

    /// <summary>3.2: what the act is about.</summary>
    public string? About(Act act, string x) => Name(act, x, said => said.About);

    /// <summary>3.2: as 3.1; and where that gives nothing, the latest word of any party says what the act is.</summary>
    private T? TakeOfAct<T>(Act act, string x, IEnumerable<(Word Word, T Value)> said, Func<T, T, bool> disjoint) =>
        Take(act.Actor, x, said, disjoint) is { } taken ? taken
            : said.Where(one => world.Parties.Any(one.Word.IsOf)).OrderBy(one => one.Word.First, Knowledge.Order).Select(one => one.Value).LastOrDefault();

    /// <summary>3.2: amount.</summary>
    public Amount? Amount(Act act, string x) => TakeOfAct<Amount?>(
        act, x, from one in act.Said where one.Said.Amount is not null select (one.Word, one.Said.Amount), (a, b) => a!.Value.IsDisjointFrom(b!.Value));

    /// <summary>3.2: a time of the act; `start` and `end` of an announcement are announced-start and announced-end.</summary>
    public EventTime? Time(Act act, string x, string name)
    {
        EventTime? Of(Word word, ActWord said) => (name, word.Verb == Verb.Announces) switch
        {
            ("start" or "actual-start", false) => said.Start,
            ("end", false) => said.End,
            ("announced-start", true) => said.Start,
            ("announced-end", true) => said.End,
            ("start" or "actual-start" or "end" or "announced-start" or "announced-end", _) => null,
            _ => said.Times.TryGetValue(name, out var time) ? time : null,
        };
        return TakeOfAct<EventTime?>(
            act, x, from one in act.Said let time = Of(one.Word, one.Said) where time is not null select (one.Word, time), (a, b) => a!.Value.IsDisjointFrom(b!.Value));
    }

    /// <summary>7.2: start, else announced-start; unstated: all of time.</summary>
    public EventTime Start(Act act, string x) =>
        Time(act, x, "start") ?? Time(act, x, "announced-start") ?? EventTime.OfTicks(EventTime.Beginning, EventTime.End, Grain.Instant);

    /// <summary>3.3: whether it happened. The whole time of a cumulative act runs to its end.</summary>
    public Truth Happened(Act act, string x)
    {
        var said = act.Words.Where(word => word.Verb is Verb.Reports or Verb.Observes or Verb.Finds).Select(word => (word, (Truth?)Truth.True))
            .Concat(act.Denials.Select(word => (word, (Truth?)Truth.False)));
        if (Take(act.Actor, x, said, (a, b) => a != b) is { } told)
        {
            return told;
        }

        var kind = act.Said.Select(one => one.Said.Kind).FirstOrDefault(one => one is not null);
        var start = act.Said.Select(one => one.Said.Start).FirstOrDefault(one => one is not null);
        var end = act.Said.Where(one => one.Said.Cumulative).Select(one => one.Said.End).FirstOrDefault(one => one is not null);
        return kind is not null && start is { } span
            && world.Covered.Act(kind, act.Actor, Item(act, x), x, new Window(span.FirstTick, (end ?? span).LastTick + 1)) is null
            ? Truth.False
            : Truth.Unknown;
    }

    /// <summary>3.4: a type's own name, through the aliases of the class terms.</summary>
    public string Type(string name) => world.Agreement.Terms.OfType<ClassTerm>()
        .SelectMany(term => term.OneOf)
        .FirstOrDefault(type => type.Name == name || type.AlsoKnownAs.Contains(name))?.Name ?? name;

    /// <summary>3.4: every statement that describes or reads a type, by position.</summary>
    public IReadOnlyList<Word> TypeWords(string type) =>
        [.. world.Words.Where(word => word.Content switch
        {
            TypeProperties said => Type(said.Item) == type,
            Reading { Territory: null } said => Type(said.Item) == type,
            _ => false,
        })];

    /// <summary>3.4: the item term it falls under.</summary>
    public string? Is(string type, string x) => TypeWord(type, x, said => said.Is);

    /// <summary>3.4: a named property.</summary>
    public string? Property(string type, string x, string name) => TypeWord(type, x, said => said.Words.GetValueOrDefault(name));

    /// <summary>3.4: a numeric property.</summary>
    public Quantity? Number(string type, string x, string name) => Take<Quantity?>(
        TypeOwner(type),
        x,
        from word in TypeWords(type)
        let said = word.Content as TypeProperties
        where said is not null && said.Numbers.ContainsKey(name)
        select (word, (Quantity?)said.Numbers[name]),
        (a, b) => a!.Value.Amount.IsDisjointFrom(b!.Value.Amount));

    /// <summary>7.3: its range in kilometres, else that of the type named by its missile-type.</summary>
    public Amount? Range(string type, string x) => (Number(type, x, "range"), Property(type, x, "missile-type")) switch
    {
        ({ } own, _) => own.Unit == "km" ? own.Amount : null,
        (null, { } missile) => Number(Type(missile), x, "range") is { Unit: "km" } range ? range.Amount : null,
        _ => null,
    };

    /// <summary>3.4: a reading of (type, term).</summary>
    public Truth? ReadAs(string type, string x, string term) => Take<Truth?>(
        TypeOwner(type),
        x,
        from word in TypeWords(type)
        let said = word.Content as Reading
        where said is not null && said.Term == term
        select (word, (Truth?)Kleene.Known(said.Is)),
        (a, b) => a != b);

    private string? TypeOwner(string type) => TypeWords(type).Select(word => word.Content switch
    {
        TypeProperties said => said.Of,
        Reading said => said.Of,
        _ => null,
    }).FirstOrDefault();

    private string? TypeWord(string type, string x, Func<TypeProperties, string?> part) => Take(
        TypeOwner(type),
        x,
        from word in TypeWords(type) let said = word.Content as TypeProperties where said is not null && part(said) is not null select (word, part(said)),
        (a, b) => a != b);

    private string? Name(Act act, string x, Func<ActWord, string?> part) => TakeOfAct(
        act, x, from one in act.Said where part(one.Said) is not null select (one.Word, part(one.Said)), (a, b) => a != b);

    /// <summary>3.2: a denial names the act, or a statement whose content is a word on it.</summary>
    private List<Word> Denials(string act, List<Word> words) =>
        [.. world.Words.Where(word => word.Content is Denial denial && (denial.What.Contains(act) || denial.What.Any(what => words.Any(on => on.IsNamed(what)))))];
}
