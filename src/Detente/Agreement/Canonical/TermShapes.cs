using Detente.Agreement.Model;
using Detente.Quantities;

namespace Detente.Agreement.Canonical;

/// <summary>The terms of an agreement.</summary>
internal static class TermShapes
{
    private static readonly Shape<NamedType> TypeByName = new ObjectShape<NamedType>("type", "A type by name.", f => new(
        f.Required("name", Leaf.Text, t => t.Name),
        f.ListIfAny("also-known-as", Leaf.Text, t => t.AlsoKnownAs)));

    private static readonly Shape<WordIs> Word = new ObjectShape<WordIs>("word", "A named property and its value.", f => new(
        f.Required("property", Leaf.Text, w => w.Property),
        f.Required("value", Leaf.Text, w => w.Value)));

    private static readonly Shape<Amount> Amount = new ObjectShape<Amount>("amount", "An interval: the ends it has, and which of them are excluded.", f => new(
        f.OptionalValue("low", Leaf.Decimal, a => a.Low),
        f.OptionalValue("high", Leaf.Decimal, a => a.High),
        f.Flag("low-excluded", a => a.LowOpen),
        f.Flag("high-excluded", a => a.HighOpen)));

    private static readonly Shape<string> Unit = Leaf.Word([.. Quantity.Units.Select(unit => (unit, unit))]);

    private static readonly Shape<Quantity> Interval = new ObjectShape<Quantity>("quantity", "An interval and its unit. A plain count has no unit.", f => new(
        f.Required("amount", Amount, q => q.Amount),
        f.Unless("", "unit", Unit, q => q.Unit)!));

    private static readonly Shape<NumberIn> Number = new ObjectShape<NumberIn>("number", "A numeric property and the interval it must lie in.", f => new(
        f.Required("property", Leaf.Text, n => n.Property),
        f.Required("interval", Interval, n => n.Interval)));

    private static readonly Shape<PropertyTest> Test = new ObjectShape<PropertyTest>("test", "What a type must be to fall into a class.", f => new(
        f.Required("base", Leaf.Text, t => t.Base),
        f.ListIfAny("words", Word, t => t.Words),
        f.ListIfAny("numbers", Number, t => t.Numbers)));

    private static readonly Shape<ActObject> On = Leaf.Word(
        (ActObject.Item, "item"),
        (ActObject.Site, "site"));

    private static readonly Shape<HoldingsEffect> Effect = Leaf.Word(
        (HoldingsEffect.None, "none"),
        (HoldingsEffect.Adds, "adds"),
        (HoldingsEffect.Removes, "removes"),
        (HoldingsEffect.Moves, "moves"));

    /// <summary><c>{"kind": "item", "name": "missile", "properties": ["launch", "range"]}</c>.</summary>
    public static readonly Shape<Term> Term = new UnionShape<Term>("term", "kind", "A word of the agreement and what it names. The plural is left out where it is regular.")
        .Case<ItemTerm>("item", "Things that are held, and the properties of their types.", f => new(
            f.Required("name", Leaf.Text, t => t.Name),
            f.Optional("plural", Leaf.Text, t => t.Plural),
            f.ListIfAny("properties", Leaf.Text, t => t.Properties)))
        .Case<ClassTerm>("class", "Types by name, or by their properties.", f => new(
            f.Required("name", Leaf.Text, t => t.Name),
            f.Optional("plural", Leaf.Text, t => t.Plural),
            f.ListIfAny("one-of", TypeByName, t => t.OneOf),
            f.Optional("test", Test, t => t.Test)))
        .Case<StateTerm>("state", "A state an item can be in.", f => new(
            f.Required("name", Leaf.Text, t => t.Name)))
        .Case<SiteTerm>("site", "A kind of site.", f => new(
            f.Required("name", Leaf.Text, t => t.Name),
            f.Optional("plural", Leaf.Text, t => t.Plural)))
        .Case<ActTerm>("act", "A kind of act, and what it does to holdings.", f => new(
            f.Required("name", Leaf.Text, t => t.Name),
            f.Optional("plural", Leaf.Text, t => t.Plural),
            f.Required("on", On, t => t.On),
            f.Optional("item", Leaf.Text, t => t.Item),
            f.Required("effect", Effect, t => t.Effect),
            f.ListIfAny("properties", Leaf.Text, t => t.Properties),
            f.ListIfAny("variants", Leaf.Text, t => t.Variants)))
        .Case<DeclarationTerm>("declaration", "A declaration that is owed, and what it is of.", f => new(
            f.Required("name", Leaf.Text, t => t.Name),
            f.Optional("plural", Leaf.Text, t => t.Plural),
            f.ListIfAny("of", Leaf.Text, t => t.Of)))
        .Case<YearTerm>("year", "Years counted from an instant; calendar years without one.", f => new(
            f.Required("name", Leaf.Text, t => t.Name),
            f.Optional("from", TimeShapes.Expression, t => t.From)))
        .Case<ZoneTerm>("zone", "A part of the Earth's surface by a name.", f => new(
            f.Required("name", Leaf.Text, t => t.Name),
            f.Required("region", RegionShapes.Region, t => t.Region)))
        .Case<TerritoryTerm>("territory", "The territory of a party, by its code, or one with a name of its own.", f => new(
            f.Required("of", Leaf.Text, t => t.Of),
            f.Required("region", RegionShapes.Region, t => t.Region)))
        .Case<CapitalTerm>("capital", "A party's capital: a point, or a city of the gazetteer.", f => new(
            f.Required("of", Leaf.Text, t => t.Of),
            f.OptionalValue("point", RegionShapes.Point, t => t.Point),
            f.Optional("city", Leaf.Text, t => t.City)));
}
