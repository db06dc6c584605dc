using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.4: what brought a duty about: an act, or a request received.</summary>
internal sealed record Occasion(string Name, Act? Act, Word? Request)
{
    /// <summary>Whether a reference is to it: by its name, or the id of the request.</summary>
    public bool IsMeant(string? reference) => reference is not null
        && (reference == Name || (Request?.IsNamed(reference) ?? false));

    /// <summary>Who asked, where a request was received.</summary>
    public string? Asker { get; init; }
}

/// <summary>7.4: a duty after a trigger. One instance for each trigger, and one without name.</summary>
internal sealed class DutyForm(World world, Clause clause, TriggeredDuty duty, string party) : Form(world, clause, party)
{
    private readonly Deeds deeds = new(world, party);

    public IEnumerable<Instance> Instances() => Occasions().Select(Of).OfType<Instance>()
        .Prepend(Unseen(Uncovered, since => duty.Trigger is Trigger.OnRequest
            ? Need(Verb.Asks, World.Parties.First(other => other != Party), TriggerTerm, since)
            : Need(Verb.Reports, Actors.First(), TriggerTerm, since)));

    private ActSelector? Selector => (duty.Trigger as Trigger.OnAct)?.Act;

    private string TriggerTerm => duty.Trigger is Trigger.OnRequest request ? request.For : Selector!.Term;

    /// <summary>7.4: acts whose bearer this party is; requests addressed to it by another party.</summary>
    private IEnumerable<Occasion> Occasions() => duty.Trigger is Trigger.OnRequest request
        ? deeds.Requests(request.For)
        : Accounts.Acts().Where(act => IsBearer(duty.Duty.Bearer, act)).Select(act => new Occasion(act.Id, act, null));

    /// <summary>7.4: that Party is the actor, every other Party each other, the inspected Party the owner of the site.</summary>
    private bool IsBearer(Bearer bearer, Act act) => bearer switch
    {
        Bearer.ThatParty => act.Actor == Party,
        Bearer.EveryOtherParty => act.Actor != Party,
        Bearer.InspectedParty => World.Places.Inspected(act) == Party,
        Bearer.Named named => named.Code == Party,
        _ => true,
    };

    /// <summary>6.1, 7.4: the trigger: acts of those who can bring the duty about, or messages of every other party.</summary>
    private long? Uncovered(Window window) => duty.Trigger is Trigger.OnRequest
        ? World.Parties.Where(other => other != Party).Select(other => World.Covered.Messages(other, window)).Min()
        : Actors.Select(other => World.Covered.Acts(Selector!, other, window)).Min();

    /// <summary>Those whose acts can bring the duty about.</summary>
    private IEnumerable<string> Actors => World.Parties.Where(other => duty.Duty.Bearer switch
    {
        Bearer.ThatParty => other == Party,
        Bearer.EveryOtherParty or Bearer.InspectedParty => other != Party,
        _ => true,
    });

    private Instance? Of(Occasion occasion)
    {
        var accounts = World.Parties.ToDictionary(x => x, x => Chain(occasion, x));
        var births = from x in World.Parties
                     let account = accounts[x]
                     where account.Meant.And(InBase(x, account.Deciding)) != Truth.False
                     select account.Links[0].Steps.Birth;
        return births.Min() is { } birth
            ? new Instance(occasion.Name, birth, (x, at) => Judge(occasion, accounts[x], x, at), x => accounts[x].Links.SelectMany(link => link.Steps.Ticks))
            : null;
    }

    /// <summary>7.4: whether it is a trigger, its links, and the time that decides whether the clause bound.</summary>
    private (Truth Meant, EventTime Deciding, IReadOnlyList<Link> Links) Chain(Occasion occasion, string x)
    {
        var links = new List<Link>();
        EventTime? deciding = null;
        foreach (var one in duty.Otherwise.Prepend(duty.Duty))
        {
            var due = links.Count == 0 ? null : links[^1].Due;
            var (time, link) = Judge(occasion, one, due, links.Count == 0, x);
            deciding ??= time;
            links.Add(link);
        }

        return (IsMeant(occasion, x), deciding!.Value, links);
    }

    /// <summary>7.4: it matches and happened; for a prior notice announced by the bearer, it matches.</summary>
    private Truth IsMeant(Occasion occasion, string x)
    {
        if (occasion.Act is not { } act)
        {
            return Truth.True;
        }

        var (match, happened) = (Matches(act, Selector!, x), Accounts.Happened(act, x));
        var isAnnounced = duty.Duty.Due is Due.AtLeastBefore && happened != Truth.True && deeds.Notices(act).Any();
        return isAnnounced ? match : match.And(happened);
    }

    /// <summary>One link, and its deciding time.</summary>
    private (EventTime Deciding, Link Link) Judge(Occasion occasion, Duty link, long? dueBefore, bool isFirst, string x)
    {
        if (link.Due is Due.AtLeastBefore before)
        {
            var (time, notified) = new PriorNotice(World, Party, occasion.Act!, before, Selector!.Term, x).Judge();
            return (time, isFirst ? Agreed(occasion, notified) : notified);
        }

        var done = deeds.Of(link.Deed, link.Due, occasion, TriggerTerm, x);
        if (After(link.Due, occasion, dueBefore, x) is not { } from)
        {
            var known = occasion.Act is { } act ? Accounts.Start(act, x) : AnyTime;
            return (known, new Link(new Steps().Then(known.FirstTick, new Outcome(Verdict.Undetermined)), null));
        }

        // 7.4: what is done before the time it is owed after is not what is owed.
        done = link.Deed is Deed.Send ? done.Where(deed => deed.Time.LastTick >= from.FirstTick) : done;
        if (link.Due is not Due.Within within)
        {
            var ever = Deadline.Ever(from, done);
            return (from, isFirst ? Agreed(occasion, ever) : ever);
        }

        Link Within(Lapse lapse) => Deadline.Within(
            from, lapse, done, window => deeds.AreCovered(link.Deed, occasion, TriggerTerm, x, window), from.FirstTick, World.Binds.Windows(Clause, Party, x));
        var plain = Within(within.Lapse);
        return (from, !isFirst ? plain : duty.Unless?.To is { } longer && IsAgreed(occasion, plain.Due) ? Within(longer) : Agreed(occasion, plain));
    }

