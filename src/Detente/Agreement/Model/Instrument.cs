using NodaTime;

namespace Detente.Agreement.Model;

/// <summary>
/// An agreement as the machine understands it: parties, dates, terms and clauses, without prose and without places in
/// a file. ("Instrument" is the law of treaties' word for the document: Vienna Convention 1969, article 2.1.a.)
/// </summary>
public sealed record Instrument
{
    /// <summary>A short name: <c>inf-1987</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its title in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The parties in the order of the text.</summary>
    public required ValueList<Party> Parties { get; init; }

    /// <summary>Authors whose findings settle, and whose words stand in every account below a finding.</summary>
    public ValueList<Party> Neutrals { get; init; } = [];

    /// <summary>Date of signature, or <c>null</c> when a notice in the record gives it.</summary>
    public LocalDate? Signature { get; init; }

    /// <summary>Date of entry into force, or <c>null</c> when a notice in the record gives it.</summary>
    public LocalDate? EntryIntoForce { get; init; }

    /// <summary>Authentic languages, in the order of the text.</summary>
    public ValueList<string> Languages { get; init; } = [];

    /// <summary>True when a clause of the text provides for suspension.</summary>
    public bool KnowsSuspension { get; init; }

    /// <summary>What the words mean, in the order of the text.</summary>
    public required ValueList<Term> Terms { get; init; }

    /// <summary>The clauses, in the order of the text.</summary>
    public required ValueList<Clause> Clauses { get; init; }
}

/// <summary>Who is bound, or a neutral.</summary>
/// <param name="Code">Short code, such as <c>US</c>.</param>
/// <param name="Name">Its name in reports: <c>United States</c>.</param>
public sealed record Party(string Code, string Name);
