using System.Text;
using Detente.Agreement.Model;
using Detente.Statements;
using NodaTime.Text;

namespace Detente.Agreement.Text;

/// <summary>Writes an agreement, or a part of one, in the canonical words and layout. Reading it back gives an equal model.</summary>
public static class AgreementPrinter
{
    /// <summary>
    /// A whole document: front matter, one block of terms, then the clauses under their headings. Clauses that stand under
    /// no heading must come first: Markdown has no way back from under a heading.
    /// </summary>
    public static string Print(Instrument instrument)
    {
        var output = new StringBuilder();
        FrontMatter(output, instrument);
        if (instrument.Terms.Count > 0)
        {
            output.Append("\n```terms\n").Append(Terms(instrument)).Append("```\n");
        }

        IReadOnlyList<string> above = [];
        foreach (var clause in instrument.Clauses)
        {
            Headings(output, above, clause.Article);
            above = clause.Article;
            output.Append("\n```clause ").Append(clause.Id).Append(clause.Evidence is { } grade ? " " + Words.For(Words.Grades, grade) : "").Append('\n').Append(Clause(instrument, clause)).Append("```\n");
        }

        return output.ToString();
    }

    /// <summary>The inside of a clause's block: lines, each ended by a line feed. The instrument says how its terms are spelt.</summary>
    public static string Clause(Instrument instrument, Clause clause) => new SentencePrinter(new Wording(instrument)).Print(clause);

    /// <summary>The inside of a block with all the instrument's terms.</summary>
    public static string Terms(Instrument instrument) => new TermPrinter(new Wording(instrument)).Print(instrument.Terms);

    /// <summary>One term, as a block with it alone.</summary>
    public static string Term(Instrument instrument, Term term) => new TermPrinter(new Wording(instrument)).Print([term]);

    private static void FrontMatter(StringBuilder output, Instrument instrument)
    {
        output.Append("---\nagreement: ").Append(instrument.Id).Append("\ntitle: ").Append(Scalar(instrument.Title)).Append('\n');
        output.Append("parties: ").Append(Parties(instrument.Parties)).Append('\n');
        if (instrument.Neutrals.Count > 0)
        {
            output.Append("neutrals: ").Append(Parties(instrument.Neutrals)).Append('\n');
        }

        if (instrument.Signature is { } signed)
        {
            output.Append("signed: ").Append(LocalDatePattern.Iso.Format(signed)).Append('\n');
        }

        if (instrument.EntryIntoForce is { } inForce)
        {
            output.Append("entry-into-force: ").Append(LocalDatePattern.Iso.Format(inForce)).Append('\n');
        }

        if (instrument.Languages.Count > 0)
        {
            output.Append("languages: [").AppendJoin(", ", instrument.Languages).Append("]\n");
        }

        output.Append(instrument.KnowsSuspension ? "suspension: known\n---\n" : "---\n");
    }

    private static string Parties(IReadOnlyList<Party> parties) =>
        "{ " + string.Join(", ", parties.Select(party => $"{party.Code}: {Scalar(party.Name)}")) + " }";

    // Plain where nothing in it can be taken for YAML, else quoted.
    private static string Scalar(string text)
    {
        var isPlain = char.IsLetter(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '.');
        return isPlain ? text : "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
    }

    private static void Headings(StringBuilder output, IReadOnlyList<string> above, IReadOnlyList<string> path)
    {
        var shared = above.Zip(path).TakeWhile(pair => pair.First == pair.Second).Count();

        // From under A › B back to A: only A's heading, written again, leads there.
        var first = shared == path.Count && above.Count > path.Count ? Math.Max(0, path.Count - 1) : shared;
        for (var i = first; i < path.Count; i++)
        {
            output.Append('\n').Append('#', i + 1).Append(' ').Append(path[i]).Append('\n');
        }
    }
}
