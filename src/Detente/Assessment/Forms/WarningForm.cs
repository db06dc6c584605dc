using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Geography.Geodesics;
using Detente.Kinematics;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Assessment.Forms;

/// <summary>Short flight times from where items are to capitals (rule 7.10). No verdict comes of it.</summary>
internal static class WarningForm
{
    /// <summary>The warnings of every clause that warns and binds at an instant, in the order of the text, then party, item, place, capital.</summary>
    public static IReadOnlyList<FlightWarning> Of(Scene scene, long at)
    {
        var found = new List<FlightWarning>();
        foreach (var clause in scene.Glossary.Agreement.Clauses)
        {
            foreach (var party in clause.Sentence is Warning ? scene.Parties : [])
            {
                if (scene.Timetable.Binds(clause, party, at).State == BindingState.InForce)
                {
                    found.AddRange(OfParty(scene, clause.Id, (Warning)clause.Sentence, party, at));
                }
            }
        }

        return found;
    }

    private static IEnumerable<FlightWarning> OfParty(Scene scene, string clause, Warning warning, string party, long at)
    {
        var seen = scene.Accounts.Select(account => Presence.Of(account, party, at)).ToList();
        var subjects = seen.SelectMany(s => s.Keys).Distinct().OrderBy(s => s.Type, StringComparer.Ordinal).ThenBy(s => s.Place, StringComparer.Ordinal);
        foreach (var subject in subjects)
        {
            foreach (var to in PlaceTest.Territories(scene, warning.To, party).Where(to => to != party))
            {
                if (CapitalOf(scene, to) is { } capital && Judge(scene, clause, warning, party, subject, (to, capital), seen) is { } given)
                {
                    yield return given;
                }
            }
        }
    }

    private static FlightWarning? Judge(
        Scene scene, string clause, Warning warning, string party, (string Type, string Place) subject, (string Of, GeoPoint Point) to, List<Dictionary<(string, string), Presence>> seen)
    {
        var distance = PlaceTest.PointOf(scene, subject.Place) is { } point ? Distance.Between(point, to.Point) : (Amount?)null;
        var accounts = scene.Accounts.Select((account, i) => (By: account.Party, Holds: Holds(account, warning, subject.Type, distance, seen[i].GetValueOrDefault(subject)))).ToList();
        if (accounts.All(account => account.Holds == Truth.False))
        {
            return null;
        }

        // The holder's own figures, unless the doubt is another account's alone.
        var own = scene.Accounts[scene.Glossary.IndexOf(party)];
        own = accounts.Find(account => account.By == party).Holds != Truth.False ? own : scene.Accounts[accounts.FindIndex(account => account.Holds != Truth.False)];
        var time = distance is { } km ? TimeOf(own, subject.Type, km) : null;
        var missiles = scene.Accounts.Select(account => account.Type(subject.Type).Words.GetValueOrDefault("missile-type")).OfType<string>().Select(scene.Glossary.Canonical).Distinct();
        var said = seen.SelectMany(s => s.GetValueOrDefault(subject)?.By(scene) ?? []).Concat(missiles.Prepend(subject.Type).SelectMany(scene.Describing))
            .Concat(scene.Knowledge.JudgedOn(scene.Knowledge.Ledger.SitesSaid).Where(s => s.Content is Sites sites && sites.List.Any(site => site.Name == subject.Place)));
        return new FlightWarning(
            clause,
            party,
            subject.Type,
            subject.Place,
            to.Of,
            accounts.TrueForAll(a => a.Holds == Truth.True) ? WarningState.Given
                : accounts.Exists(a => a.Holds == Truth.True) && accounts.Exists(a => a.Holds == Truth.False) ? WarningState.AccountsDiffer : WarningState.CannotBeTold,
            accounts,
            distance,
            own.RangeOf(subject.Type),
            time,
            [.. Missing(own, warning, subject, distance, time)],
            [.. said.Select(s => s.Last).DistinctBy(s => s.Id).Order(Comparer<Statement>.Create(Statement.InRecordOrder)).Select(s => s.Id)]);
    }

    private static Truth Holds(Account account, Warning warning, string type, Amount? distance, Presence? presence)
    {
        if (presence is null)
        {
            return Truth.False;
        }

        var selected = account.IsAny(type, warning.Items);
        var reaches = distance is { } km ? PlaceTest.Reaches(account.RangeOf(type), km) : Truth.Unknown;
        var quick = distance is { } far && TimeOf(account, type, far) is { } time ? time.Minutes.Within(new Amount(null, warning.Minutes, HighOpen: !warning.AtMost)) : Truth.Unknown;
        return presence.IsThere.And(selected).And(reaches).And(quick);
    }

    // Without a kind neither form of flight can be taken for the other.
    private static FlightTimeBounds? TimeOf(Account account, string type, Amount distance)
    {
        var facts = account.FlownBy(type);
        return facts.Words.GetValueOrDefault("kind") switch
        {
            "ballistic" => FlightTime.Ballistic(distance),
            "cruise" => FlightTime.Cruise(distance, facts.Numbers.TryGetValue("speed", out var speed) && speed.Unit == "km/h" && speed.Amount.High is null or > 0 ? speed.Amount : null),
            _ => null,
        };
    }

    private static IEnumerable<string> Missing(Account own, Warning warning, (string Type, string Place) subject, Amount? distance, FlightTimeBounds? time)
    {
        if (distance is null)
        {
            yield return $"where {subject.Place} is";
        }

        if (own.IsAny(subject.Type, warning.Items) == Truth.Unknown)
        {
            yield return $"whether {subject.Type} is meant";
        }

        if (own.RangeOf(subject.Type) is not { } range)
        {
            yield return $"the range of {subject.Type}";
        }
        else if (distance is { } km && PlaceTest.Reaches(range, km) == Truth.Unknown)
        {
            yield return "whether its range covers that";
        }

        if (distance is not null && time is null)
        {
            yield return own.FlownBy(subject.Type).Words.TryGetValue("kind", out var kind) ? $"how long a {kind} missile flies" : $"the kind of {subject.Type}";
        }
        else if (time is { } flight && flight.Minutes.High is null)
        {
            yield return own.FlownBy(subject.Type).Words.GetValueOrDefault("kind") == "cruise" ? $"the speed of {subject.Type}" : $"how long a flight over {flight.DistanceKm} km may take";
        }
    }

    private static GeoPoint? CapitalOf(Scene scene, string party) => scene.Glossary.Capital(party) switch
    {
        { Point: { } point } => point,
        { City: { } city } => Gazetteer.World.Find(city).Value?.Point,
        _ => null,
    };
}
