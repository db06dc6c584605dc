using Detente.Geography;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Detente.Tests.Generators;

/// <summary>
/// Random cases without errors: two parties and another author, each with a log without gaps, statements of every verb,
/// corrections and retractions. Names are hostile on purpose: colons, quotes, digits first, other scripts.
/// </summary>
public static class StatementGenerator
{
    private static readonly string[] Authors = ["SU", "US", "OSIA"];

    /// <summary>Names of items, places and terms.</summary>
    public static Gen<string> Names { get; } = Gen.Elements(
        "RSD-10", "9M729", "Pershing II", "SS-20 (mod. 2)", "Votkinsk", "Saryozek: north", "a # b", "- dash", "null", "true", "NO", "12:00",
        "1988-07", "480 km", "5", "at least 5", "[x]", "{y}", "\"quoted\"", "it's", "back\\slash", "Сары-Озек", "中程", "100 %", "@at", "*star", "&and", "!bang",
        "a, b", "|", ">", "~", "?", "emoji 🚀", "x: y", "trailing:", "#", "=", "<<", "%tag");

    /// <summary>Texts over more than one line, with what YAML likes to fold.</summary>
    public static Gen<string> Texts { get; } = Gen.OneOf(
        Names, Gen.Elements("two\nlines", "  blanks at both ends  ", "a line\n\n\nlater", "tab\there", "bell\u0007", "\u0085next\u2028line", "ends\n"));

    /// <summary>Days from 1900 to 2079.</summary>
    public static Gen<LocalDate> Dates { get; } = Gen.Choose(0, 65_000).Select(d => new LocalDate(1900, 1, 1).PlusDays(d));

    /// <summary>Times of every form that a text can state.</summary>
    public static Gen<EventTime> Times { get; } = Gen.OneOf(
        Dates.Select(EventTime.On),
        Dates.Select(d => EventTime.Between(d.With(DateAdjusters.StartOfMonth), d.With(DateAdjusters.EndOfMonth))),
        Dates.Select(d => EventTime.Between(new LocalDate(d.Year, 1, 1), new LocalDate(d.Year, 12, 31))),
        Dates.Select(EventTime.By),
        from day in Dates from length in Gen.Choose(0, 1500) select EventTime.Between(day, day.PlusDays(length)),
        from tick in Ticks() select EventTime.AtTick(tick),
        from tick in Ticks() from length in Gen.Choose(0, int.MaxValue) select EventTime.OfTicks(tick, tick + length, Grain.Instant),
        from tick in Ticks() select EventTime.OfTicks(EventTime.Beginning, tick, Grain.Instant));

    /// <summary>Amounts of every form, none of them negative or empty.</summary>
    public static Gen<Amount> Amounts { get; } = from low in Numbers()
                                                 from width in Numbers()
                                                 from lowOpen in Gen.Elements(true, false)
                                                 from highOpen in Gen.Elements(true, false)
                                                 from form in Gen.Choose(0, 3)
                                                 select form switch
                                                 {
                                                     0 => Amount.Exactly(low),
                                                     1 => new Amount(low, null, lowOpen),
                                                     2 => new Amount(0, low + 1, false, highOpen),
                                                     _ => new Amount(low, low + width + 0.5m, lowOpen, highOpen),
                                                 };

    /// <summary>Quantities with and without a unit.</summary>
    public static Gen<Quantity> Quantities { get; } =
        from amount in Amounts from unit in Gen.Elements([.. Quantity.Units, ""]) select new Quantity(amount, unit);

    /// <summary>Cases.</summary>
    public static Gen<Case> Cases { get; } = from isReconstruction in Gen.Elements(true, false)
                                             from logs in Gen.CollectToList(Authors, a => Log(a, isReconstruction))
                                             from coverage in Lists(CoverageLine(), 3)
                                             from title in Texts
                                             from summary in Maybe(Texts)
                                             from name in Names
                                             select new Case
                                             {
                                                 Id = name,
                                                 Title = title,
                                                 Agreement = "../" + name,
                                                 Summary = summary,
                                                 IsReconstruction = isReconstruction,
                                                 OtherAuthors = new Dictionary<string, string> { ["OSIA"] = title },
                                                 Sources = new Dictionary<string, Source> { ["book"] = new(title, "https://example.org/?a=b#c", new LocalDate(1993, 1, 1)), ["paper"] = new(name, null, null) },
                                                 Coverage = isReconstruction ? coverage : [],
                                                 Statements = [.. logs.SelectMany(l => l).OrderBy(s => s.Received.LastTick).ThenBy(s => s.Author, StringComparer.Ordinal).ThenBy(s => s.Number)],
                                             };

