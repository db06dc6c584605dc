namespace Detente.Geography.Borders;

/// <summary>
/// States that are no more, as unions of countries of today. A union has today's outer borders: it is right as far as the
/// state's borders became theirs.
/// </summary>
/// <remarks>
/// The German Democratic Republic is left out: its border to the Federal Republic is none between countries of today, and the
/// source does not draw it. So are both Viet-Nams, both Yemens, and other parts of one country of today.
/// </remarks>
public static class HistoricalStates
{
    private static readonly (Country State, string[] Members)[] Unions =
    [
        // The fifteen union republics. Baikonur lies in Kazakhstan and is a feature of its own at 10m.
        (new Country("SUN", "SU", "810", "USSR", ["Soviet Union", "Union of Soviet Socialist Republics"]),
            ["ARM", "AZE", "BLR", "EST", "GEO", "KAZ", "KGZ", "LTU", "LVA", "MDA", "RUS", "TJK", "TKM", "UKR", "UZB", "KAB"]),

        // The six republics, Kosovo a province of one of them.
        (new Country("YUG", "YU", "891", "Yugoslavia", ["Socialist Federal Republic of Yugoslavia", "SFRY"]),
            ["BIH", "HRV", "MKD", "MNE", "SRB", "SVN", "XKX"]),

        (new Country("CSK", "CS", "200", "Czechoslovakia", []), ["CZE", "SVK"]),
    ];

    /// <summary>All of them, under their former ISO 3166-3 codes.</summary>
    public static IReadOnlyList<Country> All { get; } = [.. Unions.Select(union => union.State)];

    /// <summary>Codes of the countries a historical state is made of; of any other code, itself.</summary>
    public static IReadOnlyList<string> MembersOf(string code)
        => Unions.FirstOrDefault(union => union.State.Code == code).Members ?? [code];
}
