namespace Detente.Node.Tests.Disks;

/// <summary>The parts of what was not synced that a power cut is tried with: all of them where they are few, and where they are many those that tell things apart.</summary>
internal static class PowerCut
{
    private const int Few = 3;
    private const int ByChance = 1;

    /// <summary>The disks that may be found.</summary>
    /// <param name="disk">The disk when the power goes.</param>
    /// <param name="seed">What chance is made of.</param>
    public static IEnumerable<CrashDisk> Of(CrashDisk disk, int seed)
    {
        var pending = disk.Pending;
        if (pending.Count <= Few)
        {
            for (var part = 0; part < 1 << pending.Count; part++)
            {
                var kept = part;
                yield return disk.AfterPowerCut(i => (kept & (1 << i)) != 0);
            }

            yield break;
        }

        yield return disk.AfterPowerCut(_ => false);
        yield return disk.AfterPowerCut(_ => true);
        yield return disk.AfterPowerCut(i => pending[i] is Effect.Page);
        yield return disk.AfterPowerCut(i => pending[i] is Effect.Length);
        yield return disk.AfterPowerCut(i => pending[i] is Effect.Name);
        yield return disk.AfterPowerCut(i => pending[i] is not Effect.Page);
        yield return disk.AfterPowerCut(i => pending[i] is not Effect.Length);
        yield return disk.AfterPowerCut(i => pending[i] is not Effect.Name);
        yield return disk.AfterPowerCut(i => i < pending.Count - 1);
        yield return disk.AfterPowerCut(i => i == pending.Count - 1);
        var chance = new Random(seed);
        for (var n = 0; n < ByChance; n++)
        {
            var kept = pending.Select(_ => chance.Next(2) == 0).ToArray();
            yield return disk.AfterPowerCut(i => kept[i]);
            var one = chance.Next(pending.Count);
            yield return disk.AfterPowerCut(i => i != one);
            yield return disk.AfterPowerCut(i => i == one);
        }
    }
}
