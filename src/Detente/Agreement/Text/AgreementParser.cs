using Detente.Agreement.Model;
using Detente.Diagnostics;
using Detente.Statements;

namespace Detente.Agreement.Text;

/// <summary>Reads an agreement from its file. Never throws on any text: whatever is wrong is a diagnostic, all of them at once.</summary>
public sealed class AgreementParser
{
    private readonly SourceText _source;
    private readonly AgreementFile _file;
    private readonly DiagnosticCollector _found;
    private readonly Positions _positions = new();
    private readonly TermTable _terms = new();
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<Piece, IReadOnlyList<(int Token, LineKind Kind)>> _breaks = new(ReferenceEqualityComparer.Instance);
    private readonly List<Term> _meanings = [];
    private readonly List<Clause> _clauses = [];

    private AgreementParser(SourceText source)
    {
        _source = source;
        _file = AgreementFile.Scan(source);
        _found = new DiagnosticCollector(source);
    }

    /// <summary>Reads a file's text. Names and grammar only: see the Check room for what the sentences mean together.</summary>
    public static ParsedAgreement Parse(SourceText source) => new AgreementParser(source).Parse();

    private ParsedAgreement Parse()
    {
        var front = ReadFrontMatter();
        var parties = front.Parties.Select(party => (party.Code, party.Name)).ToList();
        ReadTerms(parties);
        ReadClauses(parties);
        var draft = new Instrument
        {
            Id = front.Id ?? "",
            Title = front.Title ?? "",
            Parties = [.. front.Parties],
            Neutrals = [.. front.Neutrals],
            Signature = front.Signature,
            EntryIntoForce = front.EntryIntoForce,
            Languages = [.. front.Languages],
            KnowsSuspension = front.KnowsSuspension,
            Terms = [.. _meanings],
            Clauses = [.. _clauses],
        };
        return new ParsedAgreement
        {
            Source = _source,
            File = _file,
            Instrument = _found.HasErrors ? null : draft,
            Draft = draft,
            Diagnostics = _found.InOrder(),
            Positions = _positions,
            Words = _words,
            Breaks = _breaks,
        };
    }

    private FrontMatter ReadFrontMatter()
    {
        if (_file.Pieces.FirstOrDefault(piece => piece.Kind == PieceKind.FrontMatter) is { } piece)
        {
            return new FrontMatterReader(_source, piece, _positions, _found.At([])).Read();
        }

        _found.Report(
            AgreementCodes.NoFrontMatter,
            new TextSpan(0, _source.Line(1).Length),
            [],
            "the file does not begin with front matter",
            ["---, then `agreement`, `title` and `parties`, then ---"]);
        return new FrontMatter();
    }

    private void ReadTerms(IReadOnlyList<(string Code, string Name)> parties)
    {
        var raw = new List<(RawTerm Term, Report Report)>();
        foreach (var piece in _file.Pieces.Where(piece => piece.Kind == PieceKind.Terms))
        {
            var report = _found.At([.. piece.Path, "terms"]);
            ReportOpenFence(piece, report);
            var reader = new TermBlockReader(_source, report);
            foreach (var term in reader.Cut(piece.Inner).Select(reader.Read).OfType<RawTerm>())
            {
                raw.Add((term, report));
                foreach (var entry in term.Entries)
                {
                    _terms.Add(entry);
                }
            }
        }

        foreach (var (term, report) in raw.Where(r => r.Term.Meaning.Count > 0))
        {
            new TermParser(new Cursor(term.Meaning, _terms, parties, _positions, report)).Parse(term);
            _meanings.AddRange(term.Entries.Select(entry => entry.Meaning).OfType<Term>());
        }
    }

    private void ReadClauses(IReadOnlyList<(string Code, string Name)> parties)
    {
        foreach (var piece in _file.Pieces.Where(piece => piece.Kind == PieceKind.Clause))
        {
            var (id, evidence) = IdAndEvidence(piece);
            var report = _found.At([.. piece.Path, id.Length == 0 ? "clause" : $"clause {id}"]);
            ReportOpenFence(piece, report);
            ReportId(piece, id, evidence, report);
            var cursor = new Cursor(Lexer.Read(_source, piece.Inner, report), _terms, parties, _positions, report);
            if (new ClauseParser(cursor).Parse(id, piece.Path) is { } read)
            {
                var clause = read with { Evidence = Words.Grades.TryGetValue(evidence, out var grade) ? grade : null };
                _positions.Mark(clause, _positions.Of(read) ?? piece.Inner);
                _positions.Mark(clause, "id", new TextSpan(piece.Info.Start, id.Length));
                _clauses.Add(clause);
                _breaks[piece] = cursor.Breaks;
                _words.TryAdd(id, _source.Slice(piece.Inner).Trim());
            }
        }

        if (!_file.Pieces.Any(piece => piece.Kind == PieceKind.Clause))
        {
            _found.Report(AgreementCodes.NoClause, new TextSpan(0, _source.Line(1).Length), [], "the document has no clause", []);
        }
    }

    // "IX.4 recalled": the id, and how the rule is known where its text was not read whole.
    private (string Id, string Evidence) IdAndEvidence(Piece piece)
    {
        var words = _source.Slice(piece.Info).Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (words.ElementAtOrDefault(0) ?? "", words.ElementAtOrDefault(1) ?? "");
    }

    private void ReportId(Piece piece, string id, string evidence, Report report)
    {
        if (id.Length == 0)
        {
            var fence = new TextSpan(piece.Span.Start, _source.Line(_source.Locate(piece.Span.Start).Line).Length);
            report(AgreementCodes.ClauseId, fence, "the block has no id", ["```clause I.1"]);
        }
        else if (!id.All(IsIdCharacter))
        {
            var plain = new string(id.Select(c => IsIdCharacter(c) ? c : '.').ToArray());
            report(AgreementCodes.ClauseId, new TextSpan(piece.Info.Start, id.Length), $"`{id}` is not one word of letters, digits, dots and hyphens", [$"```clause {plain}"]);
        }
        else if (evidence.Length > 0 && !Words.Grades.ContainsKey(evidence))
        {
            report(
                AgreementCodes.ClauseId,
                piece.Info,
                $"`{evidence}` after the id does not say how the rule is known",
                [.. Words.Grades.Keys.Select(word => $"```clause {id} {word}").Prepend($"```clause {id}")]);
        }
    }

    private static bool IsIdCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_';

    private void ReportOpenFence(Piece piece, Report report)
    {
        if (!piece.IsClosed)
        {
            var line = _source.Line(_source.Locate(piece.Span.Start).Line);
            report(AgreementCodes.FenceOpen, new TextSpan(piece.Span.Start, line.Length), "the block is not closed", ["```  (on a line of its own, after the sentence)"]);
        }
    }
}
