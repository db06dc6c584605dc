namespace Detente.Geography.Borders;

/// <summary>Where a map comes from and what it is worth.</summary>
/// <param name="Scale">The published scale, such as <c>10m</c> for 1:10,000,000.</param>
/// <param name="Source">Who published it, with its version.</param>
/// <param name="Licence">On what terms.</param>
/// <param name="Quantisation">The grid its vertices were rounded to before they came here.</param>
/// <param name="BorderErrorMetres">How far a border or coast of the map may lie from the true one, metres; docs/geography.md says why.</param>
public sealed record BorderSource(string Scale, string Source, string Licence, string Quantisation, int BorderErrorMetres);
