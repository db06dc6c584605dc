using System.Globalization;

namespace Detente.Bench;

/// <summary>What the command line asks for.</summary>
/// <param name="Statements">The length of the record.</param>
/// <param name="Seed">What the record is made from.</param>
internal sealed record Options(int Statements, ulong Seed)
{
    /// <summary>How to call the program.</summary>
    public const string Usage = "usage: judge [--statements 2000000] [--seed 1]";

    /// <summary>The options, or <c>null</c> when the command line is not one.</summary>
    public static Options? Parse(string[] arguments)
    {
        if (arguments.Length % 2 == 0 || arguments[0] != "judge")
        {
            return null;
        }

        var options = new Options(2_000_000, 1);
        for (var i = 1; i < arguments.Length; i += 2)
        {
            if (!ulong.TryParse(arguments[i + 1].Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            switch (arguments[i])
            {
                case "--statements" when value is >= 1000 and <= 50_000_000: options = options with { Statements = (int)value }; break;
                case "--seed": options = options with { Seed = value }; break;
                default: return null;
            }
        }

        return options;
    }
}
