using System.Diagnostics.CodeAnalysis;

namespace Detente.Geography.Borders;

/// <summary>What a name a person wrote came to: one thing, or why not.</summary>
/// <param name="Value">The thing; <c>null</c> when there is none, or more than one.</param>
/// <param name="Problem">What is wrong, in a sentence that can be shown as it is; <c>null</c> where there is a value.</param>
/// <param name="Suggestions">What to write instead, most likely first; empty where nothing is near.</param>
public readonly record struct Lookup<T>(T? Value, string? Problem, IReadOnlyList<string> Suggestions)
    where T : class
{
    /// <summary>Found.</summary>
    public static Lookup<T> Of(T value) => new(value, null, []);

    /// <summary>Not found.</summary>
    public static Lookup<T> Not(string problem, params IReadOnlyList<string> suggestions) => new(null, problem, suggestions);

    /// <summary>One of the two.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? problem)
    {
        (value, problem) = (Value, Problem);
        return value is not null;
    }

    /// <summary>The value, where there must be one.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T OrThrow() => Value ?? throw new KeyNotFoundException(Problem);
}
