using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>An agreement and a record at one instant of knowledge, and the sections of the rules applied to them.</summary>
internal sealed class World
{
    /// <summary>Sections 1 to 5, in their order.</summary>
    public World(Instrument agreement, Case record, long known)
    {
        (Agreement, Record, Known) = (agreement, record, known);
        Knowledge = new Knowledge(agreement, record, known);
        Accounts = new Accounts(this);
        Membership = new Membership(this);
        Covered = new Covered(this);
        Cumulative = new Cumulative(this);
        Territories = new Territories(this);
        Places = new Places(this);
        Bases = new Bases(this);
        Binds = new Binds(this);
        Conditions.Settle(this);
    }

    public Instrument Agreement { get; }

    public Case Record { get; }

    public long Known { get; }

    public Knowledge Knowledge { get; }

    public Accounts Accounts { get; }

    public Membership Membership { get; }

    public Covered Covered { get; }

    public Cumulative Cumulative { get; }

    public Territories Territories { get; }

    public Places Places { get; }

    public Bases Bases { get; }

    public Binds Binds { get; }

    public IReadOnlyList<string> Parties => Knowledge.Parties;

    public IReadOnlyList<Word> Words => Knowledge.Words;

    /// <summary>A term of the agreement by its name.</summary>
    public T? Term<T>(string? name)
        where T : Term => Agreement.Terms.OfType<T>().FirstOrDefault(term => term.Name == name);

    /// <summary>Past everything that can still happen on what is known: three years after the last tick anything names.</summary>
    public long Horizon => Math.Max(Known, Times().Where(tick => tick < EventTime.End).DefaultIfEmpty(0).Max()) + 3 * 366 * Days.TicksPerDay;

    /// <summary>6.1: the parties a clause binds, in the order of the text.</summary>
    public IReadOnlyList<string> Bearers(Clause clause) => clause.Sentence switch
    {
        Limit { Bearer: Bearer.Named named } => [named.Code],
        Ban { Bearer: Bearer.Named named } => [named.Code],
        TriggeredDuty { Duty.Bearer: Bearer.Named named } => [named.Code],
        Periodic { Bearer: Bearer.Named named } => [named.Code],
        Quota { Bearer: Bearer.Named named } => [named.Code],
        QuotaShare { Bearer: Bearer.Named named } => [named.Code],
        _ => Parties,
    };

    /// <summary>Section 7: the instances of a clause for a party that are listed at some instant up to a tick.</summary>
    public IReadOnlyList<Instance> Instances(Clause clause, string party, long upTo)
    {
        IEnumerable<Instance> all = clause.Sentence switch
        {
            Limit limit => new LimitForm(this, clause, limit, party).Instances(),
            Ban ban => new BanForm(this, clause, ban, party).Instances(),
            Location location => new LocationForm(this, clause, location, party).Instances(),
            TriggeredDuty duty => new DutyForm(this, clause, duty, party).Instances(),
            Periodic periodic => new PeriodicForm(this, clause, periodic, party).Instances(upTo),
            Quota quota => new QuotaForm(this, clause, quota, party).Instances(upTo),
            QuotaShare share => new QuotaShareForm(this, clause, share, party).Instances(upTo),
            Right right => new RightForm(this, clause, right, party).Instances(),
            Leaving leaving => new LeavingForm(this, clause, leaving, party).Instances(),
            Warning => [], // 7.10: no instance
            _ => throw new InvalidOperationException($"No rule for {clause.Sentence.GetType().Name}."),
        };
        return [.. all.Where(instance => instance.Birth <= upTo)];
    }

    private IEnumerable<long> Times()
    {
        foreach (var word in Words)
        {
            yield return Knowledge.ReceivedByAll(word).LastTick;
            yield return word.Made.LastTick;
            var times = word.Content switch
            {
                ActWord act => act.Times.Values.Append(act.Start ?? word.Made).Append(act.End ?? word.Made),
                Holdings holdings => [holdings.AsOf],
                Notice { Effective: { } effective } => [effective],
                _ => Enumerable.Empty<EventTime>(),
            };
            foreach (var time in times)
            {
                yield return time.LastTick;
            }
        }
    }
}
