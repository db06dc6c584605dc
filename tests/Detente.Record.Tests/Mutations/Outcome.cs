using Detente.Record.Bytes;

namespace Detente.Record.Tests.Mutations;

/// <summary>What a reader made of bytes: accepted, refused by a rule, or a fault: accepted and not true.</summary>
/// <param name="Rule">The rule that refused them; <c>null</c> where none did.</param>
/// <param name="Fault">What is not true of what was accepted; <c>null</c> where all is.</param>
internal readonly record struct Outcome(string? Rule, string? Fault)
{
    public static Outcome Accepted => default;

    public static Outcome Refused(Rejection rejection) => new(rejection.Rule, rejection.Rule.Length == 0 || rejection.Message.Length == 0 || rejection.Offset < 0 ? $"refused without saying why: {rejection}" : null);

    public static Outcome Untrue(string what) => new(null, what);

    /// <summary>A fault unless it is so.</summary>
    public static Outcome Require(bool isTrue, string what) => isTrue ? Accepted : Untrue(what);
}
