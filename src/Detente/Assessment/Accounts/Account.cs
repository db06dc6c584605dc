using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Assessment.Accounts;

/// <summary>
/// The world according to one party (rule 3): what others declared of themselves, with its own words laid over it where
/// they contradict. Answers are kept, so one account serves every clause of one instant of knowledge.
/// </summary>
internal sealed class Account
{
    private readonly Dictionary<string, ActFacts?> _acts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeFacts> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Source, string Party, string Type, string? State, string May), HoldingsStream> _streams = [];
    private readonly Dictionary<string, ILookup<string, HoldingsAct>> _flows = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, CumulativeFigure>? _cumulative;

    public Account(Knowledge knowledge, string party)
    {
        (Knowledge, Party) = (knowledge, party);
        Coverage = new CoverageMap(knowledge);
        Regions = new Regions(knowledge.Glossary, knowledge.Glossary.Lands, new AreaReadings(this));
    }

    public Knowledge Knowledge { get; }

    public string Party { get; }

    public CoverageMap Coverage { get; }

    /// <summary>Zones and territories as this account has them.</summary>
    public Regions Regions { get; }

    /// <summary>The act as this account has it.</summary>
    public ActFacts? Act(Subject act)
    {
        if (!_acts.TryGetValue(act.Name, out var facts))
        {
            _acts[act.Name] = facts = ActFacts.Resolve(act, this);
        }
        else if (facts?.RestsOnSilenceUpTo is { } horizon)
        {
            Knowledge.TurnsAt(horizon);
        }

        return facts;
    }

    /// <summary>Drops what is kept of acts, because more is known of one.</summary>
    public void ForgetActs()
    {
        _acts.Clear();
        _cumulative = null;
        _streams.Clear();
        _flows.Clear();
    }

    /// <summary>Every act some known word describes.</summary>
    public IEnumerable<(Subject Subject, ActFacts Facts)> Acts()
    {
        foreach (var subject in Knowledge.Ledger.Acts)
        {
            if (Act(subject) is { } facts)
            {
                yield return (subject, facts);
            }
        }
    }

    /// <summary>What a type is, in this account.</summary>
    public TypeFacts Type(string type)
    {
        if (!_types.TryGetValue(type, out var facts))
        {
            _types[type] = facts = TypeFacts.Resolve(type, this);
        }

        return facts;
    }

    /// <summary>How far a type reaches, in km: its own range, or that of the type it launches; <c>null</c> where neither is said.</summary>
    public Amount? RangeOf(string type)
    {
        var facts = Type(type);
        if (!facts.Numbers.TryGetValue("range", out var range) && facts.Words.TryGetValue("missile-type", out var missile))
        {
            return Type(Knowledge.Glossary.Canonical(missile)).Numbers.TryGetValue("range", out range) && range.Unit == "km" ? range.Amount : null;
        }

        return range.Unit == "km" ? range.Amount : null;
    }

    /// <summary>What flies of a type: itself where its kind is said, else the type it launches.</summary>
    public TypeFacts FlownBy(string type)
    {
        var facts = Type(type);
        return !facts.Words.ContainsKey("kind") && facts.Words.TryGetValue("missile-type", out var missile) ? Type(Knowledge.Glossary.Canonical(missile)) : facts;
    }

    /// <summary>Cumulative figures and what they replace (rule 3.5): acts absent from it stand for themselves.</summary>
    public IReadOnlyDictionary<string, CumulativeFigure> Cumulative => _cumulative ??= CumulativeFigure.Of(this);

    /// <summary>Holdings of a type by one source's declarations and this account's acts.</summary>
    public HoldingsStream Stream(string source, string party, Counted type, string? state)
    {
        var key = (source, party, type.Type, state, string.Concat(type.May.Select(s => $"{s} ")));
        if (!_streams.TryGetValue(key, out var stream))
        {
            _streams[key] = stream = new HoldingsStream(this, source, party, type, state);
        }

        return stream;
    }

    /// <summary>The acts of a party that change its holdings, by type.</summary>
    public ILookup<string, HoldingsAct> Flows(string party)
    {
        if (!_flows.TryGetValue(party, out var flows))
        {
            _flows[party] = flows = HoldingsAct.Of(this, party).ToLookup(a => a.Facts.Item!, StringComparer.Ordinal);
        }

        return flows;
    }

    /// <summary>Whether a type falls under a term (rule 4.1).</summary>
    public Truth IsA(string type, string term)
    {
        var facts = Type(type);
        if (facts.Readings.TryGetValue(term, out var reading))
        {
            return Kleene.Known(reading);
        }

        if (Knowledge.Glossary.Class(term) is not { } named)
        {
            return IsItem(type, term);
        }

        return IsNamedIn(named, type) ? Truth.True : named.Test is { } test ? Passes(facts, test) : Truth.False;
    }

    /// <summary>Whether a type is selected by any of the selectors (rules 4.2 and 4.3); states are not looked at.</summary>
    public Truth IsAny(string type, IReadOnlyList<ItemSelector> selectors)
    {
        var any = Truth.False;
        foreach (var selector in selectors)
        {
            any = any.Or(IsSelected(type, selector));
        }

        return any == Truth.Unknown && selectors.Count > 1 ? any.Or(PassesUnion(Type(type), selectors)) : any;
    }

    private Truth IsSelected(string type, ItemSelector selector)
    {
        var own = IsA(type, selector.Term);
        if (selector.For is not { } owner)
        {
            return own;
        }

        var belongs = Type(type).Words.TryGetValue("missile-type", out var missile)
            ? IsSelected(Knowledge.Glossary.Canonical(missile), owner)
            : Truth.Unknown;
        return own.And(belongs);
    }

    private Truth IsItem(string type, string term)
    {
        if (Type(type).Is is { } item)
        {
            return Kleene.Known(item == term);
        }

        return Knowledge.Glossary.Classes.Any(c => c.Test?.Base == term && IsNamedIn(c, type)) ? Truth.True : Truth.Unknown;
    }

    private static bool IsNamedIn(ClassTerm named, string type) => named.OneOf.Any(n => n.Name == type);

    private static Truth Passes(TypeFacts facts, PropertyTest test)
    {
        var truth = PassesBase(facts, test);
        foreach (var number in test.Numbers)
        {
            truth = truth.And(facts.Numbers.TryGetValue(number.Property, out var value) ? value.Within(number.Interval) : Truth.Unknown);
        }

        return truth;
    }

    private static Truth PassesBase(TypeFacts facts, PropertyTest test)
    {
        var truth = facts.Is is { } item ? Kleene.Known(item == test.Base) : Truth.Unknown;
        foreach (var word in test.Words)
        {
            truth = truth.And(facts.Words.TryGetValue(word.Property, out var value) ? Kleene.Known(value == word.Value) : Truth.Unknown);
        }

        return truth;
    }

    /// <summary>"A or B" over one property is one test on the union of their ranges.</summary>
    private Truth PassesUnion(TypeFacts facts, IReadOnlyList<ItemSelector> selectors)
    {
        var tests = selectors.Where(s => s.For is null).Select(s => Knowledge.Glossary.Class(s.Term)?.Test)
            .OfType<PropertyTest>().Where(t => t.Numbers.Count == 1);
        var any = Truth.False;
        foreach (var group in tests.GroupBy(t => (t.Base, t.Words, t.Numbers[0].Property, t.Numbers[0].Interval.Unit)))
        {
            if (!facts.Numbers.TryGetValue(group.Key.Property, out var value))
            {
                continue;
            }

            foreach (var union in Ranges.Join(group.Select(t => t.Numbers[0].Interval.Amount)))
            {
                any = any.Or(PassesBase(facts, group.First()).And(value.Within(new Quantity(union, group.Key.Unit))));
            }
        }

        return any;
    }
}
