using Detente.Borders;

// Packs the sources beside this project into the folder the library embeds.
var root = args.Length == 1 ? args[0] : throw new ArgumentException("Say where the working tree stands.");
var sources = Path.Combine(root, "tools", "Detente.Borders", "sources");
var packs = Path.Combine(root, "src", "Detente", "Geography", "Borders", "Packs");
foreach (var (name, bytes) in Packs.Make(sources, Console.WriteLine))
{
    File.WriteAllBytes(Path.Combine(packs, name), bytes);
    Console.WriteLine($"{name}: {bytes.Length:N0} bytes");
}
