using Detente.Node.Cases;
using Detente.Node.Views;
using Detente.Statements;
using Detente.Time;

namespace Detente.Node.Tests.Api;

/// <summary>Cases that no folder holds.</summary>
internal static class MadeCases
{
    public const string Name = "made";

    private static readonly LoadedCase Inf = Board.Load("inf-1987");

    /// <summary>A record of so many statements.</summary>
    public static OpenCase OfLength(int count) => Of([.. Enumerable.Range(1, count).Select(number => Said(number))]);

    /// <summary>One with these statements.</summary>
    public static OpenCase Of(IReadOnlyList<Statement> statements, string? agreementTitle = null) =>
        new(Name, Inf with { Record = Inf.Record with { Statements = statements }, Agreement = Inf.Agreement with { Title = agreementTitle ?? Inf.Agreement.Title } }, TimeProvider.System);

    /// <summary>A statement that says little.</summary>
    /// <param name="number">Its number, and the second of its receipt.</param>
    /// <param name="note">Its note.</param>
    public static Statement Said(int number, string? note = null) => new()
    {
        Author = "US",
        Number = number,
        Verb = Verb.Asks,
        Content = new Message($"question-{number}", [], null, "clarification"),
        Made = EventTime.AtTick(number),
        Received = EventTime.AtTick(number),
        Note = note,
    };
}
