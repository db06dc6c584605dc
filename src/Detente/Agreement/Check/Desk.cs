using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Diagnostics;

namespace Detente.Agreement.Check;

/// <summary>What every check works on: the model, its places, and where findings go.</summary>
internal sealed class Desk(ParsedAgreement parsed)
{
    private readonly DiagnosticCollector _found = new(parsed.Source);

    public Instrument Instrument => parsed.Draft;

    public Positions Positions => parsed.Positions;

    public IReadOnlyList<Diagnostic> Found => _found.InOrder();

    public void AtClause(AgreementCode code, Clause clause, TextSpan? span, string message, params string[] waysOut) =>
        _found.Report(code, span ?? default, [.. clause.Article, $"clause {clause.Id}"], message, waysOut);

    public void AtTerm(AgreementCode code, TextSpan? span, string message, params string[] waysOut)
    {
        var start = span?.Start ?? 0;
        var piece = parsed.File.Pieces.FirstOrDefault(p => p.Kind == PieceKind.Terms && p.Span.Start <= start && start < p.Span.End);
        _found.Report(code, span ?? default, piece is null ? [] : [.. piece.Path, "terms"], message, waysOut);
    }

    /// <summary>Whether the parser has said so already, somewhere in a stretch of the text.</summary>
    public bool WasSaid(AgreementCode code, TextSpan? within) => within is { } span
        && parsed.Diagnostics.Any(said => said.Code == code.Code && said.Span.Start >= span.Start && said.Span.End <= span.End);

    public T? Term<T>(string name)
        where T : Term => Instrument.Terms.OfType<T>().FirstOrDefault(term => term.Name == name);

    /// <summary>The item term an item or class rests on; <c>null</c> for a class by names alone, or an unknown name.</summary>
    public ItemTerm? ItemOf(string name) => Term<ItemTerm>(name) ?? (Term<ClassTerm>(name)?.Test is { } test ? Term<ItemTerm>(test.Base) : null);

    /// <summary>The words of a place in the text.</summary>
    public string Words(TextSpan span) => string.Join(' ', parsed.Source.Slice(span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
