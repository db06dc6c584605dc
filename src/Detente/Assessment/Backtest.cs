using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Reasons;
using Detente.Statements;
using Detente.Time;
using NodaTime;

namespace Detente.Assessment;

/// <summary>What an agreement would have found on a record, had it been in force.</summary>
/// <param name="Agreement">The agreement with the entry into force that was assumed.</param>
/// <param name="From">First day it is taken to have been in force.</param>
/// <param name="Until">The instant judged and the instant of knowledge, in ticks.</param>
/// <param name="Findings">Every finding at that instant, in the order of an assessment.</param>
/// <param name="Notes">What a reader must know beside them.</param>
/// <param name="Warnings">Short flight times at that instant.</param>
/// <param name="Listed">What authors that are neither party nor neutral say of acts and of where items are: no finding rests on it.</param>
public sealed record Backtested(
    Instrument Agreement,
    LocalDate From,
    long Until,
    IReadOnlyList<Retrospect> Findings,
    IReadOnlyList<string> Notes,
    IReadOnlyList<FlightWarning> Warnings,
    IReadOnlyList<Listed> Listed);

/// <summary>A statement that nobody is judged by.</summary>
/// <param name="Statement">Its id.</param>
/// <param name="Text">Who says what, in one line of neutral words.</param>
public sealed record Listed(string Statement, string Text);

/// <summary>A finding, and when it could first have been made.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">Why, in one line of neutral words.</param>
/// <param name="Found">The first instant from which on, judged as known then, it bore this verdict; in ticks.</param>
/// <param name="By">The statements received at that instant on which it rests; empty where the clock brought it about.</param>
/// <param name="Unreleased">The verdict it would have had, had nobody's breach released anybody; <c>null</c> where that is the same.</param>
/// <param name="UnreleasedReason">Why, in one line; <c>null</c> with it.</param>
public sealed record Retrospect(Finding Finding, string Reason, long Found, IReadOnlyList<string> By, Verdict? Unreleased, string? UnreleasedReason);

/// <summary>Judges a history by an agreement that was not in force. Pure, as judgement is.</summary>
public static class Backtest
{
    /// <summary>Judges the record as if the agreement had been in force from a day on.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="record">The record.</param>
    /// <param name="from">The day; <c>null</c> for the agreement's own, or without one the day of the first event of the record.</param>
    /// <param name="until">The instant judged and the instant of knowledge at the end, in ticks.</param>
    /// <param name="progress">Told how many instants are done, of how many.</param>
    public static Backtested Run(Instrument agreement, Case record, LocalDate? from, long until, Action<int, int>? progress = null)
    {
        var (assumed, day) = AsIfInForce(agreement, record, from);
        var assessor = new Assessor(assumed, record);
        var assessed = assessor.Assess(until, until);
        var found = Found(assessor, record, until, progress);
        var (unreleased, why) = Unreleased(assumed, record, until);
        var received = record.Statements.ToLookup(statement => statement.Received.LastTick, statement => statement.Id);
        return new Backtested(assumed, day, until, [.. assessed.Findings.Select(finding =>
        {
            var key = (finding.Clause, finding.Party, finding.Instance);
            var since = found.TryGetValue(key, out var first) ? first.Since : until;
            var otherwise = unreleased.TryGetValue(key, out var bound) && bound.Verdict != finding.Verdict ? bound : null;
            return new Retrospect(
                finding,
                assessor.Explain(finding, until, until).OneLine,
                since,
                [.. received[since].Where(finding.Cites.Contains)],
                otherwise?.Verdict,
                otherwise is null ? null : why(otherwise));
        })], assessed.Notes, assessed.Warnings, [.. ListedIn(assumed, record, until)]);
    }

