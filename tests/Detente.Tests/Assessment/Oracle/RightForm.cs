using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.8: a right; the bearer is the party asked, who must admit. One instance for each request, for each act not asked for, and one without name.</summary>
internal sealed class RightForm(World world, Clause clause, Right right, string party) : Form(world, clause, party)
{
    private readonly Deeds deeds = new(world, party);

    public IEnumerable<Instance> Instances() => deeds.Requests(right.Act).Select(Asked).OfType<Instance>()
        .Concat(Accounts.Acts().Where(IsUnasked).Select(Unasked).OfType<Instance>())
        .Prepend(Unseen(
            window => World.Parties.Where(other => other != Party).Select(other => World.Covered.Messages(other, window)).Min(),
            since => Need(Verb.Asks, World.Parties.First(other => other != Party), right.Act, since),
            (x, at) => new Outcome(Verdict.Kept, World.Binds.Base(Clause, Party, x).From)
            {
                Basis = Weakest(World.Parties.Where(other => other != Party).Select(other => World.Covered.BasisOfMessages(other, UpTo(x, at)))),
            }));

    /// <summary>7.8: refused, admitted, or neither.</summary>
    private Instance? Asked(Occasion request)
    {
        var receipt = request.Request!.ReceivedBy(Party);
        var links = World.Parties.ToDictionary(x => x, x => Judge(request, receipt, x));
        return World.Parties.All(x => InBase(x, receipt) == Truth.False) ? null : new Instance(
            request.Name,
            receipt.FirstTick,
            (x, at) => Judge(request, receipt, links[x], x, at),
            x => links[x].Steps.Ticks);
    }

    private Link Judge(Occasion request, EventTime receipt, string x)
    {
        if (Refusals(request).FirstOrDefault() is { } refusal)
        {
            var received = refusal.ReceivedBy(request.Asker!);
            return new Link(
                new Steps().Then(receipt.FirstTick, new Outcome(Verdict.Pending))
                    .Then(received.LastTick, new Outcome(Verdict.NotKept, received.FirstTick) { Basis = World.Bases.Of(refusal, Party) }),
                null);
        }

        var admitted = deeds.Acts(right.Act, request.Asker!, request, x);
        return right.AdmitWithin is { } within
            ? Deadline.Within(receipt, within, admitted, window => World.Covered.Messages(Party, window) is null, receipt.FirstTick, World.Binds.Windows(Clause, Party, x))
            : Deadline.Ever(receipt, admitted);
    }

    private Outcome Judge(Occasion request, EventTime receipt, Link link, string x, long at)
    {
        if (link.Steps.At(at) is not { } outcome)
        {
            return Outcome.NotTriggered;
        }

        var need = Need(Verb.Reports, Party, request.Name, link.Due);
        var admitted = deeds.Acts(right.Act, request.Asker!, request, x).SelectMany(deed => deed.Cites);
        outcome = outcome with
        {
            Basis = Weakest([outcome.Basis, World.Bases.Of(request.Request!, Party)]),
            Cites = [request.Request!, .. Refusals(request), .. admitted],
            Need = need,
        };
        return Bounded(InBase(x, receipt).And(InBound(x, receipt)), outcome, need);
    }

    /// <summary>7.8: refusals by the bearer about the request, the first received first.</summary>
    private IEnumerable<Word> Refusals(Occasion request) => World.Words
        .Where(word => word.Verb == Verb.Refuses && word.IsOf(Party) && word.Content is Message message && request.IsMeant(message.About))
        .OrderBy(word => word.ReceivedBy(request.Asker!).LastTick);

    /// <summary>7.8: acts by another party about no known request, where this party is the inspected one.</summary>
    private bool IsUnasked(Act act) => act.Actor != Party && World.Places.Inspected(act) == Party
        && !World.Words.Any(word => word.Verb == Verb.Asks && word.Content is Message message
            && new Occasion(message.Name ?? word.FirstId, null, word).IsMeant(Accounts.About(act, act.Actor)));

    private Instance? Unasked(Act act)
    {
        Truth Happened(string x) => (Accounts.Kind(act, x) is { } kind ? Kleene.Known(kind == right.Act) : Truth.Unknown).And(Accounts.Happened(act, x));
        var births = World.Parties.Where(x => Happened(x) == Truth.True && InBase(x, Accounts.Start(act, x)) != Truth.False).Select(x => (long?)Accounts.Start(act, x).LastTick);
        if (births.Min() is not { } birth)
        {
            return null;
        }

        Outcome Judge(string x, long at)
        {
            var start = Accounts.Start(act, x);
            var need = Need(Verb.Reports, Party, act.Id);
            return Happened(x) != Truth.True || at < start.LastTick ? Outcome.NotTriggered : Bounded(
                InBase(x, start).And(InBound(x, start)),
                new Outcome(Verdict.Kept) { Basis = World.Bases.Of(act, Party), Cites = [.. Bases.Cited(act)], Need = need },
                need);
        }

        return new Instance(act.Id, birth, Judge, x => [Accounts.Start(act, x).LastTick]);
    }
}
