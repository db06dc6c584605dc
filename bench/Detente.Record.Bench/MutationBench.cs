using System.Diagnostics;
using System.Globalization;
using Detente.Record.Tests.Mutations;

namespace Detente.Record.Bench;

/// <summary>
/// The campaign of mutated bytes that the tests run for a few seconds, for as long as one likes. The targets are compiled in from the tests.
/// It ends with 0 when nothing is thrown, nothing hangs and nothing is believed that is not true; else with 1 and the bytes.
/// </summary>
internal static class MutationBench
{
    private const string Usage = "usage: mutate [--count N] [--seed S] [--target NAME]";
    private const long Batch = 100_000;

    /// <summary>A reader that has not come back by then never will: the slowest case takes some milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static int Run(string[] arguments)
    {
        long count = 1_000_000;
        var seed = 1;
        IReadOnlyList<MutationTarget> targets = Targets.All;
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            var value = arguments[i + 1];
            var isRead = arguments[i] switch
            {
                "--count" => long.TryParse(value, CultureInfo.InvariantCulture, out count) && count > 0,
                "--seed" => int.TryParse(value, CultureInfo.InvariantCulture, out seed),
                "--target" => (targets = [.. Targets.All.Where(target => target.Name == value)]).Count > 0,
                _ => false,
            };
            if (!isRead)
            {
                Console.Error.WriteLine(Usage);
                Console.Error.WriteLine($"targets: {string.Join(", ", Targets.All)}");
                return 2;
            }
        }

        if (arguments.Length % 2 != 0)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var campaign = new Campaign(targets, seed);
        var clock = Stopwatch.StartNew();
        for (var left = count; left > 0 && campaign.Faults.Count == 0; left -= Batch)
        {
            using var patience = Watch(campaign);
            campaign.Run(Math.Min(Batch, left));
        }

        Tell(campaign, clock.Elapsed);
        return campaign.Faults.Count == 0 && campaign.Cases == count ? 0 : 1;
    }

    private static Timer Watch(Campaign campaign)
    {
        var seen = -1L;
        return new Timer(
            _ =>
            {
                if (campaign.Cases == seen)
                {
                    Console.WriteLine($"{campaign.Current.Target}: does not come back\n  bytes {Convert.ToHexStringLower(campaign.Current.Bytes)}");
                    Environment.Exit(1);
                }

                seen = campaign.Cases;
            },
            null, Patience, Patience);
    }

    private static void Tell(Campaign campaign, TimeSpan took)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{campaign.Cases:N0} cases in {took.TotalSeconds:N0} s, {campaign.Cases / took.TotalSeconds:N0} a second"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{campaign.Accepted,14:N0}  accepted, all of it true"));
        foreach (var (rule, times) in campaign.Rules.OrderByDescending(rule => rule.Value))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times,14:N0}  {rule}"));
        }

        foreach (var fault in campaign.Faults)
        {
            Console.WriteLine(fault);
        }
    }
}
