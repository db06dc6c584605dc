using System.Globalization;
using Detente.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

return JudgeBench.Run(options) ? 0 : 1;
