using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Detente.Node.Keys;
using Detente.Record.Notes;
using Detente.Record.Signatures;

namespace Detente.Node.Tests.Keys;

/// <summary>Keys that an agent keeps: with OpenSSH's agent, and with one that answers nonsense.</summary>
[Collection(nameof(SshAgentTests))]
public sealed class SshAgentTests : IDisposable
{
    private const string Name = "example.org/detente/log";

    private readonly string folder = Directory.CreateTempSubdirectory("detente-").FullName;
    private Process? agent;

    private string Socket => Path.Combine(folder, "agent");

    private string Key => Path.Combine(folder, "log.key");

    public void Dispose()
    {
        agent?.Kill();
        agent?.Dispose();
        Environment.SetEnvironmentVariable(SshAgent.Variable, null);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void An_agents_key_signs_notes()
    {
        StartAgent();
        AddKey("one", "log key");
        AddKey("two", "other key");
        var made = KeyFiles.CreateForAgent(Key, Name, "log key");
        Assert.Equal((KeyKind.Agent, Name), (made.Kind, made.Name));

        using var opened = KeyFiles.OpenSigner(Key, () => throw new InvalidOperationException("No passphrase is asked for."));
        Assert.IsType<SshAgentSigner>(opened.Signer);
        var note = SignedNote.Sign("text\n"u8.ToArray(), opened.NoteSigner);
        Assert.True(note.Verify([made.Key]).IsOk);
        Assert.True(made.PublicKey.Verifies(new byte[100_000], opened.Signer.Sign(new byte[100_000])));
        Assert.True(made.PublicKey.Verifies([], opened.Signer.Sign([])));
    }

    [Fact]
    public void A_key_is_found_by_the_fingerprint_that_ssh_add_prints()
    {
        StartAgent();
        AddKey("one", "same");
        AddKey("two", "same");
        var listed = Encoding.UTF8.GetString(Tool.Run(folder, [(SshAgent.Variable, Socket)], "ssh-add", "-l")).Split('\n')[1].Split(' ')[1];
        var made = KeyFiles.CreateForAgent(Key, Name, listed);
        Assert.Equal(listed, SshKey.Fingerprint(made.PublicKey));
        Assert.Contains(Convert.ToBase64String(SshKey.Blob(made.PublicKey)), File.ReadAllText(Path.Combine(folder, "two.pub")), StringComparison.Ordinal);
        Assert.Contains("stands for several keys", Refusal(() => KeyFiles.CreateForAgent(Key + "2", Name, "same")), StringComparison.Ordinal);
        Assert.Contains("it has SHA256:", Refusal(() => KeyFiles.CreateForAgent(Key + "2", Name, "none")), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_other_algorithms_are_passed_over()
    {
        StartAgent();
        AddKey("ec", "curve of another kind", "ecdsa");
        Assert.Equal("the ssh-agent has no key of Ed25519", Refusal(() => KeyFiles.CreateForAgent(Key, Name, "curve of another kind")));
    }

    [Fact]
    public void A_key_that_was_taken_away_does_not_sign()
    {
        StartAgent();
        AddKey("one", "log key");
        KeyFiles.CreateForAgent(Key, Name, "log key");
        using var opened = KeyFiles.OpenSigner(Key, () => null);
        Tool.Run(folder, [(SshAgent.Variable, Socket)], "ssh-add", "-D");
        Assert.Contains("refuses to sign", Refusal(() => opened.Signer.Sign("m"u8)), StringComparison.Ordinal);
        Assert.Contains("add it with ssh-add", Refusal(() => KeyFiles.OpenSigner(Key, () => null)), StringComparison.Ordinal);
        Assert.Contains("of up to 262144 bytes", Refusal(() => opened.Signer.Sign(new byte[SshAgent.MaxMessage])), StringComparison.Ordinal);

        agent!.Kill();
        agent.WaitForExit();
        Assert.Contains("cannot be reached", Refusal(() => opened.Signer.Sign("m"u8)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_agent_it_is_said_so()
    {
        Environment.SetEnvironmentVariable(SshAgent.Variable, null);
        Assert.Contains("SSH_AUTH_SOCK names no ssh-agent", Refusal(() => KeyFiles.CreateForAgent(Key, Name, "x")), StringComparison.Ordinal);
        Environment.SetEnvironmentVariable(SshAgent.Variable, Socket);
        Assert.Contains("cannot be reached", Refusal(() => KeyFiles.CreateForAgent(Key, Name, "x")), StringComparison.Ordinal);
        Environment.SetEnvironmentVariable(SshAgent.Variable, "/" + new string('x', 200));
        Assert.Contains("cannot be reached", Refusal(() => KeyFiles.CreateForAgent(Key, Name, "x")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00000000", "announces 0 bytes")]
    [InlineData("ffffffff", "announces 4294967295 bytes")]
    [InlineData("0000", "cannot be reached")]
    [InlineData("000000100c", "cannot be reached")]
    [InlineData("0000000105", "which keys it has")]
    [InlineData("000000010c", "which keys it has")]
    [InlineData("000000050c00000801", "which keys it has")]
    [InlineData("000000050c00000001", "fewer keys than it says")]
    [InlineData("000000090c00000001ffffffff", "fewer keys than it says")]
    [InlineData("0000000600" + "0000000000", "which keys it has")]
    [InlineData("000000060c0000000000", "more than it says")]
    [InlineData("0000000d0c000000010000000000000000", null)]
    public void An_answer_that_is_none_is_refused(string answer, string? refusal)
    {
        using var listening = Answer(answer);
        var keys = () => new SshAgent(Socket).Keys();
        if (refusal is null)
        {
            Assert.Empty(keys());
        }
        else
        {
            Assert.Contains(refusal, Refusal(keys), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("05", "refuses to sign")]
    [InlineData("06", "does not give a signature")]
    [InlineData("0e", "does not give a signature")]
    [InlineData("0e00000000", "of another kind")]
    [InlineData("0e000000100000000b7373682d65643235353139", "does not give a signature")]
    [InlineData("0e0000000f0000000b7373682d65643235353139", "of another kind")]
    [InlineData("0e000000130000000b7373682d6564323535313900000000", "of another kind")]
    public void A_signature_that_is_none_is_refused(string message, string refusal)
        => Assert.Contains(refusal, SigningRefusal(message), StringComparison.Ordinal);

    [Fact]
    public void A_signature_that_does_not_verify_is_not_given_out()
        => Assert.Contains("does not verify", SigningRefusal("0e000000530000000b7373682d6564323535313900000040" + new string('1', 128)), StringComparison.Ordinal);

    private string SigningRefusal(string message)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, message.Length / 2);
        using var listening = Answer(Convert.ToHexString(length) + message);
        var key = Ed25519PublicKey.Of(Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")).OrThrow();
        return Refusal(() => new SshAgentSigner(new SshAgent(Socket), key).Sign("m"u8));
    }

    /// <summary>Something that answers one question with these bytes, whatever it is.</summary>
    private Socket Answer(string hex)
    {
        var listening = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listening.Bind(new UnixDomainSocketEndPoint(Socket));
        listening.Listen();
        _ = Task.Run(() =>
        {
            using var connection = listening.Accept();
            connection.Receive(new byte[1024]);
            connection.Send(Convert.FromHexString(hex));
        });
        return listening;
    }

    private void StartAgent()
    {
        Needs.LibCrypto();
        Needs.Tool("ssh-agent");
        agent = Process.Start(new ProcessStartInfo("ssh-agent", ["-D", "-a", Socket]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Assert.True(SpinWait.SpinUntil(() => File.Exists(Socket), TimeSpan.FromSeconds(30)), "the ssh-agent made no socket");
        Environment.SetEnvironmentVariable(SshAgent.Variable, Socket);
    }

    private void AddKey(string file, string comment, string type = "ed25519")
    {
        Tool.Run(folder, "ssh-keygen", "-q", "-t", type, "-N", "", "-C", comment, "-f", file);
        Tool.Run(folder, [(SshAgent.Variable, Socket)], "ssh-add", "-q", file);
    }

    private static string Refusal(Func<object> call) => Assert.Throws<KeyException>(call).Message;
}
