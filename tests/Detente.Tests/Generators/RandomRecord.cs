using Detente.Agreement.Model;
using Detente.Geography;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Generators;

/// <summary>Records of up to fourteen statements of every verb, over names drawn from tiny pools.</summary>
internal sealed class RandomRecord(Chance chance, Instrument agreement, MapSetting? map = null)
{
    private static readonly string[] Acts = ["test-1", "test-2", "elimination-1", "elimination-2", "elimination-3", "production-1", "production-2", "transit-1", "inspection-1", "inspection-2", "meeting-1"];
    private static readonly string[] Requests = ["Q1", "Q2"];

    private readonly List<Statement> said = [];

    private string[] Parties => [.. agreement.Parties.Select(party => party.Code)];

    private HashSet<string> Favoured { get; } = [];

    public Case Make()
    {
        Favoured.UnionWith(agreement.Clauses.SelectMany(Terms));
        var count = chance.Below(15);
        if (chance.Of(40))
        {
            said.AddRange(Parties.Select(Baseline));
        }

        if (map is not null && chance.Of(80))
        {
            Early("A", map.Baseline("A", "T1"));
            Early("B", map.Baseline("B", "T2"));
            if (chance.Of(50))
            {
                Early("B", [new TypeProperties("T1", "A", null, new Dictionary<string, Quantity> { ["range"] = new(map.Range(), "km") }, new Dictionary<string, string>())]);
            }

            count += 4;
        }

        while (said.Count < count)
        {
            said.Add(Statement());
        }

        var isReconstruction = chance.Of(50);
        return new Case
        {
            Id = "random",
            Title = "Random",
            Agreement = "random.md",
            IsReconstruction = isReconstruction,
            OtherAuthors = new Dictionary<string, string> { ["Z"] = "Z" },
            Coverage = !isReconstruction ? [] : chance.Of(40) ? Everything() : chance.Some(0, 6, Line),
            Statements = [.. said.OrderBy(one => one.Received.LastTick).ThenBy(one => one.Author, StringComparer.Ordinal).ThenBy(one => one.Number)],
        };
    }

    private void Early(string party, IEnumerable<Content> contents)
    {
        foreach (var content in contents)
        {
            said.Add(new Statement
            {
                Author = party,
                Number = said.Count(one => one.Author == party) + 1,
                Verb = content is TypeProperties type && type.Of != party ? Verb.Observes : Verb.Declares,
                Content = content,
                Made = EventTime.On(Chance.Start.PlusDays(9)),
                Received = EventTime.On(Chance.Start.PlusDays(chance.One(9, 10))),
            });
        }
    }

    /// <summary>A first exchange, as of entry into force.</summary>
    private Statement Baseline(string party) => new()
    {
        Author = party,
        Number = 1,
        Verb = Verb.Declares,
        Content = Holdings(party) with { AsOf = EventTime.On(Chance.Start), Exchange = "data exchange", Complete = chance.Of(70) ? ["missile", "launcher"] : null },
        Made = EventTime.On(Chance.Start.PlusDays(9)),
        Received = EventTime.On(Chance.Start.PlusDays(chance.One(9, 10, 30))),
    };

    /// <summary>Lines that cover all there is to say, a few of them missing.</summary>
    private List<Coverage> Everything() =>
    [
        .. from party in Parties
           from what in RandomAgreement.ActTerms.Concat(["messages", "location"])
           where chance.Of(92)
           select Line() with { What = what, Party = party, Item = null, From = Days.StartOf(Chance.Start.PlusDays(-10)), Until = Days.StartOf(Chance.Start.PlusDays(900)) },
    ];

    private static IEnumerable<string> Terms(Clause clause) => clause.Sentence switch
    {
        Ban ban => ban.Acts.Concat(ban.Unless).Select(acts => acts.Term),
        TriggeredDuty { Trigger: Trigger.OnAct on } => [on.Act.Term, "inspection"],
        Quota quota => [quota.Acts.Term],
        Right => ["inspection"],
        Limit or Location => ["elimination", "production", "transit"],
        _ => [],
    };

