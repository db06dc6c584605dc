using Detente.Agreement.Model;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Detente.Tests.Generators;

/// <summary>Random valid instruments with every form of sentence. Made from the model alone: no parser, no printer.</summary>
public static class InstrumentGenerator
{
    /// <summary>Instruments; the same seed of FsCheck gives the same ones.</summary>
    public static Gen<Instrument> Instruments => Gen.Choose(0, int.MaxValue - 1).Select(Make);

    /// <summary>The instrument of a seed.</summary>
    public static Instrument Make(int seed)
    {
        var dice = new Dice(seed);
        var terms = new TermMaker(dice).Make();
        var clauses = new ClauseMaker(dice, terms).Make();
        return new Instrument
        {
            Id = "sample-" + dice.Between(1, 99),
            Title = dice.Pick("A sample", "Sample: \"two\" parties, one text", "Limits & bans #1", "Déclarations réciproques"),
            Parties = [new Party("US", "United States"), new Party("SU", "Soviet Union"), .. dice.Maybe() ? new Party[] { new("BO", "Borea") } : []],
            Neutrals = dice.Maybe() ? [new Party("UN", "Secretary-General")] : [],
            Signature = new LocalDate(1987, 12, 8),
            EntryIntoForce = dice.Maybe(0.8) ? new LocalDate(1988, dice.Between(1, 12), dice.Between(1, 28)) : null,
            Languages = dice.Maybe() ? ["en", "ru"] : [],
            KnowsSuspension = dice.Maybe(),
            Terms = [.. terms],
            Clauses = [.. clauses],
        };
    }
}

/// <summary>Chance from a seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public bool Maybe(double chance = 0.5) => _random.NextDouble() < chance;

    public T Pick<T>(params IReadOnlyList<T> options) => options[_random.Next(options.Count)];

    /// <summary>One to <paramref name="most"/> different options, in random order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> options, int most) =>
        [.. options.OrderBy(_ => _random.Next()).Take(Between(1, Math.Min(most, options.Count)))];

    public List<T> Shuffle<T>(IEnumerable<T> items) => [.. items.OrderBy(_ => _random.Next())];
}
