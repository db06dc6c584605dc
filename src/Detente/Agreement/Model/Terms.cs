using Detente.Geography;
using Detente.Quantities;

namespace Detente.Agreement.Model;

/// <summary>A word of the agreement and what it names.</summary>
/// <param name="Name">Singular, lower case unless a proper name.</param>
/// <param name="Plural">As stated, or <c>null</c> for the regular plural of the last noun.</param>
public abstract record Term(string Name, string? Plural);

/// <summary><c>missile — item with launch, purpose, range, warheads</c>.</summary>
public sealed record ItemTerm(string Name, string? Plural, ValueList<string> Properties) : Term(Name, Plural);

/// <summary>
/// <c>shorter-range missile — one of Pershing IA, OTR-22 (SS-12); or a missile with launch ground, range at least 500 km
/// and at most 1000 km</c>. Either part may be absent, not both.
/// </summary>
/// <param name="Name">The term.</param>
/// <param name="Plural">Its plural where stated.</param>
/// <param name="OneOf">Types that are in the class by name.</param>
/// <param name="Test">Types that are in the class by their properties.</param>
public sealed record ClassTerm(string Name, string? Plural, ValueList<NamedType> OneOf, PropertyTest? Test) : Term(Name, Plural);

/// <summary>A type by name, and the other names it goes by.</summary>
public sealed record NamedType(string Name, ValueList<string> AlsoKnownAs);

/// <summary>What a type must be to fall into a class.</summary>
/// <param name="Base">The item term it must fall under.</param>
/// <param name="Words">Named properties it must have.</param>
/// <param name="Numbers">Numeric properties that must lie in an interval.</param>
public sealed record PropertyTest(string Base, ValueList<WordIs> Words, ValueList<NumberIn> Numbers);

/// <summary>A named property and its value: <c>launch ground</c>.</summary>
public sealed record WordIs(string Property, string Value);

/// <summary>A numeric property and its interval: <c>range over 1000 km and at most 5500 km</c>.</summary>
public sealed record NumberIn(string Property, Quantity Interval);

/// <summary><c>deployed — state</c>.</summary>
public sealed record StateTerm(string Name) : Term(Name, null);

/// <summary><c>missile operating base — site</c>.</summary>
public sealed record SiteTerm(string Name, string? Plural) : Term(Name, Plural);

/// <summary>What an act is done to.</summary>
public enum ActObject : byte
{
    /// <summary>An item, or nothing in particular.</summary>
    Item,

    /// <summary>A site: an inspection is an act at a site.</summary>
    Site,
}

/// <summary><c>flight-test — act on a missile with flown-range</c>; <c>elimination — act on an item with kinds of a site, by launching, otherwise</c>.</summary>
/// <param name="Name">The term.</param>
/// <param name="Plural">Its plural where stated.</param>
/// <param name="On">What it is done to.</param>
/// <param name="Item">The item term it is done to, or <c>null</c> for any.</param>
/// <param name="Effect">What it does to the holdings of who conducts it.</param>
/// <param name="Properties">Numeric properties an act of this kind has.</param>
/// <param name="Variants">Its kinds; empty when there is only one.</param>
public sealed record ActTerm(
    string Name,
    string? Plural,
    ActObject On,
    string? Item,
    HoldingsEffect Effect,
    ValueList<string> Properties,
    ValueList<string> Variants) : Term(Name, Plural);

/// <summary>What an act does to the holdings of who conducts it. Stated in the text: <c>that adds to holdings</c>.</summary>
public enum HoldingsEffect : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its amount is added.</summary>
    Adds,

    /// <summary>Its amount is taken away.</summary>
    Removes,

    /// <summary>Its amount moves from one place to another.</summary>
    Moves,
}

/// <summary><c>data exchange — declaration of missiles, launchers and sites</c>.</summary>
public sealed record DeclarationTerm(string Name, string? Plural, ValueList<string> Of) : Term(Name, Plural);

/// <summary><c>treaty-year — year from entry-into-force</c>: year 1 begins at the anchor.</summary>
/// <param name="Name">The term.</param>
/// <param name="From">The anchor; <c>null</c> for calendar years, of which year 1 is the one that holds entry into force.</param>
public sealed record YearTerm(string Name, TimeExpression? From) : Term(Name, null);

/// <summary><c>zone North — circle of 300 km around 54.7 N 20.5 E</c>, or <c>zone Test Sites — sites Kapustin Yar, Chita</c>.</summary>
/// <param name="Name">Its name after the word zone.</param>
/// <param name="Region">Where it is.</param>
public sealed record ZoneTerm(string Name, Region Region) : Term(Name, null);

/// <summary><c>territory of Russia — land of RUS</c>.</summary>
/// <param name="Of">The code of the party whose it is, or a name of its own.</param>
/// <param name="Region">Where it is.</param>
public sealed record TerritoryTerm(string Of, Region Region) : Term(Of, null);

/// <summary><c>capital of Russia — 55.75 N 37.62 E, give or take 15 km</c>, or <c>capital of Russia — city Moscow</c>.</summary>
/// <param name="Of">The code of the party whose it is, or the name of a territory.</param>
/// <param name="Point">Where it is; <c>null</c> where a city is named.</param>
/// <param name="City">A city of the gazetteer; <c>null</c> where a point is given.</param>
public sealed record CapitalTerm(string Of, GeoPoint? Point, string? City) : Term(Of, null);