    private Statement Statement()
    {
        var author = chance.Below(20) switch
        {
            0 when agreement.Neutrals.Count > 0 => "N",
            1 when agreement.Neutrals.Count > 0 => "N",
            2 => "Z",
            _ => chance.One(Parties),
        };
        var earlier = said.Where(one => one.Author == author).ToList();
        var (verb, content) = map is not null && chance.Of(60) ? OnMap(map, author)
            : chance.Of(50) ? Fitting(author) ?? Content(author) : Content(author);
        string? supersedes = null;
        if (earlier.Count > 0 && chance.Of(20))
        {
            var old = chance.One(earlier);
            supersedes = old.Id;
            (verb, content) = (old.Verb, chance.Of(25) ? new Retraction() : Again(old, author));
        }
        else if (said.Count > 0 && chance.Of(2))
        {
            supersedes = chance.One(said).Id;
        }

        var received = chance.Receipt();
        if (content is ActWord { Start: { } start, Cumulative: false } word && chance.Of(70)
            && (verb == Verb.Announces ? start.FirstTick < received.FirstTick : start.FirstTick > received.FirstTick && start.FirstTick > EventTime.Beginning))
        {
            (received, content) = (start, word with { Start = received }); // announced before it starts, reported after
        }

        return new Statement
        {
            Author = author,
            Number = earlier.Count + 1,
            Verb = verb,
            Content = content,
            Made = chance.Of(60) ? received : chance.Receipt(),
            Received = received is { FirstTick: > EventTime.Beginning } ? received : EventTime.OfTicks(received.LastTick, received.LastTick, Grain.Instant),
            ReceivedBy = chance.Of(15) ? new Dictionary<string, EventTime> { [chance.One(Parties)] = chance.Receipt() } : null,
            JointWith = author != "Z" && (verb == Verb.Finds || chance.Of(4)) ? [.. Parties.Where(party => party != author && chance.Of(90))] : [],
            Supersedes = supersedes,
        };
    }

    /// <summary>Something that bears on a clause: its act, its request, what it owes.</summary>
    private (Verb Verb, Content Content)? Fitting(string author) => chance.One(agreement.Clauses).Sentence switch
    {
        TriggeredDuty { Trigger: Trigger.OnRequest on } => chance.Below(3) switch
        {
            0 => (Verb.Asks, new Message(chance.One(Requests), To(), null, on.For)),
            1 => (chance.One(Verb.Answers, Verb.Answers, Verb.Refuses, Verb.Explains), new Message(null, [], chance.One(Requests), null)),
            _ => (Verb.Reports, Word(author, chance.One("meeting-1", "inspection-1")) with { About = chance.One(Requests) }),
        },
        TriggeredDuty { Trigger: Trigger.OnAct on } => chance.Below(4) switch
        {
            0 => (Verb.Announces, Fit(Word(author, $"{on.Act.Term}-1", announced: true), on.Act)),
            1 => (chance.One(Verb.Explains, Verb.Answers), new Message(null, [], $"{on.Act.Term}-1", null)),
            2 => (Verb.Reports, Word(author, "inspection-2") with { About = $"{on.Act.Term}-1" }),
            _ => (Verb.Reports, Fit(Word(author, $"{on.Act.Term}-1"), on.Act)),
        },
        Right => chance.Below(3) switch
        {
            0 => (Verb.Asks, new Message(chance.One(Requests), [], null, "inspection")),
            1 => (Verb.Refuses, new Message(null, [], chance.One(Requests), null)),
            _ => (Verb.Reports, Word(author, "inspection-1") with { About = chance.One(Requests) }),
        },
        Ban ban => chance.Below(6) switch // one in three is for a dispute: what others saw, and a denial
        {
            0 => (Verb.Observes, Fit(Word(author, $"{ban.Acts[0].Term}-1", by: chance.One(Parties)), ban.Acts[0])),
            1 => (Verb.Denies, new Denial([$"{ban.Acts[0].Term}-1"])),
            _ => (Verb.Reports, Fit(Word(author, $"{ban.Acts[0].Term}-1"), ban.Acts[0])),
        },
        Quota quota => (Verb.Reports, Fit(Word(author, $"{quota.Acts.Term}-{chance.Below(2) + 1}"), quota.Acts)),
        Limit or Periodic or Location or Warning => (Verb.Declares, Holdings(author)),
        _ => null,
    };

    /// <summary>Something a place is told by: where sites lie, how far types reach, what stands where, whose land an area is.</summary>
    private (Verb Verb, Content Content) OnMap(MapSetting map, string author) => chance.Below(8) switch
    {
        0 or 1 => (Verb.Declares, new Sites(chance.Some(2, 3, Site))),
        2 or 3 => (chance.One(Verb.Declares, Verb.Declares, Verb.Observes), Type(author)),
        4 or 5 => (Verb.Declares, Placed(author, author)),
        6 => (Verb.Observes, Placed(author, chance.One(Parties))),
        _ => (chance.Of(80) ? Verb.Reads : Verb.Finds, map.Reading()),
    };

