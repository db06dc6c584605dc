namespace Detente.Quantities;

/// <summary>
/// What can be told of a proposition: strong Kleene logic (Kleene, <i>Introduction to Metamathematics</i>, 1952, §64).
/// There is no conversion to <see cref="bool"/>: "cannot be told" must be handled where it arises.
/// </summary>
public enum Truth : byte
{
    /// <summary>It does not hold.</summary>
    False = 0,

    /// <summary>What is known does not tell.</summary>
    Unknown = 1,

    /// <summary>It holds.</summary>
    True = 2,
}

/// <summary>The connectives of strong Kleene logic. Both operands are always values: nothing is short-circuited.</summary>
public static class Kleene
{
    /// <summary>True when both hold, false when one does not, unknown otherwise.</summary>
    public static Truth And(this Truth a, Truth b) => a < b ? a : b;

    /// <summary>True when one holds, false when neither does, unknown otherwise.</summary>
    public static Truth Or(this Truth a, Truth b) => a > b ? a : b;

    /// <summary>Unknown stays unknown.</summary>
    public static Truth Not(this Truth a) => (Truth)(2 - (int)a);

    /// <summary>The truth of something that is known.</summary>
    public static Truth Known(bool value) => value ? Truth.True : Truth.False;
}
