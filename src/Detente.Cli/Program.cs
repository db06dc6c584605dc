using Detente.Cli;

return CommandLine.RunToEnd(args, Terminal.OfProcess());
