using System.Text;
using System.Text.Json;
using Detente.Cli;
using Detente.Record.Merkle;
using Detente.Record.Signatures;

namespace Detente.Tests.Cli;

/// <summary><c>detente record</c>, from the first argument to the exit code. What a process survives is tested in Detente.Node.Tests/Process.</summary>
public sealed class RecordCommandTests : IDisposable
{
    private const string Origin = "example.org/detente/log";

    private readonly string folder = Directory.CreateTempSubdirectory("detente-").FullName;

    public RecordCommandTests()
    {
        Assert.SkipUnless(LibCrypto.IsPresent, "libcrypto is not installed, and signs");
        File.WriteAllText(PassphraseFile, "correct horse\n");
        Assert.Equal(ExitCode.Kept, Shell.Run("keys", "new", Origin, "--out", Key, "--passphrase-file", PassphraseFile).Code);
    }

    private string Log => Path.Combine(folder, "log");

    private string Key => Path.Combine(folder, "log.key");

    private string PassphraseFile => Path.Combine(folder, "passphrase");

    private string Vkey => File.ReadAllLines(Path.Combine(Log, "log.txt"))[2];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_log_is_made_filled_proved_and_checked()
    {
        var made = Make();
        Assert.Equal($"origin  {Origin}\nvkey    {Vkey}\n", made.Out);
        var (first, second) = (Write("first", "one"), Write("second", ""));
        var appended = Append([first, second]);
        Assert.Equal((ExitCode.Kept, ""), (appended.Code, appended.Error));
        var root = TreeHash.OfNode(TreeHash.OfLeaf("one"u8), TreeHash.OfLeaf(""u8)).ToBase64();
        Assert.Equal($"0  {TreeHash.OfLeaf("one"u8).ToBase64()}\n1  {TreeHash.OfLeaf(""u8).ToBase64()}\ncheckpoint  2  {root}\n", appended.Out);

        var proof = Path.Combine(folder, "second.tlog-proof");
        Assert.Equal($"{proof}: entry 1 of 2 of {Origin}\n", Shell.Run("record", "prove", Log, "--entry", second, "--out", proof).Out);
        Assert.Equal(File.ReadAllText(proof), Shell.Run("record", "prove", Path.Combine(Log, "public"), "--index", "1").Out);
        var verified = Shell.Run("record", "verify", proof, "--entry", second, "--vkey", Vkey);
        Assert.Equal((ExitCode.Kept, ""), (verified.Code, verified.Error));
        Assert.StartsWith($"verified\n  Entry 1 of the log {Origin} is this one, in its tree of 2 with the root\n", verified.Out, StringComparison.Ordinal);
        Assert.Contains(root, verified.Out, StringComparison.Ordinal);
        Assert.Contains(Vkey, verified.Out, StringComparison.Ordinal);
        Assert.Contains("does not say that what the entry says is so", verified.Out, StringComparison.Ordinal);

        var other = Shell.Run("record", "verify", proof, "--entry", first, "--vkey", Vkey);
        Assert.Equal((ExitCode.NotVerified, "not verified\n  The proof does not lead from the entry at 1 to the root. (proof/not-included)\n"), (other.Code, other.Out));

        var check = Shell.Run("record", "fsck", Log, "--key", Key);
        Assert.Equal((ExitCode.Kept, ""), (check.Code, check.Error));
        Assert.Equal($"{Origin}\n2 entries published, root {root}\n  checked: 2 entries, 1 bundle, 1 tile, 2 pages of the journal, 2 leaves in the index\nnothing is damaged\n", check.Out);
    }

