using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.9: leaving. One instance for each notice, the same in every account and whatever binds.</summary>
internal sealed class LeavingForm(World world, Clause clause, Leaving leaving, string party) : Form(world, clause, party)
{
    public IEnumerable<Instance> Instances() => World.Knowledge.Notices(NoticeKind.Withdrawal, Party)
        .Select(one => Of(one.Word, one.Notice))
        .Prepend(Unseen(_ => null, since => Need(Verb.GivesNotice, Party, Clause.Id, since)));

    private Instance Of(Word word, Notice notice)
    {
        var received = leaving.ByDispatch ? word.Made : World.Knowledge.ReceivedByAll(word);
        var timely = notice.Effective is { } effective ? leaving.After.PassesBetween(received, effective) : Truth.True;
        var lacksReasons = leaving.StatingReasons && notice.Reasons is null;
        var effect = World.Binds.Effect(word, notice);
        var steps = timely == Truth.False || (lacksReasons && !World.Record.IsReconstruction)
                ? new Steps().Then(received.LastTick, new Outcome(Verdict.NotKept, received.FirstTick))
            : timely == Truth.Unknown || lacksReasons
                ? new Steps().Then(received.LastTick, new Outcome(Verdict.Undetermined))
            : new Steps().Then(received.FirstTick, new Outcome(Verdict.Pending, Due: effect)).Then(effect, new Outcome(Verdict.Kept, effect));
        return new Instance(
            word.FirstId,
            steps.Birth!.Value,
            (_, at) => steps.At(at)! with { Basis = World.Bases.Of(word, Party), Cites = [word], Need = Need(Verb.GivesNotice, Party, word.FirstId) },
            _ => steps.Ticks);
    }
}