    /// <summary>The agreement as if it had been in force from a day on, and that day.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="record">The record.</param>
    /// <param name="from">The day; <c>null</c> for the agreement's own, or without one the day of the first event of the record.</param>
    public static (Instrument Assumed, LocalDate From) AsIfInForce(Instrument agreement, Case record, LocalDate? from)
    {
        var day = from ?? agreement.EntryIntoForce ?? FirstEvent(record);
        return (agreement with { EntryIntoForce = day, Signature = agreement.Signature is { } signed && signed <= day ? signed : day }, day);
    }

    private static IEnumerable<Listed> ListedIn(Instrument agreement, Case record, long until)
    {
        var glossary = new Glossary(agreement);
        foreach (var statement in record.Statements.Where(s => s.Received.LastTick <= until && !glossary.IsParty(s.Author) && !glossary.IsNeutral(s.Author)))
        {
            if (statement.Content is ActWord or Holdings)
            {
                var author = record.OtherAuthors.GetValueOrDefault(statement.Author, statement.Author);
                yield return new Listed(statement.Id, $"{author}: {StatementWords.Says(statement, glossary)}");
            }
        }
    }

    /// <summary>The first day on which something is said to have been somewhere or to have happened; else of the first receipt.</summary>
    public static LocalDate FirstEvent(Case record)
    {
        var events = record.Statements.SelectMany(statement => statement.Content switch
        {
            Holdings holdings => [holdings.AsOf.FirstTick],
            ActWord { Start: { } start } when statement.Verb != Verb.Announces => [start.FirstTick],
            _ => Array.Empty<long>(),
        }).Where(tick => tick > EventTime.Beginning).ToList();
        var first = events.Count > 0 ? events.Min() : record.Statements.Select(s => s.Received.FirstTick).Where(tick => tick > EventTime.Beginning).DefaultIfEmpty(0).Min();
        return Instant.FromUnixTimeTicks(first).InUtc().Date;
    }

    /// <summary>For each instance, since when it has borne its verdict, judged at each instant as known then.</summary>
    private static Dictionary<(string, string, string?), (Verdict Verdict, long Since)> Found(Assessor assessor, Case record, long until, Action<int, int>? progress)
    {
        var last = new Dictionary<(string, string, string?), (Verdict Verdict, long Since)>();
        var instants = new SortedSet<long>(record.Statements.Select(s => s.Received.LastTick).Where(tick => tick <= until)) { until };
        instants.UnionWith(assessor.PictureOf(until, until).Turns(long.MinValue, until));
        for (var done = 0; instants.Count > 0; done++)
        {
            var instant = instants.Min;
            instants.Remove(instant);
            var picture = assessor.PictureOf(until, instant);
            instants.UnionWith(picture.Turns(instant + 1, until));
            foreach (var instance in picture.Instances)
            {
                var key = (instance.Clause.Id, instance.Party, instance.Name);
                if (Combination.At(instance, picture.Scene.Glossary.IndexOf(instance.Party), instant) is { } combined
                    && !(last.TryGetValue(key, out var so) && so.Verdict == combined.Verdict))
                {
                    last[key] = (combined.Verdict, instant);
                }
            }

            progress?.Invoke(done + 1, done + 1 + instants.Count);
        }

        return last;
    }

    /// <summary>Every finding had nobody's breach released anybody, and why; nothing where no clause releases.</summary>
    private static (Dictionary<(string, string, string?), Finding> Findings, Func<Finding, string> Why) Unreleased(Instrument agreement, Case record, long until)
    {
        if (!agreement.Clauses.Any(clause => clause.Conditions.Any(condition => condition is Condition.Reciprocal)))
        {
            return ([], _ => "");
        }

        var bound = agreement with { Clauses = [.. agreement.Clauses.Select(clause => clause with { Conditions = [.. clause.Conditions.Where(c => c is not Condition.Reciprocal)] })] };
        var assessor = new Assessor(bound, record);
        return (
            assessor.Assess(until, until, warns: false).Findings.ToDictionary(f => (f.Clause, f.Party, f.Instance)),
            finding => assessor.Explain(finding, until, until).OneLine);
    }
}
