using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment;

/// <summary>Pictures of a growing record, made when asked for; the last few are kept.</summary>
internal sealed class Pictures(Ledger ledger, Case record)
{
    private const int Count = 8;
    private const long Decade = 10 * 366 * Days.TicksPerDay;
    private readonly List<Picture> _kept = [];

    /// <summary>A clause that binds once another is kept may depend on periods still to come.</summary>
    private readonly long _ahead = ledger.Glossary.Agreement.Clauses.Any(c => c.Conditions.OfType<Condition.Once>().Any()) ? 10 * Decade : 0;

    private readonly bool _hasPeriods = ledger.Glossary.Agreement.Clauses.Any(c => c.Sentence is Periodic or Quota or QuotaShare);

    /// <summary>A picture of every clause.</summary>
    public Picture Whole(long at, long known) => Of(at, known, isWhole: true);

    /// <summary>A picture that has at least the clauses that are not tallied.</summary>
    public Picture Rest(long at, long known) => Of(at, known, isWhole: false);

    /// <summary>A picture of every clause, where it was made before.</summary>
    public Picture? KeptWhole(long at, long known) => Kept(known, isWhole: true) is { } kept && kept.Scene.LatestTick >= at ? kept : null;

    /// <summary>A scene in which nothing is judged yet.</summary>
    public Scene Scene(long known) => Forms.Scene.Of(new Knowledge(ledger, record, known), EventTime.End);

    private Picture Of(long at, long known, bool isWhole)
    {
        var kept = Kept(known, isWhole);
        if (kept is not null && kept.Scene.LatestTick >= at)
        {
            return kept;
        }

        // Where one told of too little, the next goes well beyond what is asked: a slider that moves on does not make it again.
        var margin = kept is null ? 0 : Math.Max(Decade, at - known);
        var latest = _hasPeriods ? Math.Min(Math.Max(at, known) + margin, EventTime.End - _ahead) + _ahead : EventTime.End;
        var picture = Picture.Make(ledger, record, known, latest, isWhole);
        if (kept is not null)
        {
            _kept.Remove(kept);
        }
        else if (_kept.Count == Count)
        {
            _kept.RemoveAt(0);
        }

        _kept.Add(picture);
        return picture;
    }

    /// <summary>A picture made before for the instant of knowledge, unless more has become known since.</summary>
    private Picture? Kept(long known, bool isWhole)
    {
        var count = ledger.CountKnown(known);
        return _kept.Find(p => p.Scene.Knowledge.Known == known && p.Scene.Knowledge.Count == count && (p.IsWhole || !isWhole));
    }
}
