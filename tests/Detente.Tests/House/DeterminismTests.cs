using System.Numerics;
using System.Runtime.Intrinsics;

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

        // the C library of the platform, in every spelling: Detente.Functions has what the domain may use
        .. from type in (string[])["System.Math", "System.MathF", "System.Double", "System.Single", "System.Half"] from member in Platforms select $"{type}.{member}",
        "System.Numerics.ITrigonometricFunctions`1", "System.Numerics.IHyperbolicFunctions`1", "System.Numerics.IExponentialFunctions`1",
        "System.Numerics.ILogarithmicFunctions`1", "System.Numerics.IPowerFunctions`1", "System.Numerics.IRootFunctions`1", "System.Numerics.IFloatingPointIeee754`1",
        "System.Numerics.Complex", "System.Numerics.BigInteger.Log", "System.Numerics.BigInteger.Log10",

        // as wide as the machine's registers, and summed in an order that follows
        "System.Numerics.Vector", "System.Numerics.Vector`1", "System.Numerics.Tensors",

        // one rounding on one machine and two on another
        .. from width in (string[])["64", "128", "256", "512"]
        from member in (string[])["Sum", "Dot", "Exp", "Log", "Log2", "Sin", "Cos", "SinCos", "Hypot", "FusedMultiplyAdd", "MultiplyAddEstimate"]
        select $"System.Runtime.Intrinsics.Vector{width}.{member}",
        "System.Runtime.Intrinsics.X86.Fma", "System.Runtime.Intrinsics.Arm.AdvSimd.FusedMultiplyAdd", "System.Runtime.Intrinsics.Arm.AdvSimd.FusedMultiplyAddScalar",
    ];

    /// <summary>What types of numbers take from the platform, or leave to it.</summary>
    private static string[] Platforms =>
    [
        "Sin", "Cos", "SinCos", "Tan", "Asin", "Acos", "Atan", "Atan2", "Sinh", "Cosh", "Tanh", "Asinh", "Acosh", "Atanh",
        "SinPi", "CosPi", "SinCosPi", "TanPi", "AsinPi", "AcosPi", "AtanPi", "Atan2Pi", "DegreesToRadians", "RadiansToDegrees",
        "Exp", "ExpM1", "Exp2", "Exp2M1", "Exp10", "Exp10M1", "Log", "LogP1", "Log2", "Log2P1", "Log10", "Log10P1", "Pow", "Cbrt", "RootN", "Hypot",
        "FusedMultiplyAdd", "MultiplyAddEstimate", "ReciprocalEstimate", "ReciprocalSqrtEstimate",
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
            [
                "System.DateTime.get_UtcNow", "System.Double.Exp", "System.Environment.get_NewLine", "System.IO.File.Exists", "System.Math.FusedMultiplyAdd", "System.Math.Sin",
                "System.Numerics.IRootFunctions`1", "System.Numerics.IRootFunctions`1.Cbrt", "System.Numerics.Vector.Sum", "System.Numerics.Vector`1..ctor", "System.Random..ctor", "System.Random.Next",
                "System.Runtime.Intrinsics.Vector128.Sum",
            ],
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

    public static double Sine => Math.Sin(1) + double.Exp(2) + Math.FusedMultiplyAdd(1, 2, 3) + Math.Sqrt(2) + Math.BitIncrement(2);

    public static double Wide => Vector.Sum(new Vector<double>(1)) + Vector128.Sum(Vector128.Create(1.0));

    public static T Root<T>(T x)
        where T : IRootFunctions<T> => T.Cbrt(x);

    public static IEnumerable<int> Iterator()
    {
        yield return 1;
    }
}
