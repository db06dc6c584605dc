using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>Duties after a trigger, prior notice among them (rule 7.4): one instance for each act or request.</summary>
internal static class DutyForm
{
    public static IEnumerable<Instance> Instances(Scene scene, Clause clause, TriggeredDuty duty)
    {
        foreach (var bearer in scene.Bearers(duty.Duty.Bearer))
        {
            yield return Unseen(scene, clause, duty, bearer);
        }

        if (duty.Trigger is Trigger.OnAct onAct)
        {
            foreach (var act in scene.Knowledge.Ledger.Acts)
            {
                foreach (var instance in OfAct(scene, clause, duty, onAct, act))
                {
                    yield return instance;
                }
            }
        }
        else
        {
            var named = new HashSet<(string, string)>();
            foreach (var said in scene.Requests())
            {
                foreach (var instance in OfRequest(scene, clause, duty, (Trigger.OnRequest)duty.Trigger, said, named))
                {
                    yield return instance;
                }
            }
        }
    }

    /// <summary>The instances one act or one request gives rise to, judged without all the others.</summary>
    public static IEnumerable<Instance> Of(Scene scene, Clause clause, TriggeredDuty duty, Subject subject) => duty.Trigger switch
    {
        Trigger.OnAct act => OfAct(scene, clause, duty, act, subject),
        Trigger.OnRequest request => OfRequests(scene, clause, duty, request, subject),
        _ => throw new InvalidOperationException($"No rule for {duty.Trigger}."),
    };

    /// <summary>The instances the requests of one name give rise to: a request may have had another name before it was corrected.</summary>
    private static IEnumerable<Instance> OfRequests(Scene scene, Clause clause, TriggeredDuty duty, Trigger.OnRequest trigger, Subject subject)
    {
        var positions = scene.Knowledge.Ledger.Requests(subject);
        var named = positions.Length > 1 ? new HashSet<(string, string)>() : null;
        foreach (var position in positions)
        {
            if (position < scene.Knowledge.Count && scene.Knowledge.Judged(position) is { Content: Message message } said && (message.Name ?? said.First.Id) == subject.Name)
            {
                foreach (var instance in OfRequest(scene, clause, duty, trigger, said, named))
                {
                    yield return instance;
                }
            }
        }
    }

    /// <summary>The instances one act gives rise to.</summary>
    private static IEnumerable<Instance> OfAct(Scene scene, Clause clause, TriggeredDuty duty, Trigger.OnAct trigger, Subject act)
    {
        if (scene.Accounts[0].Act(act) is not { } known || scene.Glossary.IndexOf(known.Actor) < 0)
        {
            yield break;
        }

        var occasion = new Occasion(act.Name, act, null);
        foreach (var bearer in BearersOf(scene, duty.Duty.Bearer, known.Actor, known))
        {
            var tracks = new Track[scene.Accounts.Length];
            var birth = long.MaxValue;
            var isOneVoice = IsOfOneVoice(clause, duty) && scene.IsOneVoice(known, trigger.Act);
            for (var i = 0; i < tracks.Length; i++)
            {
                if (i > 0 && isOneVoice)
                {
                    tracks[i] = tracks[0];
                    continue;
                }

                var account = scene.Accounts[i];
                var facts = account.Act(act)!;
                var met = IsMet(duty, trigger, facts, account, bearer);
                var time = DecidingTime(scene, account, duty, trigger, facts, bearer);
                tracks[i] = Judge(scene, clause, duty, bearer, account, occasion, facts, met, time);
                if (met != Truth.False && scene.InBase(clause, bearer, account, time) != Truth.False)
                {
                    birth = Math.Min(birth, tracks[i][0].From);
                }
            }

            if (birth != long.MaxValue)
            {
                yield return new Instance(clause, bearer, act.Name, Track.Born(tracks, birth), query =>
                    DutyEvidence.Of(scene, duty, bearer, occasion, query, known.Actor));
            }
        }
    }

