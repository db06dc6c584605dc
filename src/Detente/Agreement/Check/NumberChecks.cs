using Detente.Agreement.Model;
using Detente.Agreement.Text;

namespace Detente.Agreement.Check;

/// <summary>The years of quotas, and the length of periods.</summary>
internal sealed class NumberChecks(Desk desk)
{
    public void Run()
    {
        foreach (var clause in desk.Instrument.Clauses)
        {
            if (clause.Sentence is Quota quota)
            {
                Years(clause, quota);
            }

            if (clause.Sentence is Periodic { Every.Count: 0 } periodic)
            {
                desk.AtClause(AgreementCodes.OutOfRange, clause, desk.Positions.Of(periodic, "every"), "a period is at least 1 long");
            }
        }
    }

    private void Years(Clause clause, Quota quota)
    {
        var covered = new List<(int First, int Last)>();
        foreach (var step in quota.Steps)
        {
            var span = desk.Positions.Of(step);
            var (first, last) = (step.FirstYear ?? 1, step.FirstYear is null ? int.MaxValue : step.LastYear ?? int.MaxValue);
            if (step.FirstYear is not null && quota.Year is null)
            {
                desk.AtClause(AgreementCodes.YearsMisplaced, clause, span, "there is no kind of year to count these years by", "per treaty-year  (with the term `treaty-year   year from entry-into-force`)");
            }
            else if (first < 1 || first > last)
            {
                desk.AtClause(AgreementCodes.YearsMisplaced, clause, span, "years are counted from 1, the first before the last", $"in years {Math.Min(Math.Max(1, first), Math.Max(1, last))} to {Math.Max(1, Math.Max(first, last))}");
            }
            else if (covered.Any(other => first <= other.Last && other.First <= last))
            {
                desk.AtClause(AgreementCodes.YearsOverlap, clause, span, "another number of this quota is for the same year");
            }
            else if (covered.Count > 0 && first > covered.Max(other => other.Last) + 1L)
            {
                var gap = covered.Max(other => other.Last) + 1;
                desk.AtClause(AgreementCodes.YearsGap, clause, span, $"no number is for year {gap}{(first - 1 > gap ? $" to {first - 1}" : "")}");
            }

            covered.Add((first, last));
        }
    }
}
