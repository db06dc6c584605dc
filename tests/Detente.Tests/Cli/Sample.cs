using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Input;
using Detente.Diagnostics;
using Detente.Node.Cases;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;
using NodaTime;

namespace Detente.Tests.Cli;

/// <summary>An assessment made by hand after the INF Treaty's, so that the pages are tested and looked at without the engine.</summary>
internal static class Sample
{
    public static readonly Instrument Agreement = MakeAgreement();

    public static readonly Case Record = new()
    {
        Id = "inf-1987",
        Title = "The INF Treaty, 1987-2019, from public sources",
        Agreement = "../../agreements/inf-1987.md",
        IsReconstruction = true,
        Summary = "production covered 1988-07 to 2001-05 by portal monitoring and inspections, after that by declaration only",
        OtherAuthors = new Dictionary<string, string> { ["KZ"] = "Kazakhstan" },
        Statements =
        [
            Said("SU", 42, Verb.Reports, 1991, 5, 12, "Harahan, On-Site Inspections under the INF Treaty, ch. 7", Grade.Read, "the last RSD-10"),
            Said("US", 12, Verb.Observes, 2014, 7, 31, "https://2009-2017.state.gov/t/avc/rls/rpt/2014/230047.htm", Grade.Recalled, "month recalled"),
            Said("SU", 101, Verb.Declares, 2019, 1, 23, "Ministry of Defence briefing, 2019-01-23", Grade.Read, null),
            Said("US", 31, Verb.GivesNotice, 2019, 2, 2, "Secretary of State, 2019-02-01", Grade.Read, null),
            Said("KZ", 1, Verb.Explains, 1992, 10, 9, "Bishkek decision", Grade.Recalled, "a successor's word"),
        ],
    };

    public static readonly SourceText Document = new("agreements/inf-1987.md",
        """
        ---
        agreement: inf-1987
        ---
        ## Article VI. No production, no flight tests

        Prose.

        ```clause VI.1.test
        from entry-into-force
          no Party may conduct a flight-test of an intermediate-range missile or a shorter-range missile
          unless it is an elimination by launching, or a booster launch
        ```

        """);

    public static readonly LoadedCase Case = new("cases/inf-1987", Record, Agreement, Document, ["sha256:" + new string('a', 64), "sha256:" + new string('b', 64)]);

    public static readonly long At2019 = Days.EndOf(new LocalDate(2019, 8, 2));

    /// <summary>Judged at the treaty's end: everything that can stand on the page stands on it.</summary>
    public static readonly Assessment.Assessment AtTheEnd = new SampleFindings(At2019, Ended()).AtTheEnd();

    /// <summary>Judged in the first autumn: deadlines ahead.</summary>
    public static readonly Assessment.Assessment InTheBeginning =
        new SampleFindings(Days.EndOf(new LocalDate(1988, 9, 15)), new Binding(BindingState.InForce, Day(1988, 6, 1), null)).InTheBeginning();

    public static Explanation Explain(Finding finding) => finding is { Clause: "VI.1.test", Party: "SU" }
        ? new Explanation(
            finding,
            "no Party may conduct a flight-test of an intermediate-range missile or a shorter-range missile",
            OneLine(finding),
            [
                new AccountReason(["US"], new Reason("by the account of United States: not kept since 2008-01-01", Verdict.NotKept, null,
                [
                    new Reason("US observes a flight test of 9M729 between 2008 and 2014-07", null, "US-0012", []),
                    new Reason("9M729 is an intermediate-range missile: range over 500 km and at most 5500 km", null, null,
                        [new Reason("US gives its range as over 500 km", null, "US-0012", [])]),
                ])),
                new AccountReason(["SU"], new Reason("by the account of Soviet Union, later Russia: kept", Verdict.Kept, null,
                    [new Reason("9M729 is neither: SU gives its range as at most 480 km", null, "SU-0101", [])])),
            ],
            [Record.Statements[4]],
            ["a joint finding by the United States and the Soviet Union, later Russia, on the range of 9M729"])
        : new Explanation(finding, "words", OneLine(finding), [.. finding.Accounts.GroupBy(account => account.Verdict).Select(Told)], [], []);

    public static long Day(int year, int month, int day) => Days.StartOf(new LocalDate(year, month, day));

    private static string OneLine(Finding finding) => AtTheEnd.Lines.First(line => line.Worst == finding).Reason;