    /// <summary>The instances one request gives rise to: one for each party it is addressed to.</summary>
    /// <remarks>Of two requests of one name only the first counts; <paramref name="named"/> keeps those that came before.</remarks>
    private static IEnumerable<Instance> OfRequest(
        Scene scene, Clause clause, TriggeredDuty duty, Trigger.OnRequest trigger, Said said, HashSet<(string, string)>? named)
    {
        if (said.Content is not Message message || message.For != trigger.For)
        {
            yield break;
        }

        var name = message.Name ?? said.First.Id;
        foreach (var bearer in scene.Bearers(duty.Duty.Bearer))
        {
            if (!IsAsked(scene, said, message, bearer) || named?.Add((bearer, name)) == false)
            {
                continue;
            }

            var occasion = new Occasion(name, null, said, scene.AskerOf(said, bearer));
            var received = duty.Duty.Due is Due.Within within
                ? TimeOf(scene, within.Time, occasion, null, bearer, null) ?? said.First.ReceivedByParty(bearer)
                : said.First.ReceivedByParty(bearer);
            if (!scene.MayBeInBase(clause, bearer, received))
            {
                continue;
            }

            var tracks = new Track[scene.Accounts.Length];
            var isOneVoice = IsOfOneVoice(clause, duty);
            for (var i = 0; i < tracks.Length; i++)
            {
                tracks[i] = i > 0 && isOneVoice ? tracks[0]
                    : Judge(scene, clause, duty, bearer, scene.Accounts[i], occasion, null, Truth.True, received);
            }

            yield return new Instance(clause, bearer, name, tracks, query => DutyEvidence.Of(scene, duty, bearer, occasion, query, said.Author));
        }
    }

    /// <summary>Messages are facts of the record and no account's; releases and acts are not.</summary>
    private static bool IsOfOneVoice(Clause clause, TriggeredDuty duty) =>
        clause.Conditions.Count == 0 && duty.Duty.Deed is Deed.Send && duty.Otherwise.All(d => d.Deed is Deed.Send);

    /// <summary>Whether a request is addressed to a party by another one.</summary>
    public static bool IsAsked(Scene scene, Said said, Message message, string party) =>
        (message.To.Count == 0 || message.To.Contains(party)) && scene.AskerOf(said, party) is not null;

    /// <summary>The instance without name: what the record does not show.</summary>
    public static Instance Unseen(Scene scene, Clause clause, TriggeredDuty duty, string bearer)
    {
        var others = scene.Parties.Where(p => p != bearer).ToList();
        var sources = duty.Trigger is Trigger.OnRequest || duty.Duty.Bearer is Bearer.EveryOtherParty or Bearer.InspectedParty ? others : [bearer];
        return scene.Whole(
            clause, bearer,
            account => duty.Trigger is Trigger.OnAct act
                ? [.. sources.SelectMany(p => Scene.CoverageOf(account, p, [act.Act]))]
                : [.. sources.Select(p => account.Coverage.OfMessages(p))],
            Verdict.NotTriggered,
            new Need(duty.Trigger is Trigger.OnAct ? Verb.Reports : Verb.Asks, sources[0], TriggerName(duty.Trigger), null));
    }

    private static string TriggerName(Trigger trigger) => trigger switch
    {
        Trigger.OnAct act => act.Act.Term,
        Trigger.OnRequest request => request.For,
        _ => throw new InvalidOperationException($"No rule for {trigger}."),
    };

    private static IEnumerable<string> BearersOf(Scene scene, Bearer bearer, string actor, ActFacts facts) => bearer switch
    {
        Bearer.ThatParty => [actor],
        Bearer.EveryOtherParty => scene.Parties.Where(p => p != actor),
        Bearer.InspectedParty => scene.InspectedParty(facts) is { } inspected && scene.Glossary.IsParty(inspected) ? [inspected] : [],
        Bearer.EachParty => scene.Parties,
        Bearer.Named named => scene.Parties.Where(p => p == named.Code),
        _ => throw new InvalidOperationException($"No rule for {bearer}."),
    };

