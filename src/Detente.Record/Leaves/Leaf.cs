using System.Globalization;
using Detente.Record.Bytes;
using Detente.Record.Envelopes;
using Detente.Record.Json;
using Detente.Record.Tiles;

namespace Detente.Record.Leaves;

/// <summary>An entry of a party's log: an envelope that all who read the log can read (<see cref="OpenLeaf"/>), or what stands for one that only some can (<see cref="ClosedLeaf"/>).</summary>
public abstract class Leaf
{
    /// <summary>The longest entry, in bytes: what the formats of a log hold (<see cref="EntryBundle.MaxEntryLength"/>).</summary>
    public const int MaxLength = EntryBundle.MaxEntryLength;

    /// <summary>Either form is an object with lists in it; those of an envelope hold objects.</summary>
    private static readonly JsonLimits Limits = new(MaxLength, EnvelopeText.Limits.MaxDepth);

    private protected Leaf(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxLength)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The entry would have {bytes.Length} bytes; a log holds at most {MaxLength}."), nameof(bytes));
        }

        Bytes = bytes;
    }

    /// <summary>Its bytes, which the log hashes: canonical JSON (RFC 8785).</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>
    /// The leaf an entry says; rules <c>leaf/…</c>, and <c>envelope/…</c> or <c>closed-leaf/…</c>. Never throws for what is in it. An entry
    /// that says none stays where it is in its log: whoever reads the log takes it as silence.
    /// </summary>
    public static Parsed<Leaf> Parse(ReadOnlySpan<byte> entry)
    {
        if (!JsonTree.ReadCanonical(entry, Limits, "leaf").TryGet(out var json, out var rejection))
        {
            return rejection;
        }

        // Canonical members are sorted: the first one tells the forms apart.
        switch (json)
        {
            case JsonValue.Object { Members: [{ Name: "payload" }, ..] }:
                return Envelope.Read(json, entry).TryGet(out var envelope, out rejection) ? new OpenLeaf(envelope) : rejection;
            case JsonValue.Object { Members: [{ Name: "addressees" }, ..] }:
                return ClosedLeaf.Read(json, entry).TryGet(out var closed, out rejection) ? closed : rejection;
            default:
                return new Rejection("leaf/form", "The entry is neither an envelope nor what stands for a closed one.");
        }
    }
}