    /// <summary>What an author can say with a verb.</summary>
    public static Gen<Content> ContentOf(Verb verb, string author, int number) => verb switch
    {
        Verb.Declares => Gen.OneOf(Holdings(author), Sites(author), Type(Of(author))),
        Verb.Observes => Gen.OneOf(Holdings(Other(author)), Type(Gen.Constant(Other(author))), Act(Other(author), verb)),
        Verb.Finds => Gen.OneOf(Holdings(Other(author)), Type(Of(author)), Act(author, verb), Reading()),
        Verb.Announces or Verb.Reports => Act(author, verb),
        Verb.Denies => Lists(Names, 3, 1).Select(w => (Content)new Denial(w)),
        Verb.Reads => Reading(),
        Verb.GivesNotice => from kind in Gen.Elements(Enum.GetValues<NoticeKind>())
                            from effective in MaybeValue(Times)
                            from clauses in Lists(Names, 2)
                            from reasons in Maybe(Texts)
                            select (Content)new Notice(kind, effective, clauses, reasons),
        _ => from isNamed in Gen.Elements(true, false)
             from to in Gen.Elements<string[]>([], [Other(author)])
             from about in Gen.Elements("XI.5", "an act", "elim-1")
             from isAbout in Gen.Elements(true, false)
             select (Content)new Message(isNamed ? $"message-{author}-{number}" : null, to, isAbout || verb != Verb.Asks ? about : null, verb == Verb.Asks ? "clarification" : null),
    };

    // Each statement may supersede an earlier one of its log; a retraction does what the retracted one did.
    private static Gen<List<Statement>> Log(string author, bool isReconstruction) =>
        from count in Gen.Choose(0, 8)
        from log in Enumerable.Range(1, count).Aggregate(
            Gen.Constant(new List<Statement>()),
            (said, number) => from before in said
                              from next in Said(author, number, before, isReconstruction)
                              select before.Append(next).ToList())
        select log;

    private static Gen<Statement> Said(string author, int number, List<Statement> before, bool isReconstruction) =>
        from verb in Gen.Elements(Enum.GetValues<Verb>())
        from content in ContentOf(verb, author, number)
        from made in Times
        from received in Times
        from byUs in MaybeValue(Times)
        from correction in Gen.Choose(0, 5)
        from earlier in Gen.Choose(0, Math.Max(0, before.Count - 1))
        from isJoint in Gen.Elements(true, false)
        from fulfils in Maybe(Names)
        from note in Maybe(Texts)
        from grade in Gen.Elements(Enum.GetValues<Grade>())
        from source in Gen.Elements("book", "paper", "https://example.org/a: b", "A book, on a shelf")
        let superseded = correction < 2 && before.Count > 0 ? before[earlier] : null
        let isRetraction = superseded is not null && correction == 0
        select new Statement
        {
            Author = author,
            Number = number,
            Verb = isRetraction ? superseded!.Verb : verb,
            Content = isRetraction ? new Retraction() : content,
            Made = made,
            Received = received,
            ReceivedBy = byUs is { } time ? new Dictionary<string, EventTime> { [Other(author)] = time } : null,
            JointWith = isJoint ? [Other(author)] : [],
            Fulfils = fulfils,
            Supersedes = superseded?.Id,
            Source = source,
            Grade = isReconstruction ? grade : null,
            Note = note,
        };

    private static Gen<Content> Holdings(string of) =>
        from asOf in Times
        from exchange in Maybe(Names)
        from complete in Maybe(Lists(Names, 3, 1))
        from lines in Lists(from item in Names from amount in Amounts from place in Maybe(Names) from state in Maybe(Names) select new HoldingLine(item, amount, place, state), 5, 1)
        select (Content)new Holdings(asOf, of, [.. lines.DistinctBy(l => (l.Item, l.Place, l.State))], exchange, complete);

