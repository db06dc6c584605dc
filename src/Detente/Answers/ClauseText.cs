using Detente.Diagnostics;

namespace Detente.Answers;

/// <summary>A clause as it stands in its document.</summary>
/// <param name="File">The document.</param>
/// <param name="Line">The line of its opening fence, from 1.</param>
/// <param name="Words">The lines between the fences.</param>
public sealed record ClauseText(string File, int Line, IReadOnlyList<string> Words)
{
    /// <summary>Finds a clause by its id; <c>null</c> where no block bears it.</summary>
    public static ClauseText? Find(SourceText document, string id)
    {
        for (var line = 1; line <= document.LineCount; line++)
        {
            if (document.Line(line).Trim() is ['`', '`', '`', ..] fence
                && fence.TrimStart('`').Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["clause", var name, ..]
                && name == id)
            {
                var words = Enumerable.Range(line + 1, document.LineCount - line).Select(document.Line).TakeWhile(text => !text.TrimStart().StartsWith("```", StringComparison.Ordinal));
                return new ClauseText(document.File, line, [.. words]);
            }
        }

        return null;
    }
}
