using Detente.Diagnostics;

namespace Detente.Statements.Text;

/// <summary>What statements say about each other: names of messages, first words on acts, and things referred to.</summary>
internal static class ReferenceChecks
{
    /// <summary>Reports what does not go together. Where a statement was lost nothing is said about what is missing.</summary>
    public static void Run(IReadOnlyList<Draft> drafts, bool isComplete)
    {
        var readable = drafts.Where(d => d.Received is not null && d.Content is not null).OrderBy(d => d.Received!.Value.LastTick)
            .ThenBy(d => d.Author, StringComparer.Ordinal).ThenBy(d => d.Number).ToList();
        var names = new Dictionary<string, Draft>();
        var ids = new HashSet<string>();
        foreach (var draft in drafts)
        {
            ids.Add(draft.Id);
        }

        // What could not be read may have been the first word on an act.
        isComplete &= readable.Count == drafts.Count;
        foreach (var draft in readable)
        {
            NameIn(names, draft, isComplete);
        }

        if (!isComplete)
        {
            return;
        }

        foreach (var draft in readable)
        {
            var (what, mayBeClause) = draft.Content switch
            {
                Denial denial => (denial.What, false),
                Message { About: { } about } => ([about], true),
                ActWord { About: { } about } => ([about], true),
                _ => (Array.Empty<string>(), true),
            };
            foreach (var reference in what)
            {
                Check(reference, mayBeClause, draft, ids, names);
            }
        }
    }

    // An act is named by the first statement about it, and that one says what kind of act it is.
    private static void NameIn(Dictionary<string, Draft> names, Draft draft, bool isComplete)
    {
        switch (draft.Content)
        {
            case ActWord word when names.TryAdd(word.Act, draft):
                if (word.Kind is null && isComplete)
                {
                    draft.Report.Error(CaseCodes.ActWithoutKind, draft.Span, draft.Path, $"The first word on the act {word.Act} says what kind of act it is.", "kind: elimination");
                }

                break;
            case ActWord word when names[word.Act].Content is Message:
                draft.Report.Error(CaseCodes.Twice, draft.Span, draft.Path, $"`{word.Act}` is the name of a message ({names[word.Act].Id}): a reference to it could be read two ways.", $"act: {word.Act}-act");
                break;
            case Message { Name: { } name } when !names.TryAdd(name, draft) && draft.Supersedes is null:
                draft.Report.Error(CaseCodes.Twice, draft.Span, draft.Path, $"`{name}` is the name of something else ({names[name].Id}): a reference to it could be read two ways.", $"name: {name}-2");
                break;
            default:
                break;
        }
    }

    // What has the form of an id is one. Anything else may be a clause, which only the agreement knows.
    private static void Check(string reference, bool mayBeClause, Draft draft, HashSet<string> ids, Dictionary<string, Draft> names)
    {
        var isId = StatementId.TryRead(reference, out _, out _);
        if (ids.Contains(reference) || names.ContainsKey(reference) || (!isId && mayBeClause))
        {
            return;
        }

        if (isId)
        {
            draft.Report.Error(CaseCodes.UnknownStatement, draft.Span, draft.Path, $"There is no statement {reference}.");
            return;
        }

        // Among very many names one is always close.
        var meant = names.Count > 2000 ? null : Spelling.Closest(reference, names.Keys);
        draft.Report.Warning(CaseCodes.UnknownReference, draft.Span, draft.Path, $"Nobody named `{reference}`, so denying it changes nothing.", meant is null ? [] : [meant]);
    }
}
