using System.Text;
using Detente.Agreement.Model;
using Detente.Quantities;

namespace Detente.Agreement.Text;

/// <summary>Writes terms in the canonical words: the names in one column, the meanings in another.</summary>
internal sealed class TermPrinter(Wording wording)
{
    private const int WidestNames = 40;

    private readonly RegionPrinter _regions = new(wording);

    /// <summary>A block's terms, a line or more each.</summary>
    public string Print(IReadOnlyList<Term> terms) =>
        Align([.. terms.Select(term => (Name(term), Meaning(term)))], "\n");

    /// <summary>Names and meanings as aligned lines; a meaning goes on in its own column, on a new line after each semicolon.</summary>
    public static string Align(IReadOnlyList<(string Name, string Meaning)> terms, string newLine)
    {
        var column = terms.Select(term => term.Name.Length).Where(length => length <= WidestNames).DefaultIfEmpty(0).Max() + 3;
        var output = new StringBuilder();
        foreach (var (name, meaning) in terms)
        {
            var lead = name.Length <= WidestNames ? column - name.Length : 3;
            output.Append(name).Append(' ', lead);
            var parts = meaning.Split("; ");
            for (var i = 0; i < parts.Length; i++)
            {
                var words = (i < parts.Length - 1 ? parts[i] + ";" : parts[i]).Split(' ');

                // The name has taken its place already: the first line is wrapped as if it stood in the column.
                var line = new StringBuilder();
                Layout.Wrap(line, words, column, column, newLine);
                output.Append(i == 0 ? line.ToString()[column..] : line.ToString());
            }
        }

        return output.ToString();
    }

    private string Name(Term term)
    {
        var name = term switch
        {
            ZoneTerm => "zone " + term.Name,
            TerritoryTerm => "territory of " + wording.BareName(term.Name),
            CapitalTerm => "capital of " + wording.BareName(term.Name),
            _ => term.Name,
        };
        return term.Plural is null ? name : $"{name} (plural {term.Plural})";
    }

    private string Meaning(Term term) => term switch
    {
        ItemTerm item => "item" + With(item.Properties),
        ClassTerm type => Class(type),
        StateTerm => "state",
        SiteTerm => "site",
        ActTerm act => Act(act),
        DeclarationTerm declaration => "declaration of " + Wording.List([.. declaration.Of.Select(Declared)], "and"),
        YearTerm { From: null } => "calendar years, year 1 holds entry-into-force",
        YearTerm year => "year from " + wording.Time(year.From),
        ZoneTerm zone => _regions.Region(zone.Region),
        TerritoryTerm territory => _regions.Region(territory.Region),
        CapitalTerm { City: { } city } => "city " + city,
        CapitalTerm { Point: { } point } => RegionPrinter.PointWithError(point),
        _ => throw new InvalidOperationException($"No words for {term}."),
    };

    private string Declared(string name) => name is "site" or "item" ? name + "s" : wording.Plural(name);

    private static string With(IReadOnlyList<string> properties) => properties.Count == 0 ? "" : " with " + string.Join(", ", properties);

    private static string Class(ClassTerm type)
    {
        var oneOf = type.OneOf.Count == 0 ? "" : "one of " + string.Join(", ", type.OneOf.Select(Named));
        var test = type.Test is null ? "" : Test(type.Test);
        return oneOf.Length > 0 && test.Length > 0 ? $"{oneOf}; or {test}" : oneOf + test;
    }

    private static string Named(NamedType type) =>
        type.AlsoKnownAs.Count == 0 ? type.Name : $"{type.Name} ({string.Join(", ", type.AlsoKnownAs)})";

    private static string Test(PropertyTest test)
    {
        var parts = test.Words.Select(word => $"{word.Property} {word.Value}").Concat(test.Numbers.Select(Number));
        return EnglishNouns.WithArticle(test.Base) + With([.. parts]);
    }

    private static string Number(NumberIn number)
    {
        var (amount, unit) = (number.Interval.Amount, number.Interval.Unit.Length == 0 ? "" : " " + number.Interval.Unit);
        return $"{number.Property} {string.Join(" and ", Bounds(amount).Select(bound => bound + unit))}";
    }

    private static IEnumerable<string> Bounds(Amount amount)
    {
        if (amount.IsExact)
        {
            yield return "exactly " + Wording.Number(amount.Low!.Value);
            yield break;
        }

        if (amount.Low is { } low)
        {
            yield return (amount.LowOpen ? "over " : "at least ") + Wording.Number(low);
        }

        if (amount.High is { } high)
        {
            yield return (amount.HighOpen ? "under " : "at most ") + Wording.Number(high);
        }
    }

    private static string Act(ActTerm act)
    {
        var on = act.On == ActObject.Site ? " at a site" : act.Item is null ? " on an item" : " on " + EnglishNouns.WithArticle(act.Item);
        var effect = act.Effect switch
        {
            HoldingsEffect.Adds => " that adds to holdings",
            HoldingsEffect.Removes => " that removes from holdings",
            HoldingsEffect.Moves => " that moves holdings",
            _ => "",
        };
        var comma = effect.Length > 0 ? "," : "";
        var kinds = act.Variants.Count == 0 ? "" : ", with kinds " + string.Join(", ", act.Variants);
        return $"act{on}{effect}{(act.Properties.Count > 0 ? comma : "")}{With(act.Properties)}{kinds}";
    }
}
