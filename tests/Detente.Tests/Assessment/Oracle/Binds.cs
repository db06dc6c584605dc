using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>Section 5: when a clause binds a party, in an account.</summary>
internal sealed class Binds(World world)
{
    /// <summary>5.4: releases so far found, by clause, party and account. Filled by <see cref="Conditions"/>.</summary>
    public Dictionary<(string Clause, string Party, string X), List<Window>> Released { get; } = [];

    /// <summary>5.5: from when a clause with `once` binds, by clause and account. Filled by <see cref="Conditions"/>.</summary>
    public Dictionary<(string Clause, string X), long> OnceFrom { get; } = [];

    /// <summary>5.1: the tick an expression of the agreement names; <c>null</c> while its anchor is unknown.</summary>
    public long? Tick(TimeExpression time)
    {
        var anchor = time.Anchor switch
        {
            Anchor.Signature => Date(world.Agreement.Signature, NoticeKind.Signature),
            Anchor.EntryIntoForce => EntryIntoForce,
            Anchor.Date date => Days.StartOf(date.Day),
            _ => throw new InvalidOperationException("No such anchor."),
        };
        return anchor is { } tick && time.Offset is { } offset ? offset.FromAnchor(tick, time.Before ? -1 : 1) : anchor;
    }

    /// <summary>5.1: the agreement's date, else that of the first known notice.</summary>
    public long? EntryIntoForce => Date(world.Agreement.EntryIntoForce, NoticeKind.EntryIntoForce);

    /// <summary>5.6: [from, until) within the agreement's life, suspension and release not taken away. Empty, at the end of time, while the clause has no beginning.</summary>
    public Window Base(Clause clause, string party, string x)
    {
        var from = clause.From is null ? EntryIntoForce : Tick(clause.From);
        if (clause.Conditions.OfType<Condition.Once>().Any())
        {
            from = OnceFrom.TryGetValue((clause.Id, x), out var once) && from is not null ? Math.Max(from.Value, once) : null;
        }

        return from is null ? new Window(EventTime.End, EventTime.End) : new Window(from.Value, End(clause, party));
    }

    /// <summary>5.6: the bound windows, in order; two that touch are one.</summary>
    public IReadOnlyList<Window> Windows(Clause clause, string party, string x)
    {
        var cuts = Suspensions(clause, party).Select(one => one.Window).Concat(Releases(clause, party, x)).ToList();
        var left = new List<Window> { Base(clause, party, x) };
        foreach (var cut in cuts.Where(cut => !cut.IsEmpty))
        {
            left = [.. left.SelectMany(one => new[] { one with { Until = Math.Min(one.Until, cut.From) }, one with { From = Math.Max(one.From, cut.Until) } })];
        }

        return [.. left.Where(one => !one.IsEmpty).Distinct().OrderBy(one => one.From)];
    }

    /// <summary>5.4: the windows a party is released in.</summary>
    public IReadOnlyList<Window> Releases(Clause clause, string party, string x) =>
        Released.TryGetValue((clause.Id, party, x), out var windows) ? windows : [];

    /// <summary>5.2: the tick at which a withdrawal notice takes effect.</summary>
    public long Effect(Word word, Notice notice)
    {
        var leaving = world.Agreement.Clauses.Select(clause => clause.Sentence).OfType<Leaving>().FirstOrDefault();
        var received = world.Knowledge.ReceivedByAll(word);
        return (leaving, notice.Effective) switch
        {
            (null, null) => received.FirstTick,
            (null, { } effective) => effective.FirstTick,
            _ => Math.Max(
                leaving.After.AddTo(leaving.ByDispatch ? word.Made : received).FirstTick,
                notice.Effective?.FirstTick ?? EventTime.Beginning),
        };
    }

