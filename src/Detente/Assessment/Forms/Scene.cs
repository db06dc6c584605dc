using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>What every form judges from: one instant of knowledge, the accounts, and when clauses bind.</summary>
/// <param name="knowledge">What is known.</param>
/// <param name="accounts">One for each party, in the order of the text.</param>
/// <param name="timetable">When clauses bind.</param>
/// <param name="latest">No period that begins after this tick is judged: nobody can ask about a later instant.</param>
internal sealed class Scene(Knowledge knowledge, Account[] accounts, Timetable timetable, long latest)
{
    /// <summary>A scene whose accounts have answered nothing yet.</summary>
    public static Scene Of(Knowledge knowledge, long latest) =>
        new(knowledge, [.. knowledge.Glossary.Parties.Select(p => new Account(knowledge, p))], new Timetable(knowledge), latest);

    public Knowledge Knowledge => knowledge;

    public Account[] Accounts => accounts;

    public Timetable Timetable => timetable;

    public Glossary Glossary => knowledge.Glossary;

    public string[] Parties => knowledge.Glossary.Parties;

    public long LatestTick => latest;

    /// <summary>The parties a bearer names, where it does not depend on a trigger.</summary>
    public string[] Bearers(Bearer bearer) => bearer is Bearer.Named named ? [.. Parties.Where(p => p == named.Code)] : Parties;

    public IReadOnlyList<Window> Bound(Clause clause, string party, Account account) => timetable.Bound(clause, party, account.Party);

    /// <summary>A verdict as it is in an account, given when what decides it happened (rule 6.2).</summary>
    public Verdict Gate(Clause clause, string party, Account account, EventTime time, Verdict verdict)
    {
        var inBase = InBase(clause, party, account, time);
        var inside = inBase == Truth.False ? Truth.False : Bound(clause, party, account).Hold(time);
        return inside == Truth.False ? Verdict.NotTriggered
            : inside == Truth.True && inBase == Truth.True ? verdict
            : verdict == Verdict.NotTriggered ? verdict : Verdict.Undetermined;
    }

    public Truth InBase(Clause clause, string party, Account account, EventTime time) =>
        timetable.Base(clause, party, account.Party) is { IsEmpty: false } window ? time.In(window) : Truth.False;

