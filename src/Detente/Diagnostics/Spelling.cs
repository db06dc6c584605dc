namespace Detente.Diagnostics;

/// <summary>"Did you mean": the known word a written one is closest to.</summary>
public static class Spelling
{
    /// <summary>
    /// The closest known word, or <c>null</c> when none is close: at most one slip (a letter added, left out, changed,
    /// or two swapped) in a word of four or five letters, two in a longer one. In one of three only a letter added or
    /// left out, so that <c>frm</c> is near <c>from</c> and <c>I.3</c>, which may be another clause, not near <c>I.1</c>;
    /// in a shorter one only case.
    /// </summary>
    public static string? Closest(string written, IEnumerable<string> known)
    {
        string? closest = null;
        var fewest = int.MaxValue;
        foreach (var candidate in known)
        {
            if (candidate == written)
            {
                continue;
            }

            var slips = Slips(written.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (slips <= Allowed(written.Length, candidate.Length) && slips < fewest)
            {
                (closest, fewest) = (candidate, slips);
            }
        }

        return closest;
    }

    /// <summary>A message with "did you mean" after it, where a known word is close.</summary>
    public static string DidYouMean(string message, string? near) => near is null ? message : $"{message}; did you mean `{near}`?";

    private static int Allowed(int length, int other) => Math.Min(length, other) switch
    {
        < 3 => 0,
        3 => length == other ? 0 : 1,
        < 6 => 1,
        _ => 2,
    };

    // Optimal string alignment. Words longer than any key are not worth the table.
    private static int Slips(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2 || a.Length > 64)
        {
            return int.MaxValue;
        }

        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var changed = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(changed, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
