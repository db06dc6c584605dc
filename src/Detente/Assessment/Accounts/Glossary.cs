using Detente.Agreement.Model;

namespace Detente.Assessment.Accounts;

/// <summary>The agreement's words, looked up by name, and types taken through their other names.</summary>
internal sealed class Glossary
{
    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Term> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ZoneTerm> _zones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TerritoryTerm> _territories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CapitalTerm> _capitals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _parties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _neutrals = new(StringComparer.Ordinal);

    public Glossary(Instrument agreement)
    {
        Agreement = agreement;
        Lands = new Lands(this);
        Parties = [.. agreement.Parties.Select(p => p.Code)];
        for (var i = 0; i < Parties.Length; i++)
        {
            _parties[Parties[i]] = i;
        }

        _neutrals.UnionWith(agreement.Neutrals.Select(n => n.Code));
        foreach (var term in agreement.Terms)
        {
            switch (term)
            {
                case ZoneTerm zone:
                    _zones.TryAdd(zone.Name, zone);
                    break;
                case TerritoryTerm territory:
                    _territories.TryAdd(territory.Of, territory);
                    break;
                case CapitalTerm capital:
                    _capitals.TryAdd(capital.Of, capital);
                    break;
                default:
                    _terms.TryAdd(term.Name, term);
                    break;
            }

            foreach (var named in (term as ClassTerm)?.OneOf ?? [])
            {
                _canonical.TryAdd(named.Name, named.Name);
                foreach (var other in named.AlsoKnownAs)
                {
                    _canonical.TryAdd(other, named.Name);
                }
            }
        }
    }

    public Instrument Agreement { get; }

    /// <summary>The land of its territories.</summary>
    public Lands Lands { get; }

    /// <summary>Party codes in the order of the text.</summary>
    public string[] Parties { get; }

    public IEnumerable<ClassTerm> Classes => Agreement.Terms.OfType<ClassTerm>();

    /// <summary>The name the agreement uses for a type, or the name given.</summary>
    public string Canonical(string type) => _canonical.GetValueOrDefault(type, type);

    public bool IsParty(string author) => _parties.ContainsKey(author);

    public int IndexOf(string party) => _parties.GetValueOrDefault(party, -1);

    public bool IsNeutral(string author) => _neutrals.Contains(author);

    public ActTerm? Act(string? name) => name is null ? null : _terms.GetValueOrDefault(name) as ActTerm;

    public ClassTerm? Class(string name) => _terms.GetValueOrDefault(name) as ClassTerm;

    /// <summary>Whether a class tests for all that another class, one without named types, lets in (rule 2.3).</summary>
    public bool Holds(string wide, string narrow) =>
        Class(wide)?.Test is { } outer && Class(narrow) is { OneOf.Count: 0, Test: { } inner } && outer.Base == inner.Base
        && outer.Words.All(inner.Words.Contains)
        && outer.Numbers.All(n => inner.Numbers.Any(m => m.Property == n.Property && m.Interval.Within(n.Interval) == Quantities.Truth.True));

    public YearTerm? Year(string name) => _terms.GetValueOrDefault(name) as YearTerm;

    public ZoneTerm? Zone(string name) => _zones.GetValueOrDefault(name);

    /// <summary>By the code of a party, or a name of its own.</summary>
    public TerritoryTerm? Territory(string of) => _territories.GetValueOrDefault(of);

    public CapitalTerm? Capital(string of) => _capitals.GetValueOrDefault(of);

    public HoldingsEffect EffectOf(string? kind) => Act(kind)?.Effect ?? HoldingsEffect.None;

    public string NameOf(string code) =>
        Agreement.Parties.Concat(Agreement.Neutrals).FirstOrDefault(p => p.Code == code)?.Name ?? code;
}
