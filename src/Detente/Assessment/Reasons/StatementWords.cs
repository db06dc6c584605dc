using Detente.Agreement.Text;
using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Reasons;

/// <summary>A statement in one line of neutral words.</summary>
internal static class StatementWords
{
    /// <summary>What it says, beginning with its verb: <c>reports an elimination of 654 RSD-10, 1988-07-22 to 1991-05-12</c>.</summary>
    public static string Says(Statement statement, Glossary glossary) => statement.Content switch
    {
        Holdings holdings => $"{Verb(statement)} {OfWhom(statement, holdings.Of, glossary)}{Lines(holdings)} as of {holdings.AsOf}{Exchange(holdings)}",
        Sites sites => $"{Verb(statement)} {(sites.List.Count == 1 ? "site" : $"{sites.List.Count} sites:")} {Some(sites.List.Select(s => $"{s.Name} ({s.Kind})"))}",
        TypeProperties type => $"{Verb(statement)} {type.Item}: {string.Join(", ", Properties(type))}",
        ActWord word => $"{Verb(statement)} {Act(statement, word, glossary)}",
        Denial denial => $"denies {string.Join(", ", denial.What)}",
        Reading reading => $"reads {reading.Item} as {(reading.Is ? "" : "not ")}{EnglishNouns.WithArticle(reading.Term)}",
        Message message => $"{Verb(statement)}{Asked(message)}",
        Notice notice => $"gives notice of {Words.For(Words.Notices, notice.Kind).Replace('-', ' ')}{(notice.Effective is { } when ? $", effective {when}" : "")}{(notice.Reasons is null ? "" : ", stating reasons")}",
        Retraction => $"takes back {statement.Supersedes}",
        _ => throw new InvalidOperationException($"No words for {statement.Content.GetType().Name}."),
    };

    private static string Verb(Statement statement) => Words.For(Words.Verbs, statement.Verb).Replace('-', ' ');

    private static string OfWhom(Statement statement, string of, Glossary glossary) => of == statement.Author ? "" : $"of {glossary.NameOf(of)} ";

    private static string Lines(Holdings holdings) => holdings.Lines.Count == 0
        ? "no holdings"
        : Some(holdings.Lines.Select(l => $"{l.Amount} {l.Item}{(l.State is null ? "" : $" {l.State}")}{(l.Place is null ? "" : $" at {l.Place}")}"));

    private static string Exchange(Holdings holdings) => holdings.Exchange is null ? "" : $" ({holdings.Exchange})";

    /// <summary>The first few; a reader who wants all opens the statement.</summary>
    private static string Some(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count <= 6 ? string.Join(", ", all) : $"{string.Join(", ", all.Take(5))} and {all.Count - 5} more";
    }

    private static IEnumerable<string> Properties(TypeProperties type)
    {
        if (type.Is is { } item)
        {
            yield return item;
        }

        foreach (var (name, value) in type.Words.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            yield return $"{name} {value}";
        }

        foreach (var (name, value) in type.Numbers.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            yield return $"{name} {value}";
        }
    }

    private static string Act(Statement statement, ActWord word, Glossary glossary)
    {
        if (word.Cancelled)
        {
            return $"that {word.Act} will not take place";
        }

        var kind = word.Kind is { } name ? $"{EnglishNouns.WithArticle(name)}{(word.Variant is null ? "" : $" {word.Variant}")}" : word.Act;
        var amount = word.Amount is { } count ? $"{count} " : "";
        var item = word.Item is null ? amount.Length == 0 ? "" : $" of {amount.Trim()}" : $" of {amount}{word.Item}";
        var by = word.By == statement.Author ? "" : $" by {glossary.NameOf(word.By)}";
        var place = (word.FromPlace is null ? "" : $" from {word.FromPlace}") + (word.Place is null ? "" : word.FromPlace is null ? $" at {word.Place}" : $" to {word.Place}");
        var numbers = string.Concat(word.Numbers.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => $", {n.Key} {n.Value}"));
        return kind + item + by + place + When(word) + numbers + (word.Cumulative ? ", all told" : "");
    }

    private static string When(ActWord word) => (word.Start, word.End) switch
    {
        (null, null) => "",
        ({ } start, null) => $", {start}",
        (null, { } end) => $", ended {end}",
        ({ } start, { } end) => start == end ? $", {start}" : $", {start} to {end}",
    };

    private static string Asked(Message message) =>
        (message.For is null ? "" : $" for {message.For}") + (message.About is null ? "" : $" about {message.About}");
}
