namespace Detente.Agreement.Canonical;

/// <summary>Codes of what <see cref="CanonicalJson.Read"/> refuses. They are stable; docs/diagnostics.md lists them.</summary>
internal static class CanonicalErrors
{
    /// <summary>Bytes that are not UTF-8 (RFC 3629).</summary>
    public const string NotUtf8 = "J1001";

    /// <summary>Text that is not JSON (RFC 8259) from the place on, or ends too early. Reading stops.</summary>
    public const string NotJson = "J1002";

    /// <summary>Something after the value.</summary>
    public const string Trailing = "J1003";

    /// <summary>Objects and lists within one another deeper than <see cref="CanonicalJson.MaxDepth"/>. Reading stops.</summary>
    public const string TooDeep = "J1004";

    /// <summary>More bytes than <see cref="CanonicalJson.MaxBytes"/>. Nothing is read.</summary>
    public const string TooLong = "J1005";

    /// <summary>A name that stands twice in one object.</summary>
    public const string Duplicate = "J1006";

    /// <summary>A string that holds half a surrogate pair.</summary>
    public const string LoneSurrogate = "J1007";

    /// <summary>A value of another type than the form has there.</summary>
    public const string WrongType = "J1008";

    /// <summary>A value of the right type that the form does not have there.</summary>
    public const string WrongValue = "J1009";

    /// <summary>A member that must be there and is not.</summary>
    public const string Missing = "J1010";

    /// <summary>A member the form does not have.</summary>
    public const string Unknown = "J1011";

    /// <summary>An agreement that was read, from bytes that are not its canonical ones. Only where those were asked for.</summary>
    public const string NotCanonical = "J1012";
}
