namespace Detente.Bench.Record;

/// <summary>Makes a record of exactly as many statements as asked, the same for the same seed.</summary>
internal static class Generator
{
    /// <summary>How long the first statements of tests and requests are spread over, in seconds: 120 days.</summary>
    private const int Span = 120 * 24 * 3600;

    /// <summary>The room for an index in a sorting key; more statements than this cannot be made.</summary>
    private const long MostFacts = 1L << 27;

    /// <summary>
    /// Makes tests and requests over the span, puts what they say in record order and cuts it after
    /// <paramref name="statements"/>: what is under way at the cut is pending.
    /// </summary>
    public static GeneratedRecord Make(int statements, int more, ulong seed)
    {
        // About one in twenty beyond the cut, so that the record does not thin out before it.
        var facts = Tell(checked((int)((statements + more) * 1.06) + 2000), new Dice(seed));
        Sort(facts);
        SeparateCut(facts, statements);
        return new GeneratedRecord(facts[..statements], facts[statements..(statements + more)]);
    }

    private static Fact[] Tell(int atLeast, Dice dice)
    {
        var facts = new List<Fact>(atLeast + 3);
        var (tests, requests) = (new FlightTests(dice, facts), new Requests(dice, facts));
        while (facts.Count < atLeast)
        {
            var first = dice.Below(Span);
            if (dice.Below(2) == 0)
            {
                tests.Add(first);
            }
            else
            {
                requests.Add(first);
            }
        }

        return facts.ToArray();
    }

    private static void Sort(Fact[] facts)
    {
        var keys = new long[facts.Length];
        for (var i = 0; i < facts.Length; i++)
        {
            keys[i] = (facts[i].Received * 2L + facts[i].Author) * MostFacts + i;
        }

        Array.Sort(keys, facts);
    }

    // What follows the record is received at least a second after it, so that "known at the cut" is the record.
    private static void SeparateCut(Fact[] facts, int cut)
    {
        if (facts[cut].Received > facts[cut - 1].Received)
        {
            return;
        }

        for (var i = cut; i < facts.Length; i++)
        {
            facts[i] = facts[i] with { Received = facts[i].Received + 1 };
        }
    }
}
