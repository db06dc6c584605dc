using Detente.Record.Bytes;
using Detente.Record.Notes;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests;

/// <summary>Random values of the formats' own kinds.</summary>
internal static class Generators
{
    private const string Characters = "abcxyz0189-._/:#=—é語𝄞\u007f\u0085";

    /// <summary>Any size, index or time a format can hold, with the edges often.</summary>
    public static Gen<ulong> Numbers => Gen.OneOf(
        Gen.Choose(0, 300).Select(number => (ulong)number),
        from shift in Gen.Choose(0, 62) from near in Gen.Choose(-1, 1) select (ulong)((1L << shift) + near),
        Gen.Constant((ulong)long.MaxValue));

    public static Gen<Hash32> Hashes => Bytes(Hash32.Size).Select(bytes => Hash32.Of(bytes));

    public static Gen<byte[]> Bytes(int length) => Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value), length);

    public static Gen<byte[]> AnyBytes(int maximum) => Gen.Choose(0, maximum).SelectMany(Bytes);

    /// <summary>What may name a key: no space, no plus, no control character.</summary>
    public static Gen<string> Names => Words(Characters.Replace("\u0085", "", StringComparison.Ordinal));

    /// <summary>A line of a note, not empty.</summary>
    public static Gen<string> Lines => Words(Characters + " +\t".Replace("\t", "\u00a0", StringComparison.Ordinal));

    public static Gen<NoteSignature> Signatures
        => from name in Names from id in Gen.Choose(int.MinValue, int.MaxValue) from length in Gen.Elements(1, 2, 3, 64, 72, 2428) from bytes in Bytes(length) select new NoteSignature(name, unchecked((uint)id), bytes);

    public static Gen<Checkpoint> Checkpoints
        => from origin in Lines
           from size in Numbers
           from root in Hashes
           from extensions in Gen.ListOf(Lines)
           select new Checkpoint(origin, size, root) { Extensions = [.. extensions] };

    public static Gen<SignedNote> CheckpointNotes
        => from checkpoint in Checkpoints from count in Gen.Choose(1, 5) from signatures in Gen.ListOf(Signatures, count) select SignedNote.Of(checkpoint.ToText(), [.. signatures]);

    public static Gen<Hash32[]> Proofs => Gen.Choose(0, 63).SelectMany(count => Gen.ArrayOf(Hashes, count));

    private static Gen<string> Words(string characters)
    {
        // By code point: a pair is one character.
        var points = characters.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        return from count in Gen.Choose(1, 12) from chosen in Gen.ListOf(Gen.Elements(points), count) select string.Concat(chosen);
    }
}
