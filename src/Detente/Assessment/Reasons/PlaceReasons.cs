using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Geography;
using Detente.Quantities;

namespace Detente.Assessment.Reasons;

/// <summary>Why an item's place is allowed, forbidden, or cannot be told: ranges, distances, and what they hang on.</summary>
internal static class PlaceReasons
{
    /// <summary>In one line, on the bearer's account, or the first that says otherwise.</summary>
    public static string OneLine(Scene scene, Instance instance, Location location, Finding finding)
    {
        var told = finding.Accounts.Select((account, i) => (account, i)).Where(a => a.account.Verdict == Telling(finding)).Select(a => scene.Accounts[a.i])
            .OrderBy(account => account.Party == instance.Party ? 0 : 1).FirstOrDefault() ?? scene.Accounts[scene.Glossary.IndexOf(instance.Party)];
        if (LocationFact.Of(told, instance.Party).FirstOrDefault(fact => fact.Name == instance.Name) is { } here && told.IsAny(here.Type, location.Items) == Truth.False)
        {
            return ActReasons.Membership(scene, told, here.Type, location.Items).Text;
        }

        if (finding.Verdict == Verdict.NotTriggered)
        {
            return "the clause did not bind when it was there";
        }

        var reasons = Measures(scene, instance, location, told).ToList();
        var wanted = finding.Verdict switch { Verdict.NotKept or Verdict.Disputed => Truth.True, Verdict.Undetermined => Truth.Unknown, _ => Truth.False };
        var deciding = reasons.Where(m => m.Holds == wanted).OrderBy(m => m.Distance.Low ?? 0).ToList();
        return deciding.Count == 0 ? "" : $"{deciding[0].Text}{(deciding.Count == 1 ? "" : wanted == Truth.False ? ", the nearest" : $", and {deciding.Count - 1} more")}";
    }

    /// <summary>Each measure by itself, then what was said.</summary>
    public static IEnumerable<Reason> Tree(Scene scene, Instance instance, Location location, Account account, Evidence evidence)
    {
        var told = new HashSet<string?>();
        if (LocationFact.Of(account, instance.Party).FirstOrDefault(fact => fact.Name == instance.Name) is { } here)
        {
            var membership = ActReasons.Membership(scene, account, here.Type, location.Items);
            told.UnionWith(membership.Children.Select(leaf => leaf.Statement));
            yield return membership;
        }

        var measures = Measures(scene, instance, location, account).OrderBy(m => m.Distance.Low ?? 0).ToList();
        foreach (var measure in measures)
        {
            yield return new Reason(measure.Text, null, null, []);
        }

        if (measures.Count > 0)
        {
            yield return new Reason($"distances count the place's own error and the border's: {PlaceTest.BorderError} km on the bundled map (Natural Earth 1:10,000,000, land only), a drawn line's own as the text gives it", null, null, []);
        }

        foreach (var cited in Explainer.Cited(scene, evidence).Where(leaf => !told.Contains(leaf.Statement)))
        {
            yield return cited;
        }
    }

    private static Verdict Telling(Finding finding) => finding.Verdict == Verdict.Disputed ? Verdict.NotKept : finding.Verdict;

    private static IEnumerable<Measure> Measures(Scene scene, Instance instance, Location location, Account account)
    {
        var facts = LocationFact.Of(account, instance.Party).ToList();
        if (facts.Find(fact => fact.Name == instance.Name) is not { } here)
        {
            yield break;
        }

        if (PlaceTest.PointOf(scene, here.Place) is not { } point)
        {
            if (location.Places.Any(place => place.Whose is not null))
            {
                yield return new Measure(Truth.Unknown, Amount.AnyCount, $"nobody says where {here.Place} is");
            }

            yield break;
        }

        var test = new PlaceTest(scene, account, instance.Party, facts);
        foreach (var place in location.Places)
        {
            foreach (var territory in place.Whose is { } whose ? PlaceTest.Territories(scene, whose, instance.Party) : [])
            {
                yield return Of(scene, account, place, territory, here, point, test);
            }
        }

        foreach (var zone in location.Places.OfType<PlaceSelector.InZone>())
        {
            if (scene.Glossary.Zone(zone.Zone) is { } term)
            {
                var side = account.Regions.Contains(term.Region, here.Place, point);
                yield return new Measure(side, Amount.AnyCount, string.Join("; ", account.Regions.Figures(term.Region, point).Prepend($"{Side(side)} zone {zone.Zone}")));
            }
        }
    }

    private static Measure Of(Scene scene, Account account, PlaceSelector place, string territory, LocationFact here, GeoPoint point, PlaceTest test)
    {
        var name = scene.Glossary.NameOf(territory);
        var holds = test.IsAt(place, here, territory, point);
        var (distance, text) = place switch
        {
            PlaceSelector.InReachOf => (account.Regions.Distance(territory, point), Reach(account, here, name, account.Regions.Distance(territory, point))),
            _ => (account.Regions.ToBorder(territory, point), $"{Side(account.Regions.ContainsTerritory(territory, here.Place, point))} the territory of {name}, {Distances.Whole(account.Regions.ToBorder(territory, point))} from its border"),
        };
        var hinges = holds == Truth.Unknown ? account.Regions.Hinges(territory, point) : [];
        return new Measure(holds, distance, hinges.Count == 0 ? text : $"{text}; whose land {string.Join(", ", hinges)} is, this account does not say");
    }

    private static string Reach(Account account, LocationFact here, string name, Amount distance) =>
        $"range {(account.RangeOf(here.Type) is { } range ? $"{range} km" : "not said")}; the territory of {name} {(distance == Amount.Zero ? "is where it stands" : $"{Distances.Whole(distance)} away")}";

    private static string Side(Truth inside) => inside switch { Truth.True => "inside", Truth.False => "outside", _ => "inside or outside" };

    /// <param name="Holds">Whether the place is one the clause names.</param>
    /// <param name="Distance">Kilometres.</param>
    /// <param name="Text">Both in words.</param>
    private sealed record Measure(Truth Holds, Amount Distance, string Text);
}
