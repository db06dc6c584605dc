using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Diagnostics;

namespace Detente.Agreement.Check;

/// <summary>Clauses that name clauses, limits that name properties, acts that name items.</summary>
internal sealed class ReferenceChecks(Desk desk)
{
    private readonly HashSet<string> _ids = [.. desk.Instrument.Clauses.Select(clause => clause.Id)];

    public void Run()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var clause in desk.Instrument.Clauses)
        {
            if (clause.Id.Length > 0 && !seen.Add(clause.Id))
            {
                desk.AtClause(AgreementCodes.ClauseTwice, clause, desk.Positions.Of(clause, "id"), $"two clauses have the id `{clause.Id}`");
            }

            foreach (var condition in clause.Conditions)
            {
                Condition(clause, condition);
            }

            Sentence(clause);
        }
    }

    private void Condition(Clause clause, Condition condition)
    {
        var named = condition switch
        {
            Condition.Reciprocal reciprocal => reciprocal.Clauses,
            Condition.Once once => once.Clauses,
            _ => [],
        };
        foreach (var id in named)
        {
            Known(clause, id, desk.Positions.Of(condition, id));
            if (desk.Instrument.Clauses.FirstOrDefault(other => other.Id == id) is { Sentence: Warning })
            {
                desk.AtClause(AgreementCodes.WarningKept, clause, desk.Positions.Of(condition, id), $"`{id}` is a warning: it binds nobody, so nobody keeps it");
            }

            if (condition is Condition.Once && id == clause.Id)
            {
                desk.AtClause(AgreementCodes.RestsOnItself, clause, desk.Positions.Of(condition, id), $"`{id}` would begin to bind only once it is kept itself", $"so long as every other Party keeps {id}");
            }
        }
    }

    private void Sentence(Clause clause)
    {
        switch (clause.Sentence)
        {
            case Limit { Property: { } property } limit:
                foreach (var item in limit.Items.Select(selector => desk.ItemOf(selector.Term)).OfType<ItemTerm>().Distinct().Where(item => !item.Properties.Contains(property)))
                {
                    TermChecks.Unknown(item, property, message => desk.AtClause(AgreementCodes.PropertyUnknown, clause, desk.Positions.Of(limit, "property"), message.Text, message.WaysOut));
                }

                break;
            case Ban ban:
                foreach (var act in ban.Acts.Concat(ban.Unless))
                {
                    Act(clause, act);
                }

                break;
            case Quota quota:
                Act(clause, quota.Acts);
                break;
            case QuotaShare share:
                Share(clause, share);
                break;
            case TriggeredDuty { Trigger: Trigger.OnAct trigger }:
                Act(clause, trigger.Act);
                break;
            case Right { About: Trigger.OnAct trigger }:
                Act(clause, trigger.Act);
                break;
        }
    }

    private void Share(Clause clause, QuotaShare share)
    {
        var span = desk.Positions.Of(share, "clause");
        Known(clause, share.OfClause, span);
        if (desk.Instrument.Clauses.FirstOrDefault(other => other.Id == share.OfClause) is { Sentence: not Quota { Year: not null } })
        {
            desk.AtClause(AgreementCodes.ShareOfNothing, clause, span, $"`{share.OfClause}` has no quota by year to take half of");
        }
    }

    private void Known(Clause clause, string id, TextSpan? span)
    {
        if (!_ids.Contains(id))
        {
            var near = Spelling.Closest(id, _ids);
            desk.AtClause(AgreementCodes.ClauseUnknown, clause, span, Spelling.DidYouMean($"there is no clause `{id}`", near), near is null ? [] : [near]);
        }
    }

    private void Act(Clause clause, ActSelector act)
    {
        if (act.Items.Count == 0 || desk.Term<ActTerm>(act.Term) is not { } term)
        {
            return;
        }

        var allowed = term.Item is null ? null : desk.ItemOf(term.Item);
        foreach (var item in act.Items)
        {
            var span = desk.Positions.Of(item);
            if (term.On == ActObject.Site)
            {
                desk.AtClause(AgreementCodes.WrongObject, clause, span, $"{EnglishNouns.WithArticle(term.Name)} is at a site, not of items");
            }
            else if (allowed is not null && desk.ItemOf(item.Term) is { } root && root != allowed)
            {
                desk.AtClause(AgreementCodes.WrongObject, clause, span, $"{EnglishNouns.WithArticle(term.Name)} is declared on {EnglishNouns.WithArticle(term.Item!)}, and a {item.Term} is none", $"{term.Name}   act on an item");
            }
        }
    }
}
