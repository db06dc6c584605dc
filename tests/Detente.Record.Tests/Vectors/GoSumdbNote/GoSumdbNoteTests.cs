using System.Text;
using System.Text.Json;
using Detente.Record.Notes;
using Detente.Record.Tests.Mutations;

namespace Detente.Record.Tests.Vectors.GoSumdbNote;

public sealed class GoSumdbNoteTests
{
    private static readonly JsonElement Data = JsonDocument.Parse(File.ReadAllBytes(Tree.Vector("GoSumdbNote", "signed-note.json"))).RootElement;

    public static TheoryData<int> Valid => [.. Enumerable.Range(0, Data.GetProperty("valid").GetArrayLength())];

    public static TheoryData<string> Refused => [.. Cases("reject").Concat(Cases("reject_bytes_hex")).Select(refused => refused.GetProperty("why").GetString()!)];

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_note_verifies(int index)
    {
        var valid = Data.GetProperty("valid")[index];
        var bytes = Encoding.UTF8.GetBytes(valid.GetProperty("note").GetString()!);
        var note = SignedNote.Parse(bytes).OrThrow();
        Assert.Equal(bytes, note.ToBytes());

        var verified = note.Verify(Keys(valid)).OrThrow();
        Assert.Equal(Strings(valid, "verified"), verified.Verified.Select(signature => signature.Key.Name));
        Assert.Equal(Strings(valid, "unverified"), verified.Unknown.Select(signature => signature.Name));
        Assert.Empty(verified.Unchecked);
    }

    [Fact]
    public void The_published_key_signs_the_published_note()
    {
        var valid = Cases("valid").Single(valid => valid.TryGetProperty("skey", out _));
        var parts = valid.GetProperty("skey").GetString()!.Split('+', 5);
        Assert.Equal(["PRIVATE", "KEY"], parts[..2]);

        var key = new SlowSigner(Convert.FromBase64String(parts[4])[1..]);
        var signer = new NoteSigner(parts[2], key);
        Assert.Equal(Strings(valid, "vkeys").Single(), signer.Key.ToString());

        var bytes = Encoding.UTF8.GetBytes(valid.GetProperty("note").GetString()!);
        Assert.Equal(bytes, SignedNote.Sign(SignedNote.Parse(bytes).OrThrow().Text, signer).ToBytes());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_note_to_refuse_is_refused(string why)
    {
        var refused = Cases("reject").Concat(Cases("reject_bytes_hex")).Single(refused => refused.GetProperty("why").GetString() == why);
        var bytes = refused.TryGetProperty("hex", out var hex) ? Convert.FromHexString(hex.GetString()!) : Encoding.UTF8.GetBytes(refused.GetProperty("note").GetString()!);
        var rule = SignedNote.Parse(bytes).TryGet(out var note, out var rejection)
            ? note.Verify(Keys(refused)).Rejection!.Rule
            : rejection.Rule;
        Assert.Equal(
            why switch
            {
                "text only" => "note/no-separator",
                "no signature lines" => "note/no-signature",
                "missing final newline" => "note/final-line-feed",
                "control char in text" => "note/control-character",
                "key name contains space, no final newline" => "note/final-line-feed",
                "unexpected line after signatures" => "note/signature-line",
                "101 signatures (implementation limit 100)" => "note/too-many-signatures",
                "known key with corrupted signature" => "note/bad-signature",
                "invalid UTF-8" => "note/utf-8",
                _ => "",
            },
            rule);
    }

    [Fact]
    public void Bad_keys_are_refused()
        => Assert.Equal(["vkey/base64", "vkey/type-reserved"], Strings(Data, "bad_vkeys").Select(vkey => VerifierKey.Parse(vkey).Rejection!.Rule));

    private static IEnumerable<JsonElement> Cases(string kind) => Data.GetProperty(kind).EnumerateArray();

    private static List<VerifierKey> Keys(JsonElement of) => [.. (of.TryGetProperty("vkeys", out _) ? Strings(of, "vkeys") : Strings(Data.GetProperty("valid")[0], "vkeys")).Select(vkey => VerifierKey.Parse(vkey).OrThrow())];

    private static IEnumerable<string> Strings(JsonElement of, string name)
        => of.TryGetProperty(name, out var strings) ? strings.EnumerateArray().Select(text => text.GetString()!) : [];
}
