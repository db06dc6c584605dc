using Detente.Quantities;
using Detente.Time;
using static Detente.Statements.Text.YamlPrinter;

namespace Detente.Statements.Text;

/// <summary>Prints what a statement says, under its verb.</summary>
internal static class ContentWriter
{
    /// <summary>The verb's key and everything under it.</summary>
    public static void Write(YamlPrinter output, Verb verb, Content content)
    {
        var key = Words.For(Words.Verbs, verb);
        switch (content)
        {
            case Retraction:
                output.Pair(2, "retracts", "true");
                break;
            case Holdings holdings:
                output.Line(2, $"{key}:");
                Write(output, holdings);
                break;
            case Sites sites:
                output.Line(2, $"{key}:");
                output.Line(4, "sites:");
                sites.List.ToList().ForEach(s => output.Line(6, $"- {SiteOf(s)}"));
                break;
            case TypeProperties type:
                output.Pair(2, key, Flow(("type", TypeOf(type))));
                break;
            case ActWord act:
                output.Pair(2, key, ActOf(act));
                break;
            case Denial denial:
                output.Pair(2, key, List(denial.What));
                break;
            case Reading reading when verb == Verb.Finds:
                output.Pair(2, key, Flow(("reads", ReadingOf(reading))));
                break;
            case Reading reading:
                output.Pair(2, key, ReadingOf(reading));
                break;
            case Message message:
                output.Pair(2, key, Flow(("name", ScalarOrNone(message.Name)), ("to", List(message.To)), ("about", ScalarOrNone(message.About)), ("for", ScalarOrNone(message.For))));
                break;
            case Notice notice:
                output.Pair(2, key, NoticeOf(notice));
                break;
            default:
                throw new ArgumentException($"{content.GetType().Name} has no form in a case file.", nameof(content));
        }
    }

    /// <summary>Times by name or party.</summary>
    public static string? Times(IReadOnlyDictionary<string, EventTime> times) =>
        times.Count == 0 ? null : Flow(InOrder(times).Select(t => (t.Key, (string?)TimeText.Print(t.Value))));

    private static void Write(YamlPrinter output, Holdings holdings)
    {
        output.Line(4, "holdings:");
        output.Pair(6, "as-of", TimeText.Print(holdings.AsOf));
        output.Pair(6, "of", Scalar(holdings.Of));
        output.Pair(6, "exchange", ScalarOrNone(holdings.Exchange));
        output.Pair(6, "complete", List(holdings.Complete ?? []));
        if (holdings.Lines.Count == 0)
        {
            return;
        }

        output.Line(6, "lines:");
        foreach (var line in holdings.Lines)
        {
            output.Line(8, "- " + Flow(("item", Scalar(line.Item)), ("amount", MeasureText.Print(line.Amount)), ("place", ScalarOrNone(line.Place)), ("state", ScalarOrNone(line.State))));
        }
    }

    private static string SiteOf(Site site) => Flow(
        ("name", Scalar(site.Name)),
        ("kind", Scalar(site.Kind)),
        ("of", Scalar(site.Of)),
        ("country", ScalarOrNone(site.Country)),
        ("at", site.Point is { } p ? $"[{MeasureText.Print(p.Latitude, "")}, {MeasureText.Print(p.Longitude, "")}]" : null),
        ("error-km", site.Point is { ErrorKm: > 0 } q ? MeasureText.Print(q.ErrorKm, "") : null));

    private static string TypeOf(TypeProperties type) => Flow(
        [
            ("item", Scalar(type.Item)),
            ("of", Scalar(type.Of)),
            ("is", ScalarOrNone(type.Is)),
            .. Numbers(type.Numbers),
            .. InOrder(type.Words).Select(w => (w.Key, (string?)WordOf(w.Value))),
        ]);

    private static string ActOf(ActWord act) => Flow(
        [
            ("act", Scalar(act.Act)),
            ("kind", ScalarOrNone(act.Kind)),
            ("variant", ScalarOrNone(act.Variant)),
            ("by", Scalar(act.By)),
            ("item", ScalarOrNone(act.Item)),
            ("amount", act.Amount is { } amount ? MeasureText.Print(amount) : null),
            ("place", ScalarOrNone(act.Place)),
            ("from-place", ScalarOrNone(act.FromPlace)),
            ("about", ScalarOrNone(act.About)),
            ("start", act.Start is { } start ? TimeText.Print(start) : null),
            ("end", act.End is { } end ? TimeText.Print(end) : null),
            ("times", Times(act.Times)),
            .. Numbers(act.Numbers),
            ("cancelled", act.Cancelled ? "true" : null),
            ("cumulative", act.Cumulative ? "true" : null),
        ]);

    private static string ReadingOf(Reading reading) => Flow(
        ("item", Scalar(reading.Item)), ("of", Scalar(reading.Of)), ("term", Scalar(reading.Term)), ("is", reading.Is ? "true" : "false"));

    private static string NoticeOf(Notice notice) => Flow(
        ("kind", Words.For(Words.Notices, notice.Kind)),
        ("effective", notice.Effective is { } effective ? TimeText.Print(effective) : null),
        ("clauses", List(notice.Clauses)),
        ("reasons", ScalarOrNone(notice.Reasons)));

    private static IEnumerable<(string, string?)> Numbers(IReadOnlyDictionary<string, Quantity> numbers) =>
        InOrder(numbers).Select(n => (n.Key, (string?)MeasureText.Print(n.Value)));

    // In quotes a word is a word, even where it looks like a number.
    private static string WordOf(string word) => PropertyReader.LooksLikeQuantity(word) ? Quoted(word) : Scalar(word);

    private static IOrderedEnumerable<KeyValuePair<string, T>> InOrder<T>(IReadOnlyDictionary<string, T> values) => values.OrderBy(v => v.Key, StringComparer.Ordinal);
}
