using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Geography.Geodesics;
using Detente.Kinematics;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>What a warning comes to for one type, place and capital.</summary>
internal sealed record Warned(string Clause, string Party, string Item, string Place, string To, WarningState State, IReadOnlyList<(string By, Truth Holds)> Accounts, IReadOnlyList<string> Cites);

/// <summary>7.10: short flight times to capitals. No instance, no verdict.</summary>
internal sealed class WarningForm(World world, Clause clause, Warning warning, string party)
{
    /// <summary>Whether an item is somewhere in an account, and the statements and acts that say so.</summary>
    private sealed record Presence(Truth There, IReadOnlyList<Word> By);

    /// <summary>The warnings at an instant, while the clause binds the party.</summary>
    public IEnumerable<Warned> At(long at)
    {
        if (world.Binds.At(clause, party, at).State != BindingState.InForce)
        {
            yield break;
        }

        var seen = world.Parties.ToDictionary(x => x, x => Seen(x, at));
        foreach (var (type, place) in seen.Values.SelectMany(one => one.Keys).Distinct().OrderBy(one => one.Type, StringComparer.Ordinal).ThenBy(one => one.Place, StringComparer.Ordinal))
        {
            foreach (var (to, capital) in Capitals())
            {
                var accounts = world.Parties.Select(x => (By: x, Holds: Holds(x, type, place, capital, seen[x]))).ToList();
                if (accounts.Any(account => account.Holds != Truth.False))
                {
                    yield return new Warned(clause.Id, party, type, place, to, State([.. accounts.Select(account => account.Holds)]), accounts, Cites(type, place, seen.Values));
                }
            }
        }
    }

    /// <summary>7.10: true in every account: given; true in one and false in another: accounts differ; else cannot be told.</summary>
    private static WarningState State(IReadOnlyList<Truth> accounts) => accounts.All(one => one == Truth.True) ? WarningState.Given
        : accounts.Contains(Truth.True) && accounts.Contains(Truth.False) ? WarningState.AccountsDiffer
        : WarningState.CannotBeTold;

    /// <summary>7.10: each capital but the party's own.</summary>
    private IEnumerable<(string To, GeoPoint Point)> Capitals() =>
        from capital in warning.To is TerritoryOf.Named named ? [named.Territory] : world.Parties
        where capital != party
        let term = world.Agreement.Terms.OfType<CapitalTerm>().FirstOrDefault(term => term.Of == capital)
        let point = term?.Point ?? (term?.City is { } city ? Gazetteer.World.Find(city).Value?.Point : null)
        where point is not null
        select (capital, point!.Value);

    /// <summary>7.10: there, selected, in reach, and in less time.</summary>
    private Truth Holds(string x, string type, string place, GeoPoint capital, Dictionary<(string, string), Presence> seen)
    {
        var there = seen.TryGetValue((type, place), out var presence) ? presence.There : Truth.False;
        var selected = world.Membership.Selected(type, warning.Items, x);
        var (reached, quick) = (Truth.Unknown, Truth.Unknown);
        if (world.Places.Point(place) is { } point)
        {
            var distance = Distance.Between(point, capital);
            reached = Places.Reaches(world.Accounts.Range(type, x), distance);
            quick = Flight(type, x, distance) is { } minutes ? minutes.Within(new Amount(null, warning.Minutes, HighOpen: !warning.AtMost)) : Truth.Unknown;
        }

        return there.And(selected).And(reached).And(quick);
    }

    /// <summary>7.10: by the word `kind`, of the type or of the type named by its missile-type; anything else cannot be told.</summary>
    private Amount? Flight(string type, string x, Amount distance)
    {
        var flies = world.Accounts.Property(type, x, "kind") is null && world.Accounts.Property(type, x, "missile-type") is { } missile ? world.Accounts.Type(missile) : type;
        return world.Accounts.Property(flies, x, "kind") switch
        {
            "ballistic" => FlightTime.Ballistic(distance).Minutes,
            "cruise" when world.Accounts.Number(flies, x, "speed") is { Unit: "km/h", Amount: { High: null or > 0 } speed } => FlightTime.Cruise(distance, speed).Minutes,
            "cruise" => new Amount(0, null),
            _ => null,
        };
    }

