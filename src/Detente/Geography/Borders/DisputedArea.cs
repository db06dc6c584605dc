namespace Detente.Geography.Borders;

/// <summary>An area that more than one side claims, or that is held under a lease or a truce. Who is right is not said here.</summary>
/// <param name="Name">Unique in a map.</param>
/// <param name="Kind">As the source classes it: Disputed, Breakaway, Lease, Overlay, Indeterminate …</param>
/// <param name="Note">The source's own note, such as "Admin. by Russia; Claimed by Ukraine"; may be empty.</param>
/// <param name="Claimants">Codes of those who claim it beside who holds it, read from the note; none where the note names none.</param>
/// <param name="Grade"><c>published</c> where the claimants stand in the source's note, <c>recalled</c> where they were added by hand.</param>
public sealed record DisputedArea(string Name, string Kind, string Note, IReadOnlyList<string> Claimants, string Grade);
