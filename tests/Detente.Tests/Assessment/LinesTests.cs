using System.Globalization;
using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Statements;
using Detente.Tests.Cases;
using Detente.Tests.Generators;
using Detente.Tests.House;
using Detente.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Detente.Tests.Judgement;

/// <summary>Lines, pages of findings and single findings come to the same as an assessment of everything.</summary>
public class LinesTests
{
    private const int PointsOfEachWorld = 10;

    /// <summary>The worlds of these seeds; DETENTE_LINES_WORLDS=from-to takes others, for a longer search.</summary>
    [Fact]
    public void On_random_worlds()
    {
        var (from, to) = Environment.GetEnvironmentVariable("DETENTE_LINES_WORLDS")?.Split('-') is [var first, var last] ? (int.Parse(first), int.Parse(last)) : (0, 500);
        Faults.None(Enumerable.Range(from, to - from).SelectMany(seed =>
        {
            var world = WorldGenerator.FromSeed(seed);
            return Differences(world.Agreement, world.Record, world.Some(PointsOfEachWorld)).Take(1).Select(d => $"seed {seed}, {d}");
        }));
    }

    [Fact]
    public void On_random_worlds_with_a_map() => Faults.None(Enumerable.Range(0, 20).SelectMany(seed =>
    {
        var world = WorldGenerator.OnMap(seed);
        return Differences(world.Agreement, world.Record, world.Some(PointsOfEachWorld)).Take(1).Select(d => $"seed {seed}, {d}");
    }));

