using Detente.Answers;

namespace Detente.Node.Views;

/// <summary>The addresses of a case's pages. Each keeps the instants, so that a reader who follows a link stays where he is in time.</summary>
/// <param name="Case">The name of the case in addresses.</param>
/// <param name="Time">The query that asks for the instants, with its question mark; may be empty.</param>
public sealed record Address(string Case, string Time)
{
    /// <summary>Clause by party.</summary>
    public string Board => $"{Root}{Time}";

    /// <summary>The text with its verdicts.</summary>
    public string Treaty => $"{Root}/treaty{Time}";

    /// <summary>Everything said.</summary>
    public string Statements => $"{Root}/statements{Time}";

    /// <summary>How verdicts changed.</summary>
    public string Timeline => $"{Root}/timeline{Time}";

    /// <summary>What differs between two instants.</summary>
    public string Changes => $"{Root}/changes{Time}";

    /// <summary>The sandbox.</summary>
    public string WhatIf => $"{Root}/what-if{Time}";

    /// <summary>The same answers for programs.</summary>
    public string Api => $"/api/cases/{Uri.EscapeDataString(Case)}";

    private string Root => $"/c/{Uri.EscapeDataString(Case)}";

    /// <summary>The reasons of a clause.</summary>
    /// <param name="clause">The clause's id.</param>
    /// <param name="party">A party's code, or <c>null</c> for all.</param>
    /// <param name="instance">An act, request, period or place, or <c>null</c>.</param>
    public string Clause(string clause, string? party = null, string? instance = null) =>
        With($"{Root}/clauses/{Uri.EscapeDataString(clause)}", ("party", party), ("instance", instance));

    /// <summary>A statement.</summary>
    public string Statement(string id) => With($"{Root}/statements/{Uri.EscapeDataString(id)}");

    /// <summary>The same page at another instant judged.</summary>
    /// <param name="path">The page, without a query.</param>
    /// <param name="at">The tick.</param>
    public static string At(string path, long at) => $"{path}?at={Uri.EscapeDataString(AskedInstant.Print(at))}";

    /// <summary>A page of the case at the same instants, with further parameters; those that are <c>null</c> are left out.</summary>
    public string With(string path, params IReadOnlyList<(string Name, string? Value)> parameters)
    {
        var added = parameters.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}").ToList();
        return added.Count == 0 ? path + Time : $"{path}{(Time.Length == 0 ? "?" : Time + "&")}{string.Join('&', added)}";
    }
}
