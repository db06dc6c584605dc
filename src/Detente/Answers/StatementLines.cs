using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Reasons;
using Detente.Statements;

namespace Detente.Answers;

/// <summary>Statements in one line of neutral words, and the names of those who speak.</summary>
public sealed class StatementLines(Instrument agreement, Case record)
{
    private readonly Glossary _glossary = new(agreement);

    /// <summary>What a statement says, beginning with its verb: <c>reports an elimination of 654 RSD-10, 1988-07-22 to 1991-05-12</c>.</summary>
    public string Says(Statement statement) => StatementWords.Says(statement, _glossary);

    /// <summary>The name of a party, a neutral or another author, by its code.</summary>
    public string NameOf(string code) =>
        agreement.Parties.Concat(agreement.Neutrals).FirstOrDefault(party => party.Code == code)?.Name ?? record.OtherAuthors.GetValueOrDefault(code) ?? code;
}
