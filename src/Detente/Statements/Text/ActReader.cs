using Detente.Quantities;
using Detente.Time;

namespace Detente.Statements.Text;

/// <summary>Reads a word on an act. Beside the known keys stand the act's own numbers, such as <c>flown-range: 700 km</c>.</summary>
internal sealed class ActReader(string author, Verb verb)
{
    private static readonly string[] Keys =
    [
        "act", "kind", "variant", "by", "item", "amount", "place", "from-place", "about", "start", "end", "times",
        "cancelled", "cumulative",
    ];

    /// <summary>The word under the verb's key.</summary>
    public ActWord? Read(Fields statement, string key)
    {
        if (statement.Map(key, Keys, isOpen: true) is not { } fields)
        {
            return null;
        }

        var act = fields.Name("act", isNeeded: true);
        var by = Owner.Read(fields, "by", author, verb);
        var numbers = new Dictionary<string, Quantity>();
        PropertyReader.Read(fields, Keys, numbers, words: null);
        var word = new ActWord
        {
            Act = act ?? "",
            By = by ?? "",
            Kind = fields.Name("kind"),
            Variant = fields.Name("variant"),
            Item = fields.Name("item"),
            Amount = fields.Amount("amount"),
            Place = fields.Name("place"),
            FromPlace = fields.Name("from-place"),
            About = fields.Name("about"),
            Start = fields.Time("start"),
            End = fields.Time("end"),
            Times = ReadTimes(fields),
            Numbers = numbers.Count > 0 ? numbers : Nothing.Numbers,
            Cancelled = fields.Flag("cancelled") == true,
            Cumulative = fields.Flag("cumulative") == true,
        };
        Check(word, fields);
        return act is null || by is null ? null : word;
    }

    private static IReadOnlyDictionary<string, EventTime> ReadTimes(Fields fields)
    {
        var times = new Dictionary<string, EventTime>();
        foreach (var (key, value) in fields.Entries("times"))
        {
            if (Values.Name(key, "times", fields.Report, fields.Path) is { } name
                && Values.Time(value, name, fields.Report, new NodePath(fields.Path, "times")) is { } time)
            {
                times[name] = time;
            }
        }

        return times.Count > 0 ? times : Nothing.Times;
    }

    private void Check(ActWord word, Fields fields)
    {
        if (word.Start is { } start && word.End is { } end && end.LastTick < start.FirstTick)
        {
            fields.Error(CaseCodes.PeriodReversed, "end", $"The act ends ({TimeText.Print(end)}) before it starts ({TimeText.Print(start)}).");
        }

        if (word.Cancelled && verb != Verb.Announces)
        {
            fields.Error(CaseCodes.ActWord, "cancelled", "What will not take place is announced; an act that never happened is denied.", "announces: { act: …, cancelled: true }", "denies: [ … ]");
        }

        if (word.Cumulative && verb == Verb.Announces)
        {
            fields.Error(CaseCodes.ActWord, "cumulative", "A running total counts acts that happened.", "reports: { act: …, cumulative: true }");
        }
        else if (word.Cumulative && (fields.Find("amount") is null || fields.Find("end") is null))
        {
            fields.Error(CaseCodes.ActWord, "cumulative", "A running total needs its amount and the day it runs to.", "amount: 1846", "end: 1991-05-31");
        }
    }
}