    private static AccountReason Told(IGrouping<Verdict, AccountVerdict> accounts)
    {
        var by = accounts.Select(account => account.By).ToList();
        var who = by.Count == 2 ? "by every account" : $"by the account of {Agreement.Parties.First(party => party.Code == by[0]).Name}";
        return new AccountReason(by, new Reason($"{who}: {Names.Of(accounts.Key)}", accounts.Key, null, []));
    }

    private static Binding Ended() => new(BindingState.Ended, Day(2019, 8, 2), "US-0031");

    private static Statement Said(string author, int number, Verb verb, int year, int month, int day, string source, Grade grade, string? note) => new()
    {
        Author = author,
        Number = number,
        Verb = verb,
        Content = new Message(null, [], null, null),
        Made = EventTime.On(new LocalDate(year, month, day)),
        Received = EventTime.On(new LocalDate(year, month, day)),
        Source = source,
        Grade = grade,
        Note = note,
    };

    private static Instrument MakeAgreement()
    {
        ItemSelector intermediate = new("intermediate-range missile"), shorter = new("shorter-range missile");
        var each = new Bearer.EachParty();
        var elimination = new Trigger.OnAct('E', new ActSelector("elimination", "otherwise", []), "start");
        Clause Of(string id, string article, Sentence sentence, Grade? evidence = null) => new() { Id = id, Article = ["The treaty", article], Sentence = sentence, Evidence = evidence };
        const string Four = "Article IV. Intermediate-range missiles go to zero in three years", Six = "Article VI. No production, no flight tests";
        const string Nine = "Article IX. Telling the other side", Eleven = "Article XI. Inspections";
        return new Instrument
        {
            Id = "inf-1987",
            Title = "Elimination of intermediate-range and shorter-range missiles",
            Parties = [new Party("US", "United States"), new Party("SU", "Soviet Union, later Russia")],
            Signature = new LocalDate(1987, 12, 8),
            EntryIntoForce = new LocalDate(1988, 6, 1),
            Terms = [new SiteTerm("missile support facility", "missile support facilities"), new SiteTerm("deployment area", null)],
            Clauses =
            [
                Of("IV.1", Four, new Limit(each, [intermediate], null, [new Phase(0)])),
                Of("IV.1.launchers", Four, new Limit(each, [new ItemSelector("launcher", null, intermediate)], null, [new Phase(0)])),
                Of("IV.2.a.ii", Four, new Limit(each, [new ItemSelector("intermediate-range missile", "deployed")], "warheads", [new Phase(180)])),
                Of("V.1", "Article V. Shorter-range missiles go to zero in eighteen months", new Limit(each, [shorter], null, [new Phase(0)])),
                Of("VI.1.test", Six, new Ban(each, [new ActSelector("flight-test", null, [intermediate, shorter])], [new ActSelector("elimination", "by launching", []), new ActSelector("booster launch", null, [])])),
                Of("VI.1.production", Six, new Ban(each, [new ActSelector("production", null, [intermediate, shorter])], [])),
                Of("VIII.1", "Article VIII. Where they may be", new Location([intermediate], true, [new PlaceSelector.OfKind("deployment area"), new PlaceSelector.OfKind("missile support facility")], true)),
                Of("IX.4", Nine, new Periodic(each, "data exchange", new TimeExpression(new Anchor.EntryIntoForce()), new Lapse(6, LapseUnit.Month), new Lapse(30, LapseUnit.Day), false), Grade.Recalled),
                Of("IX.5.c", Nine, new TriggeredDuty(elimination, new Duty(new Bearer.ThatParty(), new Deed.Send(MessageKind.Notification, 'E', false), new Due.AtLeastBefore(new Lapse(30, LapseUnit.Day), new TriggerTime.OfAct('E', "announced-start"), false)), null, [])),
                Of("XI.5", Eleven, new Quota(each, new ActSelector("short-notice inspection", null, []), "treaty-year", [new QuotaStep(20, 1, 3), new QuotaStep(15, 4, 8), new QuotaStep(10, 9, 13)])),
                Of("Inspections.VII.24h", Eleven, new TriggeredDuty(new Trigger.OnAct('I', new ActSelector("short-notice inspection", null, []), "start"), new Duty(new Bearer.ThatParty(), new Deed.Reach('I', "end"), new Due.Within(new Lapse(24, LapseUnit.Hour), new TriggerTime.OfAct('I', "start"), false)), null, []), Grade.Recalled),
                Of("XV.2", "Article XV. Leaving", new Leaving(new Lapse(6, LapseUnit.Month), true, false)),
            ],
        };
    }
}
