using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>Something that may fulfil a duty.</summary>
/// <param name="Time">When it was done.</param>
/// <param name="Done">Whether it was, in the account.</param>
/// <param name="Said">The message, where it is one.</param>
/// <param name="Act">The act, where it is one.</param>
internal readonly record struct DoneDeed(EventTime Time, Truth Done, Said? Said, Subject? Act);

/// <summary>What a duty's trigger is, in the eyes of its deeds: an act or a request, and who is at its other end.</summary>
/// <param name="Name">The act's identifier, or the request's name.</param>
/// <param name="Act">The act, or <c>null</c>.</param>
/// <param name="Request">The request, or <c>null</c>.</param>
/// <param name="Asker">Who asked: of several signers, the first other than who is asked.</param>
internal readonly record struct Occasion(string Name, Subject? Act, Said? Request, string? Asker = null);

/// <summary>Finds the deeds that may fulfil a duty (rule 7.4), in one account.</summary>
internal static class Deeds
{
    /// <param name="scene">What is judged from.</param>
    /// <param name="account">Whose account.</param>
    /// <param name="duty">What is owed.</param>
    /// <param name="bearer">By whom.</param>
    /// <param name="occasion">On what occasion.</param>
    /// <param name="after">Messages certainly before it are left out; <c>null</c> for all.</param>
    public static List<DoneDeed> Of(Scene scene, Account account, Duty duty, string bearer, Occasion occasion, EventTime? after)
    {
        var byDispatch = duty.Due is Due.Within { ByDispatch: true } or Due.AtLeastBefore { ByDispatch: true };
        return duty.Deed switch
        {
            Deed.Send send => Messages(scene, send, bearer, occasion, after, byDispatch),
            Deed.Reach reach => Reached(account, reach, occasion),
            Deed.Conduct conduct => Acts(scene, account, conduct.ActTerm, bearer, occasion),
            Deed.Admit => Admissions(scene, account, occasion),
            _ => throw new InvalidOperationException($"No rule for {duty.Deed}."),
        };
    }

    /// <summary>Acts by who asked, of the kind the request asks for.</summary>
    public static List<DoneDeed> Admissions(Scene scene, Account account, Occasion occasion) =>
        Acts(scene, account, (occasion.Request?.Content as Message)?.For, occasion.Asker, occasion);

    private static List<DoneDeed> Messages(Scene scene, Deed.Send send, string bearer, Occasion occasion, EventTime? after, bool byDispatch)
    {
        var deeds = new List<DoneDeed>(1);
        var ledger = scene.Knowledge.Ledger;
        if (send.Message is MessageKind.Notification or MessageKind.Report && occasion.Act is { } act)
        {
            Collect(act, said => said.Content is ActWord && scene.Knowledge.Names(said, act.Name));
        }

        Collect(ledger.About(occasion.Name), said => AboutOf(said.Content) == occasion.Name);
        if (occasion.Request is { } request && request.Content is Message { Name: not null })
        {
            Collect(ledger.About(request.First.Id), said => AboutOf(said.Content) == request.First.Id);
        }

        return deeds;

        void Collect(Subject? subject, Func<Said, bool> concerns)
        {
            for (var i = 0; subject is not null && i < subject.Count && subject[i] < scene.Knowledge.Count; i++)
            {
                if (scene.Knowledge.Effective(subject[i]) is { } said && IsMessage(said, send.Message) && said.IsBy(bearer)
                    && scene.Knowledge.IsJudged(said) && concerns(said))
                {
                    var time = TimeOf(scene, send, occasion, said, byDispatch);
                    if (after is not { } from || time.LastTick >= from.FirstTick)
                    {
                        deeds.Add(new DoneDeed(time, Truth.True, said, null));
                    }
                }
            }
        }
    }

    /// <summary>Receipt by who it is owed to, or dispatch where the text says so.</summary>
    private static EventTime TimeOf(Scene scene, Deed.Send send, Occasion occasion, Said said, bool byDispatch) =>
        byDispatch ? said.First.Made
        : send.ToInspected && occasion.Act is { } act && scene.Accounts[0].Act(act) is { } facts && scene.InspectedParty(facts) is { } inspected
            ? said.First.ReceivedByParty(inspected)
        : occasion.Asker is { } asker && !send.ToInspected && send.Message is MessageKind.Answer or MessageKind.Explanation ? said.First.ReceivedByParty(asker)
        : scene.Knowledge.ReceivedByAll(said.First);

    /// <summary>The names by which others may refer to what triggered the duty.</summary>
    public static IEnumerable<string> Names(Occasion occasion) =>
        occasion.Request is { } request && request.First.Id != occasion.Name ? [occasion.Name, request.First.Id] : [occasion.Name];

    private static string? AboutOf(Content content) => content switch
    {
        Message message => message.About,
        ActWord word => word.About,
        _ => null,
    };

    private static bool IsMessage(Said said, MessageKind kind) => kind switch
    {
        MessageKind.Notification => said.Last.Verb == Verb.Announces,
        MessageKind.Report => said.Last.Verb == Verb.Reports,
        MessageKind.Answer => said.Last.Verb == Verb.Answers,
        MessageKind.Explanation => said.Last.Verb == Verb.Explains,
        _ => throw new InvalidOperationException($"No rule for {kind}."),
    };

    private static List<DoneDeed> Reached(Account account, Deed.Reach reach, Occasion occasion) =>
        occasion.Act is { } act && account.Act(act)?.TimeOf(reach.Time) is { } time ? [new DoneDeed(time, Truth.True, null, act)] : [];

    private static List<DoneDeed> Acts(Scene scene, Account account, string? kind, string? by, Occasion occasion)
    {
        var deeds = new List<DoneDeed>();
        foreach (var subject in Names(occasion).SelectMany(n => ActsAbout(scene, n)).Distinct())
        {
            var facts = account.Act(subject);
            if (facts is not null && facts.Kind == kind && facts.Actor == by && facts.About is { } about && Names(occasion).Contains(about)
                && facts.Happened != Truth.False)
            {
                // An act without a time may have been at any.
                deeds.Add(facts.Start is { } start
                    ? new DoneDeed(start, facts.Happened, null, subject)
                    : new DoneDeed(EventTime.AnyTime, Truth.Unknown, null, subject));
            }
        }

        return deeds;
    }

    private static IEnumerable<Subject> ActsAbout(Scene scene, string name) =>
        scene.Knowledge.JudgedOn(scene.Knowledge.Ledger.About(name)).Select(s => s.Content).OfType<ActWord>()
            .Select(w => scene.Knowledge.Ledger.Act(w.Act)).OfType<Subject>();
}
