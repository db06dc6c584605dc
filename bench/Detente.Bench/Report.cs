using System.Runtime;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Detente.Assessment;
using Detente.Bench.Engine;
using Detente.Bench.Peers;
using Detente.Bench.Record;

namespace Detente.Bench;

/// <summary>What a run prints.</summary>
internal static class Report
{
    /// <summary>What the run is on.</summary>
    public static void Machine()
    {
        var vectors = Avx512F.IsSupported ? "AVX2 and AVX-512" : Avx2.IsSupported ? "AVX2" : "no AVX2";
        Console.WriteLine($"machine   {Environment.ProcessorCount} cores, {RuntimeInformation.ProcessArchitecture}, {vectors}, {RuntimeInformation.OSDescription}");
        Console.WriteLine($"runtime   {RuntimeInformation.FrameworkDescription}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC, {(GCSettings.LatencyMode == GCLatencyMode.Batch ? "not concurrent" : "concurrent")}; one thread is used");
    }

    /// <summary>What is judged.</summary>
    public static void Record(GeneratedRecord record, ulong seed)
    {
        var kinds = record.Facts.CountBy(fact => fact.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Value:N0} {kind.Key}");
        Console.WriteLine($"record    {record.Facts.Length:N0} statements, seed {seed}: {string.Join(", ", kinds).ToLowerInvariant()}");
        Console.WriteLine();
    }

    /// <summary>Times side by side. A ratio over 1 says how many times the time of Detente the peer took.</summary>
    public static void Table(int statements, PeerResult detente, List<PeerResult> peers)
    {
        Console.WriteLine();
        Console.WriteLine($"{"",-20}{"load s",10}{"judge s",10}{"statements/s per core",24}{"judge ratio",14}{"with load",12}");
        foreach (var result in peers.Prepend(detente))
        {
            var rate = statements / result.Judge.TotalSeconds;
            var ratio = result.Judge / detente.Judge;
            var withLoad = (result.Load + result.Judge) / (detente.Load + detente.Judge);
            Console.WriteLine($"{result.Name,-20}{result.Load.TotalSeconds,10:0.000}{result.Judge.TotalSeconds,10:0.000}{rate,24:N0}{ratio,14:0.00}{withLoad,12:0.00}");
        }

        Console.WriteLine();
    }

    /// <summary>What only Detente is asked.</summary>
    public static void Detente(DetenteRun run, Samples next, SliderTimes slider)
    {
        Console.WriteLine($"memory              {run.StatementBytes:N0} bytes a statement as loaded, {run.FindingBytes:N0} more with its findings ({run.AllocatedPerStatement:N0} allocated while judging)");
        Console.WriteLine($"one more statement  {next}, with its explanation");
        Console.WriteLine($"slider, counts      {slider.Count}");
        Console.WriteLine($"lines, at moves     {slider.AtMoves}");
        Console.WriteLine($"lines, both move    {slider.BothMove}");
        Console.WriteLine($"50 findings         {slider.Page}");
        Console.WriteLine();
    }

    /// <summary>Instances by clause, party and verdict.</summary>
    public static void Counts(Counts counts)
    {
        var verdicts = Enum.GetValues<Verdict>().Where(v => counts.Cells.Any(cell => cell.Key.Verdict == v)).ToList();
        Console.WriteLine($"{"instances",-20}{string.Concat(verdicts.Select(v => $"{v,14}"))}");
        foreach (var (clause, party) in counts.Cells.Select(cell => (cell.Key.Clause, cell.Key.Party)).Distinct())
        {
            var cells = verdicts.Select(v => $"{counts[clause, party, v],14:N0}");
            Console.WriteLine($"{$"clause {clause}, {party}",-20}{string.Concat(cells)}");
        }

        Console.WriteLine();
    }

    /// <summary>Says whether two count the same, and where not; true when they do.</summary>
    public static bool Agreement(string between, IReadOnlyList<string> differences)
    {
        Console.WriteLine(differences.Count == 0 ? $"same counts: {between}" : $"DIFFERENT COUNTS: {between}");
        foreach (var difference in differences)
        {
            Console.WriteLine($"  {difference}");
        }

        return differences.Count == 0;
    }
}
