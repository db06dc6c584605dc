using Detente.Bench.Record;
using Detente.Statements;
using Detente.Time;

namespace Detente.Bench.Engine;

/// <summary>Makes statements from plain facts, numbered in each author's log. Names are made once and shared.</summary>
internal sealed class StatementMaker
{
    private static readonly string[][] To = [["A"], ["B"]];

    private readonly int[] _lastNumber = [0, 0];
    private readonly Dictionary<int, string> _tests = [];
    private readonly Dictionary<int, string> _requests = [];

    /// <summary>The next statement of the record.</summary>
    public Statement Make(in Fact fact) => new()
    {
        Author = GeneratedRecord.Parties[fact.Author],
        Number = ++_lastNumber[fact.Author],
        Verb = VerbOf(fact.Kind),
        Content = fact.IsOnAct ? WordOn(fact) : MessageOf(fact),
        Made = EventTime.AtTick(GeneratedRecord.TickOf(fact.Made)),
        Received = EventTime.AtTick(GeneratedRecord.TickOf(fact.Received)),
    };

    /// <summary>The identifier of the flight test or request a fact is about.</summary>
    public string NameOf(in Fact fact) => fact.IsOnAct ? Name(_tests, 'T', fact.Subject) : Name(_requests, 'Q', fact.Subject);

    private static Verb VerbOf(FactKind kind) => kind switch
    {
        FactKind.Notice or FactKind.Cancellation => Verb.Announces,
        FactKind.Report => Verb.Reports,
        FactKind.Request => Verb.Asks,
        FactKind.Answer => Verb.Answers,
        _ => Verb.Refuses,
    };

    private ActWord WordOn(in Fact fact) => new()
    {
        Act = NameOf(fact),
        Kind = TestNotices.FlightTest,
        By = GeneratedRecord.Parties[fact.Author],
        Start = fact.Kind == FactKind.Cancellation ? null : EventTime.AtTick(GeneratedRecord.TickOf(fact.Start)),
        Cancelled = fact.Kind == FactKind.Cancellation,
    };

    private Message MessageOf(in Fact fact) => fact.Kind == FactKind.Request
        ? new Message(NameOf(fact), To[1 - fact.Author], null, TestNotices.Clarification)
        : new Message(null, To[1 - fact.Author], NameOf(fact), null);

    private static string Name(Dictionary<int, string> names, char letter, int number)
    {
        if (!names.TryGetValue(number, out var name))
        {
            names.Add(number, name = $"{letter}{number}");
        }

        return name;
    }
}