    /// <summary>Whether the act is what triggers the duty; a prior notice is owed for an act that is only announced.</summary>
    public static Truth IsMet(TriggeredDuty duty, Trigger.OnAct trigger, ActFacts facts, Account account, string bearer)
    {
        var match = Scene.Matches(facts, trigger.Act, account);
        var isAnnounced = duty.Duty.Due is Due.AtLeastBefore && facts.Happened != Truth.True
            && facts.Words.Any(w => w.Last.Verb == Verb.Announces && w.IsBy(bearer));
        return isAnnounced ? match : match.And(facts.Happened);
    }

    private static EventTime DecidingTime(Scene scene, Account account, TriggeredDuty duty, Trigger.OnAct trigger, ActFacts facts, string bearer)
    {
        var time = duty.Duty.Due switch
        {
            Due.AtLeastBefore before => new PriorNotice(scene, account, bearer, before, trigger.Act.Term).Decides(facts) ?? facts.AnyStart,
            Due.Within within => TimeOf(scene, within.Time, new Occasion(facts.Id, null, null), facts, bearer, null) ?? facts.AnyStart,
            _ => facts.TimeOf(trigger.Edge) ?? facts.AnyStart,
        };
        return time ?? EventTime.AnyTime;
    }

    private static EventTime? TimeOf(Scene scene, TriggerTime time, Occasion occasion, ActFacts? facts, string bearer, EventTime? deadline) => time switch
    {
        TriggerTime.OfAct of => facts?.TimeOf(of.Time),
        TriggerTime.Receipt => occasion.Request?.First.ReceivedByParty(bearer),
        TriggerTime.Dispatch => occasion.Request?.First.Made,
        TriggerTime.Deadline => deadline,
        TriggerTime.Fixed fixedTime => scene.Timetable.Tick(fixedTime.Time) is { } tick ? EventTime.On(Days.DateOf(tick)) : null,
        _ => throw new InvalidOperationException($"No rule for {time}."),
    };

    private static Track Judge(
        Scene scene, Clause clause, TriggeredDuty duty, string bearer, Account account, Occasion occasion, ActFacts? facts, Truth met, EventTime time)
    {
        if (met == Truth.False)
        {
            return Track.Of(new Step(time.FirstTick, Verdict.NotTriggered));
        }

        var track = duty.Duty.Due is Due.AtLeastBefore before
            ? Notice(scene, duty, before, bearer, account, occasion, facts!)
            : Chain(scene, clause, duty, bearer, account, occasion, facts);
        return track.WithVerdicts(verdict => scene.Gate(clause, bearer, account, time, DoubtedBy(met, verdict)));
    }

    private static Track Notice(
        Scene scene, TriggeredDuty duty, Due.AtLeastBefore before, string bearer, Account account, Occasion occasion, ActFacts facts)
    {
        var track = new PriorNotice(scene, account, bearer, before, ((Trigger.OnAct)duty.Trigger).Act.Term).Judge(facts);
        var due = track.Steps.Select(s => s.Due).LastOrDefault(d => d is not null);
        if (duty.Unless is not { } unless
            || DutyEvidence.Agreement(scene, unless, bearer, occasion, facts, EventTime.AtTick(due ?? EventTime.End)) is not { Count: > 0 })
        {
            return track;
        }

        return unless.To is { } other
            ? new PriorNotice(scene, account, bearer, before with { Lapse = other }, ((Trigger.OnAct)duty.Trigger).Act.Term).Judge(facts)
            : Track.Of(new Step(track[0].From, Verdict.NotTriggered));
    }

    private static Verdict DoubtedBy(Truth met, Verdict verdict) =>
        met == Truth.Unknown && verdict is (Verdict.Kept or Verdict.NotKept) ? Verdict.Undetermined : verdict;

