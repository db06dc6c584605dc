using Detente.Agreement.Model;
using Detente.Time;
using NodaTime;

namespace Detente.Tests.Generators;

/// <summary>Sentences of every form that fit together with the stock of terms.</summary>
internal sealed class SentenceMaker(Dice dice, IReadOnlyList<Term> terms)
{
    private static readonly string[] Sites = ["missile operating base", "elimination facility", "depot"];

    private readonly DutyMaker _duties = new(dice);

    /// <summary>A sentence; a share of a quota only where there is one before.</summary>
    public Sentence Make(string? quota, TimeExpression? clauseFrom) => dice.Between(0, 10) switch
    {
        0 or 1 => Limit(clauseFrom),
        10 => new Warning([.. Several(3, Missile)], dice.Maybe() ? new TerritoryOf.AnotherParty() : new TerritoryOf.Named(dice.Pick("US", "SU")), dice.Between(1, 400) / 4m, dice.Maybe()),
        2 => new Ban(Who(), [.. Several(3, Act)], dice.Maybe(0.3) ? [.. Several(2, Act)] : []),
        3 => Location(),
        4 or 5 => _duties.Triggered(Act),
        6 => Periodic(),
        7 => Quota(),
        8 => _duties.Right(Act),
        _ => quota is not null && dice.Maybe() ? new QuotaShare(Who(), quota) : new Leaving(_duties.Lapse(), dice.Maybe(), dice.Maybe()),
    };

    /// <summary>A time between two numbers of months after entry into force, or the same on the calendar.</summary>
    public TimeExpression Time(int leastMonths, int mostMonths)
    {
        var months = dice.Between(leastMonths, mostMonths);
        return dice.Between(0, 3) switch
        {
            _ when months == 0 => new TimeExpression(new Anchor.EntryIntoForce()),
            0 when months % 12 == 0 => new TimeExpression(new Anchor.EntryIntoForce(), new Lapse(months / 12, LapseUnit.Year, _duties.Rounding())),
            _ => new TimeExpression(new Anchor.EntryIntoForce(), new Lapse(months, LapseUnit.Month, _duties.Rounding())),
        };
    }

    private Bearer Who() => dice.Maybe(0.8) ? new Bearer.EachParty() : new Bearer.Named(dice.Pick("US", "SU"));

    private Limit Limit(TimeExpression? clauseFrom)
    {
        if (dice.Maybe(0.2))
        {
            return new Limit(Who(), [.. Several(3, Missile)], "warheads", [new Phase(dice.Between(0, 300))]);
        }

        var items = Several(3, Item);
        if (dice.Maybe(0.7) || clauseFrom is not null)
        {
            return new Limit(Who(), [.. items], null, [new Phase(dice.Between(0, 300))]);
        }

        var bounds = new[] { Time(1, 9), Time(10, 19), Time(20, 29) };
        return new Limit(Who(), [.. items], null,
        [
            new Phase(dice.Between(0, 300), dice.Maybe() ? bounds[0] : null, bounds[1]),
            new Phase(dice.Between(0, 300), bounds[1], bounds[2]),
            new Phase(dice.Between(0, 300), bounds[2]),
        ]);
    }

    private Location Location()
    {
        var only = dice.Maybe();
        var places = Several(3, () => Place(only));

        // Only what has a range reaches anything.
        var items = places.Any(place => place is PlaceSelector.InReachOf) ? Several(4, Missile) : Several(4, Item);
        return new Location([.. items], only, [.. places], only && dice.Maybe());
    }

    private PlaceSelector Place(bool only) => dice.Between(0, 7) switch
    {
        4 when !only => new PlaceSelector.InReachOf(Whose(orHolder: false)),
        5 => new PlaceSelector.NearBorder(dice.Between(0, 999) / 2m, Whose(orHolder: false)),
        6 => new PlaceSelector.Within(Whose(orHolder: true)),
        7 => new PlaceSelector.Outside(Whose(orHolder: true)),
        0 => new PlaceSelector.InZone(dice.Pick("North", "Test Ranges")),
        1 => new PlaceSelector.Near(dice.Between(1, 9999) / 4m, dice.Pick(Sites)),
        2 => new PlaceSelector.OfKindNearHolder(dice.Pick(Sites), dice.Between(1, 999), dice.Pick(Sites), Item()),
        _ => new PlaceSelector.OfKind(dice.Pick(Sites)),
    };

    private TerritoryOf Whose(bool orHolder) => dice.Between(0, orHolder ? 2 : 1) switch
    {
        0 => new TerritoryOf.AnotherParty(),
        1 => new TerritoryOf.Named(dice.Pick("US", "SU", "Far Isles")),
        _ => new TerritoryOf.Holder(),
    };

    private Periodic Periodic()
    {
        var anchor = dice.Pick(
            new TimeExpression(new Anchor.EntryIntoForce()),
            new TimeExpression(new Anchor.Signature()),
            new TimeExpression(new Anchor.Date(new LocalDate(1990, 11, dice.Between(1, 28)))),
            new TimeExpression(new Anchor.EntryIntoForce(), new Lapse(dice.Between(1, 90), LapseUnit.Day), dice.Maybe(0.2)));
        Lapse? every = dice.Maybe() ? new Lapse(dice.Between(1, 12), LapseUnit.Month, dice.Pick(MonthEnd.EndOfMonth, MonthEnd.StartOfNextMonth)) : null;
        var within = dice.Maybe() ? new Lapse(dice.Between(1, 90), LapseUnit.Day) : new Lapse(dice.Between(1, 3), LapseUnit.Month, MonthEnd.EndOfMonth);
        return new Periodic(Who(), "data exchange", anchor, every, within, dice.Maybe());
    }

    private Quota Quota()
    {
        var year = dice.Maybe(0.8) ? dice.Pick("treaty-year", "calendar year") : null;
        if (year is null || dice.Maybe())
        {
            return new Quota(Who(), Act(), year, [new QuotaStep(dice.Between(0, 30), null, null)]);
        }

        var steps = new List<QuotaStep>();
        var first = 1;
        for (var i = dice.Between(1, 4); i > 0; i--)
        {
            var last = first + dice.Between(0, 4);
            steps.Add(new QuotaStep(dice.Between(0, 30), first, i == 1 && dice.Maybe() ? null : last));
            first = last + 1;
        }

        return new Quota(Who(), Act(), year, [.. steps]);
    }

    private ActSelector Act()
    {
        var term = dice.Pick(terms.OfType<ActTerm>().ToArray());
        var variant = term.Variants.Count > 0 && dice.Maybe() ? dice.Pick(term.Variants) : null;
        var items = term.On == ActObject.Site || dice.Maybe(0.4) ? []
            : term.Item == "missile" ? Several(3, Missile) : Several(3, Item);
        return new ActSelector(term.Name, variant, [.. items]);
    }

    private ItemSelector Item() => dice.Between(0, 3) switch
    {
        0 => new ItemSelector("launcher", State(), Missile()),
        1 => new ItemSelector(dice.Pick("launcher for booster systems", "launcher"), State()),
        _ => Missile(),
    };

    private ItemSelector Missile() => new(dice.Pick("missile", "intermediate-range missile", "shorter-range missile"), State());

    private string? State() => dice.Maybe(0.3) ? dice.Pick("deployed", "non-deployed") : null;

    private List<T> Several<T>(int most, Func<T> make) => [.. Enumerable.Range(0, dice.Between(1, most)).Select(_ => make())];
}
