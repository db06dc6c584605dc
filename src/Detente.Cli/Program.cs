using Detente.Cli;

return CommandLine.Run(args, Terminal.OfProcess());
