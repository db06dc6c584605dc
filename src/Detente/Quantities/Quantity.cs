namespace Detente.Quantities;

/// <summary>An amount with its unit, as written: <c>480 km</c>, <c>at least 500 km</c>, <c>3</c>.</summary>
/// <param name="Amount">The interval, in <paramref name="Unit"/>.</param>
/// <param name="Unit">One of <see cref="Units"/>; empty for a plain count.</param>
public readonly record struct Quantity(Amount Amount, string Unit = "")
{
    /// <summary>Units a text may use. Each is its own dimension's only unit, so that no conversion is ever silent.</summary>
    public static readonly IReadOnlyList<string> Units = ["km", "kg", "minutes", "km/h"];

    /// <summary>Whether it lies inside <paramref name="other"/>; a different unit cannot be told.</summary>
    public Truth Within(Quantity other) => Unit == other.Unit ? Amount.Within(other.Amount) : Truth.Unknown;

    /// <inheritdoc/>
    public override string ToString() => Unit.Length == 0 ? Amount.ToString() : $"{Amount} {Unit}";
}
