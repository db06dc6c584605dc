namespace Detente.Record.Bytes;

/// <summary>Why bytes are refused: a value, because the bytes came from somebody else.</summary>
/// <param name="Rule">The rule they break, by its stable name: the format, a slash, the rule, such as <c>checkpoint/leading-zero</c>. Listed in docs/record.md.</param>
/// <param name="Message">What is wrong, in a sentence that can be shown as it is.</param>
/// <param name="Offset">Where, in bytes from the start of what was read; 0 where it is about the whole.</param>
public sealed record Rejection(string Rule, string Message, int Offset = 0)
{
    /// <summary>The message with its rule and place.</summary>
    public override string ToString() => FormattableString.Invariant($"{Message} (byte {Offset}, rule {Rule})");

    /// <summary>The same, of bytes that begin at <paramref name="start"/> of a larger whole.</summary>
    public Rejection At(int start) => this with { Offset = Offset + start };
}

/// <summary>Bytes that must be good are not: a broken store, or a caller that was told so and went on.</summary>
#pragma warning disable CA1032 // It always carries the rejection.
public sealed class RejectedException(Rejection rejection) : Exception(rejection.ToString())
{
    /// <summary>What is wrong with the bytes.</summary>
    public Rejection Rejection { get; } = rejection;
}
#pragma warning restore CA1032
