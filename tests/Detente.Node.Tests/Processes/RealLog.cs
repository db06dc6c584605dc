using System.Diagnostics;
using Detente.Cli;
using Detente.Node.Disks;
using Detente.Node.Fsck;
using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Tiles;

namespace Detente.Node.Tests.Processes;

/// <summary>A log on the disk of this machine, with its key in a folder of its own, and the program that keeps it: as a process, or called here.</summary>
internal sealed class RealLog : IDisposable
{
    public const string Origin = "example.org/detente/0123456789abcdef";
    private const string Secret = "correct horse";

    /// <summary>The whole folder; it is removed at the end.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("detente-").FullName;

    /// <summary>The log's folder.</summary>
    public string Folder => $"{Root}/log";

    /// <summary>The key's file.</summary>
    public string Key => $"{Root}/keys/key";

    /// <summary>What a call came to.</summary>
    public readonly record struct Result(int Code, string Out, string Error);

    /// <summary>Makes a key, and a log unless told not to.</summary>
    public RealLog(bool isMade = true)
    {
        Needs.LibCrypto();
        Directory.CreateDirectory($"{Root}/keys");
        Directory.CreateDirectory($"{Root}/entries");
        File.WriteAllText($"{Root}/passphrase", Secret);
        File.WriteAllBytes(Key, CheapKey.File(Origin, Secret));
        if (isMade)
        {
            Succeeds(Call(Arguments("init")));
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>The arguments of a call of <c>detente record</c> that needs the key.</summary>
    public string[] Arguments(string command, params string[] more) => ["record", command, Folder, "--key", Key, "--passphrase-file", $"{Root}/passphrase", .. more];

    /// <summary>Calls the program here.</summary>
    public static Result Call(params string[] arguments) => CallAt(TimeProvider.System, arguments);

    /// <summary>Calls the program here, by another clock.</summary>
    public static Result CallAt(TimeProvider clock, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error, Terminal.PipeWidth, Colour: false, ErrorIsTerminal: false, () => (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks);
        var code = CommandLine.RunToEnd(arguments, terminal);
        return new Result(code, output.ToString(), error.ToString());
    }

    /// <summary>Begins the program as a process, its pipes at hand, behind another program if one is given.</summary>
    public static Process Start(IReadOnlyList<string> arguments, params IReadOnlyList<string> behind)
    {
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        string[] command = [.. behind, dotnet, Path.Combine(AppContext.BaseDirectory, "detente-cli.dll"), .. arguments];
        return Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    /// <summary>Runs the program as a process to its end, with nothing piped in.</summary>
    public static Result Run(IReadOnlyList<string> arguments, params IReadOnlyList<string> behind)
    {
        using var process = Start(arguments, behind);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(process.ExitCode, output, error.Result);
    }

    /// <summary>A file with an entry, such as no other.</summary>
    public string Entry(string text)
    {
        var path = $"{Root}/entries/{Directory.GetFiles($"{Root}/entries").Length}";
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Appends entries here, and holds that it went well.</summary>
    public void Append(params string[] texts) => Succeeds(Call(Arguments("append", [.. texts.Select(Entry)])));

    /// <summary>Checks the log.</summary>
    public FsckReport Check() => LogCheck.Run(new RealDisk(), Folder, Key, hasIndex: true);

    /// <summary>Holds that nothing is damaged.</summary>
    public void IsWhole(string when)
    {
        var faults = Check().Faults;
        Assert.True(faults.Count == 0, $"{when}: {string.Join("; ", faults)}");
    }

    /// <summary>The published checkpoint, and the tree under it.</summary>
    public (Checkpoint Checkpoint, TileTree Tree) Published()
    {
        var checkpoint = Read(File.ReadAllBytes($"{Folder}/public/checkpoint"));
        return (checkpoint, new TileTree(checkpoint.Size, tile => new RealDisk().Read($"{Folder}/public/{tile}")));
    }

    /// <summary>A checkpoint that the log's key signed.</summary>
    public Checkpoint Read(byte[] note) => SignedState.Read(note, FolderStore.Describe(new RealDisk(), Folder).Key).OrThrow();

    /// <summary>The acknowledgements a call printed: index and leaf hash.</summary>
    public static IEnumerable<(ulong Index, string Leaf)> Acknowledged(string output)
        => output.Split('\n').Where(line => line.Length > 0 && char.IsAsciiDigit(line[0]) && line.Contains("=", StringComparison.Ordinal)).Select(Acknowledgement);

    /// <summary>One acknowledgement.</summary>
    public static (ulong Index, string Leaf) Acknowledgement(string line)
        => line.Split("  ") is [var index, var leaf] ? (ulong.Parse(index, System.Globalization.CultureInfo.InvariantCulture), leaf) : throw new InvalidDataException(line);

    /// <summary>Holds that everything acknowledged stands at its index in the published tree.</summary>
    public void Holds(IEnumerable<(ulong Index, string Leaf)> acknowledged, string when)
    {
        var (checkpoint, tree) = Published();
        foreach (var (index, leaf) in acknowledged)
        {
            Assert.True(index < checkpoint.Size && tree.Nodes(0, index).ToBase64() == leaf, $"{when}: entry {index} was acknowledged, and {checkpoint.Size} are published without it");
        }
    }

    /// <summary>Holds that checkpoints seen at any time are beginnings of the published tree.</summary>
    public void HoldsAll(IEnumerable<byte[]> notes)
    {
        var (last, tree) = Published();
        foreach (var seen in notes.Select(Read).Where(seen => seen.Size > 0))
        {
            var proof = seen.Size == last.Size ? [] : tree.Consistency(seen.Size);
            Assert.True(seen.Size <= last.Size && ConsistencyProof.Verifies(seen.Size, last.Size, proof, seen.Root, last.Root), $"a checkpoint of {seen.Size} entries was seen that the one of {last.Size} does not hold");
        }
    }

    /// <summary>Copies a folder with all it holds.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
        {
            Directory.CreateDirectory(to + folder[from.Length..]);
        }

        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, to + file[from.Length..], overwrite: true);
        }
    }

    /// <summary>Puts a copy in the place of a folder.</summary>
    public static void PutBack(string copy, string folder)
    {
        Directory.Delete(folder, recursive: true);
        Copy(copy, folder);
    }

    /// <summary>Holds that a call went well.</summary>
    public static Result Succeeds(Result result)
    {
        Assert.True(result.Code == ExitCode.Kept, $"ended with {result.Code}: {result.Error}");
        return result;
    }

    /// <summary>Holds that a call ended in one clear line.</summary>
    public static void IsClear(Result result, string when)
    {
        Assert.True(result.Code is ExitCode.BadInput or ExitCode.Damaged, $"{when}: ended with {result.Code}: {result.Error}");
        Assert.True(result.Error.StartsWith("detente: ", StringComparison.Ordinal) && result.Error.IndexOf('\n', StringComparison.Ordinal) == result.Error.Length - 1, $"{when}: not one line: {result.Error}");
    }
}
