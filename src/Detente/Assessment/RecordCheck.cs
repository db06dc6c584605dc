using Detente.Agreement.Model;
using Detente.Diagnostics;
using Detente.Geography.Borders;
using Detente.Statements;
using Detente.Statements.Text;

namespace Detente.Assessment;

/// <summary>
/// Whether the names a record uses are ones its agreement knows: who speaks, kinds of acts, terms, states, sites, clauses.
/// A name it does not know would be judged as silence; better to hear of it before.
/// </summary>
public sealed class RecordCheck
{
    /// <summary>An author the case does not name.</summary>
    public const string UnknownAuthor = "S4001";

    /// <summary>A party the agreement does not have.</summary>
    public const string UnknownParty = "S4002";

    /// <summary>A term the agreement does not declare.</summary>
    public const string UnknownTerm = "S4003";

    /// <summary>A clause the agreement does not have.</summary>
    public const string UnknownClause = "S4004";

    /// <summary>A request that no clause speaks of: it is listed and triggers nothing.</summary>
    public const string RequestUnused = "S4005";

    private readonly Instrument _agreement;
    private readonly IReadOnlyDictionary<string, StatementPlace> _places;
    private readonly List<Diagnostic> _found = [];
    private readonly HashSet<string> _parties;
    private readonly HashSet<string> _clauses;

    private RecordCheck(Instrument agreement, IReadOnlyDictionary<string, StatementPlace> places)
    {
        (_agreement, _places) = (agreement, places);
        _parties = [.. agreement.Parties.Select(p => p.Code)];
        _clauses = [.. agreement.Clauses.Select(c => c.Id)];
    }

    /// <summary>Everything in a record that its agreement does not know, in record order, the case file last.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="record">The record.</param>
    /// <param name="places">Where each statement's id stands, by id.</param>
    public static IReadOnlyList<Diagnostic> Check(Instrument agreement, Case record, IReadOnlyDictionary<string, StatementPlace> places)
    {
        var check = new RecordCheck(agreement, places);
        foreach (var statement in record.Statements)
        {
            check.Check(statement, record);
        }

        foreach (var line in record.Coverage)
        {
            check.Check(line);
        }

        return check._found;
    }

    private void Check(Statement statement, Case record)
    {
        var isKnown = _parties.Contains(statement.Author) || _agreement.Neutrals.Any(n => n.Code == statement.Author) || record.OtherAuthors.ContainsKey(statement.Author);
        if (!isKnown)
        {
            Report(UnknownAuthor, statement.Id, $"{statement.Author} is no party, no neutral, and no author the case names", [$"authors: {{ {statement.Author}: … }} in case.yaml"]);
        }

        statement.JointWith.ToList().ForEach(p => Party(statement.Id, p));
        if (statement.Fulfils is { } clause)
        {
            Clause(statement.Id, clause);
        }

        Check(statement.Id, statement.Content);
    }

    private void Check(string id, Content content)
    {
        switch (content)
        {
            case Holdings holdings:
                Party(id, holdings.Of);
                holdings.Lines.Select(l => l.State).OfType<string>().ToList().ForEach(s => Term<StateTerm>(id, s, "state"));
                (holdings.Complete ?? []).ToList().ForEach(t => ItemOrClass(id, t));
                if (holdings.Exchange is { } exchange)
                {
                    Term<DeclarationTerm>(id, exchange, "declaration");
                }

                break;
            case Sites sites:
                sites.List.ToList().ForEach(s =>
                {
                    Party(id, s.Of);
                    Term<SiteTerm>(id, s.Kind, "site");
                });
                break;
            case TypeProperties type:
                Party(id, type.Of);
                if (type.Is is { } item)
                {
                    Term<ItemTerm>(id, item, "item");
                }

                break;
            case ActWord word:
                Act(id, word);
                break;
            case Reading reading:
                Party(id, reading.Of);
                if (reading.Territory is { } territory)
                {
                    Area(id, reading.Item, territory);
                }
                else
                {
                    ItemOrClass(id, reading.Term);
                }
                break;
            case Message message:
                message.To.ToList().ForEach(p => Party(id, p));
                Request(id, message);
                break;
            case Notice notice:
                notice.Clauses.ToList().ForEach(c => Clause(id, c));
                break;
            default:
                break;
        }
    }

