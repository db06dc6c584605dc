using Detente.Quantities;
using Detente.Statements;
using Detente.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Detente.Tests.Generators;

/// <summary>
/// Random records of agreements/minimal/moratorium.md: questions, answers, refusals, meetings, flight tests announced or
/// not, of a missile the moratorium is about or of another. Every time is an instant; every statement is received when it
/// is made, some minutes after the one before.
/// </summary>
internal static class MoratoriumRecords
{
    /// <summary>Where the first statement stands: some days after entry into force.</summary>
    private static readonly long Start = Days.StartOf(new LocalDate(2030, 2, 10));

    private static readonly string[] Parties = ["A", "B"];

    /// <summary>What a move may be. From <see cref="Denies"/> on, a record is one in which words are contested.</summary>
    public enum Kind
    {
        Asks,
        Answers,
        Refuses,
        Meets,
        Announces,
        ReportsAnnounced,
        ReportsNew,
        Leaves,
        Resumes,
        Denies,
        ReportsOfOther,
        Retracts,
    }

    /// <summary>Records in which nobody contradicts anybody and nothing is corrected.</summary>
    public static Arbitrary<Move[]> Plain { get; } = Moves(Kind.Resumes);

    /// <summary>Records with denials, reports on the other party and retractions as well.</summary>
    public static Arbitrary<Move[]> Contested { get; } = Moves(Kind.Retracts);

    /// <summary>The statements of a record, in record order.</summary>
    public static IReadOnlyList<Statement> Said(IEnumerable<Move> moves)
    {
        var log = new Log();
        log.Add("A", Verb.Declares, Type("A", "Kestrel", 900));
        log.Add("A", Verb.Declares, Type("A", "Plover", 300));
        log.Add("B", Verb.Declares, Type("B", "Osprey", 700));
        foreach (var move in moves)
        {
            log.Now += move.Minutes * NodaConstants.TicksPerMinute;
            Make(log, move, Parties[move.Pick % 2], Parties[(move.Pick + 1) % 2]);
        }

        return log.Statements;
    }

    /// <summary>An instant of the time a record of this length may speak of, or some days beyond.</summary>
    public static Gen<long> Instants(int moves) =>
        from hours in Gen.Choose(-24, 12 * moves + 300) from ticks in Gen.Elements(-1, 0, 1)
        select Start + hours * NodaConstants.TicksPerHour + ticks;

    private static Arbitrary<Move[]> Moves(Kind last) => Gen.ArrayOf(
        from kind in Gen.Choose(0, (int)last)
        from pick in Gen.Choose(0, 1000)
        from minutes in Gen.OneOf(Gen.Choose(1, 90), Gen.Choose(60, 2000), Gen.Elements(1440, 2880))
        select new Move((Kind)kind, pick, minutes)).Resize(14).ToArbitrary();

    private static void Make(Log log, Move move, string author, string other)
    {
        var act = new ActWord { Act = $"test-{log.Now}", Kind = "flight-test", By = author, Item = Item(author, move.Pick) };
        var before = EventTime.AtTick(log.Now - move.Pick * 3L * NodaConstants.TicksPerMinute);
        switch (move.Kind)
        {
            case Kind.Asks:
                log.Asked.Add($"q-{log.Now}");
                log.Add(author, Verb.Asks, new Message(log.Asked[^1], [other], null, "clarification"));
                break;
            case Kind.Answers or Kind.Refuses when log.Asked.Count > 0:
                log.Add(author, move.Kind == Kind.Answers ? Verb.Answers : Verb.Refuses, new Message(null, [other], log.Asked[move.Pick % log.Asked.Count], null));
                break;
            case Kind.Meets when log.Asked.Count > 0:
                log.Add(author, Verb.Reports, new ActWord { Act = $"meeting-{log.Now}", Kind = "meeting", By = author, About = log.Asked[move.Pick % log.Asked.Count], Start = EventTime.AtTick(log.Now) });
                break;
            case Kind.Announces:
                log.Announced.Add(act with { Start = EventTime.AtTick(log.Now + move.Pick * 4L * NodaConstants.TicksPerMinute) });
                log.Add(author, Verb.Announces, log.Announced[^1]);
                break;
            case Kind.ReportsAnnounced when log.Announced.Find(a => a.By == author && a.Start!.Value.FirstTick <= log.Now) is { } due:
                log.Announced.Remove(due);
                log.Add(author, Verb.Reports, due);
                break;
            case Kind.ReportsNew:
                log.Add(author, Verb.Reports, act with { Start = before });
                break;
            case Kind.Leaves or Kind.Resumes when move.Pick % 3 == 0:
                log.Add(author, Verb.GivesNotice, new Notice(move.Kind == Kind.Leaves ? NoticeKind.Withdrawal : NoticeKind.Resumption, null, [], "reasons"));
                break;
            case Kind.Denies when log.Statements.LastOrDefault(s => s.Author == other && s.Content is ActWord) is { } said:
                log.Add(author, Verb.Denies, new Denial([move.Pick % 2 == 0 ? said.Id : ((ActWord)said.Content).Act]));
                break;
            case Kind.ReportsOfOther:
                log.Add(author, Verb.Reports, act with { By = other, Item = Item(other, move.Pick), Start = before });
                break;
            case Kind.Retracts when log.Statements.Where(s => s.Author == author).ElementAtOrDefault(move.Pick % log.Statements.Count) is { } taken:
                log.Add(author, taken.Verb, new Retraction(), taken.Id);
                break;
        }
    }

    private static string Item(string party, int pick) => party == "B" ? "Osprey" : pick % 3 == 0 ? "Plover" : "Kestrel";

    private static TypeProperties Type(string of, string item, int range) => new(
        item, of, "missile",
        new Dictionary<string, Quantity> { ["range"] = new(Amount.Exactly(range), "km") },
        new Dictionary<string, string> { ["launch"] = "ground", ["purpose"] = "weapon-delivery" });

    /// <summary>One step of a record.</summary>
    public sealed record Move(Kind Kind, int Pick, int Minutes);

    private sealed class Log
    {
        public long Now { get; set; } = Start;

        public List<Statement> Statements { get; } = [];

        public List<string> Asked { get; } = [];

        public List<ActWord> Announced { get; } = [];

        public void Add(string author, Verb verb, Content content, string? supersedes = null)
        {
            Now += NodaConstants.TicksPerMinute;
            Statements.Add(new Statement
            {
                Author = author,
                Number = Statements.Count(s => s.Author == author) + 1,
                Verb = verb,
                Content = content,
                Made = EventTime.AtTick(Now),
                Received = EventTime.AtTick(Now),
                Supersedes = supersedes,
            });
        }
    }
}
