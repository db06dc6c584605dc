using Detente.Record.Bytes;

namespace Detente.Record.Mirror;

/// <summary>A whole request to add entries: the header, and the packages from the first on, all or some (c2sp.org/tlog-mirror, add-entries).</summary>
/// <param name="Header">Which log, from where to where.</param>
/// <param name="Packages">The packages that are complete, in order.</param>
/// <param name="IsTorn">Whether bytes of one more package follow, cut off: a mirror discards them and keeps the rest.</param>
/// <remarks>A mirror that reads a stream takes the header and each package as they come, by <see cref="AddEntriesHeader.Read"/> and <see cref="EntryPackage.Read"/>.</remarks>
public sealed record AddEntriesRequest(AddEntriesHeader Header, IReadOnlyList<EntryPackage> Packages, bool IsTorn)
{
    /// <summary>The most packages in one request, 8192 entries. Who has more sends the first ones and goes on after a 202.</summary>
    public const int MaxPackages = 32;

    /// <summary>The type of the body.</summary>
    public const string ContentType = "application/octet-stream";

    /// <summary>Whether nothing of the range is left to send.</summary>
    public bool IsWhole => (Packages.Count == 0 ? Header.Start : Packages[^1].Range.End) == Header.End;

    /// <summary>
    /// The request a body says; rules <c>add-entries/…</c>. A body that ends before its first package is complete is refused, unless it needs none.
    /// Never throws for what is in it.
    /// </summary>
    public static Parsed<AddEntriesRequest> Parse(ReadOnlyMemory<byte> body)
    {
        if (!AddEntriesHeader.Read(body.Span).TryGet(out var header, out var rejection))
        {
            return rejection;
        }

        var packages = new List<EntryPackage>();
        var at = header.Length;
        foreach (var range in PackageRange.Sequence(header.Start, header.End))
        {
            if (at == body.Length && packages.Count > 0)
            {
                return new AddEntriesRequest(header, packages, false);
            }

            if (packages.Count == MaxPackages)
            {
                return new Rejection("add-entries/too-many-packages", $"The request holds more than {MaxPackages} packages.", at);
            }

            if (!EntryPackage.Read(body[at..], range).TryGet(out var package, out rejection))
            {
                return rejection.Rule == "add-entries/truncated" && packages.Count > 0 ? new AddEntriesRequest(header, packages, true) : rejection.At(at);
            }

            packages.Add(package);
            at += package.Length;
        }

        return at == body.Length
            ? new AddEntriesRequest(header, packages, false)
            : new Rejection("add-entries/trailing-bytes", "The request goes on after its last package.", at);
    }

    /// <summary>Its bytes, without what was cut off.</summary>
    /// <exception cref="ArgumentException">The packages are not the first of the header's range, or there are too many, or one cannot be written.</exception>
    public byte[] ToBytes()
        => Packages.Count <= MaxPackages && Packages.Select(package => package.Range).SequenceEqual(PackageRange.Sequence(Header.Start, Header.End).Take(Packages.Count))
            ? [.. Header.ToBytes(), .. Packages.SelectMany(package => package.ToBytes())]
            : throw new ArgumentException("The packages are not the first of the range, or over 32.");
}
