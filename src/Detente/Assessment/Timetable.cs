using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment;

/// <summary>When each clause binds each party, as known at one instant (rule 5).</summary>
internal sealed class Timetable
{
    private readonly Knowledge _knowledge;
    private readonly List<Said> _notices;
    private readonly Dictionary<(string Clause, string Party, string Account), List<Window>> _released = [];
    private readonly Dictionary<(string Clause, string Account), long> _once = [];
    private readonly Dictionary<string, long> _fixedUpTo = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Clause, string Party, string Account), IReadOnlyList<Window>> _bound = [];
    private readonly Dictionary<(string Clause, string Party), Window?> _bases = [];
    private readonly Dictionary<string, (long Tick, Said By)> _ends = new(StringComparer.Ordinal);

    public Timetable(Knowledge knowledge)
    {
        _knowledge = knowledge;
        _notices = [.. knowledge.On(knowledge.Ledger.NoticesSaid).Where(s => s.Content is Notice && Array.Exists(knowledge.Glossary.Parties, s.IsBy))];
        Signature = knowledge.Glossary.Agreement.Signature is { } signed ? Days.StartOf(signed) : NoticeTick(NoticeKind.Signature);
        EntryIntoForce = knowledge.Glossary.Agreement.EntryIntoForce is { } entry ? Days.StartOf(entry) : NoticeTick(NoticeKind.EntryIntoForce);
        FindEnds();
    }

    /// <summary>First tick of the day of signature.</summary>
    public long? Signature { get; }

    /// <summary>First tick of the day of entry into force.</summary>
    public long? EntryIntoForce { get; }

    public IReadOnlyList<Said> Notices => _notices;

    /// <summary>Withdrawal notices and when each takes effect (rule 5.2).</summary>
    public Dictionary<int, long> Effects { get; } = [];

    /// <summary>The first tick of a time the agreement fixes, or <c>null</c> while its anchor has not come.</summary>
    public long? Tick(TimeExpression time)
    {
        var anchor = time.Anchor switch
        {
            Anchor.Signature => Signature,
            Anchor.EntryIntoForce => EntryIntoForce,
            Anchor.Date date => Days.StartOf(date.Day),
            _ => throw new InvalidOperationException($"No rule for {time.Anchor}."),
        };
        return anchor is { } tick && time.Offset is { } offset ? offset.FromAnchor(tick, time.Before ? -1 : 1) : anchor;
    }

    /// <summary>The first tick no longer bound where a text says until when; the end of time where it does not, or its anchor has not come.</summary>
    public long EndTick(TimeExpression? until) => until is null ? EventTime.End : Tick(until) ?? EventTime.End;

    /// <summary>From the clause's beginning to its end or the agreement's; <c>null</c> while its beginning is not known.</summary>
    public Window? Base(Clause clause, string party)
    {
        if (!_bases.TryGetValue((clause.Id, party), out var known))
        {
            _bases[(clause.Id, party)] = known = FindBase(clause, party);
        }

        return known;
    }

    /// <summary>The same in an account: a clause that binds once others are kept has no beginning until they are (rule 5.5).</summary>
    public Window? Base(Clause clause, string party, string account)
    {
        var stated = Base(clause, party);
        if (stated is not { } whole || clause.Conditions.Count == 0 || !clause.Conditions.OfType<Condition.Once>().Any())
        {
            return stated;
        }

        return _once.TryGetValue((clause.Id, account), out var once) ? whole with { From = Math.Max(whole.From, once) } : null;
    }

    private Window? FindBase(Clause clause, string party)
    {
        var from = clause.From is { } stated ? Tick(stated) : EntryIntoForce;
        var until = EndTick(clause.Until);
        if (from is not { } start)
        {
            return null;
        }

        var ends = _ends.TryGetValue(party, out var left) ? Math.Min(until, left.Tick) : until;
        return new Window(start, ends);
    }

    /// <summary>The base less suspended and released (rule 5.6).</summary>
    public IReadOnlyList<Window> Bound(Clause clause, string party, string account)
    {
        if (!_bound.TryGetValue((clause.Id, party, account), out var known))
        {
            _bound[(clause.Id, party, account)] = known = FindBound(clause, party, account);
        }

        return known;
    }

    private IReadOnlyList<Window> FindBound(Clause clause, string party, string account)
    {
        if (Base(clause, party, account) is not { } whole)
        {
            return [];
        }

        var taken = Suspensions(clause, party).Select(s => s.Window);
        if (_released.TryGetValue((clause.Id, party, account), out var released))
        {
            taken = taken.Concat(released);
        }

        return Windows.Less(whole, taken);
    }

    /// <summary>When the party's own notices suspend the clause, and which (rule 5.3).</summary>
    public IEnumerable<(Window Window, Said By)> Suspensions(Clause clause, string party)
    {
        foreach (var said in _notices)
        {
            if (said.Content is Notice { Kind: NoticeKind.Suspension } notice && said.IsBy(party) && Concerns(notice, clause))
            {
                var received = _knowledge.ReceivedByAll(said.First);
                var from = Math.Max(notice.Effective?.FirstTick ?? received.FirstTick, received.FirstTick);
                yield return (new Window(from, ResumedAfter(said, party, from, notice.Clauses)), said);
            }
        }
    }

    /// <summary>Whether the clause binds at an instant, on the bearer's own account (rule 5.7).</summary>
    public Binding Binds(Clause clause, string party, long at)
    {
        if (Base(clause, party, party) is not { } whole)
        {
            return Ended(clause, party, at) ?? new Binding(BindingState.NotYet, null, null);
        }

        if (whole.Until < EventTime.End && at >= whole.Until)
        {
            var isByText = clause.Until is { } stated && Tick(stated) == whole.Until;
            var by = !isByText && _ends.TryGetValue(party, out var end) && end.Tick == whole.Until ? end.By.Last.Id : null;
            return new Binding(BindingState.Ended, whole.Until, by);
        }

        if (at < whole.From)
        {
            return new Binding(BindingState.NotYet, null, null);
        }

        foreach (var (window, by) in Suspensions(clause, party).OrderBy(s => s.Window.From))
        {
            if (window.Contains(at))
            {
                return new Binding(BindingState.Suspended, Math.Max(window.From, whole.From), by.Last.Id);
            }
        }

        foreach (var window in _released.GetValueOrDefault((clause.Id, party, party), []))
        {
            if (window.Contains(at))
            {
                return new Binding(BindingState.Released, Math.Max(window.From, whole.From), null);
            }
        }

        var since = Bound(clause, party, party).Where(w => w.Contains(at)).Select(w => (long?)w.From).FirstOrDefault();
        return new Binding(BindingState.InForce, since ?? whole.From, null);
    }

    /// <summary>A clause whose end is known though its beginning is not.</summary>
    private Binding? Ended(Clause clause, string party, long at)
    {
        var until = EndTick(clause.Until);
        var isLeft = _ends.TryGetValue(party, out var left) && left.Tick < until;
        var end = isLeft ? left.Tick : until;
        return at >= end ? new Binding(BindingState.Ended, end, isLeft ? left.By.Last.Id : null) : null;
    }

    /// <summary>
    /// Works out releases and beginnings that depend on verdicts, from tracks made with those known so far; true when
    /// anything changed, so that the tracks must be made again. Verdicts are fixed in order of time: each round fixes, in
    /// each account, the earliest onset after those already fixed, and what is fixed stays (rule 5.4).
    /// </summary>
    public bool Learn(IReadOnlyList<Instance> instances)
    {
        var changed = false;
        var clauses = _knowledge.Glossary.Agreement.Clauses;
        var watched = clauses.SelectMany(c => c.Conditions).OfType<Condition.Reciprocal>().SelectMany(r => r.Clauses).ToHashSet(StringComparer.Ordinal);
        foreach (var account in _knowledge.Glossary.Parties)
        {
            changed |= FixNext(instances.Where(i => watched.Contains(i.Clause.Id)), account);
            foreach (var clause in clauses)
            {
                foreach (var once in clause.Conditions.OfType<Condition.Once>())
                {
                    changed |= LearnOnce(clause, once, account, instances);
                }
            }
        }

        return changed;
    }

    /// <summary>Fixes the earliest onset of a not-kept verdict after those fixed, and releases whom it releases.</summary>
    private bool FixNext(IEnumerable<Instance> watched, string account)
    {
        var index = _knowledge.Glossary.IndexOf(account);
        var fixedUpTo = _fixedUpTo.GetValueOrDefault(account, long.MinValue);
        var onsets = watched.SelectMany(i => i.Tracks[index].Steps.Where(s => s.Verdict == Verdict.NotKept).Select(s => (i.Clause.Id, i.Party, Since: s.Since!.Value)))
            .Where(o => o.Since > fixedUpTo).ToList();
        if (onsets.Count == 0)
        {
            return false;
        }

        var next = onsets.Min(o => o.Since);
        _fixedUpTo[account] = next;
        foreach (var onset in onsets.Where(o => o.Since == next).Distinct())
        {
            foreach (var clause in _knowledge.Glossary.Agreement.Clauses.Where(c => c.Conditions.OfType<Condition.Reciprocal>().Any(r => r.Clauses.Contains(onset.Id))))
            {
                foreach (var party in _knowledge.Glossary.Parties.Where(p => p != onset.Party))
                {
                    Release(clause, party, account, next + 1);
                }
            }
        }

        return true;
    }

    private void Release(Clause clause, string party, string account, long from)
    {
        var key = (clause.Id, party, account);
        if (!_released.TryGetValue(key, out var windows))
        {
            _released[key] = windows = [];
        }

        if (!windows.Exists(w => w.Contains(from)))
        {
            windows.Add(new Window(from, NextResumption(party, from)));
            _bound.Remove(key);
        }
    }

    private bool LearnOnce(Clause clause, Condition.Once condition, string account, IReadOnlyList<Instance> instances)
    {
        var index = _knowledge.Glossary.IndexOf(account);
        var lines = instances.Where(i => condition.Clauses.Contains(i.Clause.Id))
            .GroupBy(i => (i.Clause.Id, i.Party)).Select(g => g.Select(i => i.Tracks[index]).ToList()).ToList();
        var ticks = lines.SelectMany(l => l).SelectMany(t => t.Steps).Select(s => s.From).Distinct().Order();
        long? kept = lines.Count == 0 ? null : ticks.Cast<long?>().FirstOrDefault(t => lines.All(l => Worst(l, t!.Value) == Verdict.Kept));
        var before = _once.TryGetValue((clause.Id, account), out var known) ? known : (long?)null;
        if (kept + 1 == before)
        {
            return false;
        }

        _bound.Clear();
        if (kept is { } tick)
        {
            _once[(clause.Id, account)] = tick + 1;
        }
        else
        {
            _once.Remove((clause.Id, account));
        }

        return true;
    }

    private static Verdict? Worst(List<Track> line, long at) =>
        line.Select(t => t.At(at)?.Verdict).Where(v => v is not null).OrderBy(v => VerdictOrder.InLine(v!.Value)).FirstOrDefault();

    private long? NoticeTick(NoticeKind kind)
    {
        foreach (var said in _notices)
        {
            if (said.Content is Notice notice && notice.Kind == kind)
            {
                return EffectOf(said, notice);
            }
        }

        return null;
    }

    /// <summary>When a suspension ends: with the next notice of resumption in the record, never before it began.</summary>
    private long ResumedAfter(Said suspension, string party, long from, IReadOnlyList<string> clauses)
    {
        foreach (var (said, notice) in Resumptions(party))
        {
            if (said.Position > suspension.Position && (clauses.Count == 0 || notice.Clauses.Count == 0 || notice.Clauses.Intersect(clauses).Any()))
            {
                return Math.Max(from, EffectOf(said, notice));
            }
        }

        return EventTime.End;
    }

    private long NextResumption(string party, long after) =>
        Resumptions(party).Select(r => EffectOf(r.Said, r.Notice)).Where(tick => tick >= after).DefaultIfEmpty(EventTime.End).Min();

    private IEnumerable<(Said Said, Notice Notice)> Resumptions(string party) =>
        from said in _notices
        where said.Content is Notice { Kind: NoticeKind.Resumption } && said.IsBy(party)
        select (said, (Notice)said.Content);

    /// <summary>When a notice takes effect: as it says, else on receipt.</summary>
    private long EffectOf(Said said, Notice notice) => (notice.Effective ?? _knowledge.ReceivedByAll(said.First)).FirstTick;

    private static bool Concerns(Notice notice, Clause clause) => notice.Clauses.Count == 0 || notice.Clauses.Contains(clause.Id);

    private void FindEnds()
    {
        var leaving = _knowledge.Glossary.Agreement.Clauses.Select(c => c.Sentence).OfType<Leaving>().FirstOrDefault();
        var left = new List<(string Party, long Tick, Said By)>();
        foreach (var said in _notices)
        {
            if (said.Content is Notice { Kind: NoticeKind.Withdrawal } notice)
            {
                var received = _knowledge.SentOrReceived(said, leaving is { ByDispatch: true });
                var earliest = leaving is null ? notice.Effective ?? received : received.Plus(leaving.After);
                var tick = Math.Max(earliest.FirstTick, notice.Effective?.FirstTick ?? earliest.FirstTick);
                Effects[said.Position] = tick;
                left.AddRange(_knowledge.Glossary.Parties.Where(said.IsBy).Select(p => (p, tick, said)));
            }
        }

        var staying = _knowledge.Glossary.Parties.ToHashSet();
        foreach (var (party, tick, by) in left.OrderBy(l => l.Tick).ThenBy(l => l.By.Position))
        {
            _ends.TryAdd(party, (tick, by));
            staying.Remove(party);
            if (staying.Count < 2)
            {
                foreach (var other in staying)
                {
                    _ends.TryAdd(other, (tick, by));
                }
            }
        }
    }
}
