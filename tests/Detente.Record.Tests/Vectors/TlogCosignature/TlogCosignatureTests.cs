using System.Text;
using System.Text.Json;
using Detente.Record.Bytes;
using Detente.Record.Notes;
using Detente.Record.Tests.Mutations;

namespace Detente.Record.Tests.Vectors.TlogCosignature;

public sealed class TlogCosignatureTests
{
    private static readonly JsonElement Data = JsonDocument.Parse(File.ReadAllBytes(Tree.Vector("TlogCosignature", "mldsa44-cosignature-generated.json"))).RootElement;

    private static readonly VerifierKey Key = VerifierKey.Parse(Text(Data, "vkey")).OrThrow();

    public static TheoryData<int> Cosignatures => [.. Enumerable.Range(0, Data.GetProperty("cosignatures").GetArrayLength())];

    [Fact]
    public void The_key_is_read_with_its_key_id_and_written_the_same()
    {
        Assert.Equal(Text(Data, "cosigner"), Key.Name);
        Assert.Equal(SignatureType.MlDsa44Cosignature, Key.Type);
        Assert.Equal(Text(Data, "vkey"), Key.ToString());
        Assert.False(Key.CanVerify);
    }

    [Theory]
    [MemberData(nameof(Cosignatures))]
    public void The_signed_message_is_the_published_one(int index)
    {
        var made = Data.GetProperty("cosignatures")[index];
        Assert.Equal(
            Text(made, "message_hex"),
            Convert.ToHexStringLower(CosignedMessage.MlDsa44(Key.Name, Number(made, "timestamp"), Text(Data, "log_origin"), Number(made, "start"), Number(made, "end"), Hash(made))));
    }

    [Theory]
    [MemberData(nameof(Cosignatures))]
    public void The_line_is_read_and_written_the_same(int index)
    {
        var made = Data.GetProperty("cosignatures")[index];
        var bytes = Encoding.UTF8.GetBytes(Text(made, "signature_line"));
        var line = Assert.Single(SignatureLines.Parse(bytes).OrThrow());
        Assert.Equal(Key.KeyId, line.KeyId);

        var cosignature = Cosignature.Of(line, Key.Type).OrThrow();
        Assert.Equal(Number(made, "timestamp"), cosignature.Time);
        Assert.Equal(Cosignature.MlDsa44Length, cosignature.Signature.Length);
        Assert.Equal(bytes, SignatureLines.Write([cosignature.ToLine()]));
    }

    [Fact]
    public void A_line_under_a_checkpoint_is_counted_and_makes_it_signed_by_nobody()
    {
        var made = Data.GetProperty("cosignatures")[0];
        var text = new Checkpoint(Text(Data, "log_origin"), Number(made, "end"), Hash(made)).ToText();
        var line = SignatureLines.Parse(Encoding.UTF8.GetBytes(Text(made, "signature_line"))).OrThrow()[0];
        Assert.Equal("note/not-signed", SignedNote.Of(text, [line]).Verify([Key]).Rejection!.Rule);

        var log = SlowSigner.Of(1);
        var signer = new NoteSigner(Text(Data, "log_origin"), log);
        var verified = SignedNote.Sign(text, signer).With(line).Verify([signer.Key, Key]).OrThrow();
        Assert.Equal([signer.Key], verified.Verified.Select(signature => signature.Key));
        Assert.Equal([Number(made, "timestamp")], verified.Unchecked.Select(cosignature => cosignature.Time));
        Assert.Empty(verified.Unknown);
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static ulong Number(JsonElement of, string name) => of.GetProperty(name).GetUInt64();

    private static Hash32 Hash(JsonElement of) => Hash32.Of(of.GetProperty("hash_b64").GetBytesFromBase64());
}