    private static Gen<Content> Sites(string author) =>
        from sites in Lists(from name in Names from kind in Names from of in Of(author) from country in Maybe(Names) from point in MaybeValue(Points()) select new Site(name, kind, of, country, point), 4, 1)
        select (Content)new Sites([.. sites.DistinctBy(s => s.Name)]);

    private static Gen<Content> Type(Gen<string> whose) =>
        from item in Names
        from of in whose
        from isTerm in Maybe(Names)
        from range in MaybeValue(Quantities)
        from warheads in MaybeValue(Quantities)
        from launch in Maybe(Names)
        from purpose in Maybe(Names)
        select (Content)new TypeProperties(item, of, isTerm, Given(("range", range), ("warheads", warheads)), Given(("launch", launch), ("purpose-of-it", purpose)));

    private static Gen<Content> Act(string actor, Verb verb) =>
        from act in Gen.Elements("elim-1", "elim-2", "test: 3", "4")
        from kind in Names
        from names in Gen.ArrayOf(Maybe(Names), 4)
        from amount in MaybeValue(Amounts)
        from times in Gen.ArrayOf(MaybeValue(Times), 4)
        from flown in MaybeValue(Quantities)
        from isMarked in Gen.Elements(true, false)
        let start = times[0]
        let end = times[1] is { } e && start is { } s && e.LastTick < s.FirstTick ? null : times[1]
        select (Content)new ActWord
        {
            Act = act,
            Kind = kind,
            By = actor,
            Variant = names[0],
            Item = names[1],
            Place = names[2],
            FromPlace = names[3],
            About = isMarked ? "XI.5" : null,
            Amount = amount,
            Start = start,
            End = end,
            Times = Given(("entry-arrival", times[2]), ("a: time", times[3])),
            Numbers = Given(("flown-range", flown)),
            Cancelled = isMarked && verb == Verb.Announces,
            Cumulative = isMarked && verb != Verb.Announces && amount is not null && end is not null,
        };

    private static Gen<Content> Reading() =>
        from item in Gen.OneOf(Names, Gen.Elements("Crimea", "Kuril Is.", "W. Sahara (MAR)")) from of in Gen.Elements("SU", "US")
        from term in Gen.OneOf(Names, from whose in Names select $"territory of {whose}") from isOne in Gen.Elements(true, false)
        select (Content)new Reading(item, of, term, isOne);

    private static Gen<Coverage> CoverageLine() =>
        from what in Names
        from item in Maybe(Names)
        from first in Dates
        from days in Gen.Choose(1, 9999)
        from isOpen in Gen.Elements(true, false)
        from basis in Gen.Elements(Enum.GetValues<Basis>())
        from grade in Gen.Elements(Enum.GetValues<Grade>())
        select new Coverage(what, "SU", item, isOpen ? EventTime.Beginning : Days.StartOf(first), isOpen ? EventTime.End : Days.StartOf(first.PlusDays(days)), basis, grade, "book");

    private static Gen<GeoPoint> Points() =>
        from latitude in Gen.Choose(-90_000, 90_000) from longitude in Gen.Choose(-180_000, 180_000) from error in Gen.Choose(0, 50) select new GeoPoint(latitude / 1000m, longitude / 1000m, error / 10m);

    private static Gen<decimal> Numbers() => Gen.OneOf(Gen.Choose(0, 20).Select(n => (decimal)n), Gen.Choose(0, 1_000_000).Select(n => n / 1000m));

    private static Gen<long> Ticks() => from day in Dates from second in Gen.Choose(0, 86_399) from part in Gen.Elements(0, 5_000_000, 1) select Days.StartOf(day) + second * NodaConstants.TicksPerSecond + part;

    private static string Other(string author) => author == "US" ? "SU" : "US";

    private static Gen<string> Of(string author) => Gen.Elements(author, Other(author));

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(v => (T?)v));

    private static Gen<T?> MaybeValue<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(v => (T?)v));

    private static Gen<List<T>> Lists<T>(Gen<T> gen, int most, int least = 0) => from count in Gen.Choose(least, most) from items in Gen.ArrayOf(gen, count) select items.ToList();

    private static Dictionary<string, T> Given<T>(params (string Key, T? Value)[] values)
        where T : struct => values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!.Value);

    private static Dictionary<string, string> Given(params (string Key, string? Value)[] values) =>
        values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!);
}
