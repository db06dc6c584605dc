namespace Detente.Record.Tests.Mutations;

/// <summary>Feeds mutated samples to readers. The same seed gives the same cases.</summary>
internal sealed class Campaign(IReadOnlyList<MutationTarget> targets, int seed)
{
    private readonly Random random = new(seed);
    private readonly Dictionary<string, long> rules = [];
    private readonly List<string> faults = [];

    /// <summary>What is being read now, to be named should it never end.</summary>
    public (string Target, byte[] Bytes) Current { get; private set; } = ("", []);

    /// <summary>Cases so far.</summary>
    public long Cases { get; private set; }

    /// <summary>Cases that were accepted, mutated or not.</summary>
    public long Accepted { get; private set; }

    /// <summary>How often each rule refused.</summary>
    public IReadOnlyDictionary<string, long> Rules => rules;

    /// <summary>What went wrong: an exception, or something accepted that is not true. With the bytes, to be repeated.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>So many cases more, in turn over the targets. It stops at ten faults.</summary>
    public void Run(long count)
    {
        var mutator = new Mutator(random);
        for (; count > 0 && faults.Count < 10; count--)
        {
            var target = targets[(int)(Cases % targets.Count)];
            var bytes = mutator.Mutate(target.Samples[random.Next(target.Samples.Count)], target.Samples[random.Next(target.Samples.Count)]);
            Current = (target.Name, bytes);
            Cases++;
            Note(target, bytes, Read(target, bytes));
        }
    }

    // Whatever is thrown is a fault: a reader of bytes from elsewhere answers with values.
#pragma warning disable CA1031
    private static Outcome Read(MutationTarget target, byte[] bytes)
    {
        try
        {
            return target.Read(bytes);
        }
        catch (Exception exception)
        {
            return Outcome.Untrue($"threw {exception}");
        }
    }
#pragma warning restore CA1031

    private void Note(MutationTarget target, byte[] bytes, Outcome outcome)
    {
        if (outcome.Fault is { } fault)
        {
            faults.Add($"{target.Name}: {fault}\n  bytes {Convert.ToHexStringLower(bytes)}");
        }
        else if (outcome.Rule is { } rule)
        {
            rules[rule] = rules.GetValueOrDefault(rule) + 1;
        }
        else
        {
            Accepted++;
        }
    }
}
