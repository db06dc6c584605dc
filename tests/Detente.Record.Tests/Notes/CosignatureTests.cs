using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Notes;
using Detente.Record.Tests.Mutations;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Notes;

public sealed class CosignatureTests
{
    private static readonly NoteSigner Log = new("log.example", SlowSigner.Of(1));

    private static readonly Cosigner Witness = new("witness.example", SlowSigner.Of(2));

    private static readonly byte[] Text = new Checkpoint("log.example", 7, default) { Extensions = ["more"] }.ToText();

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Cosignatures.ToArbitrary(), cosignature =>
        Assert.Equal(cosignature, Cosignature.Of(cosignature.ToLine(), cosignature.Type).OrThrow())).QuickCheckThrowOnFailure();

    [Fact]
    public void The_signed_message_is_two_lines_and_the_whole_text()
        => Assert.Equal($"cosignature/v1\ntime 1679315147\n{Encoding.UTF8.GetString(Text)}", Encoding.UTF8.GetString(CosignedMessage.Ed25519(1679315147, Text)));

    [Fact]
    public void A_cosignature_verifies_with_its_time()
    {
        var verified = SignedNote.Sign(Text, Log).With(Witness.Cosign(Text, 1679315147)).Verify([Log.Key, Witness.Key]).OrThrow();
        Assert.Equal([(Log.Key, null), (Witness.Key, (ulong?)1679315147)], verified.Verified.Select(signature => (signature.Key, signature.Time)));
    }

    [Fact]
    public void Another_time_or_text_does_not()
    {
        var line = Witness.Cosign(Text, 1679315147);
        var cosignature = Cosignature.Of(line, SignatureType.Ed25519Cosignature).OrThrow();
        Assert.Equal("note/bad-signature", SignedNote.Of(Text, [(cosignature with { Time = 1679315148 }).ToLine()]).Verify([Witness.Key]).Rejection!.Rule);
        var other = new Checkpoint("log.example", 8, default).ToText();
        Assert.Equal("note/bad-signature", SignedNote.Of(other, [line]).Verify([Witness.Key]).Rejection!.Rule);
    }

    [Fact]
    public void Only_a_checkpoint_is_cosigned()
    {
        var text = "a text\n"u8.ToArray();
        Assert.Throws<ArgumentException>(() => Witness.Cosign(text, 1));
        var made = new Cosignature(SignatureType.Ed25519Cosignature, Witness.Name, Witness.Key.KeyId, 1, Witness.Signer.Sign(CosignedMessage.Ed25519(1, text)));
        Assert.Equal("checkpoint/too-few-lines", SignedNote.Of(text, [made.ToLine()]).Verify([Witness.Key]).Rejection!.Rule);
    }

    [Fact]
    public void A_line_of_another_length_or_type_is_no_cosignature()
    {
        var line = Witness.Cosign(Text, 5);
        Assert.Equal("cosignature/length", Cosignature.Of(line with { Signature = line.Signature[1..] }, SignatureType.Ed25519Cosignature).Rejection!.Rule);
        Assert.Equal("cosignature/length", Cosignature.Of(line, SignatureType.MlDsa44Cosignature).Rejection!.Rule);
        Assert.Equal("cosignature/type", Cosignature.Of(line, SignatureType.Ed25519).Rejection!.Rule);
    }

    [Fact]
    public void A_message_that_cannot_be_cosigned_is_not_made()
    {
        Hash32 hash = default;
        Assert.Throws<ArgumentException>(() => CosignedMessage.MlDsa44("", 0, "log", 0, 1, hash));
        Assert.Throws<ArgumentException>(() => CosignedMessage.MlDsa44("w", 0, new string('a', 256), 0, 1, hash));
        Assert.Throws<ArgumentException>(() => CosignedMessage.MlDsa44("w", 1, "log", 1, 2, hash));
        Assert.Throws<ArgumentException>(() => CosignedMessage.MlDsa44("w", 0, "log", 2, 1, hash));
        Assert.Throws<ArgumentException>(() => CosignedMessage.MlDsa44("w", 1UL << 63, "log", 0, 1, hash));
        Assert.Equal(12 + 2 + 8 + 4 + 8 + 8 + 32, CosignedMessage.MlDsa44("w", 0, "log", 0, 1, hash).Length);
    }

    private static Gen<Cosignature> Cosignatures
        => from type in Gen.Elements(SignatureType.Ed25519Cosignature, SignatureType.MlDsa44Cosignature)
           from name in Generators.Names
           from id in Gen.Choose(0, int.MaxValue)
           from time in Generators.Numbers
           from bytes in Generators.Bytes(type == SignatureType.MlDsa44Cosignature ? Cosignature.MlDsa44Length : Cosignature.Ed25519Length)
           select new Cosignature(type, name, (uint)id, time, bytes);
}
