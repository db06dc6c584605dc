using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Detente.Node.Hosting;
using Detente.Node.Views;

namespace Detente.Cli.Commands;

/// <summary><c>detente open [FOLDER…]</c>: the board, in a browser on this machine.</summary>
internal static class OpenCommand
{
    /// <summary>Names the folder of the cases that come with the program; ./detente sets it.</summary>
    public const string BundledVariable = "DETENTE_CASES";

    private const int HighestPort = 65_535;

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var folders = new Argument<string[]>("FOLDER") { Description = "folders with cases of your own, shown before those that come with the program", Arity = ArgumentArity.ZeroOrMore };
        var port = new Option<int>("--port") { Description = "the port to listen on; any that is free unless said", HelpName = "PORT" };
        var noBrowser = new Option<bool>("--no-browser") { Description = "print the address and open no browser" };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var written }] && !(int.TryParse(written, out var number) && number is >= 0 and <= HighestPort))
            {
                result.AddError($"--port is a number from 0 to {HighestPort}, not '{written}'");
            }
        });
        var command = new Command("open", "Shows the cases that come with the program, and your own, as pages in a browser on this machine. Nothing can be changed there, and nobody else is let in.") { folders, port, noBrowser };
        command.SetAction((call, cancelled) => Run(terminal, call.GetValue(folders) ?? [], call.GetValue(port), !call.GetValue(noBrowser), cancelled));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, IReadOnlyList<string> folders, int port, bool browse, CancellationToken cancelled)
    {
        var library = new Library([.. folders, .. Bundled(folders)], TimeProvider.System);
        await using var server = await Listen(library, port);
        terminal.Out.Write(
            $"""
            {server.Address}

            Open this address in a browser on this machine. Its token is good once. Ctrl+C ends it.

            """);
        terminal.Out.Flush();
        if (browse)
        {
            Browse(server.Address, terminal);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        using var onTerm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        await server.Wait(stop.Token);
        return ExitCode.Kept;
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        // Requests under way are answered before the process ends.
        signal.Cancel = true;
        stop.Cancel();
    }

    private static IEnumerable<string> Bundled(IReadOnlyList<string> folders) => Environment.GetEnvironmentVariable(BundledVariable) is { Length: > 0 } bundled ? [bundled]
        : folders.Count > 0 ? []
        : throw new RefusedException("name a folder with a case.yaml, or one with such folders: detente open FOLDER");

    private static async Task<BoardServer> Listen(Library library, int port)
    {
        try
        {
            return await BoardServer.Start(library, port, TimeProvider.System);
        }
        catch (IOException fault)
        {
            throw new RefusedException($"port {port} cannot be listened on: {fault.Message}");
        }
    }

    // A browser is a convenience: the address is printed whether or not there is one.
    private static void Browse(string address, Terminal terminal)
    {
        var (opener, arguments) = OperatingSystem.IsWindows() ? ("rundll32", new[] { "url.dll,FileProtocolHandler", address })
            : OperatingSystem.IsMacOS() ? ("open", [address])
            : ("xdg-open", [address]);
        try
        {
            using var started = Process.Start(new ProcessStartInfo(opener, arguments) { RedirectStandardError = true, RedirectStandardOutput = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            terminal.Error.Write("detente: no browser could be opened; open the address yourself\n");
        }
    }
}
