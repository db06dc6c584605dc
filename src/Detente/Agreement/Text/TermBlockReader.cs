using System.Text.RegularExpressions;
using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>A term as cut from its block: its names, and the tokens of its meaning.</summary>
/// <param name="Entries">The names it declares: several before <c>sites</c>, <c>acts</c> or <c>states</c>, else one.</param>
/// <param name="Meaning">What they mean.</param>
/// <param name="Span">All of it.</param>
internal sealed record RawTerm(IReadOnlyList<TermEntry> Entries, List<Token> Meaning, TextSpan Span);

/// <summary>Cuts a block of terms: each begins at the left margin, and what continues it is indented.</summary>
internal sealed partial class TermBlockReader(SourceText source, Report report)
{
    private const TermKinds Any = TermKinds.Holdable | TermKinds.State | TermKinds.Site | TermKinds.Act | TermKinds.Declaration | TermKinds.Year;

    private static readonly (Keyword Keyword, TermKinds Kind)[] Beginnings =
    [
        (Keyword.Item, TermKinds.Item), (Keyword.OneOf, TermKinds.Class), (Keyword.State, TermKinds.State), (Keyword.Site, TermKinds.Site),
        (Keyword.Act, TermKinds.Act), (Keyword.Declaration, TermKinds.Declaration), (Keyword.YearFrom, TermKinds.Year),
        (Keyword.CalendarYears, TermKinds.Year), (Keyword.Article, TermKinds.Class),
    ];

    // What stands before the name says what it is: "zone North", "territory of Russia".
    private static readonly (Keyword Keyword, TermKinds Kind)[] NamedBefore =
    [
        (Keyword.Zone, TermKinds.Zone), (Keyword.TerritoryOf, TermKinds.Territory), (Keyword.CapitalOf, TermKinds.Capital),
    ];

    private static readonly Vocabulary Words = Vocabulary.English;

    /// <summary>The spans of the terms of a block; an indented line before the first is reported.</summary>
    public List<TextSpan> Cut(TextSpan block)
    {
        var terms = new List<TextSpan>();
        var at = block.Start;
        while (at < block.End)
        {
            var end = Math.Min(block.End, source.EndOfLine(source.Locate(at).Line));
            var text = source.Text.AsSpan(at, end - at);
            if (!text.IsWhiteSpace() && !char.IsWhiteSpace(text[0]))
            {
                terms.Add(new TextSpan(at, text.TrimEnd().Length));
            }
            else if (!text.IsWhiteSpace() && terms.Count > 0)
            {
                terms[^1] = new TextSpan(terms[^1].Start, at + text.TrimEnd().Length - terms[^1].Start);
            }
            else if (!text.IsWhiteSpace())
            {
                var lead = text.Length - text.TrimStart().Length;
                report(AgreementCodes.Indentation, new TextSpan(at + lead, text.Trim().Length), "an indented line continues a term, and there is none before it", ["the term at the left margin"]);
            }

            at = Math.Max(end, at + 1);
        }

        return terms;
    }

    /// <summary>Names and meaning of one term; <c>null</c> when it has no name.</summary>
    public RawTerm? Read(TextSpan term)
    {
        var (names, meaning) = Tokens(term);
        var kind = Kind(names, meaning);
        var entries = Entries(names, kind);
        return entries.Count == 0 ? null : new RawTerm(entries, kind == Any ? [] : meaning, term);
    }

    /// <summary>The tokens before and after the separator, each ended by one of kind End.</summary>
    public (List<Token> Names, List<Token> Meaning) Tokens(TextSpan term)
    {
        var separator = Separator().Match(source.Slice(term));
        if (!separator.Success)
        {
            return Guess(term);
        }

        var names = Lexer.Read(source, new TextSpan(term.Start, separator.Index), report);
        var start = term.Start + separator.Index + separator.Length;
        return (names, Lexer.Read(source, new TextSpan(start, term.End - start), report));
    }

    [GeneratedRegex(@"(?<=\S)(?:\s*—\s*|[ \t]{2,}|\t)(?=\S)")]
    private static partial Regex Separator();

