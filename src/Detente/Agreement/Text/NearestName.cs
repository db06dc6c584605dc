namespace Detente.Agreement.Text;

/// <summary>The name a misspelt one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>The candidate within a third of the word's length in edits (at most three), or <c>null</c>. Ties go to the first.</summary>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Clamp(word.Length / 3, 1, 3);
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > limit || candidate == word)
            {
                continue;
            }

            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance <= limit && (best is null || distance < Distance(word.ToLowerInvariant(), best.ToLowerInvariant())))
            {
                best = candidate;
            }
        }

        return best;
    }

    // Levenshtein 1966: insertions, deletions and substitutions, row by row.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
