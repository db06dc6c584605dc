using System.CommandLine;
using Detente.Cli.Input;
using Detente.Node.Cases;

namespace Detente.Cli.Commands;

/// <summary>The arguments and options that several commands share, each made anew for the command that is built.</summary>
internal static class CaseOptions
{
    public static Argument<string> Case() => new("CASE") { Description = "a folder with a case.yaml, or that file" };

    public static Option<string?> At() => new("--at") { Description = "the instant judged: a UTC day (its end) or an instant such as 2019-08-02T12:00Z", HelpName = "DATE" };

    public static Option<string?> Known() => new("--known") { Description = "judge with what was known by then; the instant judged unless said", HelpName = "DATE" };

    public static Option<string?> Party() => new("--party") { Description = "only this party, by code or name", HelpName = "PARTY" };

    public static Option<string?> Clause() => new("--clause") { Description = "only this clause, or all of an article: IX", HelpName = "CLAUSE" };

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "text or json", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("text" or "json") and var written }])
            {
                result.AddError($"--format is text or json, not '{written}'");
            }
        });
        return format;
    }

    public static Option<bool> NoColour() => new("--no-color") { Description = "no colours; they are also left out in a pipe and where NO_COLOR is set" };

    /// <summary>The terminal as the call wants it.</summary>
    public static Terminal With(this Terminal terminal, bool noColour) => noColour ? terminal with { Colour = false } : terminal;

    /// <summary>The two instants of a call, how the first is called when it is by default, and the options that ask for them again.</summary>
    public static (long At, long Known, string? Called, string Again) Instants(LoadedCase of, string? at, string? known, Func<long> now)
    {
        var (tick, called) = at is null ? Clock.Default(of.Record, now) : (Clock.Parse("--at", at), null);
        var again = (at is null ? "" : $" --at {at}") + (known is null ? "" : $" --known {known}");
        return (tick, known is null ? tick : Clock.Parse("--known", known), called, again);
    }
}
