namespace Detente.Geography.Borders;

/// <summary>A country or dependency as the source publishes it: one code, the pieces it holds in fact.</summary>
/// <param name="Code">ISO 3166-1 alpha-3, or the source's own three letters where ISO has none.</param>
/// <param name="Alpha2">ISO 3166-1 alpha-2, or <c>null</c>.</param>
/// <param name="Numeric">ISO 3166-1 numeric, three digits, or <c>null</c>.</param>
/// <param name="Name">As the source names it.</param>
/// <param name="Aliases">Other codes and names it is found by.</param>
public sealed record Country(string Code, string? Alpha2, string? Numeric, string Name, IReadOnlyList<string> Aliases);
