using System.CommandLine;

var root = new RootCommand("Tells, clause by clause, what parties to an agreement have kept.");
return root.Parse(args).Invoke();