    // No separator: where a meaning seems to begin is reported, and the term read as if it were separated there.
    private (List<Token> Names, List<Token> Meaning) Guess(TextSpan term)
    {
        var tokens = Lexer.Read(source, term, report);
        var at = 1;
        while (at < tokens.Count && !Beginnings.Any(b => Words.LengthOf(b.Keyword, tokens, at) > 0))
        {
            at++;
        }

        var found = at < tokens.Count - 1;
        var name = string.Join(' ', tokens.Take(found ? at : tokens.Count - 1).Select(token => token.Text));
        report(
            AgreementCodes.NoMeaning,
            new TextSpan(term.Start, Math.Min(term.Length, source.Line(source.Locate(term.Start).Line).Length)),
            found ? "two spaces or an em dash stand between a term and its meaning" : "the term has no meaning",
            [found ? $"{name}   {tokens[at].Text} …" : $"{name}   item"]);
        var names = tokens.Take(found ? at : tokens.Count - 1).Append(tokens[^1]).ToList();
        return (names, found ? tokens.Skip(at).ToList() : []);
    }

    private TermKinds Kind(List<Token> names, List<Token> meaning)
    {
        foreach (var (keyword, kind) in NamedBefore)
        {
            var length = Words.LengthOf(keyword, names, 0);
            if (length > 0 && names.Count > length + 1)
            {
                return kind;
            }
        }

        if (meaning.Count == 0)
        {
            return Any;
        }

        foreach (var (keyword, kind) in Beginnings)
        {
            if (Words.LengthOf(keyword, meaning, 0) > 0)
            {
                return kind;
            }
        }

        var first = meaning[0];
        var beginnings = Beginnings.Select(b => Words[b.Keyword]).ToArray();
        var near = Spelling.Closest(first.Text, beginnings.Select(phrase => phrase.Split(' ')[0]));
        report(
            AgreementCodes.MeaningUnknown,
            first.Span,
            Spelling.DidYouMean($"`{first.Text}` does not say what kind of term this is", near),
            near is null ? ["item with …", "one of …", "a missile with …", "state", "site", "act on an item", "declaration of …", "year from …"] : [near]);
        return Any;
    }

    private List<TermEntry> Entries(List<Token> tokens, TermKinds kind)
    {
        var entries = new List<TermEntry>();
        var at = NamedBefore.Where(before => before.Kind == kind).Sum(before => Words.LengthOf(before.Keyword, tokens, 0));
        while (tokens[at].Kind != TokenKind.End)
        {
            var first = at;
            var name = Run(tokens, ref at);
            var span = at > first ? new TextSpan(tokens[first].Span.Start, tokens[at - 1].Span.End - tokens[first].Span.Start) : tokens[at].Span;
            var plural = tokens[at].Kind == TokenKind.Open ? Plural(tokens, ref at) : null;
            if (name.Length > 0)
            {
                entries.Add(new TermEntry(name, plural, kind, span));
            }
            else
            {
                report(AgreementCodes.Expected, span, $"expected the name of a term, found `{tokens[at].Text}`", []);
            }

            if (tokens[at].Kind == TokenKind.Comma)
            {
                at++;
            }
            else if (tokens[at].Kind != TokenKind.End)
            {
                report(AgreementCodes.Expected, tokens[at].Span, $"expected a comma or the meaning of the term, found `{tokens[at].Text}`", []);
                break;
            }
        }

        return entries;
    }

    private string? Plural(List<Token> tokens, ref int at)
    {
        var open = tokens[at++];
        var length = Words.LengthOf(Keyword.Plural, tokens, at);
        at += length;
        var plural = Run(tokens, ref at);
        if (length == 0 || plural.Length == 0 || tokens[at].Kind != TokenKind.Close)
        {
            report(AgreementCodes.Expected, open.Span, "expected `(plural …)` after the name", ["(plural …)"]);
            return null;
        }

        at++;
        return plural;
    }

    private static string Run(List<Token> tokens, ref int at)
    {
        var words = new List<string>();
        while (tokens[at].Kind == TokenKind.Word)
        {
            words.Add(tokens[at++].Text);
        }

        return string.Join(' ', words);
    }
}
