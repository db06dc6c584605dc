using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>Where items may and may not be (rule 7.3).</summary>
internal static class LocationForm
{
    public static IEnumerable<Instance> Instances(Scene scene, Clause clause, Location location)
    {
        foreach (var party in scene.Parties)
        {
            yield return scene.Whole(
                clause, party,
                account => [.. location.Items.Select(i => account.Coverage.OfLocation(party, i))],
                Verdict.Kept,
                new Need(Verb.Declares, party, location.Items[0].Term, null));
            var facts = scene.Accounts.Select(a => LocationFact.Of(a, party).ToList()).ToArray();
            foreach (var (type, place) in facts.SelectMany(f => f).Select(f => (f.Type, f.Place)).Distinct())
            {
                if (At(scene, clause, location, party, type, place, facts) is { } instance)
                {
                    yield return instance;
                }
            }
        }
    }

    private static Instance? At(
        Scene scene, Clause clause, Location location, string party, string type, string place, List<LocationFact>[] facts)
    {
        var tracks = new Track[scene.Accounts.Length];
        var birth = long.MaxValue;
        for (var i = 0; i < tracks.Length; i++)
        {
            var account = scene.Accounts[i];
            var here = facts[i].Where(f => f.Type == type && f.Place == place).ToList();
            foreach (var fact in here.Where(f => Selected(location, account, f) != Truth.False && scene.InBase(clause, party, account, f.Time) != Truth.False))
            {
                birth = Math.Min(birth, fact.Time.FirstTick);
            }

            tracks[i] = Judge(scene, clause, location, party, account, here, facts[i]);
        }

        return birth == long.MaxValue ? null : new Instance(clause, party, $"{type} at {place}", Track.Born(tracks, birth), query => EvidenceOf(scene, clause, party, type, place, query));
    }

    private static Track Judge(
        Scene scene, Clause clause, Location location, string party, Account account, List<LocationFact> here, List<LocationFact> all)
    {
        var bound = scene.Bound(clause, party, account);
        var judged = here.Select(f => (Fact: f, Inside: bound.Hold(f.Time), Bad: Bad(scene, location, party, account, f, all))).ToList();
        var track = new Track();
        foreach (var tick in here.SelectMany(f => new[] { f.Time.FirstTick, f.Time.LastTick }).Distinct().Order())
        {
            var upTo = judged.Where(j => j.Fact.Time.FirstTick <= tick && j.Inside != Truth.False).ToList();
            var bad = upTo.Where(j => j.Bad.And(j.Inside) == Truth.True && j.Fact.Time.LastTick <= tick).ToList();
            track.Add(upTo.Count == 0 ? new Step(tick, Verdict.NotTriggered)
                : bad.Count > 0 ? new Step(tick, Verdict.NotKept, Since: bad.Min(j => j.Fact.Time.FirstTick))
                : new Step(tick, upTo.Any(j => j.Bad.And(j.Inside) != Truth.False) ? Verdict.Undetermined : Verdict.Kept));
        }

        return track;
    }

    private static Truth Selected(Location location, Account account, LocationFact fact)
    {
        var any = account.IsAny(fact.Type, [.. location.Items.Where(i => i.State is null || i.State == fact.State)]);
        var doubtful = location.Items.Where(i => i.State is not null && fact.State is null).ToList();
        return doubtful.Count == 0 ? any : any.Or(Truth.Unknown.And(account.IsAny(fact.Type, doubtful)));
    }

    private static Truth Bad(Scene scene, Location location, string party, Account account, LocationFact fact, List<LocationFact> all)
    {
        var where = new PlaceTest(scene, account, party, all);
        var named = location.Places.Aggregate(Truth.False, (any, p) => any.Or(where.IsAt(p, fact)));
        var wrong = location.Only ? named.Not() : named;
        return Selected(location, account, fact).And(wrong).And(fact.Certain ? Truth.True : Truth.Unknown);
    }

    private static Evidence EvidenceOf(Scene scene, Clause clause, string party, string type, string place, EvidenceQuery query)
    {
        var evidence = new Evidence();
        var bound = scene.Bound(clause, party, query.Account);
        foreach (var fact in LocationFact.Of(query.Account, party).Where(f =>
            f.Type == type && f.Place == place && f.Time.FirstTick <= query.At && bound.Hold(f.Time) != Truth.False))
        {
            if (fact.Act is { } act)
            {
                evidence.RestsOn(scene, act, party);
            }
            else
            {
                evidence.RestsOn(scene, fact.Said!.Value, party);
            }
        }

        if (evidence.Cites.Count == 0)
        {
            return evidence;
        }

        evidence.Cites.AddRange(scene.Describing(type));
        if (clause.Sentence is Location location)
        {
            evidence.Cites.AddRange(PlaceTest.RestsOn(scene, query.Account, location, party, type, place));
        }

        evidence.Cites.AddRange(scene.Knowledge.JudgedOn(scene.Knowledge.Ledger.SitesSaid)
            .Where(s => s.Content is Sites sites && sites.List.Any(l => l.Name == place)));
        if (query.Step.Verdict == Verdict.Undetermined)
        {
            evidence.Needs.Add(new Need(Verb.Declares, party, place, null));
        }

        return evidence;
    }
}

/// <summary>An item known, or claimed, to be at a place at some time.</summary>
internal sealed record LocationFact(string Type, string Place, string? State, EventTime Time, bool Certain, Subject? Act, Said? Said, bool Arrives = false)
{
    /// <summary>How the instance is called.</summary>
    public string Name => $"{Type} at {Place}";

    /// <summary>Facts about a party's items, in an account.</summary>
    public static IEnumerable<LocationFact> Of(Account account, string party) => OfHoldings(account, party).Concat(OfActs(account, party));

    private static IEnumerable<LocationFact> OfHoldings(Account account, string party)
    {
        var knowledge = account.Knowledge;
        foreach (var said in knowledge.JudgedOn(knowledge.Ledger.HoldingsSaid))
        {
            var speaks = knowledge.Speaks(said, party) || said.IsBy(account.Party);
            if (!speaks || said.Content is not Holdings holdings || holdings.Of != party)
            {
                continue;
            }

            foreach (var line in holdings.Lines.Where(l => l.Place is not null && l.Amount.High is null or > 0))
            {
                yield return new LocationFact(
                    knowledge.Glossary.Canonical(line.Item), line.Place!, line.State, holdings.AsOf, line.Amount.Low > 0, null, said);
            }
        }
    }

    private static IEnumerable<LocationFact> OfActs(Account account, string party)
    {
        foreach (var (subject, facts) in account.Acts())
        {
            var effect = account.Knowledge.Glossary.EffectOf(facts.Kind);
            if (facts.Actor != party || facts.Happened == Truth.False || facts.Item is not { } item || effect is HoldingsEffect.None or HoldingsEffect.Adds)
            {
                continue;
            }

            var certain = facts.Happened == Truth.True;
            var moves = effect == HoldingsEffect.Moves;
            if (facts.Start is { } start && (moves ? facts.FromPlace : facts.Place) is { } from)
            {
                yield return new LocationFact(item, from, null, start, certain, subject, null);
            }

            if (moves && facts.End is { } end && facts.Place is { } to)
            {
                yield return new LocationFact(item, to, null, end, certain, subject, null, Arrives: true);
            }
        }
    }
}
