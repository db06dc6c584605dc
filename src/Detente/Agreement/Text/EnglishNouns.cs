namespace Detente.Agreement.Text;

/// <summary>Regular plurals and articles of English.</summary>
internal static class EnglishNouns
{
    /// <summary>The regular plural of the last noun: bases, facilities, boxes.</summary>
    public static string Plural(string name)
    {
        if (name.Length == 0)
        {
            return name;
        }

        if (name.Length > 1 && name[^1] == 'y' && !"aeiou".Contains(name[^2]))
        {
            return name[..^1] + "ies";
        }

        string[] hissing = ["s", "x", "z", "ch", "sh"];
        return name + (hissing.Any(end => name.EndsWith(end, StringComparison.Ordinal)) ? "es" : "s");
    }

    /// <summary>The name with its article, by its first letter.</summary>
    public static string WithArticle(string name) => (name.Length > 0 && "aeiouAEIOU".Contains(name[0]) ? "an " : "a ") + name;
}
