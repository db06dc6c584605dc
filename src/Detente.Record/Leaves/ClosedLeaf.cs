using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Envelopes;
using Detente.Record.Json;

namespace Detente.Record.Leaves;

/// <summary>
/// What stands in a log for an envelope only its addressees may read: a commitment to it. The envelope and a salt go to them apart from
/// the log, and can be erased without breaking the log.
/// </summary>
/// <remarks>
/// <para>Its bytes are the canonical JSON (RFC 8785) of
/// <code>{"addressees":["…", …],"closed":"sha256:64 hex digits","length":n,"number":n,"origin":"…"}</code>
/// with these members and no other.</para>
/// <list type="bullet">
/// <item><c>addressees</c>: who may read it; 1 to <see cref="MaxAddressees"/>, sorted by UTF-16 code units, each once.</item>
/// <item><c>closed</c>: SHA-256 of, one after another, the 23 ASCII bytes <c>detente/closed-leaf/v1</c> and a line feed; the 32 bytes of the salt; the length of
/// the envelope in 8 bytes, big-endian; the bytes of the envelope. Every part but the last has one length, so no two sets of parts are hashed as the same bytes.</item>
/// <item><c>length</c>: of the envelope, in bytes; 1 to <see cref="Envelope.MaxLength"/>.</item>
/// <item><c>number</c>: of the author's statements in this log, from 1 on, at most 2^53 − 1.</item>
/// <item><c>origin</c>: the log's, 1 to <see cref="MaxTextLength"/> bytes.</item>
/// </list>
/// <para>The salt hides: it is 32 random bytes, made for this leaf and never used again, and without it nobody can try what the envelope might say. The hash
/// binds: to find two envelopes or two salts for one leaf is to find a collision of SHA-256. The length, the number and the addressees are not hidden.</para>
/// </remarks>
public sealed class ClosedLeaf : Leaf
{
    /// <summary>The length of a salt, in bytes.</summary>
    public const int SaltSize = 32;

    /// <summary>The most addressees of one leaf.</summary>
    public const int MaxAddressees = 256;

    /// <summary>The longest origin or addressee, in bytes of UTF-8: what the formats of a log hold of a name.</summary>
    public const int MaxTextLength = 255;

    private const string HashPrefix = "sha256:";

    private ClosedLeaf(ReadOnlyMemory<byte> bytes, IReadOnlyList<string> addressees, Hash32 commitment, int length, long number, string origin)
        : base(bytes) => (Addressees, Commitment, Length, Number, Origin) = (addressees, commitment, length, number, origin);

    private static ReadOnlySpan<byte> Domain => "detente/closed-leaf/v1\n"u8;

    /// <summary>Who may read the envelope.</summary>
    public IReadOnlyList<string> Addressees { get; }

    /// <summary>The salted hash of the envelope.</summary>
    public Hash32 Commitment { get; }

    /// <summary>The length of the envelope, in bytes.</summary>
    public int Length { get; }

    /// <summary>The number its author gives the statement in it.</summary>
    public long Number { get; }

    /// <summary>The log it says it stands in.</summary>
    public string Origin { get; }

    /// <summary>The leaf that stands for an envelope.</summary>
    /// <param name="envelope">What is closed.</param>
    /// <param name="salt">32 random bytes that are used for nothing else.</param>
    /// <param name="origin">The log it goes into.</param>
    /// <param name="number">The number of the statement in that log.</param>
    /// <param name="addressees">Who may read it, in any order.</param>
    /// <exception cref="ArgumentException">The salt is not 32 bytes long, an addressee is named twice, or a part is outside its limits.</exception>
    public static ClosedLeaf Close(Envelope envelope, ReadOnlySpan<byte> salt, string origin, long number, params IReadOnlyList<string> addressees)
    {
        if (salt.Length != SaltSize)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A salt has {SaltSize} bytes, not {salt.Length}."), nameof(salt));
        }