    [Fact]
    public void A_log_is_exported_and_the_export_goes_on()
    {
        Make();
        var entries = Enumerable.Range(0, 3).Select(i => Write($"entry-{i}", $"entry {i}")).ToArray();
        Append(entries[..2]);
        var export = Path.Combine(folder, "export");
        Assert.Equal($"{export}  2 entries of {Origin}\n", Shell.Run("record", "export", Log, export).Out);
        Append(entries[2..]);
        Assert.Equal($"{export}  3 entries of {Origin}\n", Shell.Run("record", "export", Log, export).Out);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Log, "public", "checkpoint")), File.ReadAllBytes(Path.Combine(export, "checkpoint")));
        var proof = Write("proof", Shell.Run("record", "prove", export, "--index", "2").Out);
        Assert.Equal(ExitCode.Kept, Shell.Run("record", "verify", proof, "--entry", entries[2], "--vkey", Vkey).Code);

        var other = Shell.Run("record", "export", Log, folder);
        Assert.Equal(ExitCode.BadInput, other.Code);
        Assert.Contains("which is not a log's: an export needs a folder of its own", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_cannot_be_reached_is_said_in_one_line_without_its_password()
    {
        var refused = Shell.Run("record", "init", "Host=127.0.0.1;Port=1;Database=d;Username=u;Password=geheim", "--key", Key, "--passphrase-file", PassphraseFile);
        Assert.Equal(ExitCode.BadInput, refused.Code);
        Assert.Single(refused.Error.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("geheim", refused.Error, StringComparison.Ordinal);
        Assert.Contains("database d on 127.0.0.1:1", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proof_is_verified_by_a_policy()
    {
        Make();
        var entry = Write("entry", "one");
        Append([entry]);
        var proof = Write("proof", Shell.Run("record", "prove", Log, "--index", "0").Out);
        var policy = Write("policy", $"log {Vkey}\nquorum none\n");
        Assert.Equal(ExitCode.Kept, Shell.Run("record", "verify", proof, "--entry", entry, "--policy", policy).Code);

        var witness = $"witness w {Shell.Run("keys", "show", Key).Out.Split('\n')[3]["cosigning".Length..].Trim()}";
        File.WriteAllText(policy, $"log {Vkey}\n{witness}\nquorum w\n");
        var alone = Shell.Run("record", "verify", proof, "--entry", entry, "--policy", policy);
        Assert.Equal(ExitCode.NotVerified, alone.Code);
        Assert.Contains("policy/quorum-not-met", alone.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_become_entries_and_so_does_what_is_piped_in_whole()
    {
        Make();
        var lines = Shell.RunWith(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 700).Select(i => $"line {i}\n")) + "\nlast"), [.. Call("append"), "--lines"]);
        Assert.Equal((ExitCode.Kept, ""), (lines.Code, lines.Error));
        var printed = lines.Out.TrimEnd().Split('\n');
        Assert.Equal(703, printed.Length);
        Assert.Equal($"600  {TreeHash.OfLeaf("line 600"u8).ToBase64()}", printed[600]);
        Assert.Equal($"700  {TreeHash.OfLeaf(""u8).ToBase64()}", printed[700]);
        Assert.Equal($"701  {TreeHash.OfLeaf("last"u8).ToBase64()}", printed[701]);
        Assert.StartsWith("checkpoint  702  ", printed[702], StringComparison.Ordinal);

        var whole = Shell.RunWith("a\nb\n"u8.ToArray(), [.. Call("append"), "-"]);
        Assert.StartsWith($"702  {TreeHash.OfLeaf("a\nb\n"u8).ToBase64()}\ncheckpoint  703  ", whole.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Kept, Shell.Run("record", "fsck", Log, "--key", Key).Code);
    }

    [Fact]
    public void A_line_too_long_ends_the_call_and_those_before_it_are_kept()
    {
        Make();
        byte[] input = [.. "short\n"u8, .. new byte[65_536].Select(_ => (byte)'x'), .. "\nnever\n"u8];
        var result = Shell.RunWith(input, [.. Call("append"), "--lines"]);
        Assert.Equal((ExitCode.BadInput, $"0  {TreeHash.OfLeaf("short"u8).ToBase64()}\n"), (result.Code, result.Out));
        Assert.Equal("detente: line 2 of what is piped in has over 65535 bytes, which is more than an entry has. What was acknowledged is kept\n", result.Error);
        Assert.Contains("1 entry published", Shell.Run("record", "fsck", Log).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_one_file_cannot_be_an_entry_none_is_appended()
    {
        Make();
        var (good, large) = (Write("good", "x"), Write("large", new string('x', 65_536)));
        Assert.Equal($"detente: {large} has 65536 bytes, and an entry has at most 65535\n", Append([good, large]).Error);
        Assert.Equal($"detente: there is no file {good}s; did you mean 'good'?\n", Append([good, good + "s"]).Error);
        Assert.Contains("0 entries published", Shell.Run("record", "fsck", Log).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Making_a_log_again_does_nothing_while_it_is_empty_and_is_refused_after()
    {
        var made = Make();
        Assert.Equal(made, Make());
        Append([Write("entry", "x")]);
        Assert.Equal((ExitCode.BadInput, $"detente: the key {Key} has signed 1 entries of {Origin} already: a new log needs a key of its own\n"), (Make() is var again ? again.Code : 0, again.Error));
        var elsewhere = Shell.Run("record", "init", Log + "2", "--key", Key, "--passphrase-file", PassphraseFile);
        Assert.Equal(ExitCode.BadInput, elsewhere.Code);
        Assert.False(Directory.Exists(Log + "2"));
    }

    [Fact]
    public void A_log_may_have_another_name_than_its_key()
    {
        var made = Shell.Run([.. Call("init"), "--origin", "example.org/other"]);
        Assert.StartsWith("origin  example.org/other\nvkey    example.org/other+", made.Out, StringComparison.Ordinal);
        var entry = Write("entry", "x");
        Assert.Equal(ExitCode.Kept, Append([entry]).Code);
        var proof = Write("proof", Shell.Run("record", "prove", Log, "--index", "0").Out);
        Assert.Equal(ExitCode.Kept, Shell.Run("record", "verify", proof, "--entry", entry, "--vkey", Vkey).Code);
        Assert.Equal(ExitCode.Kept, Shell.Run("record", "fsck", Log, "--key", Key).Code);
    }

    [Fact]
    public void Another_log_s_key_is_refused()
    {
        Make();
        var other = Path.Combine(folder, "other.key");
        Shell.Run("keys", "new", Origin, "--out", other, "--passphrase-file", PassphraseFile);
        var result = Shell.Run("record", "append", Log, Write("entry", "x"), "--key", other, "--passphrase-file", PassphraseFile);
        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith($"detente: {other} is not the key of {Log}: ", result.Error, StringComparison.Ordinal);
        Assert.Equal("key/other", Faults(Shell.Run("record", "fsck", Log, "--key", other, "--format", "json").Out).Last());
    }

    [Fact]
    public void What_is_damaged_is_told_with_its_place_and_ends_with_3()
    {
        Make();
        Append([Write("entry", "one"), Write("second", "two")]);
        var bundle = Path.Combine(Log, "public/tile/entries/000.p/2");
        var bytes = File.ReadAllBytes(bundle);
        bytes[^1] ^= 1;
        File.WriteAllBytes(bundle, bytes);
        var check = Shell.Run("record", "fsck", Log, "--key", Key);
        Assert.Equal(ExitCode.Damaged, check.Code);
        Assert.Contains($"damaged: {bundle}, byte 5: entry 1 is not the one whose hash stands in tile/0/000.p/2 (bundle/entry)", check.Out.Replace("\n    ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("\n1 fault\n", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_published_is_checked_where_it_stands_alone()
    {
        Make();
        Append([Write("entry", "one"), Write("second", "two")]);
        var published = Path.Combine(folder, "published");
        Assert.Equal(ExitCode.Kept, Shell.Run("record", "export", Log, published).Code);
        var check = Shell.Run("record", "fsck", published, "--vkey", Vkey);
        Assert.Equal((ExitCode.Kept, ""), (check.Code, check.Error));
        Assert.Contains("checked: 2 entries, 1 bundle, 1 tile,", check.Out, StringComparison.Ordinal);
        Assert.Contains("not checked: signatures", Shell.Run("record", "fsck", published).Out, StringComparison.Ordinal);

        File.Delete(Path.Combine(published, "tile/0/000.p/2"));
        Assert.Equal(["file/missing"], Faults(Shell.Run("record", "fsck", published, "--vkey", Vkey, "--format", "json").Out));
        Assert.False(File.Exists(Path.Combine(published, "log.lock")));
    }

    [Fact]
    public void Another_key_than_the_reader_s_is_named()
    {
        Make();
        var other = Path.Combine(folder, "other.key");
        var vkey = Shell.Run("keys", "new", Origin, "--out", other, "--passphrase-file", PassphraseFile).Out.Split('\n')[2]["vkey".Length..].Trim();
        Assert.Equal(["log/key", "note/not-signed"], Faults(Shell.Run("record", "fsck", Log, "--vkey", vkey, "--format", "json").Out));
    }

    [Theory]
    [InlineData("fsck")]
    [InlineData("prove")]
    public void A_database_is_not_read_where_a_folder_is_needed_and_no_password_is_shown(string command)
    {
        var result = Shell.Run(["record", command, "Host=nowhere;Database=d;Password=secret", .. command == "prove" ? (string[])["--index", "0"] : []]);
        Assert.Equal((ExitCode.BadInput, ""), (result.Code, result.Out));
        Assert.Contains("detente record export", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_is_what_the_schemas_say()
    {
        Make();
        var entry = Write("entry", "one");
        Append([entry]);
        var proof = Write("proof", Shell.Run("record", "prove", Log, "--index", "0").Out);
        foreach (var given in (string[])[entry, proof])
        {
            Assert.Empty(JsonSchema.Faults(Shell.Run("schema", "proof").Out, Shell.Run("record", "verify", proof, "--entry", given, "--vkey", Vkey, "--format", "json").Out));
        }

        Assert.Empty(JsonSchema.Faults(Shell.Run("schema", "fsck").Out, Shell.Run("record", "fsck", Log, "--key", Key, "--format", "json").Out));
        File.Delete(Path.Combine(Log, "public/tile/0/000.p/1"));
        File.WriteAllText(Path.Combine(Log, "log.txt"), "x");
        var spoiled = Shell.Run("record", "fsck", Log, "--format", "json");
        Assert.Equal(ExitCode.Damaged, spoiled.Code);
        Assert.Empty(JsonSchema.Faults(Shell.Run("schema", "fsck").Out, spoiled.Out));
        Assert.Equal(["log/format", "file/missing"], Faults(spoiled.Out));
    }

    [Theory]
    [InlineData("detente: 'record' has no command 'verfy'; did you mean 'verify'?", "verfy")]
    [InlineData("detente: 'record append' needs LOG; detente record append --help", "append")]
    [InlineData("detente: 'record append' needs FILE, or --lines; detente record append --help", "append", "LOG", "--key", "KEY")]
    [InlineData("detente: --lines takes what is piped in, and no FILE", "append", "LOG", "FILE", "--key", "KEY", "--lines")]
    [InlineData("detente: 'record init' needs --key KEY; detente record init --help", "init", "LOG")]
    [InlineData("detente: there is no key file none", "init", "LOG", "--key", "none")]
    [InlineData("detente: there is no log in none: it has no log.txt", "append", "none", "FILE", "--key", "KEY")]
    [InlineData("detente: there is no log in none", "fsck", "none")]
    [InlineData("detente: there is no key file none", "fsck", "LOG", "--key", "none")]
    [InlineData("detente: there is no published log in none: none has no checkpoint", "prove", "none", "--index", "0")]
    [InlineData("detente: there is no entry 5 in LOG: 0 are published", "prove", "LOG", "--index", "5")]
    [InlineData("detente: no entry of LOG has the bytes of FILE: 0 are published", "prove", "LOG", "--entry", "FILE")]
    [InlineData("detente: 'record prove' needs --index N, from 0, or --entry FILE; detente record prove --help", "prove", "LOG")]
    [InlineData("detente: 'record verify' needs --policy POLICY or --vkey VKEY, one of them; detente record verify --help", "verify", "FILE", "--entry", "FILE")]
    [InlineData("detente: FILE: The first line is not c2sp.org/tlog-proof@v1. (byte 0, rule proof/header)", "verify", "FILE", "--entry", "FILE", "--vkey", "VKEY")]
    public void What_cannot_be_done_is_one_clear_line(string line, params string[] args)
    {
        Make();
        var file = Write("entry", "x");
        string Real(string text) => text.Replace("VKEY", Vkey, StringComparison.Ordinal);
        var result = Shell.Run(["record", .. args.Select(arg => arg switch { "LOG" => Log, "KEY" => Key, "FILE" => file, _ => Real(arg) })]);
        Assert.Equal((ExitCode.BadInput, ""), (result.Code, result.Out));
        Assert.Equal(line, result.Error.TrimEnd('\n').Replace(Log, "LOG", StringComparison.Ordinal).Replace(file, "FILE", StringComparison.Ordinal));
    }

    private Shell.Result Make() => Shell.Run(Call("init"));

    private Shell.Result Append(string[] files) => Shell.Run([.. Call("append"), .. files]);

    private string[] Call(string command) => ["record", command, Log, "--key", Key, "--passphrase-file", PassphraseFile];

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static List<string?> Faults(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("rule").GetString())];
    }
}
