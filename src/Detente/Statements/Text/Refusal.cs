namespace Detente.Statements.Text;

/// <summary>Why a value cannot be read, and what to write instead.</summary>
/// <param name="Code">Stable: see <see cref="CaseCodes"/>.</param>
/// <param name="Message">What is wrong, in one line.</param>
/// <param name="WaysOut">Wordings that would be read.</param>
public sealed record Refusal(string Code, string Message, params IReadOnlyList<string> WaysOut);
