namespace Detente.Tests.House;

/// <summary>The rooms of one assembly, in the order in which data flows. A room uses only itself and rooms before it.</summary>
/// <param name="Assembly">The assembly, and the root of its namespaces.</param>
/// <param name="InOrder">A room is named by what follows the root in a namespace.</param>
internal sealed record Rooms(string Assembly, IReadOnlyList<string> InOrder)
{
    /// <summary>The domain. The record's bytes stand before it, as one room; what stands at the root of Agreement is its front, over all four parts.</summary>
    public static readonly Rooms OfDomain = new("Detente",
    [
        "Record", "Diagnostics", "Quantities", "Time", "Functions", "Geography", "Geography.Geodesics", "Geography.Borders", "Geography.Reach", "Geography.Zones", "Kinematics", "Sampling", "Statements",
        "Agreement.Model", "Agreement.Text", "Agreement.Canonical", "Agreement.Check", "Agreement",
        "Assessment", "Answers",
    ]);

    /// <summary>The record's bytes and proofs.</summary>
    public static readonly Rooms OfRecord = new("Detente.Record",
    [
        "Bytes", "Json", "Hashing", "Merkle", "Signatures", "Notes", "Tiles", "Proofs", "Witness", "Mirror", "Envelopes", "Leaves",
    ]);

    /// <summary>What one party runs.</summary>
    public static readonly Rooms OfNode = new("Detente.Node", ["Disks", "Keys", "Stores", "Logs", "Fsck", "Cases", "Views", "Http", "Api", "Pages.Words", "Pages.Parts", "Pages", "Hosting"]);

    /// <summary>Every assembly that has rooms.</summary>
    public static readonly IReadOnlyList<Rooms> All = [OfRecord, OfDomain, OfNode];

    /// <summary>The room a namespace belongs to, the longest name first; null outside every room.</summary>
    public string? Of(string @namespace, string root)
        => InOrder.Where(room => $"{@namespace}.".StartsWith($"{root}.{room}.", StringComparison.Ordinal))
            .MaxBy(room => room.Length);

    /// <summary>Whether types of one room may use types of another.</summary>
    public bool MayUse(string from, string to)
        => Place(to) <= Place(from) && (from, to) is not ("Agreement.Check", "Agreement.Canonical");

    /// <summary>Every use that runs upward, and every type that stands in no room.</summary>
    public IEnumerable<string> Faults(IEnumerable<Use> uses, string root)
    {
        foreach (var use in uses.Where(use => IsUnder(use.From.Namespace, root)))
        {
            if (Of(use.From.Namespace, root) is not { } from)
            {
                yield return $"{use.From} stands in no room";
            }
            else if (IsUnder(use.To.Namespace, root) && !(Of(use.To.Namespace, root) is { } to && MayUse(from, to)))
            {
                yield return $"{use}: {from} stands before {Of(use.To.Namespace, root) ?? "every room"}, or apart from it";
            }
        }
    }

    public override string ToString() => Assembly;

    private int Place(string room) => InOrder.ToList().IndexOf(room);

    private static bool IsUnder(string @namespace, string root)
        => @namespace == root || @namespace.StartsWith(root + ".", StringComparison.Ordinal);
}