    /// <summary>7.10: where the party's items are at an instant: the last word of each state, and a word without state replaces those before it.</summary>
    private Dictionary<(string Type, string Place), Presence> Seen(string x, long at)
    {
        var seen = new Dictionary<(string, string), Dictionary<string, Placed>>();
        foreach (var one in Lines(x).Concat(Acts(x, at)).Where(one => one.Tick <= at).OrderBy(one => one.Tick).ThenBy(one => one.IsAct)) // stable: else by position
        {
            var cells = seen.TryGetValue((one.Type, one.Place), out var known) ? known : seen[(one.Type, one.Place)] = [];
            if (one.State is null)
            {
                cells.Clear();
            }

            cells[one.State ?? ""] = one;
        }

        return seen.ToDictionary(one => one.Key, one => new Presence(one.Value.Values.Select(cell => cell.There).Aggregate(Truth.False, Kleene.Or), [.. one.Value.Values.SelectMany(cell => cell.By)]));
    }

    private sealed record Placed(string Type, string Place, string? State, long Tick, bool IsAct, Truth There, IEnumerable<Word> By);

    /// <summary>7.10: lines with place, from the first tick of their statement; in one statement those without state first.</summary>
    private IEnumerable<Placed> Lines(string x) =>
        from word in world.Words
        where word.IsOf(party) || word.IsOf(x) || world.Knowledge.IsFinding(word) || world.Knowledge.IsNeutralWord(word)
        let holdings = word.Content as Holdings
        where holdings is not null && holdings.Of == party
        from line in holdings.Lines.OrderBy(line => line.State is not null)
        where line.Place is not null
        let there = line.Amount.Low > 0 ? Truth.True : line.Amount.High <= 0 ? Truth.False : Truth.Unknown
        select new Placed(world.Accounts.Type(line.Item), line.Place!, line.State, holdings.AsOf.FirstTick, false, there, [word]);

    /// <summary>7.10: what an act certainly brought is there; what else it took or brought cannot be told.</summary>
    private IEnumerable<Placed> Acts(string x, long at)
    {
        var accounts = world.Accounts;
        foreach (var act in accounts.Acts().Where(act => act.Actor == party && accounts.Happened(act, x) != Truth.False))
        {
            var effect = world.Term<ActTerm>(accounts.Kind(act, x))?.Effect;
            var (type, from, to) = (accounts.Item(act, x), effect == HoldingsEffect.Moves ? accounts.FromPlace(act, x) : accounts.Place(act, x), accounts.Place(act, x));
            if (type is not null && from is not null && effect is HoldingsEffect.Moves or HoldingsEffect.Removes && accounts.Time(act, x, "start") is { } start)
            {
                yield return new Placed(type!, from!, null, start.FirstTick, true, Truth.Unknown, Bases.Cited(act));
            }

            if (type is not null && to is not null && effect == HoldingsEffect.Moves && accounts.Time(act, x, "end") is { } end)
            {
                yield return new Placed(type, to, null, end.FirstTick, true, accounts.Happened(act, x) == Truth.True && end.LastTick <= at ? Truth.True : Truth.Unknown, Bases.Cited(act));
            }
        }
    }

    /// <summary>7.10: the words on where it is, on what it is and launches, and on where the place is; in record order (6.7).</summary>
    private IReadOnlyList<string> Cites(string type, string place, IEnumerable<Dictionary<(string, string), Presence>> seen)
    {
        var missiles = world.Parties.Select(x => world.Accounts.Property(type, x, "missile-type")).OfType<string>().Select(world.Accounts.Type);
        return
        [
            .. seen.SelectMany(one => one.TryGetValue((type, place), out var presence) ? presence.By : [])
                .Concat(missiles.Prepend(type).SelectMany(world.Accounts.TypeWords)).Concat(world.Places.Words(place))
                .DistinctBy(word => word.Id).OrderBy(word => word.Last, Knowledge.Order).Select(word => word.Id),
        ];
    }
}