    /// <summary>7.4: the time it is owed after.</summary>
    private EventTime? After(Due due, Occasion occasion, long? dueBefore, string x)
    {
        var edge = duty.Trigger is Trigger.OnAct onAct ? onAct.Edge : null;
        return (due as Due.Within)?.Time switch
        {
            null => occasion.Request is { } request ? request.ReceivedBy(Party) : Accounts.Time(occasion.Act!, x, edge!),
            TriggerTime.OfAct of => occasion.Act is { } act ? Accounts.Time(act, x, of.Time) : null,
            TriggerTime.Receipt => occasion.Request?.ReceivedBy(Party),
            TriggerTime.Dispatch => occasion.Request?.Made,
            TriggerTime.Deadline => dueBefore is { } tick ? EventTime.AtTick(tick) : null,
            TriggerTime.Fixed at => World.Binds.Tick(at.Time) is { } tick ? EventTime.On(Days.DateOf(tick)) : null, // counted in days
            _ => null,
        };
    }

    /// <summary>7.4: unless agreed, without a time: not triggered throughout.</summary>
    private Link Agreed(Occasion occasion, Link link) => duty.Unless is { To: null } && IsAgreed(occasion, link.Due) && link.Steps.Birth is { } birth
        ? link with { Steps = new Steps().Then(birth, Outcome.NotTriggered) }
        : link;

    /// <summary>7.4: everyone who must agree has answered, and it reached the bearer not certainly after it was due.</summary>
    private bool IsAgreed(Occasion occasion, long? due) => Agreeing(occasion) is { Count: > 0 } all
        && all.All(other => Answers(occasion, other).Any(word => word.ReceivedBy(Party).FirstTick <= (due ?? EventTime.End)));

    private List<string> Agreeing(Occasion occasion) => duty.Unless is null ? [] : duty.Unless.By switch
    {
        Bearer.Named named => [named.Code],
        Bearer.InspectedParty when occasion.Act is { } act => World.Places.Inspected(act) is { } inspected ? [inspected] : [],
        Bearer.ThatParty when occasion.Act is { } act => [act.Actor],
        _ => [.. World.Parties.Where(other => other != Party)],
    };

    private IEnumerable<Word> Answers(Occasion occasion, string by) =>
        World.Words.Where(word => word.Verb == Verb.Answers && word.IsOf(by) && word.Content is Message message && occasion.IsMeant(message.About));

    /// <summary>7.4: the links pointwise; then whether it was a trigger, then 6.2.</summary>
    private Outcome Judge(Occasion occasion, (Truth Meant, EventTime Deciding, IReadOnlyList<Link> Links) account, string x, long at)
    {
        if (Decide(account.Links, 0, at) is not { } outcome)
        {
            return Outcome.NotTriggered;
        }

        var actor = occasion.Act?.Actor;
        var need = account.Meant == Truth.Unknown && actor is not null
            ? Need(Verb.Reports, actor, occasion.Name)
            : Need(DeedVerb(duty.Duty.Deed), Party, occasion.Name, outcome.Due);
        if (account.Meant == Truth.Unknown && outcome.Verdict is Verdict.Kept or Verdict.NotKept)
        {
            outcome = outcome with { Verdict = Verdict.Undetermined, Since = null, Until = null };
        }

        var itemIsJudged = Selector?.Items.Count > 0;
        var trigger = occasion.Act is { } act ? World.Bases.Of(act, Party) : World.Bases.Of(occasion.Request!, Party);
        outcome = outcome with
        {
            Basis = Weakest([outcome.Basis, trigger]),
            Need = need,
            Cites =
            [
                .. occasion.Act is { } cited ? World.Bases.Cited(cited, x, itemIsJudged) : [occasion.Request!],
                .. duty.Otherwise.Prepend(duty.Duty).SelectMany(link => deeds.Of(link.Deed, link.Due, occasion, TriggerTerm, x)).SelectMany(done => done.Cites),
                .. Agreeing(occasion).SelectMany(by => Answers(occasion, by)),
            ],
        };
        return account.Meant == Truth.False ? NotTriggered(outcome) : Bounded(InBase(x, account.Deciding).And(InBound(x, account.Deciding)), outcome, need);
    }

    /// <summary>7.4: the first kept, pending: so it is; not kept: the next, late if kept; undetermined: kept if the next is.</summary>
    private static Outcome? Decide(IReadOnlyList<Link> links, int which, long at)
    {
        var own = links[which].Steps.At(at);
        var next = which + 1 < links.Count ? Decide(links, which + 1, at) : null;
        return (own?.Verdict, next?.Verdict) switch
        {
            (Verdict.NotKept or Verdict.Undetermined, Verdict.Kept) => next! with { Late = true },
            (Verdict.NotKept, not null) => next,
            _ => own,
        };
    }

    /// <summary>7.4: the deed's verb.</summary>
    private static Verb DeedVerb(Deed deed) => (deed as Deed.Send)?.Message switch
    {
        MessageKind.Notification => Verb.Announces,
        MessageKind.Answer => Verb.Answers,
        MessageKind.Explanation => Verb.Explains,
        _ => Verb.Reports,
    };
}