    private Holdings Placed(string author, string of) => Holdings(author, Parties.Contains(of) ? of : null) is var all
        ? all with { Lines = [.. all.Lines, .. chance.Some(1, 2, () => new HoldingLine(chance.One("T1", "T1", "T2", "L1"), Amount(), chance.One(RandomAgreement.Places), chance.Of(20) ? "deployed" : null))] }
        : all;

    private ActWord Fit(ActWord word, ActSelector acts) =>
        word with { Kind = acts.Term, Variant = acts.Variant ?? word.Variant, Item = acts.Items.Count > 0 && acts.Items[0].Term != "launcher" ? chance.One("T1", "T1", "T2") : word.Item };

    /// <summary>A correction: the same kind of thing, said again of the same act or type.</summary>
    private Content Again(Statement old, string author) => old.Content switch
    {
        ActWord act => Word(author, act.Act),
        Detente.Statements.Holdings => Holdings(author),
        TypeProperties => Type(author),
        _ => old.Content,
    };

    private (Verb Verb, Content Content) Content(string author) => chance.Below(26) switch
    {
        < 4 => (Verb.Declares, Holdings(author)),
        4 => (Verb.Declares, new Sites(chance.Some(1, 2, Site))),
        5 => (Verb.Declares, Type(author)),
        < 9 => (Verb.Announces, Word(author, null, announced: true)),
        < 14 => (Verb.Reports, Word(author)),
        14 => (Verb.Observes, Word(author, by: chance.One(Parties))),
        15 => (Verb.Observes, chance.Of(50) ? Holdings(author, chance.One(Parties)) : Type(author)),
        16 => (Verb.Denies, new Denial([said.Count > 0 && chance.Of(50) ? chance.One(said).Id : Act()])),
        17 => (Verb.Reads, new Reading(chance.One(RandomAgreement.Items), chance.One(Parties), chance.One(RandomAgreement.ItemTerms), chance.Of(50))),
        18 or 19 => (Verb.Asks, new Message(chance.Of(80) ? chance.One(Requests) : null, To(), null, chance.One(RandomAgreement.Asked))),
        20 => (Verb.Answers, new Message(null, To(), About(), null)),
        21 => (chance.One(Verb.Refuses, Verb.Explains), new Message(null, To(), About(), null)),
        22 => (Verb.Finds, Finding(author)),
        _ => (Verb.GivesNotice, Notice()),
    };

    private Content Finding(string author) => chance.Below(4) switch
    {
        0 => new Denial([Act()]),
        1 => new Reading(chance.One(RandomAgreement.Items), chance.One(Parties), chance.One(RandomAgreement.ItemTerms), chance.Of(50)),
        2 => Holdings(author, chance.One(Parties)),
        _ => Word(author, by: chance.One(Parties)),
    };

    private string Act() => chance.Of(75) && Acts.Where(act => Favoured.Contains(act.Split('-')[0])).ToList() is { Count: > 0 } near ? chance.One(near) : chance.One(Acts);

    private ActWord Word(string author, string? act = null, bool announced = false, string? by = null)
    {
        act ??= Act();
        var isCumulative = act is "elimination-3" or "production-2";
        var (start, end) = (chance.MaybeTime(85), chance.MaybeTime(40));
        if (isCumulative)
        {
            var (a, b) = (chance.Receipt(), chance.Receipt());
            (start, end) = a.FirstTick <= b.FirstTick ? (a, b) : (b, a);
        }

        return new ActWord
        {
            Act = act,
            Kind = chance.Of(95) ? act.Split('-')[0] : null,
            Variant = chance.Of(60) ? chance.One("by launching", "otherwise") : null,
            By = by ?? (chance.Of(90) && Parties.Contains(author) ? author : chance.One(Parties)),
            Item = chance.Of(80) ? chance.One(RandomAgreement.Items) : null,
            Amount = chance.Of(60) || isCumulative ? Amount() : null,
            Place = chance.Of(60) ? chance.One(RandomAgreement.Places) : null,
            FromPlace = chance.Of(30) ? chance.One(RandomAgreement.Places) : null,
            About = act.StartsWith("inspection", StringComparison.Ordinal) || act.StartsWith("meeting", StringComparison.Ordinal) ? chance.Of(70) ? About() : null : null,
            Start = start,
            End = end,
            Times = chance.Of(30) ? new Dictionary<string, EventTime> { [chance.One("naming", "arrival")] = chance.Time() } : new Dictionary<string, EventTime>(),
            Cancelled = announced && chance.Of(15),
            Cumulative = isCumulative && !announced,
        };
    }