        var bytes = Jcs.Write(new JsonValue.Object([
            new("addressees", new JsonValue.Array([.. addressees.Order(StringComparer.Ordinal).Select(addressee => new JsonValue.Text(addressee))])),
            new("closed", new JsonValue.Text(HashPrefix + Commit(salt, envelope.Bytes.Span))),
            new("length", new JsonValue.Integer(envelope.Bytes.Length)),
            new("number", new JsonValue.Integer(number)),
            new("origin", new JsonValue.Text(origin)),
        ]));
        return Parse(bytes).TryGet(out var leaf, out var rejection) ? (ClosedLeaf)leaf : throw new ArgumentException(rejection.ToString());
    }

    /// <summary>Whether this leaf stands for these bytes, closed with this salt. A salt of another length opens nothing.</summary>
    public bool Opens(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> envelope)
        => salt.Length == SaltSize && envelope.Length == Length && Commit(salt, envelope) == Commitment;

    /// <summary>The envelope this leaf stands for; rules <c>closed-leaf/not-opened</c> and <c>envelope/…</c>. Nothing of it is verified.</summary>
    public Parsed<Envelope> Open(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> envelope)
        => Opens(salt, envelope) ? Envelope.Parse(envelope) : new Rejection("closed-leaf/not-opened", "The closed leaf does not stand for this envelope with this salt.");

    /// <summary>The closed leaf canonical JSON says; rules <c>closed-leaf/…</c>.</summary>
    internal static Parsed<ClosedLeaf> Read(JsonValue json, ReadOnlySpan<byte> entry)
    {
        // Canonical members are sorted, so there is one list of them.
        if (json is not JsonValue.Object
            {
                Members: [
                    { Name: "addressees", Value: JsonValue.Array { Items: var items } list },
                    { Name: "closed", Value: JsonValue.Text closed },
                    { Name: "length", Value: JsonValue.Integer { Value: var length } lengthPlace },
                    { Name: "number", Value: JsonValue.Integer { Value: var number } numberPlace },
                    { Name: "origin", Value: JsonValue.Text origin }]
            })
        {
            return new Rejection("closed-leaf/members", "A closed leaf is an object with the members addressees, closed, length, number and origin alone: a list, a string, two integers and a string.", json.Place.Start);
        }

        if (items.Count is 0 or > MaxAddressees)
        {
            return new Rejection("closed-leaf/addressee-count", string.Create(CultureInfo.InvariantCulture, $"There are {items.Count} addressees; a closed leaf has 1 to {MaxAddressees}."), list.Place.Start);
        }

        var addressees = new List<string>(items.Count);
        foreach (var item in items)
        {
            if (item is not JsonValue.Text { Value: var addressee } || !IsName(addressee))
            {
                return new Rejection("closed-leaf/addressee", $"An addressee is {Names}.", item.Place.Start);
            }

            if (addressees.Count > 0 && string.CompareOrdinal(addressees[^1], addressee) >= 0)
            {
                return new Rejection("closed-leaf/addressee-order", "The addressees are not sorted, or one stands twice.", item.Place.Start);
            }

            addressees.Add(addressee);
        }

        return !closed.Value.StartsWith(HashPrefix, StringComparison.Ordinal) || !HashText.TryReadHex(closed.Value.AsSpan(HashPrefix.Length), out var commitment)
                ? new Rejection("closed-leaf/hash", "The hash is not 'sha256:' and 64 lower-case hexadecimal digits.", closed.Place.Start)
            : length is < 1 or > Envelope.MaxLength
                ? new Rejection("closed-leaf/length", string.Create(CultureInfo.InvariantCulture, $"The length lies outside 1 to {Envelope.MaxLength}."), lengthPlace.Place.Start)
            : number < 1
                ? new Rejection("closed-leaf/number", "Statements are numbered from 1 on.", numberPlace.Place.Start)
            : !IsName(origin.Value)
                ? new Rejection("closed-leaf/origin", $"An origin is {Names}.", origin.Place.Start)
            : new ClosedLeaf(entry.ToArray(), addressees, commitment, (int)length, number, origin.Value);
    }

    private const string Names = "1 to 255 bytes of UTF-8 without control characters";

    private static bool IsName(string text) => text.Length > 0 && Encoding.UTF8.GetByteCount(text) <= MaxTextLength && !text.Any(char.IsControl);

    private static Hash32 Commit(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> envelope)
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)envelope.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Domain);
        hash.AppendData(salt);
        hash.AppendData(length);
        hash.AppendData(envelope);
        return Hash32.Of(hash.GetHashAndReset());
    }
}