    private void Act(string id, ActWord word)
    {
        Party(id, word.By);
        if (word.Kind is not { } kind)
        {
            return;
        }

        Term<ActTerm>(id, kind, "act");
        var variants = _agreement.Terms.OfType<ActTerm>().FirstOrDefault(t => t.Name == kind)?.Variants;
        if (word.Variant is { } variant && variants is not null && !variants.Contains(variant))
        {
            Report(UnknownTerm, id, $"`{variant}` is no kind of {kind}", variants.Select(v => $"variant: {v}"));
        }
    }

    private void Request(string id, Message message)
    {
        if (message.For is not { } what)
        {
            return;
        }

        var asked = _agreement.Clauses.Select(c => c.Sentence).Select(s => s switch
        {
            TriggeredDuty { Trigger: Trigger.OnRequest request } => request.For,
            Right right => right.Act,
            _ => null,
        }).OfType<string>().ToList();
        if (!asked.Contains(what))
        {
            Report(RequestUnused, id, $"no clause speaks of a request for {what}: it is listed and triggers nothing", asked.Distinct().Select(a => $"for: {a}"), Severity.Warning);
        }
    }

    private void Check(Coverage line)
    {
        if (!_parties.Contains(line.Party))
        {
            Report(UnknownParty, null, $"coverage names {line.Party}, which is no party", _parties.Select(p => $"party: {p}"));
        }

        var acts = _agreement.Terms.OfType<ActTerm>().Select(t => t.Name).ToList();
        if (!acts.Contains(line.What) && line.What is not ("acquisition" or "removal" or "messages" or "location"))
        {
            var near = Spelling.Closest(line.What, acts);
            Report(UnknownTerm, null, $"coverage of `{line.What}`: no act of the agreement", near is null ? ["what: acquisition", "what: messages"] : [$"what: {near}"]);
        }
    }

    private void Party(string id, string party)
    {
        if (!_parties.Contains(party))
        {
            Report(UnknownParty, id, $"{party} is no party of {_agreement.Id}", _parties);
        }
    }

    private void Clause(string id, string clause)
    {
        if (!_clauses.Contains(clause))
        {
            var near = Spelling.Closest(clause, _clauses);
            Report(UnknownClause, id, $"{_agreement.Id} has no clause {clause}", near is null ? [] : [near]);
        }
    }

    private void ItemOrClass(string id, string name)
    {
        if (!_agreement.Terms.Any(t => t.Name == name && t is ItemTerm or ClassTerm))
        {
            Unknown(id, name, "item or class", _agreement.Terms.Where(t => t is ItemTerm or ClassTerm).Select(t => t.Name));
        }
    }

    private void Area(string id, string area, string territory)
    {
        var declared = _agreement.Terms.OfType<TerritoryTerm>().SelectMany(t => new[] { t.Of, _agreement.Parties.FirstOrDefault(p => p.Code == t.Of)?.Name ?? t.Of }).Distinct().ToList();
        if (!declared.Contains(territory))
        {
            Unknown(id, territory, "territory", declared);
        }

        var areas = BorderMap.Large.DisputedAreas.Select(known => known.Name).ToList();
        if (!areas.Contains(area))
        {
            Unknown(id, area, "disputed area of the border map, read as part of a territory", areas);
        }
    }

    private void Term<T>(string id, string name, string kind)
        where T : Term
    {
        var known = _agreement.Terms.OfType<T>().Select(t => t.Name).ToList();
        if (!known.Contains(name))
        {
            Unknown(id, name, kind, known);
        }
    }

    private void Unknown(string id, string name, string kind, IEnumerable<string> known)
    {
        var all = known.ToList();
        var near = Spelling.Closest(name, all);
        Report(UnknownTerm, id, $"`{name}` is no {kind} of {_agreement.Id}", near is null ? all.Take(4) : [near]);
    }

    private void Report(string code, string? id, string message, IEnumerable<string> waysOut, Severity severity = Severity.Error)
    {
        var place = id is not null && _places.TryGetValue(id, out var found) ? found : new StatementPlace("case.yaml", new TextSpan(0, 0));
        _found.Add(new Diagnostic(code, severity, message, place.File, place.Span, id is null ? [] : [id], [.. waysOut]));
    }
}
