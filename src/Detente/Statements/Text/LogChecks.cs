namespace Detente.Statements.Text;

/// <summary>Each author's log: numbers 1, 2, 3 … without a gap, and corrections that lead back to what they correct.</summary>
/// <param name="drafts">Every statement whose id could be read, in file order.</param>
/// <param name="isComplete">False when some statement was lost: then a missing number may be the lost one.</param>
internal sealed class LogChecks(IReadOnlyList<Draft> drafts, bool isComplete)
{
    private readonly Dictionary<string, Draft> _byId = [];
    private HashSet<string>? _rings;

    /// <summary>The statements without second ones of the same id; retractions have the verb of what they take back.</summary>
    public IReadOnlyList<Draft> Run()
    {
        var kept = new List<Draft>(drafts.Count);
        foreach (var draft in drafts)
        {
            if (_byId.TryAdd(draft.Id, draft))
            {
                kept.Add(draft);
                continue;
            }

            var (first, line) = (_byId[draft.Id].Report.Source, _byId[draft.Id].Report.Source.Locate(_byId[draft.Id].Span.Start).Line);
            draft.Report.Error(CaseCodes.DuplicateId, draft.Span, draft.Path, $"{draft.Id} stands twice; the first is read ({first.File}, line {line}).");
        }

        // In number order a retracted statement comes before its retraction, and so has its verb by then.
        foreach (var log in kept.GroupBy(d => d.Author).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var byNumber = log.OrderBy(d => d.Number).ToList();
            CheckNumbers(byNumber);
            foreach (var draft in byNumber.Where(d => d.Supersedes is not null))
            {
                CheckCorrection(draft);
            }
        }

        return kept;
    }

    private void CheckNumbers(List<Draft> byNumber)
    {
        var expected = 1;
        foreach (var draft in byNumber)
        {
            if (draft.Number > expected && isComplete)
            {
                var missing = draft.Number == expected + 1
                    ? $"{Statement.IdOf(draft.Author, expected)} is missing"
                    : $"{Statement.IdOf(draft.Author, expected)} to {Statement.IdOf(draft.Author, draft.Number - 1)} are missing";
                draft.Report.Error(CaseCodes.Gap, draft.Span, draft.Path, $"A log has no gap: {missing}.", $"id: {Statement.IdOf(draft.Author, expected)}");
            }

            expected = draft.Number == int.MaxValue ? int.MaxValue : draft.Number + 1;
        }
    }

    private void CheckCorrection(Draft draft)
    {
        var target = draft.Supersedes!;
        StatementId.TryRead(target, out var author, out var number);
        if (target == draft.Id)
        {
            Error(draft, CaseCodes.SupersedesLater, $"{draft.Id} supersedes itself.");
        }
        else if (author != draft.Author)
        {
            Error(draft, CaseCodes.SupersedesOther, $"Only {author} corrects what {author} said.", $"denies: [{target}]");
        }
        else if (!_byId.TryGetValue(target, out var superseded))
        {
            if (isComplete)
            {
                Error(draft, CaseCodes.UnknownStatement, $"There is no statement {target}.");
            }
        }
        else if (number > draft.Number)
        {
            var inRing = (_rings ??= FindRings()).Contains(draft.Id);
            Error(draft, inRing ? CaseCodes.SupersedesRing : CaseCodes.SupersedesLater, inRing
                ? $"{draft.Id} and {target} supersede each other in a ring."
                : $"{draft.Id} supersedes {target}, which its author said later.");
        }
        else if (draft.Content is Retraction)
        {
            draft.Verb = superseded.Verb;
        }
    }

    // Each statement has one successor at most, so a walk that meets its own track has closed a ring.
    private HashSet<string> FindRings()
    {
        var walked = new HashSet<string>();
        var rings = new HashSet<string>();
        foreach (var start in _byId.Keys)
        {
            var track = new List<string>();
            var next = start;
            while (next is not null && walked.Add(next))
            {
                track.Add(next);
                next = _byId.GetValueOrDefault(next)?.Supersedes;
            }

            var closed = next is null ? -1 : track.IndexOf(next);
            rings.UnionWith(closed < 0 ? [] : track.Skip(closed));
        }

        return rings;
    }

    private static void Error(Draft draft, string code, string message, params IReadOnlyList<string> waysOut) =>
        draft.Report.Error(code, draft.SupersedesSpan, draft.Path, message, waysOut);
}
