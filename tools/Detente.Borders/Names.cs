using Detente.Geography.Borders;

namespace Detente.Borders;

/// <summary>
/// What the sources' attributes do not say, or say shortly: written down from general knowledge, grade <c>recalled</c>. Kept
/// small. A claim stands here only where both sides state it themselves.
/// </summary>
internal static class Names
{
    /// <summary>Codes of Natural Earth for features to which the source gives none.</summary>
    public static readonly IReadOnlyDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["USNB Guantanamo Bay"] = "USG", ["Cyprus U.N. Buffer Zone"] = "CNM", ["Coral Sea Is."] = "CSI", ["Spratly Is."] = "PGA",
        ["Clipperton I."] = "CLP", ["Bajo Nuevo Bank"] = "BJN", ["Serranilla Bank"] = "SER", ["Scarborough Reef"] = "SCR",
    };

    /// <summary>Other names and codes of a country: Natural Earth's own where they differ from ISO, long forms of what it shortens, names in use.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Aliases = new Dictionary<string, string[]>
    {
        ["ALA"] = ["ALD", "Aland"], ["ATF"] = ["French Southern and Antarctic Lands"], ["ATG"] = ["Antigua and Barbuda"], ["BIH"] = ["Bosnia and Herzegovina"],
        ["CAF"] = ["Central African Republic"], ["CIV"] = ["Ivory Coast"], ["COD"] = ["Democratic Republic of the Congo", "DRC"], ["COG"] = ["Republic of the Congo"],
        ["COK"] = ["Cook Islands"], ["CPV"] = ["Cape Verde"], ["CYM"] = ["Cayman Islands"], ["CZE"] = ["Czech Republic"], ["DOM"] = ["Dominican Republic"],
        ["ESH"] = ["SAH", "Western Sahara"], ["FLK"] = ["Falkland Islands", "Malvinas"], ["FRO"] = ["Faroe Islands"], ["GBR"] = ["UK", "Great Britain"],
        ["GNQ"] = ["Equatorial Guinea"], ["IOT"] = ["British Indian Ocean Territory"], ["KNA"] = ["Saint Kitts and Nevis"], ["KOR"] = ["Republic of Korea"],
        ["MHL"] = ["Marshall Islands"], ["MKD"] = ["North Macedonia"], ["MNP"] = ["Northern Mariana Islands"], ["NCY"] = ["CYN", "Northern Cyprus"],
        ["PRK"] = ["Democratic People's Republic of Korea", "DPRK"], ["PSE"] = ["PSX"], ["PYF"] = ["French Polynesia"], ["RUS"] = ["Russian Federation"],
        ["SLB"] = ["Solomon Islands"], ["SSD"] = ["SDS", "South Sudan"], ["STP"] = ["Sao Tome and Principe"], ["SWZ"] = ["Swaziland"], ["TCA"] = ["Turks and Caicos Islands"],
        ["TUR"] = ["Türkiye"], ["USA"] = ["United States", "U.S.A."], ["VCT"] = ["Saint Vincent and the Grenadines"], ["VGB"] = ["British Virgin Islands"],
        ["VIR"] = ["U.S. Virgin Islands"], ["XKX"] = ["KOS"], ["ARE"] = ["UAE"], ["VNM"] = ["Viet Nam"], ["CHN"] = ["People's Republic of China"], ["UMI"] = ["U.S. Minor Outlying Islands"],
        ["SGS"] = ["South Georgia and the South Sandwich Islands"], ["HMD"] = ["Heard Island and McDonald Islands"], ["PCN"] = ["Pitcairn"], ["WLF"] = ["Wallis and Futuna"],
    };

    /// <summary>How the notes of disputed areas name a country otherwise than the map does.</summary>
    public static readonly IReadOnlyDictionary<string, string> InNotes = new Dictionary<string, string>
    {
        ["Azer."] = "AZE", ["Columbia"] = "COL", ["Western Sahara"] = "ESH", ["South Sudan"] = "SSD", ["United States"] = "USA", ["UAE"] = "ARE",
        ["Marshall Islands"] = "MHL", ["Equatorial Guinea"] = "GNQ",
    };

    /// <summary>What notes name as a claimant and the map has no country for.</summary>
    public static readonly IReadOnlySet<string> NoCountry = new HashSet<string> { "multiple", "Tokelau" };

    /// <summary>Claims on areas whose note names none.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Claims = new Dictionary<string, string[]>
    {
        ["Belize"] = ["GTM"], ["Ceuta"] = ["MAR"], ["Melilla"] = ["MAR"], ["Cyprus U.N. Buffer Zone"] = ["CYP"], ["Scarborough Reef"] = ["CHN", "PHL", "TWN"],
    };

    /// <summary>Features of the map that another state claims whole, and that the file of disputed areas does not list.</summary>
    public static readonly IReadOnlyList<(string Code, DisputedArea Area)> WholeFeatures =
    [
        ("TWN", new DisputedArea("Taiwan", "Feature of the map", "", ["CHN"], "recalled")),
        ("XKX", new DisputedArea("Kosovo", "Feature of the map", "", ["SRB"], "recalled")),
    ];
}
