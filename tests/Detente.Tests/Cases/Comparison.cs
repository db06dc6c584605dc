using Detente.Assessment;
using Detente.Assessment.Reasons;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Cases;

/// <summary>Holds findings against what was expected of them. All differences, each in one line.</summary>
internal static class Comparison
{
    public static IEnumerable<string> Of(Assessor assessor, IEnumerable<Expectation> expected)
    {
        foreach (var moment in expected.GroupBy(e => (At: e.At.LastTick, Known: e.Known.LastTick)))
        {
            var judged = assessor.Assess(moment.Key.At, moment.Key.Known);
            foreach (var expectation in moment)
            {
                foreach (var difference in Differences(judged, expectation))
                {
                    yield return $"line {expectation}: {difference}";
                }
            }
        }
    }

    private static IEnumerable<string> Differences(Assessment.Assessment judged, Expectation expected)
    {
        var line = judged.Lines.FirstOrDefault(l => l.Clause.Id == expected.Clause && l.Party == expected.Party);
        var finding = expected.Instance is null ? line?.Worst
            : judged.Findings.FirstOrDefault(f => f.Clause == expected.Clause && f.Party == expected.Party && f.Instance == expected.Instance);
        if (line is null || finding is null)
        {
            return ["there is no such finding"];
        }

        var told = $"[{finding.Instance ?? "the whole"}: {line.Reason}]";
        return Each(line, finding, expected).OfType<string>().Select(difference => $"{difference} {told}");
    }

    private static IEnumerable<string?> Each(Line line, Finding finding, Expectation expected)
    {
        yield return Word("verdict", expected.Text("verdict"), Wording.Of(finding.Verdict));
        yield return Word("late", expected.Text("late"), finding.Late ? "true" : "false");
        yield return Word("binds", expected.Text("binds"), InWords(finding.Binds.State));
        yield return Word("basis", expected.Text("basis"), finding.Basis?.ToString().ToLowerInvariant());
        yield return Word("left", expected.Text("left"), finding.Left?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        yield return Moment("since", expected.TimeOf("since"), finding.Since);
        yield return Moment("until", expected.TimeOf("until"), finding.Until);
        yield return Moment("due", expected.TimeOf("due"), expected.Instance is null ? line.NextDue ?? finding.Due : finding.Due);
        foreach (var (by, verdict) in expected.Accounts)
        {
            yield return Word($"account of {by}", verdict, Wording.Of(finding.Accounts.First(a => a.By == by).Verdict));
        }

        foreach (var cited in expected.Cites.Where(cited => !finding.Cites.Contains(cited)))
        {
            yield return $"cites not {cited} but {string.Join(", ", finding.Cites)}";
        }

        var needs = finding.SettledBy.Select(n => $"{Verbs[n.Verb]} {n.By} {n.About}").ToList();
        foreach (var need in expected.SettledBy.Where(need => !needs.Contains(need)))
        {
            yield return $"not settled by '{need}' but by: {string.Join("; ", needs)}";
        }

    }

    private static readonly Dictionary<Verb, string> Verbs = Enum.GetValues<Verb>().ToDictionary(v => v, v => v.ToString().ToLowerInvariant());

    private static string InWords(BindingState state) => state switch
    {
        BindingState.NotYet => "not yet",
        BindingState.InForce => "in force",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static string? Word(string what, string? expected, string? actual) =>
        expected is null || expected == actual ? null : $"{what} is {actual ?? "absent"}, expected {expected}";

    private static string? Moment(string what, EventTime? expected, long? actual) =>
        expected is not { } time || (actual is { } tick && tick >= time.FirstTick && tick <= time.LastTick) ? null
            : $"{what} is {(actual is { } told ? Days.PrintInstant(told) : "absent")}, expected {time}";
}
