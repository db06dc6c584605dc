using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Generators;

/// <summary>Random worlds for FsCheck: small, colliding, printed compactly, and shrunk by leaving parts out.</summary>
public static class WorldGenerator
{
    /// <summary>Worlds and their shrinker.</summary>
    public static Arbitrary<RandomWorld> Worlds() => Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(FromSeed), world => world.Smaller());

    /// <summary>The world of a seed.</summary>
    public static RandomWorld FromSeed(int seed)
    {
        var chance = new Chance(seed);
        var agreement = new RandomAgreement(chance).Make();
        return new RandomWorld(agreement, new RandomRecord(chance, agreement).Make());
    }

    /// <summary>The world of a seed in which places are told by the map.</summary>
    public static RandomWorld OnMap(int seed)
    {
        var chance = new Chance(seed);
        var map = new MapSetting(chance);
        var agreement = new RandomAgreement(chance, map).Make();
        return new RandomWorld(agreement, new RandomRecord(chance, agreement, map).Make());
    }
}
