namespace Detente.Geography.Borders;

/// <summary>A part of the land that is never divided: the whole of a country, or what a disputed area cuts out of it.</summary>
/// <param name="Name">As the source names it.</param>
/// <param name="Holder">Code of the country that holds it in fact, as the source publishes; no statement on who should.</param>
/// <param name="DisputedArea">Name of the disputed area it belongs to, or <c>null</c>.</param>
/// <param name="Territory">Its land. Pieces of one map do not overlap, and neighbours share their edges exactly.</param>
public sealed record Piece(string Name, string Holder, string? DisputedArea, Territory Territory);
