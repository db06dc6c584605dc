using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Detente.Record.Signatures;

namespace Detente.Node.Keys;

/// <summary>
/// An ssh-agent behind a unix socket (the SSH agent protocol, draft-ietf-sshm-ssh-agent). Each question has a connection of its own: a message
/// is a length of four bytes, big-endian, a type, and what belongs to the type.
/// </summary>
/// <param name="socket">The path of the socket.</param>
internal sealed class SshAgent(string socket)
{
    /// <summary>The variable that names the socket.</summary>
    public const string Variable = "SSH_AUTH_SOCK";

    /// <summary>The longest message, either way, in bytes: what OpenSSH's agent takes.</summary>
    public const int MaxMessage = 256 * 1024;

    /// <summary>The most keys that are read from an answer.</summary>
    public const int MaxKeys = 2048;

    /// <summary>How long an answer may take: the agent may have to ask somebody.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const byte Failure = 5;
    private const byte RequestIdentities = 11;
    private const byte IdentitiesAnswer = 12;
    private const byte SignRequest = 13;
    private const byte SignResponse = 14;

    /// <summary>The agent of this process.</summary>
    /// <exception cref="KeyException">None is named.</exception>
    public static SshAgent OfProcess()
        => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? new SshAgent(path) : throw new KeyException($"{Variable} names no ssh-agent: start one, and add the key to it");

    /// <summary>Its keys of Ed25519, with their comments.</summary>
    /// <exception cref="KeyException">It cannot be reached, or answers something else.</exception>
    public IReadOnlyList<(Ed25519PublicKey Key, string Comment)> Keys()
    {
        var answer = new SshReader(Ask([RequestIdentities]));
        if (!answer.TryByte(out var type) || type != IdentitiesAnswer || !answer.TryNumber(out var count) || count > MaxKeys)
        {
            throw Unexpected("does not say which keys it has");
        }

        var keys = new List<(Ed25519PublicKey, string)>();
        for (var i = 0; i < count; i++)
        {
            if (!answer.TryString(out var blob) || !answer.TryString(out var comment))
            {
                throw Unexpected("lists fewer keys than it says");
            }

            if (SshKey.Read(blob) is { } key)
            {
                keys.Add((key, Encoding.UTF8.GetString(comment)));
            }
        }

        return answer.IsAtEnd ? keys : throw Unexpected("lists more than it says");
    }

    /// <summary>A signature of 64 bytes. It is not checked.</summary>
    /// <exception cref="KeyException">The agent cannot be reached, does not have the key, or refuses.</exception>
    public byte[] Sign(Ed25519PublicKey key, ReadOnlySpan<byte> message)
    {
        var request = new SshWriter();
        request.Byte(SignRequest);
        request.String(SshKey.Blob(key));
        request.String(message);
        request.Number(0);
        var answer = new SshReader(Ask(request.ToArray()));
        if (!answer.TryByte(out var type) || type == Failure)
        {
            throw new KeyException($"the ssh-agent refuses to sign by the key {SshKey.Fingerprint(key)}: it does not have it, is locked, or was told not to");
        }

        if (type != SignResponse || !answer.TryString(out var signature) || !answer.IsAtEnd)
        {
            throw Unexpected("does not give a signature");
        }

        var parts = new SshReader(signature);
        return parts.TryString(out var name) && name.SequenceEqual("ssh-ed25519"u8) && parts.TryString(out var bytes) && bytes.Length == Ed25519PublicKey.SignatureSize && parts.IsAtEnd
            ? bytes.ToArray()
            : throw Unexpected("gives a signature of another kind");
    }

    private byte[] Ask(ReadOnlySpan<byte> message)
    {
        if (message.Length > MaxMessage)
        {
            throw new KeyException($"an ssh-agent signs messages of up to {MaxMessage} bytes");
        }

        try
        {
            using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = (int)Patience.TotalMilliseconds, SendTimeout = (int)Patience.TotalMilliseconds };
            connection.Connect(new UnixDomainSocketEndPoint(socket));
            using var stream = new NetworkStream(connection);
            var framed = new SshWriter();
            framed.String(message);
            stream.Write(framed.ToArray());

            Span<byte> length = stackalloc byte[sizeof(uint)];
            stream.ReadExactly(length);
            var size = BinaryPrimitives.ReadUInt32BigEndian(length);
            if (size is 0 or > MaxMessage)
            {
                throw Unexpected($"announces {size} bytes");
            }

            var answer = new byte[size];
            stream.ReadExactly(answer);
            return answer;
        }
        catch (Exception fault) when (fault is SocketException or IOException or ArgumentException)
        {
            throw new KeyException($"the ssh-agent at {socket} cannot be reached: {fault.Message}");
        }
    }

    private KeyException Unexpected(string what) => new($"what listens at {socket} is no ssh-agent: it {what}");
}
