using Detente.Borders;

// Packs the sources beside this project into the folder the library embeds.
var root = args.Length == 1 ? args[0] : throw new ArgumentException("Say where the working tree stands.");
var sources = Path.Combine(root, "tools", "Detente.Borders", "sources");
var packs = Path.Combine(root, "src", "Detente", "Geography", "Borders", "Packs");
foreach (var scale in new[] { MapScale.Large, MapScale.Medium })
{
    var bytes = BorderPackWriter.Write(MapMaker.Make(sources, scale, Console.WriteLine));
    File.WriteAllBytes(Path.Combine(packs, scale.File), bytes);
    Console.WriteLine($"{scale.File}: {bytes.Length:N0} bytes");
}
