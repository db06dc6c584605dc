using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Detente.Node.Tests.Disks;

namespace Detente.Node.Tests.Stores;

/// <summary>
/// Stands between a store and the server, and lets one request fail: never delivered; carried out and never answered; or delivered
/// late, after its sender was told that the connection is gone. A request ends with Sync or is a simple query
/// (PostgreSQL's documentation, "Frontend/Backend Protocol").
/// </summary>
internal sealed class PostgresProxy : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("detente-pgp-").FullName;
    private readonly string server;
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Lock gate = new();
    private readonly List<NetworkStream> clients = [];
    private Action? late;

    /// <param name="server">The folder of the server's socket.</param>
    public PostgresProxy(string server)
    {
        this.server = server;
        listener.Bind(new UnixDomainSocketEndPoint($"{folder}/{SocketName}"));
        listener.Listen();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    /// <summary>The number of the request that fails, and how.</summary>
    public (int Request, Fault Fault)? Failing { get; set; }

    /// <summary>Called with the statement of each request before it is delivered.</summary>
    public Action<string>? Before { get; set; }

    /// <summary>How many requests there were.</summary>
    public int Requests { get; private set; }

    /// <summary>The statement of the request that failed.</summary>
    public string? Failed { get; private set; }

    /// <summary>How a database is reached through it.</summary>
    /// <param name="connection">How it is reached without.</param>
    public string Connection(string connection) => connection.Replace($"Host={server}", $"Host={folder}", StringComparison.Ordinal) + ";SSL Mode=Disable;GSS Encryption Mode=Disable";

    /// <summary>Delivers what was held back, if anything, and waits until the server has answered.</summary>
    public void DeliverLate()
    {
        var deliver = late;
        late = null;
        deliver?.Invoke();
    }

    /// <summary>Ends every connection for the clients; what the server is at, it goes on with.</summary>
    public void Cut()
    {
        lock (gate)
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        DeliverLate();
        Directory.Delete(folder, recursive: true);
    }

    private const string SocketName = ".s.PGSQL.5432";

    private void Accept()
    {
        try
        {
            while (true)
            {
                var client = new NetworkStream(listener.Accept(), ownsSocket: true);
                lock (gate)
                {
                    clients.Add(client);
                }

                new Thread(() => Relay(client)) { IsBackground = true }.Start();
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // the test has ended
        }
    }

    private void Relay(NetworkStream client)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint($"{server}/{SocketName}"));
        var backend = new NetworkStream(socket, ownsSocket: true);
        var session = new Session();
        try
        {
            backend.Write(Message(client, isTyped: false)); // the first has no type
            Answer(backend, client);
            while (session.Request(client) is { } request)
            {
                Before?.Invoke(session.Statement);
                if (FaultOf(session.Statement) is not { } fault)
                {
                    backend.Write(request);
                    Answer(backend, client);
                    continue;
                }

                if (fault == Fault.Late)
                {
                    late = () => Finish(backend, request);
                    client.Dispose();
                    return;
                }

                if (fault == Fault.Done)
                {
                    backend.Write(request);
                    Answer(backend, Stream.Null);
                }

                break;
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // one of the two has gone, and with it the other goes
        }

        client.Dispose();
        backend.Dispose();
    }

    private static void Finish(NetworkStream backend, byte[] request)
    {
        using (backend)
        {
            try
            {
                backend.Write(request);
                Answer(backend, Stream.Null);
            }
            catch (IOException)
            {
                // the server had ended the session
            }
        }
    }

    private Fault? FaultOf(string statement)
    {
        lock (gate)
        {
            var request = Requests++;
            if (Failing is not { } failing || failing.Request != request)
            {
                return null;
            }

            Failed = statement;
            return failing.Fault;
        }
    }

    /// <summary>Passes on what the server says, until it is ready for the next request.</summary>
    private static void Answer(NetworkStream backend, Stream client)
    {
        byte[] message;
        do
        {
            message = Message(backend, isTyped: true);
            client.Write(message);
        }
        while (message[0] != 'Z');
    }

    private static byte[] Message(NetworkStream from, bool isTyped)
    {
        var head = new byte[isTyped ? 5 : 4];
        from.ReadExactly(head);
        var length = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(head.Length - 4));
        var message = new byte[head.Length - 4 + length];
        head.CopyTo(message, 0);
        from.ReadExactly(message.AsSpan(head.Length));
        return message;
    }

    /// <summary>The requests of one connection, and what statements they run.</summary>
    private sealed class Session
    {
        private readonly Dictionary<string, string> prepared = [];

        /// <summary>The statement of the last request.</summary>
        public string Statement { get; private set; } = "";

        /// <summary>The next request; <c>null</c> once the client goes.</summary>
        public byte[]? Request(NetworkStream client)
        {
            var request = new List<byte>();
            while (true)
            {
                var message = Message(client, isTyped: true);
                request.AddRange(message);
                var texts = Encoding.UTF8.GetString(message, 5, message.Length - 5).Split('\0', 3);
                switch ((char)message[0])
                {
                    case 'P':
                        Statement = prepared[texts[0]] = texts[1];
                        break;
                    case 'B':
                        Statement = prepared[texts[1]];
                        break;
                    case 'Q':
                        Statement = texts[0];
                        return [.. request];
                    case 'S':
                        return [.. request];
                    case 'X':
                        return null;
                }
            }
        }
    }
}
