namespace Detente.Tests.House;

/// <summary>The rooms of the domain, in the order in which data flows. A room uses only itself and rooms before it.</summary>
internal static class Rooms
{
    /// <summary>A room is named by what follows the root in a namespace; what stands at the root of Agreement is its front, over all four parts.</summary>
    public static readonly IReadOnlyList<string> InOrder =
    [
        "Diagnostics", "Quantities", "Time", "Geography", "Kinematics", "Sampling", "Statements",
        "Agreement.Model", "Agreement.Text", "Agreement.Canonical", "Agreement.Check", "Agreement",
        "Assessment",
    ];

    /// <summary>The room a namespace belongs to, the longest name first; null outside every room.</summary>
    public static string? Of(string @namespace, string root)
        => InOrder.Where(room => $"{@namespace}.".StartsWith($"{root}.{room}.", StringComparison.Ordinal))
            .MaxBy(room => room.Length);

    /// <summary>Whether types of one room may use types of another.</summary>
    public static bool MayUse(string from, string to)
        => Place(to) <= Place(from) && (from, to) is not ("Agreement.Check", "Agreement.Canonical");

    /// <summary>Every use that runs upward, and every type that stands in no room.</summary>
    public static IEnumerable<string> Faults(IEnumerable<Use> uses, string root)
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

    private static int Place(string room) => InOrder.ToList().IndexOf(room);

    private static bool IsUnder(string @namespace, string root)
        => @namespace == root || @namespace.StartsWith(root + ".", StringComparison.Ordinal);
}