    [Fact]
    public void On_records_in_which_words_are_contested()
    {
        var moratorium = CaseFolder.Load("cases/minimal/moratorium");
        Prop.ForAll(
            (from moves in MoratoriumRecords.Contested.Generator
             from instants in Gen.ArrayOf(
                 from at in MoratoriumRecords.Instants(moves.Length) from known in MoratoriumRecords.Instants(moves.Length) select (at, known)).Resize(8)
             select (moves, instants)).ToArbitrary(),
            given =>
            {
                var statements = MoratoriumRecords.Said(given.moves);
                var edges = statements.SelectMany(s => new[] { (s.Received.LastTick, s.Received.LastTick), (s.Received.LastTick + (2 * Days.TicksPerDay), s.Received.LastTick) });
                Faults.None(Differences(moratorium.Agreement, moratorium.Record with { Statements = statements }, [.. given.instants, .. edges]));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    /// <summary>Many requests and acts of one instant, named against the order in which they came: their names alone put them in order.</summary>
    [Fact]
    public void On_instances_of_one_birth()
    {
        var moratorium = CaseFolder.Load("cases/minimal/moratorium");
        var start = EventTime.AtTick(Days.StartOf(new LocalDate(2030, 3, 1)));
        Statement Said(int number, Verb verb, Content content) => new() { Author = "A", Number = number, Verb = verb, Content = content, Made = start, Received = start };
        var statements = Enumerable.Range(1, 9).SelectMany(i => new[]
        {
            Said((2 * i) - 1, Verb.Asks, new Message($"q-{10 - i}", ["B"], null, "clarification")),
            Said(2 * i, Verb.Reports, new ActWord { Act = $"test-{10 - i}", Kind = "flight-test", By = "A", Start = start }),
        }).ToList();
        var record = moratorium.Record with { Statements = statements };
        Faults.None(Differences(moratorium.Agreement, record, [.. Enumerable.Range(0, 5).Select(day => (start.FirstTick + (day * Days.TicksPerDay), start.FirstTick + (day * Days.TicksPerDay)))]));
        Assert.Equal("q-1", new Assessor(moratorium.Agreement, record).Lines(start.FirstTick + (9 * Days.TicksPerDay), start.FirstTick + (9 * Days.TicksPerDay))
            .Lines.Single(l => l is { Clause.Id: "III.1", Party: "B" }).Worst.Instance);
    }

    /// <summary>Of what is undetermined, what some account says was not kept comes first in a line, and before the unseen.</summary>
    [Fact]
    public void On_what_one_account_says_was_not_kept()
    {
        var moratorium = CaseFolder.Load("cases/minimal/moratorium");
        var received = EventTime.AtTick(Days.StartOf(new LocalDate(2030, 4, 1)));
        Statement Said(int number, ActWord word) => new() { Author = "B", Number = number, Verb = Verb.Reports, Content = word, Made = received, Received = received };
        var record = moratorium.Record with
        {
            IsReconstruction = true,
            Coverage = [new Coverage("messages", "A", null, Days.StartOf(new LocalDate(2030, 1, 1)), received.FirstTick, Basis.Declared, Grade.Read, "a source")],
            Statements =
            [
                Said(1, new ActWord { Act = "of-a-kind-not-told", By = "A", Start = EventTime.AtTick(Days.StartOf(new LocalDate(2030, 3, 1))) }),
                Said(2, new ActWord { Act = "without-notice", Kind = "flight-test", By = "A", Start = EventTime.AtTick(Days.StartOf(new LocalDate(2030, 3, 2))) }),
            ],
        };
        Faults.None(Differences(moratorium.Agreement, record, [(received.FirstTick, received.FirstTick)]));
        var line = new Assessor(moratorium.Agreement, record).Lines(received.FirstTick, received.FirstTick).Lines.Single(l => l is { Clause.Id: "II.1", Party: "A" });
        Assert.Equal((Verdict.Undetermined, "without-notice", 3), (line.Worst.Verdict, line.Worst.Instance, line.Counts[Verdict.Undetermined]));
    }

    /// <summary>Long enough for several blocks of what the tally keeps.</summary>
    [Fact]
    public void On_a_long_record()
    {
        var moratorium = CaseFolder.Load("cases/minimal/moratorium");
        var random = new Random(5);
        var kinds = Enum.GetValues<MoratoriumRecords.Kind>().Except([MoratoriumRecords.Kind.Leaves, MoratoriumRecords.Kind.Resumes]).ToList();
        var statements = MoratoriumRecords.Said(Enumerable.Range(0, 8000).Select(_ =>
            new MoratoriumRecords.Move(kinds[random.Next(kinds.Count)], random.Next(1000), random.Next(1, 600))));
        var instants = Enumerable.Range(1, 2).Select(i => statements[(i * statements.Count / 2) - 1].Received.LastTick).ToList();
        var points = instants.SelectMany(at => instants.SelectMany(known => new[] { (at, known), (at + Days.TicksPerDay, known) })).ToList();
        var tallied = moratorium.Agreement with { Clauses = [.. moratorium.Agreement.Clauses.Where(Tally.Counts)] };
        Faults.None(Differences(tallied, moratorium.Record with { Statements = statements }, points));
    }

    [Theory]
    [InlineData("cases/inf-1987", 2)]
    [InlineData("cases/moratorium", 5)]
    [InlineData("cases/minimal/answer", 40)]
    [InlineData("cases/minimal/moratorium", 40)]
    [InlineData("cases/minimal/testing-pause", 40)]
    public void On_the_cases_of_this_repository(string folder, int instants)
    {
        var @case = CaseFolder.Load(folder);
        var received = @case.Record.Statements.Select(s => s.Received.LastTick).Distinct().Order().ToList();
        var step = Math.Max(1, received.Count / instants);
        var ticks = received.Where((_, i) => i % step == 0).Append(received[^1]).Append(received[^1] + (400 * Days.TicksPerDay)).ToList();
        var points = ticks.Select(t => (t, t)).Concat(ticks.Select(t => (t, ticks[ticks.Count / 2]))).Concat(ticks.Select(t => (t, ticks[^1])));
        Faults.None(Differences(@case.Agreement, @case.Record, [.. points.Distinct()]));
    }

    /// <summary>As statements arrive one by one, and asked in between: nothing kept from before is taken for what is so now.</summary>
    [Fact]
    public void While_a_record_grows() => Faults.None(Enumerable.Range(0, 100).SelectMany(seed =>
    {
        var world = WorldGenerator.FromSeed(seed);
        var growing = new Assessor(world.Agreement, world.Record with { Statements = [] });
        var faults = new List<string>();
        var last = world.Points[^1].At;
        for (var i = 0; i < world.Record.Statements.Count; i++)
        {
            growing.Append(world.Record.Statements[i]);
            var whole = new Assessor(world.Agreement, world.Record with { Statements = [.. world.Record.Statements.Take(i + 1)] });
            var received = world.Record.Statements[i].Received.LastTick;
            foreach (var (at, known) in new[] { (received, received), (last, received), (last, last), (received - 1, last) })
            {
                faults.AddRange(Difference(growing, whole.Assess(at, known)).Select(d => $"seed {seed}, after {i + 1} statements, at {at} known {known}: {d}"));
            }
        }

        return faults.Take(1);
    }));

    /// <summary>A difference is found where there is one.</summary>
    [Fact]
    public void And_a_difference_is_found_where_there_is_one()
    {
        var inf = CaseFolder.Inf;
        var at = Days.EndOf(new LocalDate(1988, 9, 15));
        var told = inf.Judge().Assess(at, at);
        Assert.Empty(Difference(inf.Judge(), told));
        Assert.NotEmpty(Difference(inf.Judge(), told with { Lines = [told.Lines[0] with { NextDue = 1 }, .. told.Lines.Skip(1)] }));
        Assert.NotEmpty(Difference(inf.Judge(), told with { Findings = [told.Findings[0] with { Since = 1 }, .. told.Findings.Skip(1)] }));
        Assert.NotEmpty(Difference(inf.Judge(), told with { Notes = [.. told.Notes, "another"] }));
    }

    /// <summary>Asked with one assessor in turn, so that what it keeps is used; the assessments are made by another.</summary>
    private static IEnumerable<string> Differences(Instrument agreement, Case record, IReadOnlyList<(long At, long Known)> points)
    {
        var whole = new Assessor(agreement, record);
        var quick = new Assessor(agreement, record);
        return points.SelectMany(p => Difference(quick, whole.Assess(p.At, p.Known)).Select(d => $"at {Days.PrintInstant(p.At)} known {Days.PrintInstant(p.Known)}: {d}"));
    }

    private static IEnumerable<string> Difference(Assessor quick, Assessment.Assessment told)
    {
        var (at, known) = (told.At, told.Known);
        var expected = new LinesAt(told.Agreement, at, known, told.StatementsKnown, told.Lines, told.Notes, told.Warnings);
        var faults = Unlike(Show(expected), Show(quick.Lines(at, known))).ToList();
        foreach (var line in told.Lines)
        {
            var all = told.Findings.Where(f => f.Clause == line.Clause.Id && f.Party == line.Party).ToList();
            faults.AddRange(Pages(quick, line, at, known, all, null));
            foreach (var verdict in Enum.GetValues<Verdict>())
            {
                faults.AddRange(Pages(quick, line, at, known, all.FindAll(f => f.Verdict == verdict), verdict));
            }

            foreach (var finding in all.Take(6))
            {
                faults.AddRange(Unlike([Dump.Of(finding)], [quick.Find(finding.Clause, finding.Party, finding.Instance, at, known) is { } one ? Dump.Of(one) : "none"]));
            }

            faults.AddRange(quick.Find(line.Clause.Id, line.Party, "no such act", at, known) is null ? [] : ["found what is not there"]);
        }

        return faults;
    }

    private static IEnumerable<string> Pages(Assessor quick, Line line, long at, long known, List<Finding> all, Verdict? verdict)
    {
        foreach (var (skip, take) in new[] { (0, 3), (2, 2), (Math.Max(0, all.Count - 2), 5), (all.Count, 1) })
        {
            var page = quick.Findings(line.Clause.Id, line.Party, at, known, skip, take, verdict);
            var expected = all.Skip(skip).Take(take).Select(Dump.Of).Prepend($"{all.Count} {verdict}");
            foreach (var fault in Unlike(expected, page.Findings.Select(Dump.Of).Prepend($"{page.Total} {verdict}")))
            {
                yield return $"{line.Clause.Id} {line.Party}, page from {skip}: {fault}";
            }
        }
    }

    private static IEnumerable<string> Show(LinesAt lines) => lines.Lines
        .Select(l => string.Create(CultureInfo.InvariantCulture, $"line {l.Clause.Id} {l.Party} | {Dump.Of(l.Worst)} | {l.Reason} | {string.Join(' ', l.Counts.OrderBy(c => c.Key))} | {l.NextDue}"))
        .Concat(lines.Notes.Select(n => $"note {n}"))
        .Concat(lines.Warnings.Select(w => $"warning {w.Clause} {w.Party} {w.Item} {w.Place} {w.To} {w.State} {string.Join(',', w.Accounts)} {string.Join(',', w.Unknown)} {string.Join(',', w.Cites)}"))
        .Prepend($"{lines.At} {lines.Known} {lines.StatementsKnown}");

    private static IEnumerable<string> Unlike(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (a, b) = (expected.ToList(), actual.ToList());
        for (var i = 0; i < Math.Max(a.Count, b.Count); i++)
        {
            var (of, got) = (i < a.Count ? a[i] : "nothing", i < b.Count ? b[i] : "nothing");
            if (of != got)
            {
                yield return $"\n  assessed {of}\n  quickly  {got}";
            }
        }
    }
}
