using Detente.Quantities;
using Detente.Time;
using NodaTime;

namespace Detente.Statements;

/// <summary>A record to be judged: who speaks in it, what it covers, and what was said.</summary>
public sealed record Case
{
    /// <summary>A short name, such as <c>inf-1987</c>.</summary>
    public required string Id { get; init; }

    /// <summary>One line for the head of a report.</summary>
    public required string Title { get; init; }

    /// <summary>The agreement's file, relative to the case.</summary>
    public required string Agreement { get; init; }

    /// <summary>True when it was put together from sources, and covers only what <see cref="Coverage"/> says.</summary>
    public bool IsReconstruction { get; init; }

    /// <summary>One line on what the record covers, for the head of a report.</summary>
    public string? Summary { get; init; }

    /// <summary>Authors that are neither party nor neutral: their words are listed and not judged.</summary>
    public IReadOnlyDictionary<string, string> OtherAuthors { get; init; } = new Dictionary<string, string>();

    /// <summary>Sources by the short names that statements and lines of coverage cite.</summary>
    public IReadOnlyDictionary<string, Source> Sources { get; init; } = new Dictionary<string, Source>();

    /// <summary>What the record covers.</summary>
    public IReadOnlyList<Coverage> Coverage { get; init; } = [];

    /// <summary>Everything said, in record order: by the end of receipt, then author, then number.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }
}

/// <summary>Where something was read.</summary>
/// <param name="Title">As one would cite it.</param>
/// <param name="Url">Where to find it, or <c>null</c>.</param>
/// <param name="Published">The day from which anyone could know what it says; <c>null</c> when not said.</param>
public sealed record Source(string Title, string? Url, LocalDate? Published);

/// <summary>Inside it, silence means none.</summary>
/// <param name="What">An act term of the agreement (or <c>messages</c>); <c>acquisition</c> and <c>removal</c> stand for every act that adds to or takes from holdings.</param>
/// <param name="Party">Whose.</param>
/// <param name="Item">A type or an item term; <c>null</c> for every item.</param>
/// <param name="From">First tick covered.</param>
/// <param name="Until">First tick no longer covered.</param>
/// <param name="Basis">How it is known: declared by the party itself, or inspected.</param>
/// <param name="Grade">How the reconstruction knows it.</param>
/// <param name="Source">Where that was read.</param>
public sealed record Coverage(
    string What,
    string Party,
    string? Item,
    long From,
    long Until,
    Basis Basis,
    Grade Grade,
    string Source);
