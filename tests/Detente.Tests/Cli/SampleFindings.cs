using Detente.Assessment;
using Detente.Statements;
using Detente.Time;
using NodaTime;
using static Detente.Assessment.Verdict;
using static Detente.Tests.Cli.Sample;

namespace Detente.Tests.Cli;

/// <summary>The findings and lines of the sample.</summary>
internal sealed class SampleFindings(long at, Binding binds)
{
    private readonly List<Line> _lines = [];

    public Assessment.Assessment AtTheEnd()
    {
        Both("IV.1", Kept, "every listed type was gone by 1991-05-12; 9M729 and Hera by the accounts on VI.1", since: Day(1991, 6, 1), basis: Basis.Inspected);
        Both("IV.1.launchers", Kept, "the last launcher of a listed type was eliminated on 1991-05-28", since: Day(1991, 6, 1), basis: Basis.Inspected, grade: Grade.Recalled);
        var phase = new Binding(BindingState.Ended, Day(1991, 6, 1), null);
        Both("IV.2.a.ii", Undetermined, "needs: holdings on 1990-11-01 and the notices of IX.5.e after it", since: Day(1990, 11, 1), binding: phase);
        Both("V.1", Kept, "last Pershing IA 1989-07-06, last OTR-23 1989-10-27", since: Day(1989, 12, 1), basis: Basis.Inspected);
        Add("VI.1.test", "US", Disputed, "SU: target missiles (Hera) are intermediate-range missiles; US: boosters under VII.12", since: Day(1996, 1, 1), counts: [(Disputed, 2), (Kept, 3)]);
        Add("VI.1.test", "SU", Disputed, "US: 9M729 flew, range over 500 km; SU: its range is 480 km", since: Day(2008, 1, 1), instance: "flight-test-9M729", cites: ["US-0012", "SU-0101"], grade: Grade.Recalled);
        Both("VI.1.production", Undetermined, "production is not covered after 2001-05-31; needs a report from the party", since: Day(2001, 6, 1));
        Add("VIII.1", "US", Kept, "every known place is a deployment area or a support facility", since: Day(1988, 6, 1), basis: Basis.Declared, counts: [(Kept, 41), (NotTriggered, 1)]);
        Add("VIII.1", "SU", NotKept, "RSD-10 at Postavy from 1989-03-01 to 1989-04-02, declared there as no facility", since: Day(1989, 3, 1), until: Day(1989, 4, 2), instance: "RSD-10 at Postavy", counts: [(NotKept, 1), (Kept, 88)], binding: new(BindingState.Suspended, Day(2019, 3, 4), "SU-0107"));
        Both("IX.4", Kept, "26 exchanges, each within 30 days", since: Day(1988, 12, 31), basis: Basis.Declared, grade: Grade.Recalled, counts: [(Kept, 26)]);
        Add("IX.5.c", "US", Kept, "each elimination was notified 30 days ahead or more", since: Day(1988, 9, 8), basis: Basis.Declared, counts: [(Kept, 113), (Undetermined, 0)]);
        Add("IX.5.c", "SU", Undetermined, "no notice of elim-SU-77 in the record, which does not cover messages then", since: Day(1989, 7, 4), counts: [(Undetermined, 4), (Kept, 130)]);
        Both("XI.5", Kept, "never more than 20, 15 and 10 in a year", since: Day(1988, 6, 1), basis: Basis.Inspected, counts: [(Kept, 13)]);
        Both("Inspections.VII.24h", NotTriggered, "no inspection after 2001-05-31");
        Add("XV.2", "US", Kept, "six months from 2 February 2019", since: Day(2019, 8, 2), basis: Basis.Declared, instance: "US-0031");
        Add("XV.2", "SU", NotTriggered, "no notice of withdrawal");
        return Assessed(["figures do not reconcile: SU holdings of R-12 as of 1988-06-01, total 149 and parts 65"]);
    }

    public Assessment.Assessment InTheBeginning()
    {
        var notYet = new Binding(BindingState.NotYet, null, null);
        Both("IV.1", Pending, "binds from 1991-06-01", due: Day(1991, 6, 1), binding: notYet);
        Both("V.1", Pending, "binds from 1989-12-01", due: Day(1989, 12, 1), binding: notYet);
        Both("VI.1.test", Kept, "none in the record, which covers them", since: Day(1988, 6, 1), basis: Basis.Inspected);
        Both("IX.4", Pending, "period 1 runs to 1988-12-01", due: Days.EndOf(new LocalDate(1988, 12, 31)), instance: "period 1");
        Add("XI.5", "US", Kept, "7 of 20 in year 1", since: Day(1988, 6, 1), basis: Basis.Inspected, left: 13);
        Add("XI.5", "SU", Kept, "3 of 20 in year 1", since: Day(1988, 6, 1), basis: Basis.Inspected, left: 17);
        Add("Inspections.VII.24h", "US", Pending, "inspection i-7 began 1988-09-15", due: Day(1988, 9, 16) + Days.TicksPerDay / 2, instance: "i-7");
        Add("Inspections.VII.24h", "SU", NotTriggered, "no inspection yet");
        return Assessed([]);
    }

    private Assessment.Assessment Assessed(IReadOnlyList<string> notes) =>
        new(Sample.Agreement, at, at, Sample.Record.Statements.Count, [.. _lines.Select(line => line.Worst)], _lines, notes, []);

    private void Both(
        string clause, Verdict verdict, string reason, long? since = null, long? due = null, string? instance = null, Basis? basis = null, Grade? grade = Grade.Read,
        (Verdict, int)[]? counts = null, Binding? binding = null)
    {
        Add(clause, "US", verdict, reason, since, null, due, instance, basis, grade, counts, binding);
        Add(clause, "SU", verdict, reason, since, null, due, instance, basis, grade, counts, binding);
    }

    private void Add(
        string clause, string party, Verdict verdict, string reason, long? since = null, long? until = null, long? due = null, string? instance = null, Basis? basis = null,
        Grade? grade = Grade.Read, (Verdict Verdict, int Count)[]? counts = null, Binding? binding = null, int? left = null, string[]? cites = null)
    {
        var other = party == "US" ? "SU" : "US";
        var (own, others) = verdict == Disputed ? (Kept, NotKept) : (verdict, verdict);
        var finding = new Finding
        {
            Clause = clause,
            Party = party,
            Instance = instance,
            Verdict = verdict,
            Binds = binding ?? binds,
            Basis = basis,
            Grade = grade,
            Since = since,
            Until = until,
            Due = due,
            Left = left,
            Accounts = party == "US" ? [new(party, own), new(other, others)] : [new(other, others), new(party, own)],
            Cites = cites ?? ["SU-0042"],
            SettledBy = verdict switch
            {
                Disputed => [new Need(Verb.Finds, "both", instance ?? clause, null)],
                Undetermined => [new Need(Verb.Declares, party, "intermediate-range missile", since)],
                _ => [],
            },
        };
        var counted = (counts ?? [(verdict, 1)]).Where(part => part.Count > 0).ToDictionary(part => part.Verdict, part => part.Count);
        _lines.Add(new Line(Sample.Agreement.Clauses.First(known => known.Id == clause), party, finding, reason, counted, due));
    }
}
