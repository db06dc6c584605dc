
namespace Detente.Diagnostics;

/// <summary>"Did you mean" at the end of a refusal.</summary>
public static class Meant
{
    /// <summary><c>; did you mean 'x'?</c> where a known name is close, else <paramref name="otherwise"/>.</summary>
    public static string Or(string written, IEnumerable<string> known, string otherwise) =>
        Spelling.Closest(written, known) is { } close ? $"; did you mean '{close}'?" : otherwise;
}
