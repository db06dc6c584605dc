using Detente.Agreement.Model;
using Detente.Diagnostics;
using Detente.Record.Json;

namespace Detente.Agreement.Canonical;

/// <summary>
/// An agreement as canonical JSON (RFC 8785, the JSON Canonicalization Scheme): equal agreements have equal bytes, so
/// that parties who read texts in different languages can sign one hash.
/// </summary>
/// <remarks>
/// <para>The shape is published as docs/schema/agreement.schema.json (<see cref="AgreementSchema"/>). In short: an object
/// with <c>"format": "detente-agreement-1"</c>; <c>form</c> names the sentence of a clause, <c>kind</c> the case of
/// everything else that has cases; decimals and dates are strings, counts are integers; what is absent, false or an
/// empty optional list is left out. Each value has one spelling: <c>"1.50"</c>, <c>null</c>, <c>false</c> and <c>1e2</c>
/// are refused everywhere.</para>
/// <para>That leaves to a writer what RFC 8785 fixes: the order of members, white space and escapes. Reading accepts any,
/// because hashes are taken of what <see cref="Write"/> gives and never of what was received. Where received bytes are
/// themselves kept, signed or hashed, ask for <c>canonicalOnly</c>.</para>
/// </remarks>
public static class CanonicalJson
{
    /// <summary>Objects and lists within one another, the outermost counted.</summary>
    public const int MaxDepth = 64;

    /// <summary>The longest JSON that is read, in bytes: far over any agreement, and a bound on the memory a hostile text can take.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>The canonical bytes: UTF-8, no byte order mark, no line end.</summary>
    /// <exception cref="ArgumentException">
    /// The agreement holds something the canonical form has no place for: a string with half a surrogate pair, a negative
    /// count, a unit that is none of <see cref="Quantities.Quantity.Units"/>, a trigger's letter that is no capital, a date
    /// outside the ISO years 0000 to 9999, or more than <see cref="MaxDepth"/> values within one another. The parser makes no such agreement.
    /// </exception>
    public static byte[] Write(Instrument instrument) => Jcs.Write(ClauseShapes.Instrument.Write(instrument, 0));

    /// <summary>The agreement the bytes say, or <c>null</c> and why not. Never throws for what is in the bytes.</summary>
    /// <param name="json">JSON in UTF-8.</param>
    /// <param name="file">What diagnostics call it.</param>
    /// <param name="canonicalOnly">True to refuse bytes other than those <see cref="Write"/> would give.</param>
    /// <returns>
    /// The agreement and no diagnostics, or <c>null</c> and at least one, in the order of the text. Their codes are J1001 to
    /// J1012; their path is a JSON pointer (RFC 6901), empty for the whole; their span counts in the UTF-16 code units of the
    /// decoded text, for <see cref="SourceText.Locate"/>. At most 100 are given. Text that is not JSON has one diagnostic for the place
    /// where it stops being so; every other kind of error is reported with all the others.
    /// </returns>
    public static (Instrument? Instrument, IReadOnlyList<Diagnostic> Diagnostics) Read(ReadOnlySpan<byte> json, string file = "agreement.json", bool canonicalOnly = false)
    {
        var reading = new Reading(file);
        var tree = JsonFaults.Read(json, reading);
        var instrument = tree is null ? null : ClauseShapes.Instrument.Read(tree, reading);
        if (!reading.HasErrors && canonicalOnly)
        {
            var same = json.CommonPrefixLength(Write(instrument!));
            if (same < json.Length)
            {
                reading.Refuse(CanonicalErrors.NotCanonical, "from here on these are not the canonical bytes (RFC 8785) of the agreement they say", new ByteSpan(same, 1));
            }
        }

        return reading.HasErrors ? (null, reading.Diagnose(json)) : (instrument, []);
    }
}