    private static Track Chain(
        Scene scene, Clause clause, TriggeredDuty duty, string bearer, Account account, Occasion occasion, ActFacts? facts)
    {
        var (track, deadline) = Link(scene, clause, duty, duty.Duty, bearer, account, occasion, facts, null);
        foreach (var next in duty.Otherwise)
        {
            var (other, nextDeadline) = Link(scene, clause, duty, next, bearer, account, occasion, facts, deadline);
            track = Otherwise(track, other);
            deadline = nextDeadline;
        }

        return track;
    }

    /// <summary>The first link decides while it is kept or running; where it was not met, the next does, and is late.</summary>
    private static Track Otherwise(Track first, Track next)
    {
        var track = new Track();
        foreach (var tick in first.Steps.Concat(next.Steps).Select(s => s.From).Distinct().Order())
        {
            if (first.At(tick) is not { } own)
            {
                continue;
            }

            track.Add((own.Verdict, next.At(tick)) switch
            {
                (Verdict.NotKept, { } other) => other with { From = tick, Late = other.Verdict == Verdict.Kept },
                (Verdict.Undetermined, { Verdict: Verdict.Kept } other) => other with { From = tick, Late = true },
                _ => own with { From = tick },
            });
        }

        return track;
    }

    private static (Track Track, EventTime? Deadline) Link(
        Scene scene, Clause clause, TriggeredDuty whole, Duty duty, string bearer, Account account, Occasion occasion, ActFacts? facts, EventTime? before)
    {
        var within = duty.Due as Due.Within;
        if (TriggerTimeOf(scene, whole, duty, bearer, occasion, facts, before) is not { } time)
        {
            return (Track.Of(new Step(facts?.FirstTick ?? EventTime.Beginning, Verdict.Undetermined)), null);
        }

        var deeds = Deeds.Of(scene, account, duty, bearer, occasion, time);
        if (within is null)
        {
            return (Deadline.Unstated(time, deeds), null);
        }

        var deadline = new Deadline(time, within.Lapse);
        if (whole.Unless is { } unless && DutyEvidence.Agreement(scene, unless, bearer, occasion, facts, deadline.Time) is { Count: > 0 })
        {
            if (unless.To is not { } longer)
            {
                return (Track.Of(new Step(time.FirstTick, Verdict.NotTriggered)), deadline.AsTrigger);
            }

            deadline = new Deadline(time, longer);
        }

        var best = deadline.Best(deeds);
        var isCovered = best is null && IsCovered(account, whole.Trigger, duty, bearer, occasion, time.FirstTick, deadline.Due);
        var track = deadline.Judge(best, isCovered);
        return (track.ReleasedBy(scene.Bound(clause, bearer, account), deadline, time, best), deadline.AsTrigger);
    }

    /// <summary>The time a link counts from: what its own words say, or the trigger's edge where it has no deadline.</summary>
    public static EventTime? TriggerTimeOf(
        Scene scene, TriggeredDuty whole, Duty link, string bearer, Occasion occasion, ActFacts? facts, EventTime? before) => link.Due switch
    {
        Due.Within within => TimeOf(scene, within.Time, occasion, facts, bearer, before),
        _ => occasion.Request is { } request ? request.First.ReceivedByParty(bearer) : facts?.TimeOf(((Trigger.OnAct)whole.Trigger).Edge),
    };

    private static bool IsCovered(Account account, Trigger trigger, Duty duty, string bearer, Occasion occasion, long from, long due)
    {
        var lines = duty.Deed switch
        {
            Deed.Send => account.Coverage.OfMessages(bearer),
            Deed.Conduct conduct => account.Coverage.OfActOnType(conduct.ActTerm, bearer, null, account),
            Deed.Admit => account.Coverage.OfActOnType((occasion.Request?.Content as Message)?.For, occasion.Asker ?? bearer, null, account),
            Deed.Reach => occasion.Act is { } act && account.Act(act) is { } facts
                ? account.Coverage.OfActOnType(((Trigger.OnAct)trigger).Act.Term, facts.Actor, facts.Item, account) : [],
            _ => throw new InvalidOperationException($"No rule for {duty.Deed}."),
        };
        return account.Coverage.Covers(lines, new Window(from, due + 1));
    }
}
