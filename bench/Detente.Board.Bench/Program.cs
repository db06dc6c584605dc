using System.Globalization;
using Detente.Board.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var options = new BoardOptions();
for (var i = 0; i + 1 < args.Length; i += 2)
{
    var isNumber = int.TryParse(args[i + 1].Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var value);
    options = args[i] switch
    {
        "--statements" when isNumber && value is >= 1000 and <= 10_000_000 => options with { Statements = value },
        "--seconds" when isNumber && value is >= 1 and <= 600 => options with { Seconds = value },
        "--connections" when isNumber && value is >= 1 and <= 1000 => options with { Connections = value },
        _ => options with { Refused = $"{args[i]} {args[i + 1]}" },
    };
}

if (args.Length % 2 != 0 || options.Refused is not null)
{
    Console.Error.WriteLine("usage: board [--statements 1000000] [--seconds 10] [--connections 64]");
    return 2;
}

return await BoardBench.Run(options);
