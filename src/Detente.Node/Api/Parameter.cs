using System.Diagnostics.CodeAnalysis;
using Microsoft.OpenApi;

namespace Detente.Node.Api;

/// <summary>A query parameter: its name, what it means, and how it is written.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Description">What it asks for, for the OpenAPI document.</param>
internal abstract record Parameter(string Name, string Description)
{
    /// <summary>Whether nothing can be answered without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>How it is written.</summary>
    public required OpenApiSchema Schema { get; init; }

    /// <summary>Reads what is written; false, with how to write it, where it is none.</summary>
    public abstract bool TryRead(string written, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? fault);
}

/// <summary>A parameter of one kind of value.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Description">What it asks for.</param>
/// <param name="Read">Gives the value, or why there is none.</param>
internal sealed record Parameter<T>(string Name, string Description, Func<string, (T? Value, string? Fault)> Read) : Parameter(Name, Description)
{
    /// <inheritdoc/>
    public override bool TryRead(string written, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? fault)
    {
        (var read, fault) = Read(written);
        value = fault is null ? read : null;
        return fault is null;
    }
}
