using System.Text;
using Detente.Record.Notes;
using Detente.Record.Tests.Mutations;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Notes;

public sealed class SignedNoteTests
{
    private static readonly NoteSigner One = new("one.example", SlowSigner.Of(1));

    private static readonly NoteSigner Two = new("two.example", SlowSigner.Of(2));

    private static readonly byte[] Text = "a text\n"u8.ToArray();

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Notes.ToArbitrary(), note =>
    {
        var bytes = note.ToBytes();
        var again = SignedNote.Parse(bytes).OrThrow();
        Assert.Equal(note.Text.ToArray(), again.Text.ToArray());
        Assert.Equal(note.Signatures, again.Signatures);
        Assert.Equal(bytes, again.ToBytes());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_alone_are_read_back() => Prop.ForAll(Gen.NonEmptyListOf(Generators.Signatures).ToArbitrary(), lines =>
        Assert.Equal(lines, SignatureLines.Parse(SignatureLines.Write(lines)).OrThrow())).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", "note/final-line-feed", 0)]
    [InlineData("text\n", "note/no-separator", 5)]
    [InlineData("text\n\n", "note/no-signature", 6)]
    [InlineData("text\n\n— a AAAAAAA=", "note/final-line-feed", 20)]
    [InlineData("text\n\n- a AAAAAAA=\n", "note/signature-line", 6)]
    [InlineData("text\n\n—a AAAAAAA=\n", "note/signature-line", 6)]
    [InlineData("text\n\n— a\n", "note/signature-line", 11)]
    [InlineData("text\n\n—  AAAAAAA=\n", "note/key-name", 10)]
    [InlineData("text\n\n— a+b AAAAAAA=\n", "note/key-name", 10)]
    [InlineData("text\n\n— a\u2003b AAAAAAA=\n", "note/key-name", 10)]
    [InlineData("text\n\n— a b AAAAAAA=\n", "note/signature-base64", 12)]
    [InlineData("text\n\n— a AAAAAAA= \n", "note/signature-base64", 12)]
    [InlineData("text\n\n— a AAAAAAA\n", "note/signature-base64", 12)]
    [InlineData("text\n\n— a AAAAAAB=\n", "note/signature-base64", 12)]
    [InlineData("text\n\n— a AAAAAA==\n", "note/signature-length", 12)]
    [InlineData("text\n\n— a \n", "note/signature-length", 12)]
    [InlineData("text\n\n— a AAAAAAA=\nmore\n", "note/signature-line", 21)]
    [InlineData("text\t\n\n— a AAAAAAA=\n", "note/control-character", 4)]
    [InlineData("text\n\n— a AAAAAAA=\r\n", "note/control-character", 20)]
    public void Any_other_is_refused(string note, string rule, int offset)
    {
        var rejection = SignedNote.Parse(Encoding.UTF8.GetBytes(note)).Rejection!;
        Assert.Equal((rule, offset), (rejection.Rule, rejection.Offset));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_where_they_are()
    {
        byte[] note = [.. Text, 0xc3, 0x28, (byte)'\n', (byte)'\n', .. SignatureLines.Write([One.Sign(Text)])];
        var rejection = SignedNote.Parse(note).Rejection!;
        Assert.Equal(("note/utf-8", 7), (rejection.Rule, rejection.Offset));
    }

    [Fact]
    public void A_note_that_is_too_long_is_refused() => Assert.Equal("note/too-long", SignedNote.Parse(new byte[SignedNote.MaxLength + 1]).Rejection!.Rule);

    [Fact]
    public void The_last_empty_line_parts_text_and_signatures()
    {
        var text = "verse\n\nverse\n\n"u8.ToArray();
        var note = SignedNote.Parse(SignedNote.Sign(text, One).ToBytes()).OrThrow();
        Assert.Equal(text, note.Text.ToArray());
        Assert.True(note.Verify([One.Key]).IsOk);
    }

    [Fact]
    public void Who_signed_is_told_and_who_is_unknown()
    {
        var stranger = new NoteSigner("three.example", SlowSigner.Of(3));
        var verified = SignedNote.Sign(Text, Two, stranger, One).Verify([One.Key, Two.Key]).OrThrow();
        Assert.Equal([Two.Key, One.Key], verified.Verified.Select(signature => signature.Key));
        Assert.All(verified.Verified, signature => Assert.Null(signature.Time));
        Assert.Equal(["three.example"], verified.Unknown.Select(line => line.Name));
    }

    [Fact]
    public void A_signature_of_another_length_does_not_verify()
    {
        var line = One.Sign(Text);
        foreach (var length in new[] { 1, 63 })
        {
            Assert.Equal("note/bad-signature", SignedNote.Of(Text, [line with { Signature = line.Signature[..length] }]).Verify([One.Key]).Rejection!.Rule);
        }
    }

    [Fact]
    public void Two_known_keys_of_one_name_and_key_id_are_ambiguous()
    {
        // A made-up line of the same name and id as a key of another type: ids are short, so this can be brought about.
        var line = One.Sign(Text);
        Assert.True(SignedNote.Of(Text, [line]).Verify([One.Key, One.Key]).IsOk);
        var other = AmbiguousWith(One.Key);
        Assert.Equal("note/ambiguous-key", SignedNote.Of(Text, [line]).Verify([One.Key, other]).Rejection!.Rule);
    }

    [Fact]
    public void What_no_note_can_hold_is_not_signed()
    {
        Assert.Throws<ArgumentException>(() => SignedNote.Sign("no line feed"u8.ToArray(), One));
        Assert.Throws<ArgumentException>(() => SignedNote.Sign("a tab\t\n"u8.ToArray(), One));
        Assert.Throws<ArgumentException>(() => SignedNote.Sign(new byte[] { 0xff, (byte)'\n' }, One));
        Assert.Throws<ArgumentException>(() => SignedNote.Sign(Text));
        Assert.Throws<ArgumentException>(() => SignedNote.Of(Text, [new NoteSignature("a b", 1, new byte[64])]));
        Assert.Throws<ArgumentException>(() => SignedNote.Of(Text, [new NoteSignature("a\ud800", 1, new byte[64])]));
        Assert.Throws<ArgumentException>(() => new NoteSigner("a+b", SlowSigner.Of(1)));
    }

    [Fact]
    public void A_line_that_is_there_is_not_added_again()
    {
        var note = SignedNote.Sign(Text, One);
        Assert.Equal(note.ToBytes(), note.With(One.Sign(Text)).ToBytes());
        Assert.Equal([One.Name, Two.Name], note.With(Two.Sign(Text), One.Sign(Text)).Signatures.Select(line => line.Name));
    }

    private static Gen<SignedNote> Notes
        => from lines in Gen.ListOf(Gen.OneOf(Generators.Lines, Gen.Constant("")))
           from last in Generators.Lines
           from signatures in Gen.NonEmptyListOf(Generators.Signatures)
           select SignedNote.Of(Encoding.UTF8.GetBytes(string.Concat(lines.Append(last).Select(line => $"{line}\n"))), [.. signatures]);

    /// <summary>A key read from a text in which another key's name and id stand: it takes 2^32 tries to find one, so the record is made by hand.</summary>
    private static VerifierKey AmbiguousWith(VerifierKey key)
    {
        var made = VerifierKey.Ed25519Cosignature(key.Name, SlowSigner.Of(9).PublicKey);
        typeof(VerifierKey).GetField("<KeyId>k__BackingField", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.SetValue(made, key.KeyId);
        return made;
    }
}
