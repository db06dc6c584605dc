using Detente.Statements;
using Detente.Time;

namespace Detente.Agreement.Model;

/// <summary>One machine-checkable duty, ban, limit or right.</summary>
public sealed record Clause
{
    /// <summary>Its number: <c>IX.5.c</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How the rule itself is known, where the text was not read whole: <c>```clause IX.4 recalled</c>; <c>null</c> where it was.</summary>
    public Grade? Evidence { get; init; }

    /// <summary>The headings it stands under, outermost first.</summary>
    public ValueList<string> Article { get; init; } = [];

    /// <summary>When it begins to bind; <c>null</c> for entry into force.</summary>
    public TimeExpression? From { get; init; }

    /// <summary>When it ceases to bind; <c>null</c> for as long as the agreement does.</summary>
    public TimeExpression? Until { get; init; }

    /// <summary>What else decides whether it binds.</summary>
    public ValueList<Condition> Conditions { get; init; } = [];

    /// <summary>What is owed, forbidden, limited or allowed.</summary>
    public required Sentence Sentence { get; init; }
}

/// <summary>Decides whether a clause binds, inside the account being judged.</summary>
public abstract record Condition
{
    /// <summary><c>so long as every other Party keeps M.1</c>.</summary>
    public sealed record Reciprocal(ValueList<string> Clauses) : Condition;

    /// <summary><c>once S.4 is kept</c>: by every party it binds.</summary>
    public sealed record Once(ValueList<string> Clauses) : Condition;
}

/// <summary>Who owes.</summary>
public abstract record Bearer
{
    /// <summary><c>each Party</c>, <c>no Party</c>, <c>a Party</c>.</summary>
    public sealed record EachParty : Bearer;

    /// <summary><c>that Party</c>: the one who conducts the trigger, or receives it.</summary>
    public sealed record ThatParty : Bearer;

    /// <summary><c>every other Party</c> than the one of the trigger: one instance for each.</summary>
    public sealed record EveryOtherParty : Bearer;

    /// <summary><c>the inspected Party</c>: the owner of the site the triggering act is at; in an agreement of two, the other one.</summary>
    public sealed record InspectedParty : Bearer;

    /// <summary>A party by name: <c>the Soviet Union</c>.</summary>
    public sealed record Named(string Code) : Bearer;
}

/// <summary>Items a clause is about: <c>deployed launchers of intermediate-range missiles</c>.</summary>
/// <param name="Term">An item or class term.</param>
/// <param name="State">A state term, or <c>null</c> for all states.</param>
/// <param name="For">For an item that belongs to a type (a launcher, a stage): the items its missile-type must fall under.</param>
public sealed record ItemSelector(string Term, string? State = null, ItemSelector? For = null);

/// <summary>Acts a clause is about: <c>an elimination by launching of an intermediate-range missile</c>.</summary>
/// <param name="Term">An act term.</param>
/// <param name="Variant">One of its variants, or <c>null</c> for all.</param>
/// <param name="Items">The items it is done to, any of them; empty for all.</param>
public sealed record ActSelector(string Term, string? Variant, ValueList<ItemSelector> Items);
