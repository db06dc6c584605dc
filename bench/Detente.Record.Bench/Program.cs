using System.Globalization;
using Detente.Record.Bench;
using Detente.Record.Bench.Trees;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// One line for each bench: its name, and what runs it with the arguments that follow. It returns the exit code.
var benches = new Dictionary<string, Func<string[], int>>
{
    ["ed25519"] = arguments => arguments.Length == 0 ? Ed25519Bench.Run() : 2,
    ["mutate"] = MutationBench.Run,
    ["record"] = RecordBench.Run,
    ["durable"] = DurableBench.Run,
};

if (args.Length > 0 && benches.TryGetValue(args[0], out var bench))
{
    return bench(args[1..]);
}

Console.Error.WriteLine($"usage: {string.Join(" | ", benches.Keys)}");
return 2;
