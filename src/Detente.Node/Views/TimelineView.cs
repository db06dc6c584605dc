using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Assessment;
using Detente.Time;
using NodaTime;

namespace Detente.Node.Views;

/// <summary>The changes of one day.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Changes">Each with the page's view at its instant, in order.</param>
public sealed record ChangedDay(LocalDate Day, IReadOnlyList<(CaseView View, Change Change)> Changes);

/// <summary>How each verdict changed from the beginning of a record to its end, whatever instant a page is asked for.</summary>
/// <param name="Of">The case and the instants.</param>
/// <param name="Which">The clauses and parties asked for.</param>
public sealed record TimelineView(CaseView Of, Selection Which)
{
    private readonly IReadOnlyList<Change>? _all = Of.Case.Changes.Ready();
    private IReadOnlyList<Change>? _changes;
    private IReadOnlyList<VerdictStrip>? _strips;

    /// <summary>Whether the record is short enough for a timeline.</summary>
    public bool IsPossible => Of.Case.Changes.IsPossible;

    /// <summary>Whether it is worked out; where it is not, the work has begun.</summary>
    public bool IsReady => _all is not null;

    /// <summary>How many instants are judged, of how many that are known of so far.</summary>
    public (int Done, int Total) Progress => Of.Case.Changes.Progress;

    /// <summary>The verdicts that took the place of another, as asked for, in order of time.</summary>
    public IReadOnlyList<Change> Changes => _changes ??= [.. Told.Where(change => change.Before is not null)];

    /// <summary>The first verdict of each line.</summary>
    public IReadOnlyList<Change> First => [.. Told.Where(change => change.Before is null)];

    /// <summary>The changes by day, and the days by year.</summary>
    public IEnumerable<(int Year, IReadOnlyList<ChangedDay> Days)> Years => Changes
        .GroupBy(change => Days.DateOf(change.At))
        .Select(day => new ChangedDay(day.Key, [.. day.Select(change => (ViewAt(change.At), change))]))
        .GroupBy(day => day.Day.Year)
        .Select(year => (year.Key, (IReadOnlyList<ChangedDay>)[.. year]));

    /// <summary>A strip for each history of verdicts, in the order of the text; those of one verdict throughout only where clauses are asked for by name.</summary>
    public IReadOnlyList<VerdictStrip> Strips => [.. AllStrips.Where(strip => Which.Clauses is not null || strip.Stretches.Count > 1)];

    /// <summary>How many lines bore one verdict from the beginning to the end, by verdict.</summary>
    public IReadOnlyDictionary<Verdict, int> Unchanged =>
        AllStrips.Where(strip => strip.Stretches.Count == 1).GroupBy(strip => strip.Stretches[0].Verdict).ToDictionary(group => group.Key, group => group.Sum(strip => strip.Count));

    /// <summary>The first tick of the drawing.</summary>
    public long Begin => Math.Min(Of.Case.Axis.First, Told.Select(change => change.At).DefaultIfEmpty(long.MaxValue).Min());

    /// <summary>Its last.</summary>
    public long End => Math.Max(Of.Case.Changes.Until, Begin + Days.TicksPerDay);

    /// <summary>The page's view at another instant, at which both clocks stand.</summary>
    public CaseView ViewAt(long tick)
    {
        // A change that begins just after a second is printed as that second, at which it has not come about yet.
        var printed = AskedInstant.Parse(FindingWords.Time(tick)) is { } read && read >= tick ? tick : Days.EndOfDayOf(tick);
        return new CaseView(Of.Case, AskedTime.Of(FindingWords.Time(printed), null, Of.Case.Usual), Of.Path, Of.Kept);
    }

    private IEnumerable<Change> Told => (_all ?? []).Where(change => Which.Holds(change.Clause, change.Party));

    private IReadOnlyList<VerdictStrip> AllStrips => _strips ??= [.. Histories()
        .GroupBy(line => string.Join(' ', line.Stretches.Select(stretch => $"{stretch.From} {stretch.Verdict}")))
        .Select(same => new VerdictStrip([.. same.GroupBy(line => line.Clause).Select(clause => (clause.Key, (IReadOnlyList<Party>)[.. clause.Select(line => line.Party)]))], same.First().Stretches))];

    private IEnumerable<(Clause Clause, Party Party, IReadOnlyList<Stretch> Stretches)> Histories()
    {
        var ofLine = Told.ToLookup(change => (change.Clause, change.Party));
        return from clause in Of.Case.Agreement.Clauses
               from party in Of.Case.Agreement.Parties
               let changes = ofLine[(clause.Id, party.Code)].ToList()
               where changes.Count > 0
               select (clause, party, (IReadOnlyList<Stretch>)[.. changes.Select((change, i) => new Stretch(change.At, i + 1 < changes.Count ? changes[i + 1].At : End, change.After))]);
    }
}
