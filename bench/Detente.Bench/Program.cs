using System.Globalization;
using Detente.Bench;
using Detente.Bench.Flights;
using Detente.Bench.Geodesics;
using Detente.Bench.Places;
using Detente.Bench.Reach;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

if (args.Length > 0 && args[0] == "geodesic")
{
    return GeodesicBench.Run(args[1..]);
}

if (args.Length > 0 && args[0] == "flights")
{
    return FlightBench.Run(args[1..]);
}

if (args.Length > 0 && args[0] == "places")
{
    return PlacesBench.Run(args[1..]);
}

if (args.Length > 0 && args[0] == "reach")
{
    return ReachBench.Run(args[1..]);
}

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

return JudgeBench.Run(options) ? 0 : 1;
