using System.Globalization;
using Detente.Record.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var benches = new Dictionary<string, Func<int>>
{
    ["ed25519"] = Ed25519Bench.Run,
};

if (args is not [var name] || !benches.TryGetValue(name, out var run))
{
    Console.Error.WriteLine($"usage: {string.Join(" | ", benches.Keys)}");
    return 2;
}

return run();