    /// <summary>5.3: the suspensions of a party that cover a clause.</summary>
    public IReadOnlyList<(Word By, Window Window)> Suspensions(Clause clause, string party) =>
    [
        .. from one in world.Knowledge.Notices(NoticeKind.Suspension, party)
           where one.Notice.Clauses.Count == 0 || one.Notice.Clauses.Contains(clause.Id)
           let received = world.Knowledge.ReceivedByAll(one.Word).FirstTick
           let since = Math.Max(one.Notice.Effective?.FirstTick ?? received, received)
           select (one.Word, new Window(since, Resumed(one.Word, one.Notice, party, since))),
    ];

    /// <summary>5.7: whether the clause binds at an instant, on the bearer's own account.</summary>
    public Binding At(Clause clause, string party, long at)
    {
        var window = Base(clause, party, party);
        var end = End(clause, party);
        if (at >= end)
        {
            return new Binding(BindingState.Ended, end, Ending(clause, end)?.Id);
        }

        if (at < window.From)
        {
            return new Binding(BindingState.NotYet, null, null);
        }

        foreach (var (by, suspended) in Suspensions(clause, party).Where(one => one.Window.Contains(at)).OrderBy(one => one.Window.From))
        {
            return new Binding(BindingState.Suspended, Math.Max(suspended.From, window.From), by.Id);
        }

        foreach (var released in Releases(clause, party, party).Where(one => one.Contains(at)))
        {
            return new Binding(BindingState.Released, Math.Max(released.From, window.From), null);
        }

        return new Binding(BindingState.InForce, Windows(clause, party, party).Last(one => one.From <= at).From, null);
    }

    /// <summary>5.1, 5.2: the first tick at which the clause no longer binds the party.</summary>
    private long End(Clause clause, string party)
    {
        var effects = world.Parties
            .Select(one => (Party: one, Tick: world.Knowledge.Notices(NoticeKind.Withdrawal, one).Select(w => Effect(w.Word, w.Notice)).DefaultIfEmpty(EventTime.End).Min()))
            .OrderBy(one => one.Tick).ToList();
        var own = effects.First(one => one.Party == party).Tick;
        var all = effects.Count < 2 ? EventTime.End : effects[^2].Tick; // when the last but one leaves, fewer than two are left
        var until = clause.Until is null ? null : Tick(clause.Until);
        return new[] { own, all, until ?? EventTime.End }.Min();
    }

    /// <summary>5.7: the withdrawal that ended it, where the text itself did not.</summary>
    private Word? Ending(Clause clause, long end) => clause.Until is { } until && Tick(until) == end ? null
        : world.Knowledge.Notices(NoticeKind.Withdrawal).Where(one => Effect(one.Word, one.Notice) == end).Select(one => one.Word).FirstOrDefault();

    /// <summary>5.3: until the first tick of the party's next resumption that names no clause or shares one.</summary>
    private long Resumed(Word suspension, Notice suspended, string party, long from) =>
        world.Knowledge.Notices(NoticeKind.Resumption, party)
            .Where(one => Knowledge.Order.Compare(one.Word.First, suspension.First) > 0)
            .Where(one => one.Notice.Clauses.Count == 0 || suspended.Clauses.Count == 0 || one.Notice.Clauses.Intersect(suspended.Clauses).Any())
            .Select(one => Math.Max(from, Resumption(one.Word, one.Notice)))
            .DefaultIfEmpty(EventTime.End).Min();

    /// <summary>5.3, 5.4: the first tick of a resumption: effective, else received by all.</summary>
    public long Resumption(Word word, Notice notice) => (notice.Effective ?? world.Knowledge.ReceivedByAll(word)).FirstTick;

    private long? Date(NodaTime.LocalDate? date, NoticeKind kind)
    {
        if (date is { } day)
        {
            return Days.StartOf(day);
        }

        var notice = world.Knowledge.Notices(kind).Select(one => (EventTime?)(one.Notice.Effective ?? world.Knowledge.ReceivedByAll(one.Word))).FirstOrDefault();
        return notice?.FirstTick;
    }
}
