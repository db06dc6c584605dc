using System.Net;
using System.Net.Sockets;
using Detente.Node.Api;
using Detente.Node.Http;
using Detente.Node.Pages;
using Detente.Node.Pages.Words;
using Detente.Node.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Detente.Node.Hosting;

/// <summary>The board on this machine: pages and API on loopback, for whoever has the address.</summary>
public sealed class BoardServer : IAsyncDisposable
{
    // More than any page or sandbox sends; what is longer is refused before it is read.
    private const int MostBodyBytes = 1 << 20;
    private const int Attempts = 8;
    private readonly WebApplication _app;

    private BoardServer(WebApplication app, Session session, int port) => (_app, Session, Port) = (app, session, port);

    /// <summary>The port that is listened on.</summary>
    public int Port { get; }

    /// <summary>Who may read.</summary>
    public Session Session { get; }

    /// <summary>The address to open, with the token that is good once.</summary>
    public string Address => $"http://localhost:{Port}/?{Session.Parameter}={Session.Token}";

    /// <summary>Starts to listen.</summary>
    /// <param name="library">The cases. The server refreshes it.</param>
    /// <param name="port">The port, or 0 for any that is free.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<BoardServer> Start(Library library, int port, TimeProvider clock)
    {
        for (var attempt = 1; ; attempt++)
        {
            var chosen = port == 0 ? FreePort() : port;
            var server = Build(library, chosen, clock);
            try
            {
                await server._app.StartAsync();
                return server;
            }
            catch (IOException) when (port == 0 && attempt < Attempts)
            {
                // Another process took the port between the look and the bind.
                await server.DisposeAsync();
            }
        }
    }

    /// <summary>Waits until the process is asked to stop.</summary>
    public Task Wait(CancellationToken cancelled) => _app.WaitForShutdownAsync(cancelled);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static BoardServer Build(Library library, int port, TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MostBodyBytes;

            // Both loopback addresses: nobody else on this machine can sit on the other one and be taken for us.
            options.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();

        // What keeps the host from starting is thrown, and told by whoever called.
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        builder.Services.AddSingleton(library);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<PageRenderer>();
        builder.Services.AddSingleton(new Phrases());
        builder.Services.AddBoardApi();

        var app = builder.Build();
        var session = new Session(port);
        var refusals = new Refusals(app.Services.GetRequiredService<PageRenderer>());
        var guard = new Guard(session, port, refusals.Refuse);
        app.Use(next => context => guard.Middleware(context, next));
        app.Use(next => context => refusals.Fault(context, next));
        app.Use(next => context =>
        {
            library.Refresh();
            return next(context);
        });
        var delivery = new Delivery(new AnswerCache(library, clock));
        app.Use(next => context => delivery.Middleware(context, next));
        app.UseRouting();
        app.MapPages();
        app.MapBoardApi();
        app.MapFallback(context => refusals.Refuse(context, StatusCodes.Status404NotFound, Codes.NoPage));
        return new BoardServer(app, session, port);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
