using Detente.Agreement.Model;
using Detente.Bench.Engine;
using Detente.Statements;
using NodaTime;

namespace Detente.Assessment;

/// <summary>
/// Stands in for the engine until it is there: docs/judgement.md 7.4 for the two clauses of the bench and a live record
/// of exact times, by going over every instance at every call.
/// </summary>
internal sealed class Assessor(Instrument agreement, Case header)
{
    private const long Notice24 = 24 * NodaConstants.TicksPerHour;
    private const long Answer48 = 48 * NodaConstants.TicksPerHour;

    private readonly Dictionary<string, List<Statement>> _tests = [];
    private readonly Dictionary<string, List<Statement>> _requests = [];

    public Instrument Agreement => agreement;

    public Case Header => header;

    public void Append(Statement statement)
    {
        var (instances, name) = statement.Content switch
        {
            ActWord word => (_tests, word.Act),
            Message message => (_requests, message.Name ?? message.About!),
            _ => throw new NotSupportedException(),
        };
        if (!instances.TryGetValue(name, out var list))
        {
            instances.Add(name, list = []);
        }

        list.Add(statement);
    }

    public IReadOnlyDictionary<(string Clause, string Party, Verdict), long> Count(long at, long known)
    {
        var counts = new Dictionary<(string, string, Verdict), long>();
        foreach (var said in _tests.Values)
        {
            Add(counts, TestNotices.Notice, said[0].Author, OfTest(said, at, known));
        }

        foreach (var said in _requests.Values)
        {
            Add(counts, TestNotices.Answer, said[0].Author == "A" ? "B" : "A", OfRequest(said, at, known));
        }

        return counts;
    }

    public Explanation Explain(Finding finding, long at, long known)
    {
        var said = (finding.Clause == TestNotices.Notice ? _tests : _requests)[finding.Instance!];
        var verdict = finding.Clause == TestNotices.Notice ? OfTest(said, at, known) : OfRequest(said, at, known);
        var leaves = said.ConvertAll(s => new Reason(s.Verb.ToString(), null, s.Id, []));
        return new Explanation(finding, "", [new Reason($"{verdict}", verdict, null, leaves)], [], []);
    }

    private static void Add(Dictionary<(string, string, Verdict), long> counts, string clause, string party, Verdict? verdict)
    {
        if (verdict is { } known)
        {
            counts[(clause, party, known)] = counts.GetValueOrDefault((clause, party, known)) + 1;
        }
    }

    private static Verdict? OfTest(List<Statement> said, long at, long known)
    {
        var heard = said.Where(s => s.Received.LastTick <= known).ToList();
        var notices = heard.Where(s => s.Verb == Verb.Announces).ToList();
        var held = heard.Where(s => s.Verb == Verb.Reports).Select(Start).FirstOrDefault();
        var counted = notices.Where(s => Start(s) is not null && (held is null || s.Received.LastTick <= held)).ToList();
        var first = counted.Count == 0 ? null : (long?)counted.Min(s => s.Received.LastTick);
        if (held <= at)
        {
            return first + Notice24 <= Math.Min(Start(counted.LastOrDefault()) ?? held.Value, held.Value) ? Verdict.Kept : Verdict.NotKept;
        }

        if (notices.Count == 0 || at < notices.Min(s => s.Made.FirstTick))
        {
            return null;
        }

        if (held is null && notices.Any(s => Start(s) is null && s.Received.LastTick <= at))
        {
            return Verdict.NotTriggered;
        }

        var notified = counted.LastOrDefault(s => s.Received.LastTick <= at);
        if (at >= first && first + Notice24 <= Start(notified))
        {
            return Verdict.Kept;
        }

        return held is null && Start(counted.LastOrDefault()) <= at && at > known ? Verdict.Undetermined : Verdict.Pending;
    }

    private static Verdict? OfRequest(List<Statement> said, long at, long known)
    {
        var heard = said.Where(s => s.Received.LastTick <= known).ToList();
        var receipt = heard.FirstOrDefault(s => s.Verb == Verb.Asks)?.Received.LastTick;
        var answer = heard.FirstOrDefault(s => s.Verb == Verb.Answers)?.Received.LastTick;
        if (receipt is null || at < receipt)
        {
            return null;
        }

        var due = receipt.Value + Answer48;
        if (answer <= due)
        {
            return at < answer ? Verdict.Pending : Verdict.Kept;
        }

        return at <= due ? Verdict.Pending : answer is not null || due <= known ? Verdict.NotKept : Verdict.Undetermined;
    }

    private static long? Start(Statement? statement) => (statement?.Content as ActWord)?.Start?.FirstTick;
}
