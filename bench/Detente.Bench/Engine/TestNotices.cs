using Detente.Agreement.Model;
using Detente.Statements;
using Detente.Time;
using NodaTime;

namespace Detente.Bench.Engine;

/// <summary>The agreement that is judged: two parties, two clauses.</summary>
internal static class TestNotices
{
    /// <summary>The clause on prior notice.</summary>
    public const string Notice = "1";

    /// <summary>The clause on answers to requests.</summary>
    public const string Answer = "2";

    /// <summary>The act term.</summary>
    public const string FlightTest = "flight-test";

    /// <summary>What requests ask for.</summary>
    public const string Clarification = "clarification";

    /// <summary>The agreement, as a document would be read.</summary>
    public static readonly Instrument Instrument = new()
    {
        Id = "test-notices",
        Title = "Notices of flight tests, and answers to requests",
        Parties = [new Party("A", "Party A"), new Party("B", "Party B")],
        Signature = new LocalDate(2020, 1, 1),
        EntryIntoForce = new LocalDate(2020, 1, 1),
        Terms = [new ActTerm(FlightTest, null, ActObject.Item, null, HoldingsEffect.None, [], [])],
        Clauses = [PriorNotice(), AnswerInTime()],
    };

    /// <summary>The head of a live record, without statements.</summary>
    public static Case Header() => new()
    {
        Id = "generated",
        Title = "A generated record",
        Agreement = "test-notices.md",
        Statements = [],
    };

    // when a Party conducts a flight-test T, that Party must have sent a notification about T to every other Party,
    // received at least 24 hours before T.announced-start
    private static Clause PriorNotice() => new()
    {
        Id = Notice,
        Sentence = new TriggeredDuty(
            new Trigger.OnAct('T', new ActSelector(FlightTest, null, []), "start"),
            new Duty(
                new Bearer.ThatParty(),
                new Deed.Send(MessageKind.Notification, 'T', ToInspected: false),
                new Due.AtLeastBefore(new Lapse(24, LapseUnit.Hour), new TriggerTime.OfAct('T', "announced-start"), ByDispatch: false)),
            null,
            []),
    };

    // when a Party receives a request Q for clarification, that Party must send an answer about Q
    // within 48 hours after receipt
    private static Clause AnswerInTime() => new()
    {
        Id = Answer,
        Sentence = new TriggeredDuty(
            new Trigger.OnRequest('Q', Clarification),
            new Duty(
                new Bearer.ThatParty(),
                new Deed.Send(MessageKind.Answer, 'Q', ToInspected: false),
                new Due.Within(new Lapse(48, LapseUnit.Hour), new TriggerTime.Receipt(), ByDispatch: false)),
            null,
            []),
    };
}
