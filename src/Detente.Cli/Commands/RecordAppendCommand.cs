using System.Collections.Concurrent;
using System.CommandLine;
using Detente.Cli.Input;
using Detente.Node.Cases;
using Detente.Node.Logs;
using Detente.Record.Merkle;
using Detente.Record.Tiles;

namespace Detente.Cli.Commands;

/// <summary><c>detente record append LOG --key KEY FILE…</c>.</summary>
internal static class RecordAppendCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var log = RecordOptions.LogOrDatabase();
        var origin = RecordOptions.Origin("the one of the key's name unless said");
        var files = new Argument<string[]>("FILE") { Description = $"each file becomes one entry of at most {EntryBundle.MaxEntryLength} bytes; - is what is piped in", Arity = ArgumentArity.ZeroOrMore };
        var key = RecordOptions.Key();
        var lines = new Option<bool>("--lines") { Description = "instead of files: each line that is piped in becomes an entry, as it arrives" };
        var passphrase = Passphrase.Option();
        var command = new Command(
            "append",
            "Adds entries, which are bytes to it, and publishes a checkpoint over them. For each entry its index and leaf hash are printed once it is durable, and not before.")
        {
            log,
            files,
            key,
            lines,
            origin,
            passphrase,
        };
        command.SetAction(call => Run(terminal, call.GetRequiredValue(log), call.GetRequiredValue(key), call.GetValue(files) ?? [], call.GetValue(lines), call.GetValue(origin), call.GetValue(passphrase)));
        return command;
    }

    private static int Run(Terminal terminal, string path, string keyPath, IReadOnlyList<string> files, bool lines, string? origin, string? passphrase)
    {
        if (lines == files.Count > 0)
        {
            throw new RefusedException(lines ? "--lines takes what is piped in, and no FILE" : "'record append' needs FILE, or --lines; detente record append --help");
        }

        var description = LogFolder.Describe(path, origin ?? LogKey.NameOf(keyPath));
        var entries = files.Select(file => (ReadOnlyMemory<byte>)Entry(file, terminal)).ToList();
        using var key = LogKey.Open(keyPath, passphrase, terminal);
        using var writer = LogFolder.Open(path, description, key, terminal);
        var acknowledgements = new Acknowledgements(terminal.Out);
        try
        {
            if (lines)
            {
                AppendLines(terminal, path, writer, acknowledgements);
            }
            else
            {
                acknowledgements.Write(LogFolder.Guard(path, () => writer.Append(entries)), entries);
                LogFolder.Guard(path, writer.Publish);
                LogFolder.Guard(path, writer.Index);
            }
        }
        catch (RefusedException refusal) when (acknowledgements.AreAny)
        {
            throw new RefusedException($"{refusal.Message}. What was acknowledged is kept", refusal.Code);
        }

        var published = writer.Last.Checkpoint;
        terminal.Out.Write($"checkpoint  {published.Size}  {published.Root.ToBase64()}\n");
        return ExitCode.Kept;
    }

    /// <summary>Brings lines as they arrive, none waiting for one before it; what arrives while the disk is busy is kept by one sync. Lines before one that is refused are kept and published.</summary>
    private static void AppendLines(Terminal terminal, string path, LogWriter writer, Acknowledgements acknowledgements)
    {
        var log = new Log(writer, new LogOptions());
        using var brought = new BlockingCollection<(Task<ulong> Index, ReadOnlyMemory<byte> Entry)>(MostAhead);
        using var stop = new CancellationTokenSource();
        var bringing = Task.Run(() =>
        {
            try
            {
                foreach (var line in InputLines.Of(terminal))
                {
                    brought.Add((log.AppendAsync(line), line), stop.Token);
                }
            }
            finally
            {
                brought.CompleteAdding();
            }
        });
        RefusedException? refusal = null;
        try
        {
            foreach (var (index, line) in brought.GetConsumingEnumerable())
            {
                acknowledgements.Write(LogFolder.Guard(path, () => index.GetAwaiter().GetResult()), [line]);
            }

            bringing.GetAwaiter().GetResult();
        }
        catch (RefusedException refused)
        {
            refusal = refused;
        }

        stop.Cancel();
        log.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (refusal is not null)
        {
            throw refusal;
        }

        LogFolder.Guard(path, () => log.Failure is { } failure ? throw failure : 0);
    }

    private const int MostAhead = 1 << 12;

    private static byte[] Entry(string file, Terminal terminal)
    {
        var bytes = file == "-" ? InputLines.Whole(terminal) : Files.Bytes(file);
        return bytes.Length <= EntryBundle.MaxEntryLength
            ? bytes
            : throw new RefusedException($"{(file == "-" ? "what is piped in" : file)} has {bytes.Length} bytes, and an entry has at most {EntryBundle.MaxEntryLength}");
    }

    /// <summary>Says that entries are durable, at once.</summary>
    private sealed class Acknowledgements(TextWriter output)
    {
        public bool AreAny { get; private set; }

        public void Write(ulong first, IEnumerable<ReadOnlyMemory<byte>> entries)
        {
            foreach (var entry in entries)
            {
                output.Write($"{first++}  {TreeHash.OfLeaf(entry.Span).ToBase64()}\n");
                output.Flush();
                AreAny = true;
            }
        }
    }
}
