using System.Text.Json;
using Detente.Cli;
using Detente.Cli.Input;
using Detente.Record.Signatures;

namespace Detente.Tests.Cli;

/// <summary><c>detente keys</c>, from the first argument to the exit code.</summary>
public sealed class KeysCommandTests : IDisposable
{
    private const string Name = "example.org/detente/log";

    private readonly string folder = Directory.CreateTempSubdirectory("detente-").FullName;

    private string Key => Path.Combine(folder, "log.key");

    private string PassphraseFile => Path.Combine(folder, "passphrase");

    public KeysCommandTests() => File.WriteAllText(PassphraseFile, "correct horse\nnot this line\n");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_key_is_made_and_shown()
    {
        NeedsLibCrypto();
        var made = Shell.Run("keys", "new", Name, "--out", Key, "--passphrase-file", PassphraseFile);
        Assert.Equal((ExitCode.Kept, ""), (made.Code, made.Error));
        var shown = Shell.Run("keys", "show", Key);
        Assert.Equal((ExitCode.Kept, ""), (shown.Code, shown.Error));
        Assert.StartsWith(shown.Out, made.Out, StringComparison.Ordinal);
        Assert.Equal(["name", "kind", "vkey", "cosigning"], shown.Out.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
        Assert.Contains($"{Key} is made.", made.Out, StringComparison.Ordinal);

        using var opened = Node.Keys.KeyFiles.OpenSigner(Key, () => "correct horse");
        Assert.Contains(opened.NoteSigner.Key.ToString(), shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_json_is_what_the_schema_says()
    {
        NeedsLibCrypto();
        var made = Shell.Run("keys", "new", Name, "--out", Key, "--passphrase-file", PassphraseFile, "--format", "json");
        var shown = Shell.Run("keys", "show", Key, "--format", "json");
        Assert.Equal(made.Out, shown.Out);
        Assert.Empty(JsonSchema.Faults(Shell.Run("schema", "key").Out, shown.Out));
        using var json = JsonDocument.Parse(shown.Out);
        Assert.Equal((Name, "encrypted"), (json.RootElement.GetProperty("name").GetString(), json.RootElement.GetProperty("kind").GetString()));
    }

    [Fact]
    public void The_passphrase_may_stand_in_a_variable()
    {
        NeedsLibCrypto();
        var made = Shell.RunProcess(folder, $"$DETENTE keys new {Name} --out log.key </dev/null", (Passphrase.Variable, "from a variable"));
        Assert.Equal((ExitCode.Kept, ""), (made.Code, made.Error));
        using var opened = Node.Keys.KeyFiles.OpenSigner(Key, () => "from a variable");
        Assert.Equal(Name, opened.Name);
    }

    [Fact]
    public void Without_one_and_without_a_terminal_nothing_is_made()
    {
        var refused = Shell.RunProcess(folder, $"$DETENTE keys new {Name} --out log.key </dev/null");
        Assert.Equal((ExitCode.BadInput, "", "detente: there is no terminal to ask for a passphrase: give --passphrase-file FILE, or set DETENTE_PASSPHRASE\n"), (refused.Code, refused.Out, refused.Error));
        Assert.Equal((ExitCode.BadInput, "detente: the passphrase is empty: a key is kept encrypted, or by an agent\n"), Shell.RunProcess(folder, $"$DETENTE keys new {Name} --out log.key", (Passphrase.Variable, "")) is var empty ? (empty.Code, empty.Error) : default);
        Assert.False(File.Exists(Key));
    }

    [Theory]
    [InlineData("'keys' needs one of new, show; detente keys --help", "keys")]
    [InlineData("'keys' has no command 'shwo'; did you mean 'show'?", "keys", "shwo")]
    [InlineData("'keys' has no command 'list'; it has new, show", "keys", "list")]
    [InlineData("'keys new' needs NAME; detente keys new --help", "keys", "new")]
    [InlineData("'keys new' needs --out FILE; detente keys new --help", "keys", "new", "NAME")]
    [InlineData("'keys new' has no option '--pasphrase-file'; did you mean '--passphrase-file'?", "keys", "new", "NAME", "--out", "KEY", "--pasphrase-file", "x")]
    [InlineData("'keys show' needs FILE; detente keys show --help", "keys", "show")]
    [InlineData("'keys show' does not take 'more'; detente keys show --help", "keys", "show", "KEY", "more")]
    [InlineData("there is no key file KEY", "keys", "show", "KEY")]
    [InlineData("'a b' can be no key's name: it holds a Unicode space", "keys", "new", "a b", "--out", "KEY", "--passphrase-file", "PASSPHRASE")]
    [InlineData("PASSPHRASE is there already, and no key is written over", "keys", "new", "NAME", "--out", "PASSPHRASE", "--passphrase-file", "PASSPHRASE")]
    [InlineData("PASSPHRASE: A key file begins with the line detente-key/v1.", "keys", "show", "PASSPHRASE")]
    [InlineData("--agent takes no --passphrase-file: the agent keeps the key", "keys", "new", "NAME", "--out", "KEY", "--agent", "x", "--passphrase-file", "PASSPHRASE")]
    public void What_cannot_be_done_is_one_clear_line(string line, params string[] args)
    {
        string Here(string text) => text.Replace("KEY", Key, StringComparison.Ordinal).Replace("PASSPHRASE", PassphraseFile, StringComparison.Ordinal);
        var result = Shell.Run([.. args.Select(arg => arg is "KEY" or "PASSPHRASE" ? Here(arg) : arg)]);
        Assert.Equal((ExitCode.BadInput, "", $"detente: {Here(line)}\n"), (result.Code, result.Out, result.Error));
        Assert.False(File.Exists(Key));
    }

    [Fact]
    public void Help_goes_down_to_the_second_word()
    {
        Assert.Contains("show", Shell.Run("keys", "--help").Out, StringComparison.Ordinal);
        Assert.Contains("detente keys new", Shell.Run("keys", "new", "--help").Out, StringComparison.Ordinal);
        Assert.Equal(Shell.Run("keys", "new", "--help"), Shell.Run("help", "keys", "new"));
    }

    private static void NeedsLibCrypto() => Assert.SkipUnless(LibCrypto.IsPresent, "libcrypto of OpenSSL 3 is not installed");
}
