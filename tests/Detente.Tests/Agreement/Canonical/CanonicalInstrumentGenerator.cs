using System.Reflection;
using Detente.Agreement.Model;
using Detente.Quantities;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Detente.Tests.Agreement.Canonical;

/// <summary>
/// Agreements of every shape the model can take, sense or not, made by reflection over the records of the model: a
/// record added to it is made here without a word, and fails the round trip until it has a shape.
/// </summary>
internal sealed class CanonicalInstrumentGenerator
{
    /// <summary>Words, and strings that are hard on escapes, sorting, pointers and normal forms.</summary>
    private static readonly string[] Texts =
    [
        "missile", "intermediate-range missile", "Pershing II", "announced-start", "IV.2.a.ii", "ракета средней дальности",
        "", " ", "a/b~c", "\"\\\b\t\n\f\r\0\u001f\u007f\u0080\u2028", "péché", "A\u030a", "\u212b", "😀", "\ufb33", "</script>", "null",
    ];

    private static readonly decimal[] Decimals =
    [
        0m, -0.0m, 1m, 1.50m, 500m, 5500.000m, 54.7m, -20.5m, 0.1m, 1000000m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m,
    ];

    private readonly Random _random;
    private readonly NullabilityInfoContext _nullability = new();

    private CanonicalInstrumentGenerator(int seed) => _random = new Random(seed);

    /// <summary>The types of the model that have been made.</summary>
    public HashSet<Type> Made { get; } = [];

    /// <summary>For properties. A counterexample is as large as it was made: it can be printed as canonical JSON.</summary>
    public static Arbitrary<Instrument> Instruments { get; } =
        Gen.Choose(int.MinValue, int.MaxValue).Select(Instrument).ToArbitrary();

    /// <summary>The agreement of a seed.</summary>
    public static Instrument Instrument(int seed) => Instrument(seed, out _);

    /// <summary>The agreement of a seed, and the types of the model in it.</summary>
    public static Instrument Instrument(int seed, out HashSet<Type> made)
    {
        var generator = new CanonicalInstrumentGenerator(seed);
        made = generator.Made;
        return (Instrument)generator.Make(typeof(Instrument), 12);
    }

    /// <summary>Every record of the model that can be made.</summary>
    public static IEnumerable<Type> Records() => typeof(Instrument).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(Instrument).Namespace && type is { IsClass: true, IsAbstract: false, IsGenericType: false }
            && type.GetMethod("<Clone>$") is not null);

    private object Make(Type type, int fuel)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            var items = Array.CreateInstance(type.GenericTypeArguments[0], _random.Next(fuel > 0 ? 4 : 2));
            for (var i = 0; i < items.Length; i++)
            {
                items.SetValue(Make(type.GenericTypeArguments[0], fuel - 1), i);
            }

            return Activator.CreateInstance(type, items)!;
        }

        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(_random.Next(values.Length))!;
        }

        return type.Namespace!.StartsWith("Detente", StringComparison.Ordinal) ? MakeRecord(type, fuel) : MakeLeaf(type);
    }

    private object MakeLeaf(Type type) => type switch
    {
        _ when type == typeof(string) => Texts[_random.Next(Texts.Length)],
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type == typeof(int) => _random.Next(8) switch { 0 => 0, 1 => int.MaxValue, _ => _random.Next(200) },
        _ when type == typeof(char) => "ABEQTXЖ"[_random.Next(7)],
        _ when type == typeof(decimal) => Decimals[_random.Next(Decimals.Length)],
        _ when type == typeof(LocalDate) => new LocalDate(_random.Next(0, 10000), 1, 1).PlusDays(_random.Next(365)),
        _ => throw new NotSupportedException($"The model holds a {type}: say here how to make one."),
    };

    private object MakeRecord(Type type, int fuel)
    {
        if (type.IsAbstract)
        {
            var cases = type.Assembly.GetTypes().Where(each => each.IsSubclassOf(type) && !each.IsAbstract).ToArray();
            return MakeRecord(cases[_random.Next(cases.Length)], fuel);
        }

        Made.Add(type);
        var constructor = type.GetConstructors().MaxBy(each => each.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        var made = constructor.Invoke([.. parameters.Select(each =>
            type == typeof(Quantity) && each.Name == "Unit"
                ? Quantity.Units.Append("").ElementAt(_random.Next(Quantity.Units.Count + 1))
                : MakeOrOmit(each.ParameterType, _nullability.Create(each), fuel))]);
        if (parameters.Length == 0)
        {
            foreach (var property in type.GetProperties().Where(each => each.CanWrite))
            {
                property.SetValue(made, MakeOrOmit(property.PropertyType, _nullability.Create(property), fuel));
            }
        }

        return made;
    }

    private object? MakeOrOmit(Type type, NullabilityInfo nullability, int fuel)
    {
        var mayBeAbsent = nullability.ReadState == NullabilityState.Nullable;
        return mayBeAbsent && (fuel <= 0 || _random.Next(2) == 0) ? null : Make(Nullable.GetUnderlyingType(type) ?? type, fuel - 1);
    }
}
