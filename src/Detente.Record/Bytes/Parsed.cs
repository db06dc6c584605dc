using System.Diagnostics.CodeAnalysis;

namespace Detente.Record.Bytes;

/// <summary>What reading came to: a value, or why there is none. Exactly one of the two.</summary>
public readonly struct Parsed<T>
    where T : notnull
{
    private readonly T? value;
    private readonly Rejection? rejection;

    private Parsed(T? value, Rejection? rejection)
    {
        this.value = value;
        this.rejection = rejection;
    }

    /// <summary>Whether there is a value.</summary>
    public bool IsOk => rejection is null;

    /// <summary>Why there is none; <c>null</c> where there is one.</summary>
    public Rejection? Rejection => rejection;

    /// <summary>One of the two.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Rejection? rejection)
    {
        value = this.value;
        rejection = this.rejection;
        return rejection is null;
    }

    /// <summary>The value, where there must be one.</summary>
    /// <exception cref="RejectedException">There is none.</exception>
    public T OrThrow() => rejection is null ? value! : throw new RejectedException(rejection);

    /// <summary>A value of a type the language converts from no other way: an interface.</summary>
    internal static Parsed<T> Of(T value) => new(value, null);

#pragma warning disable CA2225 // A result is returned where a value or a rejection is: that is all there is to it.
    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(Rejection rejection) => new(default, rejection);
#pragma warning restore CA2225
}
