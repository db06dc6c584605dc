using Detente.Assessment;
using Detente.Statements;
using Detente.Tests.Generators;
using Detente.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Cases;

/// <summary>Two clocks: what is told with the knowledge of an instant depends on nothing received after it.</summary>
public class KnowledgeTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);
    private static readonly CaseFolder Moratorium = CaseFolder.Load("cases/minimal/moratorium");

    [Fact]
    public void Findings_depend_only_on_what_was_received() => Asked(MoratoriumRecords.Contested, (statements, at, known, _) =>
    {
        var all = Dump.WithReasons(Judge(statements), at, known);
        var received = Dump.WithReasons(Judge([.. statements.Where(s => s.Received.LastTick <= known)]), at, known);
        Assert.Equal(received, all);
    });

    [Fact]
    public void What_arrives_later_changes_no_earlier_picture() => Asked(MoratoriumRecords.Contested, (statements, at, known, _) =>
    {
        var assessor = Judge([.. statements.Where(s => s.Received.LastTick <= known)]);
        var before = Dump.Of(assessor.Assess(at, known));
        foreach (var later in statements.Where(s => s.Received.LastTick > known))
        {
            assessor.Append(later);
            assessor.Assess(later.Received.LastTick, later.Received.LastTick);
        }

        Assert.Equal(before, Dump.Of(assessor.Assess(at, known)));
    });

    /// <summary>
    /// What may still change: a late report of an act turns a ban from kept to not kept, or releases the other party. What
    /// may not: where everything is said exactly and nobody contradicts, an instance decided for an instant that the
    /// record had reached is not in doubt again.
    /// </summary>
    [Fact]
    public void What_was_decided_is_not_in_doubt_again() => Asked(MoratoriumRecords.Plain, (statements, at, known, later) =>
    {
        var assessor = Judge(statements);
        var decided = assessor.Assess(Math.Min(at, known), known).Findings.Where(f => f.Verdict is Verdict.Kept or Verdict.NotKept or Verdict.Pending);
        var doubtful = assessor.Assess(Math.Min(at, known), Math.Max(known, later)).Findings.Where(f => f.Verdict is Verdict.Undetermined or Verdict.Disputed)
            .ToDictionary(f => (f.Clause, f.Party, f.Instance ?? ""));
        Assert.Equal([], decided.Where(f => doubtful.ContainsKey((f.Clause, f.Party, f.Instance ?? ""))).Select(Dump.Of));
    });

    /// <summary>Beyond what is held, nothing is presumed: nobody is told not to have kept a duty that ended after it.</summary>
    [Fact]
    public void Nothing_is_not_kept_beyond_what_is_held() => Asked(MoratoriumRecords.Plain, (statements, at, known, _) =>
        Assert.Equal([], Judge(statements).Assess(Math.Max(at, known), known).Findings
            .Where(f => f.Verdict == Verdict.NotKept && f.Since > known).Select(Dump.Of)));

    /// <summary>A live record whose authors alone speak of themselves is read the same by both: nothing is disputed.</summary>
    [Fact]
    public void Where_nobody_contradicts_the_accounts_agree() => Asked(MoratoriumRecords.Plain, (statements, at, known, _) =>
        Assert.Equal([], Judge(statements).Assess(at, known).Findings.Where(f => f.Accounts.DistinctBy(a => a.Verdict).Count() > 1).Select(Dump.Of)));

    /// <summary>The laws above are about something: the records reach every verdict, and every state of a clause.</summary>
    [Fact]
    public void The_random_records_reach_every_verdict()
    {
        var findings = MoratoriumRecords.Contested.Generator.Sample(200).SelectMany(moves =>
        {
            var statements = MoratoriumRecords.Said(moves);
            var (last, assessor) = (statements[^1].Received.LastTick, Judge(statements));
            return assessor.Assess(last, last).Findings.Concat(assessor.Assess(last + 30 * Days.TicksPerDay, last).Findings);
        }).ToList();
        Assert.Equal(Enum.GetValues<Verdict>(), findings.Select(f => f.Verdict).Distinct().Order());
        Assert.Contains(findings, f => f.Binds.State == BindingState.Released);
        Assert.Contains(findings, f => f.Late);
    }

    private static void Asked(Arbitrary<MoratoriumRecords.Move[]> records, Action<IReadOnlyList<Statement>, long, long, long> law) => Prop.ForAll(
        (from moves in records.Generator
         from at in MoratoriumRecords.Instants(moves.Length)
         from known in MoratoriumRecords.Instants(moves.Length)
         from later in MoratoriumRecords.Instants(moves.Length)
         select (moves, at, known, later)).ToArbitrary(),
        given => law(MoratoriumRecords.Said(given.moves), given.at, given.known, given.later)).Check(Many);

    private static Assessor Judge(IReadOnlyList<Statement> statements) => Moratorium.Holding(statements).Judge();
}
