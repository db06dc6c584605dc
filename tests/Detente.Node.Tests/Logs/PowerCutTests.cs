using Detente.Node.Disks;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;

namespace Detente.Node.Tests.Logs;

/// <summary>The power goes at every moment of a log's life, and the disk keeps what was synced and any part of the rest.</summary>
public class PowerCutTests(ITestOutputHelper output)
{
    [Fact]
    public void Nothing_promised_is_lost_at_any_moment_of_a_thousand_appends()
    {
        var run = new Run(appends: 1000, leftOut: []);
        run.ToEnd(stopAtFault: false);
        output.WriteLine($"{run.Moments} moments, {run.States} states of the disk");
        Assert.Empty(run.Faults);
        Assert.True(run.States > 10_000);
        Assert.Equal(Enum.GetValues<Sync>().ToHashSet(), run.Asked);
    }

    public static TheoryData<string> Syncs => [.. Enum.GetNames<Sync>()];

    /// <summary>A sync that could be left out would be there for nothing; and a test that did not notice would test nothing.</summary>
    [Theory]
    [MemberData(nameof(Syncs))]
    public void Without_any_one_sync_something_promised_is_lost(string sync)
    {
        var run = new Run(appends: 300, leftOut: [Enum.Parse<Sync>(sync)]);
        run.ToEnd(stopAtFault: true);
        output.WriteLine($"without {sync}: {run.Faults.FirstOrDefault() ?? "nothing is lost"}");
        Assert.NotEmpty(run.Faults);
    }

    /// <summary>Each stands at one place of the code, so that leaving it out leaves out that place.</summary>
    [Fact]
    public void Each_sync_stands_at_one_place()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Tree.Root, "src", "Detente.Node"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        foreach (var sync in Enum.GetNames<Sync>())
        {
            Assert.Equal(1, sources.Sum(source => source.Split($"Sync.{sync}").Skip(1).Count(rest => rest.Length == 0 || !char.IsLetter(rest[0]))));
        }
    }

    /// <summary>A log's life: made, opened, filled, published, closed and opened again; with a power cut tried before every call to the disk.</summary>
    private sealed class Run
    {
        private readonly int appends;
        private readonly CrashDisk disk;
        private readonly Trial trial = new();
        private readonly List<string> faults = [];

        /// <summary>The states tried lately. They come back within a few calls; all of them would be a gigabyte of disks.</summary>
        private readonly HashSet<object> tried = [];
        private bool isMade;
        private bool stopAtFault;

        public Run(int appends, HashSet<Sync> leftOut)
        {
            this.appends = appends;
            var empty = new CrashDisk();
            empty.CreateFolder("keys");
            disk = empty.Copy(leftOut);
            disk.Before = Try;
        }

        public int Moments { get; private set; }

        public int States { get; private set; }

        public IReadOnlyList<string> Faults => faults;

        public IReadOnlySet<Sync> Asked => disk.Asked;

        public void ToEnd(bool stopAtFault)
        {
            this.stopAtFault = stopAtFault;
            try
            {
                Live();
            }
            catch (EnoughException)
            {
                // a fault was found, and one is enough
            }
        }

        private void Live()
        {
            Trial.Create(disk);
            isMade = true;
            var chance = new Random(7);
            for (var appended = 0; appended < appends;)
            {
                using var log = Trial.Open(disk);
                trial.GoOn(log);
                for (var session = 0; session < 100 && appended < appends; session++, appended++)
                {
                    trial.Append(log, chance.Next(200) == 0 ? 300 : chance.Next(20) == 0 ? 1 + chance.Next(20) : 1);
                    if (chance.Next(6) == 0)
                    {
                        trial.Publish(log);
                    }
                }
            }

            Try(-1, "the end");
        }

        private void Try(int call, string what)
        {
            trial.Look(disk);
            Moments++;
            if (tried.Count > 200)
            {
                tried.Clear();
            }

            foreach (var found in PowerCut.Of(disk, call))
            {
                if (!tried.Add((found.Key, trial.Acknowledged, trial.Published, trial.Seen, isMade)))
                {
                    continue;
                }

                States++;
                var fault = isMade ? trial.Faults(found).FirstOrDefault() : MakingFault(found);
                if (fault is not null)
                {
                    faults.Add($"before call {call} ({what}), {trial.Acknowledged} acknowledged, {trial.Published} published: {fault}");
                    if (stopAtFault)
                    {
                        throw new EnoughException();
                    }
                }
            }
        }

        /// <summary>A log that was not made to its end is made again.</summary>
        private static string? MakingFault(CrashDisk found)
        {
            try
            {
                Trial.Create(found);
            }
            catch (Exception fault) when (fault is DamagedException or RefusedException)
            {
                return $"it cannot be made again: {fault.Message}";
            }

            return new Trial().Faults(found).FirstOrDefault();
        }
    }

    private sealed class EnoughException : Exception;
}
