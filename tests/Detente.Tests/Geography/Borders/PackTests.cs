using Detente.Borders;
using Detente.Geography.Borders;
using Detente.Tests.House;

namespace Detente.Tests.Geography.Borders;

/// <summary>The packs are what the tool makes of the sources, to the byte, and a damaged one is refused.</summary>
public sealed class PackTests
{
    private static readonly string Committed = Path.Combine(Tree.Root, "src", "Detente", "Geography", "Borders", "Packs");

    [Fact]
    public void Packing_the_sources_again_gives_the_committed_bytes()
    {
        var reports = new List<string>();
        var packs = Packs.Make(Path.Combine(Tree.Root, "tools", "Detente.Borders", "sources"), reports.Add).ToList();
        Assert.Equal(["cities.pack", "countries-10m.pack", "countries-50m.pack"], packs.Select(pack => pack.Name).Order(StringComparer.Ordinal));
        Faults.None(packs.Where(pack => !pack.Bytes.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Committed, pack.Name)))).Select(pack => $"{pack.Name} is not what the sources give: run the tool"));

        // What could not be cut at 10m, by name: both lie off every coast the countries' file draws.
        Assert.Equal(
            ["Penon de Velez de la Gomera", "Sapodilla Cayes"],
            reports.Where(line => line.StartsWith("left out at 10m: ", StringComparison.Ordinal)).Select(line => line[17..line.IndexOf(',', StringComparison.Ordinal)]));
    }

    [Fact]
    public void The_packs_are_small()
    {
        Assert.InRange(new FileInfo(Path.Combine(Committed, "countries-10m.pack")).Length, 1, 1_500_000);
        Assert.InRange(new FileInfo(Path.Combine(Committed, "countries-50m.pack")).Length, 1, 400_000);
    }

    [Fact]
    public void A_damaged_pack_is_refused_wherever_the_damage_is()
    {
        var pack = File.ReadAllBytes(Path.Combine(Committed, "countries-50m.pack"));
        Assert.StartsWith("Not a pack of the form DTBORDR1", Refused(pack, 0), StringComparison.Ordinal);
        foreach (var at in new[] { 8, 39, 40, 100, pack.Length / 2, pack.Length - 1 })
        {
            Assert.Equal("The pack was damaged: its bytes do not have the SHA-256 written in it.", Refused(pack, at));
        }

        Assert.Throws<InvalidDataException>(() => BorderMap.Load(new MemoryStream(pack, 0, pack.Length - 1)));
        Assert.Throws<InvalidDataException>(() => BorderMap.Load(new MemoryStream(pack, 0, 20)));
        Assert.Throws<InvalidDataException>(() => BorderMap.Load(File.OpenRead(Path.Combine(Committed, "cities.pack"))));
    }

    /// <summary>Bytes with a good checksum, and nonsense under it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(5000)]
    public void A_sealed_pack_of_nonsense_is_refused(int length)
    {
        var random = new Random(length);
        for (var i = 0; i < 200; i++)
        {
            var body = new PackBuilder();
            for (var j = 0; j < length; j++)
            {
                body.Number(random.Next(4) == 0 ? random.Next() : random.Next(8));
            }

            var pack = body.Close(BorderPack.Magic, new PackBuilder().Text("10m").Text("").Text("").Text("").Number(1));
            Assert.Throws<InvalidDataException>(() => BorderMap.Load(new MemoryStream(pack)));
        }
    }

    [Fact]
    public void A_pack_says_where_it_comes_from()
    {
        Assert.Equal(("10m", 2_000), (BorderMap.Large.Source.Scale, BorderMap.Large.Source.BorderErrorMetres));
        Assert.Equal(("50m", 5_000), (BorderMap.Medium.Source.Scale, BorderMap.Medium.Source.BorderErrorMetres));
        Assert.Contains("Natural Earth 4.1.0", BorderMap.Large.Source.Source, StringComparison.Ordinal);
        Assert.Contains("public domain", BorderMap.Large.Source.Licence, StringComparison.Ordinal);
        Assert.Contains("Creative Commons Attribution 4.0", Gazetteer.World.Licence, StringComparison.Ordinal);
    }

    private static string Refused(byte[] pack, int at)
    {
        var damaged = pack.ToArray();
        damaged[at] ^= 1;
        return Assert.Throws<InvalidDataException>(() => BorderMap.Load(new MemoryStream(damaged))).Message;
    }
}