    /// <summary>Whether a time may lie inside the clause's base in some account.</summary>
    public bool MayBeInBase(Clause clause, string party, EventTime time)
    {
        foreach (var account in accounts)
        {
            if (InBase(clause, party, account, time) != Truth.False)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an act is what a selector names (rule 7.2), whoever conducts it and whether or not it happened.</summary>
    public static Truth Matches(ActFacts act, ActSelector selector, Account account)
    {
        var kind = act.Kind is null ? Truth.Unknown : Kleene.Known(act.Kind == selector.Term);
        var variant = selector.Variant is null ? Truth.True
            : act.Variant is null ? Truth.Unknown : Kleene.Known(act.Variant == selector.Variant);
        var items = selector.Items.Count == 0 ? Truth.True
            : act.Item is null ? Truth.Unknown : account.IsAny(act.Item, selector.Items);
        return kind.And(variant).And(items);
    }

    /// <summary>A step function of the instance without name: pending until the clause's time, then a verdict.</summary>
    public Track[] FromBase(Clause clause, string party, Verdict verdict) => Array.ConvertAll(accounts, account =>
    {
        var from = timetable.Base(clause, party, account.Party)?.From;
        var track = Track.Of(new Step(EventTime.Beginning, Verdict.Pending, Due: from));
        if (from is { } start)
        {
            track.Add(new Step(start, verdict));
        }

        return track;
    });

    /// <summary>
    /// The instance without name (rule 6.1): pending before the clause's time, then undetermined from the first tick at
    /// which the trigger is not covered, else <paramref name="covered"/>.
    /// </summary>
    public Instance Whole(
        Clause clause,
        string party,
        Func<Account, IReadOnlyList<IReadOnlyList<Covered>>> trigger,
        Verdict covered,
        Need need,
        bool keptSinceFrom = false)
    {
        var tracks = new Track[accounts.Length];
        for (var i = 0; i < tracks.Length; i++)
        {
            var from = timetable.Base(clause, party, accounts[i].Party)?.From;
            var bound = Bound(clause, party, accounts[i]);
            var gap = FirstGap(trigger(accounts[i]), bound);
            var since = covered != Verdict.Kept ? null : keptSinceFrom ? from : bound.Count > 0 ? bound[0].From : (long?)null;
            tracks[i] = Track.Of(new Step(EventTime.Beginning, Verdict.Pending, Due: from));
            if (from is { } start)
            {
                tracks[i].Add(new Step(start, covered, Since: since));
            }

            if (gap is { } uncovered)
            {
                tracks[i].Add(new Step(Math.Max(uncovered, from ?? uncovered), Verdict.Undetermined, Since: uncovered));
            }
        }

        return new Instance(clause, party, null, tracks, query =>
        {
            var evidence = new Evidence();
            if (query.Step.Verdict == Verdict.Kept)
            {
                foreach (var lines in trigger(query.Account))
                {
                    evidence.Rests(CoverageMap.Weakest(lines, Bound(clause, party, query.Account).UpTo(query.At)));
                }
            }

            if (query.Step.Verdict == Verdict.Undetermined)
            {
                evidence.Needs.Add(need with { AsOf = query.Step.Since });
            }

            return evidence;
        });
    }

    /// <summary>
    /// True when every account has the act alike, so that one of them can be judged for all: only its actor speaks on
    /// it, and nothing is asked of its item that accounts may answer otherwise.
    /// </summary>
    public bool IsOneVoice(ActFacts act, ActSelector selector)
    {
        if (selector.Items.Count > 0 || (act.Item is not null && !knowledge.IsLive))
        {
            return false;
        }

        foreach (var said in act.Words)
        {
            if (said.Author != act.Actor || said.Last.Verb == Verb.Finds || said.Last.JointWith.Count > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Coverage of the acts several selectors name: each selector apart, or anything where none is named (rule 2.4).</summary>
    public static IReadOnlyList<IReadOnlyList<Covered>> CoverageOf(Account account, string party, IEnumerable<ActSelector> selectors) =>
        [.. selectors.SelectMany(s => s.Items.Count == 0
            ? [account.Coverage.OfAct(s.Term, party, null)]
            : s.Items.Select(item => account.Coverage.OfAct(s.Term, party, item)))];

    /// <summary>The first tick of the windows that one of several coverages lacks.</summary>
    public static long? FirstGap(IReadOnlyList<IReadOnlyList<Covered>> coverages, IReadOnlyList<Window> windows) =>
        coverages.Select(lines => CoverageMap.FirstGap(lines, windows)).Min();

    /// <summary>Statements that name an act or deny it, and those that describe its item where that matters.</summary>
    public IEnumerable<Said> Cites(Subject act, string? item = null)
    {
        var words = knowledge.JudgedOn(act).Where(s => knowledge.Names(s, act.Name));
        return item is null ? words : words.Concat(Describing(item));
    }

    /// <summary>Statements that describe or read a type.</summary>
    public IEnumerable<Said> Describing(string type) =>
        knowledge.JudgedOn(knowledge.Ledger.Type(type)).Where(s => TypeFacts.Describes(knowledge, s, type));

    /// <summary>How well an act is established with regard to a party (rule 6.5).</summary>
    public Basis? BasisOf(Subject act, string bearer)
    {
        Basis? best = null;
        foreach (var said in knowledge.JudgedOn(act))
        {
            if (said.Content is ActWord && said.Last.Verb != Verb.Announces && knowledge.Names(said, act.Name))
            {
                var basis = knowledge.BasisOf(said, bearer);
                best = best is null || basis > best ? basis : best;
            }
        }

        return best is not null and < Basis.Inspected && IsInspected(act, bearer) ? Basis.Inspected : best;
    }

    /// <summary>Who asks a party: the author, or the first other signer where the party signs too.</summary>
    public string? AskerOf(Said request, string asked) =>
        request.Author != asked && Glossary.IsParty(request.Author) ? request.Author : Array.Find(Parties, p => p != asked && request.IsBy(p));

    /// <summary>Requests of parties, in record order.</summary>
    public IEnumerable<Said> Requests() =>
        knowledge.JudgedOn(knowledge.Ledger.RequestsSaid).Where(s => s.Content is Message);

    /// <summary>The party an act at a site inspects: whose site it is, else with two parties the other one.</summary>
    public string? InspectedParty(ActFacts act)
    {
        if (act.Place is not null)
        {
            foreach (var site in SitesNamed(act.Place))
            {
                return site.Of;
            }
        }

        return Parties.Length == 2 ? Parties.First(p => p != act.Actor) : null;
    }

    /// <summary>What is known of a site, in record order.</summary>
    public IEnumerable<Site> SitesNamed(string name) =>
        knowledge.JudgedOn(knowledge.Ledger.SitesSaid).Select(s => s.Content).OfType<Sites>().SelectMany(s => s.List).Where(s => s.Name == name);

    private bool IsInspected(Subject act, string bearer)
    {
        var own = accounts.First(a => a.Party == bearer);
        var actor = own.Act(act)?.Actor;
        foreach (var said in knowledge.JudgedOn(knowledge.Ledger.About(act.Name)))
        {
            if (said.Content is ActWord { About: { } about } word && about == act.Name && knowledge.Ledger.Act(word.Act) is { } inspection && inspection != act
                && own.Act(inspection) is { Happened: Truth.True } facts && facts.Actor != actor && facts.About == act.Name)
            {
                return true;
            }
        }

        return false;
    }
}