    private string About() => said.Count > 0 && chance.Of(20) ? chance.One(said).Id : chance.Of(60) ? chance.One(Requests) : Act();

    private string[] To() => chance.Of(50) ? [] : [chance.One(Parties)];

    private Holdings Holdings(string author, string? of = null) => new(
        chance.Time(),
        of ?? (Parties.Contains(author) ? author : chance.One(Parties)),
        chance.Some(0, 3, () => new HoldingLine(
            chance.One(RandomAgreement.Items), Amount(), chance.Of(40) ? chance.One(RandomAgreement.Places) : null, chance.Of(25) ? "deployed" : null)),
        chance.Of(60) ? "data exchange" : null,
        chance.Of(30) ? chance.Some(1, 2, () => chance.One(RandomAgreement.ItemTerms)) : null);

    private Amount Amount() => chance.Below(6) switch
    {
        0 => Detente.Quantities.Amount.Zero,
        1 => new Amount(1, 3),
        2 => new Amount(2, null),
        _ => Detente.Quantities.Amount.Exactly(chance.Below(4) + 1),
    };

    private TypeProperties Type(string author) => new(
        chance.One(RandomAgreement.Items),
        Parties.Contains(author) && chance.Of(70) ? author : chance.One(Parties),
        chance.Of(70) ? chance.One("missile", "missile", "launcher") : null,
        new Dictionary<string, Quantity>(
            chance.Some(0, 1, () => KeyValuePair.Create("range", new Quantity(map?.Range() ?? chance.One(new Amount(480, 480), new Amount(500, null, LowOpen: true), new Amount(500, 500), new Amount(400, 600), new Amount(5500, null, LowOpen: true)), "km")))
                .Concat(chance.Some(0, 1, () => KeyValuePair.Create("warheads", new Quantity(Amount()))))
                .Concat(map is null ? [] : chance.Some(0, 1, () => KeyValuePair.Create("speed", new Quantity(map.Speed(), "km/h"))))),
        new Dictionary<string, string>(
            chance.Some(0, 1, () => KeyValuePair.Create("launch", chance.One("ground", "ground", "sea")))
                .Concat(chance.Some(0, 1, () => KeyValuePair.Create("missile-type", chance.One(RandomAgreement.Items))))
                .Concat(map is null ? [] : chance.Some(0, 1, () => KeyValuePair.Create("kind", chance.One("ballistic", "ballistic", "cruise", "glide"))))));

    private Site Site() => new(
        chance.One(RandomAgreement.Places),
        chance.One(RandomAgreement.Kinds),
        chance.One(Parties),
        chance.Of(60) ? chance.One("X", "Y") : null,
        map is not null ? chance.Of(90) ? map.Point() : null : chance.Of(60) ? new GeoPoint(chance.One(55m, 56m, 60m), chance.One(20m, 21m, 40m), chance.One(0m, 0m, 50m)) : null);

    private Notice Notice() => new(
        chance.One(NoticeKind.Suspension, NoticeKind.Resumption, NoticeKind.Withdrawal, NoticeKind.EntryIntoForce, NoticeKind.Suspension, NoticeKind.Signature),
        chance.MaybeTime(40),
        chance.Of(60) ? [] : [chance.One(agreement.Clauses.Select(clause => clause.Id).ToList())],
        chance.Of(50) ? "reasons" : null);

    private Coverage Line()
    {
        var what = chance.One([.. RandomAgreement.ActTerms, .. Favoured, "messages", "messages", "acquisition", "acquisition", "removal", "location"]);
        var (from, until) = (Days.StartOf(chance.Day()), Days.StartOf(chance.Day()));
        return new Coverage(
            what,
            chance.One(Parties),
            what == "messages" || chance.Of(65) ? null : chance.One([.. RandomAgreement.ItemTerms, .. RandomAgreement.Items]),
            chance.Of(50) ? Days.StartOf(Chance.Start.PlusDays(-10)) : Math.Min(from, until),
            chance.Of(50) ? Days.StartOf(Chance.Start.PlusDays(800)) : Math.Max(from, until),
            chance.One(Basis.Declared, Basis.Inspected),
            Grade.Read,
            "random");
    }
}
