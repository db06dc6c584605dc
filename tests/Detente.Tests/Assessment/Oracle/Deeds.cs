using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.4: what a bearer did that may be what it owes.</summary>
internal sealed class Deeds(World world, string party)
{
    /// <summary>7.4: requests for something, addressed to the bearer or to nobody in particular, by another party.</summary>
    public IEnumerable<Occasion> Requests(string what)
    {
        var requests = from word in world.Words
                       let asker = word.Signers.FirstOrDefault(signer => signer != party && world.Parties.Contains(signer))
                       where word.Verb == Verb.Asks && asker is not null
                       let message = word.Content as Message
                       where message is not null && message.For == what && (message.To.Count == 0 || message.To.Contains(party))
                       select new Occasion(message.Name ?? word.FirstId, null, word) { Asker = asker };
        return requests.DistinctBy(request => request.Name); // of two of one name, the first by position
    }

    /// <summary>7.4: known effective announcements of the act by the bearer, by position.</summary>
    public IEnumerable<(Word Word, ActWord Said)> Notices(Act act) => act.Said.Where(one => one.Word.Verb == Verb.Announces && one.Word.IsOf(party));

    /// <summary>7.4: the deeds that count for what is owed.</summary>
    public IEnumerable<Done> Of(Deed deed, Due due, Occasion occasion, string triggerTerm, string x) => deed switch
    {
        Deed.Send send => world.Words.Where(word => word.IsOf(party) && IsMessage(send.Message, word, occasion))
            .Select(word => new Done(TimeOf(word, send, due, occasion), true, word.First, world.Bases.Of(word, party), [word])),
        Deed.Reach reach => occasion.Act is { } act && world.Accounts.Time(act, x, reach.Time) is { } time
            ? [new Done(time, true, act.Position, world.Bases.Of(act, party), [])]
            : [],
        Deed.Conduct conduct => Acts(conduct.ActTerm, party, occasion, x),
        Deed.Admit when occasion.Request is not null => Acts(triggerTerm, occasion.Asker!, occasion, x),
        _ => [],
    };

    /// <summary>7.4: acts of a kind by a party about the trigger, which happened or may have; their time is their start.</summary>
    public IEnumerable<Done> Acts(string term, string actor, Occasion occasion, string x) =>
        from act in world.Accounts.Acts()
        where act.Actor == actor && world.Accounts.Kind(act, x) == term && occasion.IsMeant(world.Accounts.About(act, x))
        let happened = world.Accounts.Happened(act, x)
        where happened != Truth.False
        select new Done(world.Accounts.Start(act, x), happened == Truth.True, act.Position, world.Bases.Of(act, party), [.. Bases.Cited(act)]);

    /// <summary>7.4: whether silence over a window means that the deed was not done: messages for what is sent, the act term for the others.</summary>
    public bool AreCovered(Deed deed, Occasion occasion, string triggerTerm, string x, Window window) => deed switch
    {
        Deed.Conduct conduct => world.Covered.Act(conduct.ActTerm, party, null, x, window) is null,
        Deed.Admit when occasion.Request is not null => world.Covered.Act(triggerTerm, occasion.Asker!, null, x, window) is null,
        Deed.Reach when occasion.Act is { } act => world.Covered.Act(triggerTerm, act.Actor, world.Accounts.Item(act, x), x, window) is null,
        _ => world.Covered.Messages(party, window) is null,
    };

    /// <summary>7.4: reports about the act, announcements of it or of an act about it, answers and explanations about it.</summary>
    private static bool IsMessage(MessageKind kind, Word word, Occasion occasion) => (kind, word.Verb, word.Content) switch
    {
        (MessageKind.Report, Verb.Reports, ActWord said) => occasion.IsMeant(said.Act) || occasion.IsMeant(said.About),
        (MessageKind.Notification, Verb.Announces, ActWord said) => occasion.IsMeant(said.Act) || occasion.IsMeant(said.About),
        (MessageKind.Answer, Verb.Answers, Message said) => occasion.IsMeant(said.About),
        (MessageKind.Explanation, Verb.Explains, Message said) => occasion.IsMeant(said.About),
        _ => false,
    };

    /// <summary>7.4: received by the trigger's other party or, for every other Party, by all; made if dispatch counts.</summary>
    private EventTime TimeOf(Word word, Deed.Send send, Due due, Occasion occasion) =>
        due is Due.Within { ByDispatch: true } ? word.Made
        : occasion.Asker is { } asker && !send.ToInspected && send.Message is MessageKind.Answer or MessageKind.Explanation ? word.ReceivedBy(asker)
        : send.ToInspected && Other(occasion) is { } other ? word.ReceivedBy(other)
        : world.Knowledge.ReceivedByAll(word);

    private string? Other(Occasion occasion) => occasion.Asker
        ?? (world.Places.Inspected(occasion.Act!) is { } inspected && inspected != party ? inspected : occasion.Act!.Actor);
}
