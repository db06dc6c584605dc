namespace Detente.Tests.House;

/// <summary>The domain has no clock, no chance, no surroundings: the same inputs give the same bytes on every machine.</summary>
public class DeterminismTests
{
    /// <summary>Namespaces, types or members the domain must not refer to.</summary>
    private static readonly string[] Banned =
    [
        // the clock and the place of the machine
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.get_System", "System.TimeZoneInfo", "System.Diagnostics.Stopwatch",
        "NodaTime.SystemClock", "NodaTime.DateTimeZoneProviders.get_Bcl",

        // chance
        "System.Random", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Security.Cryptography.RandomNumberGenerator",

        // surroundings
        "System.Environment", "System.Diagnostics.Process", "System.Console", "System.Net",
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",

        // they end a line as the machine does
        "System.Text.StringBuilder.AppendLine", "System.IO.TextWriter.WriteLine",
    ];

    /// <summary>The compiler writes this into every iterator, to tell whether one may be used again.</summary>
    private const string WrittenByTheCompiler = "System.Environment.get_CurrentManagedThreadId";

    [Theory]
    [InlineData("Detente")]
    [InlineData("Detente.Record")]
    public void The_domain_and_the_record_refer_to_nothing_that_differs_between_runs(string assembly)
        => Faults.None(Wayward(CompiledUses.Read(Tree.Assembly(assembly))));

    [Fact]
    public void A_banned_reference_is_found()
    {
        var faults = Wayward(CompiledUses.Read(typeof(DeterminismTests).Assembly.Location))
            .Where(fault => fault.StartsWith($"{typeof(Differing)} ", StringComparison.Ordinal));
        Assert.Equal(
            ["System.DateTime.get_UtcNow", "System.Environment.get_NewLine", "System.IO.File.Exists", "System.Random..ctor", "System.Random.Next"],
            faults.Select(fault => fault.Split(' ')[^1]));
    }

    private static IEnumerable<string> Wayward(IEnumerable<Use> uses)
        => uses.Where(use => use.Target != WrittenByTheCompiler && Banned.Any(banned => $"{use.Target}.".StartsWith(banned + ".", StringComparison.Ordinal)))
            .Select(use => $"{use}").Distinct().Order(StringComparer.Ordinal);
}

/// <summary>Uses what the domain must not, and one iterator, which it may.</summary>
internal static class Differing
{
    public static DateTime Now => DateTime.UtcNow;

    public static int Chance => new Random().Next();

    public static string End => Environment.NewLine;

    public static bool HasFile => File.Exists("x");

    public static IEnumerable<int> Iterator()
    {
        yield return 1;
    }
}
