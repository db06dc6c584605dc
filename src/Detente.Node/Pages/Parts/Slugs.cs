using Detente.Answers;
using Detente.Assessment;

namespace Detente.Node.Pages.Parts;

/// <summary>Names for classes and addresses.</summary>
public static class Slugs
{
    /// <summary><c>not-kept</c>.</summary>
    public static string Of(Verdict verdict) => Names.Of(verdict).Replace(' ', '-');

    /// <summary>The verdict of a name, or <c>null</c>.</summary>
    public static Verdict? Verdict(string? slug) => Names.Verdicts.Where(verdict => Of(verdict) == slug).Select(verdict => (Verdict?)verdict).FirstOrDefault();
}
