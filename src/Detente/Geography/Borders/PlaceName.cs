using System.Text;

namespace Detente.Geography.Borders;

/// <summary>Names compared without case, accents and punctuation, by a table of our own: the same on every machine and in every language.</summary>
internal static class PlaceName
{
    // Each group is a letter and what is read as it. What stands in none is kept: other scripts are compared as they are.
    private static readonly Dictionary<char, string> Letters = new[]
    {
        "aáàâãäåāăąạảầẩắằấẫậẵặ", "cçćċč", "dđḑďð", "eéèêëēėęěếệềểễẹẻ", "gğġģĝ", "hħḩẖḥ", "iíìîïīįıịĩỉ", "kķḵ", "lłļľĺḷ", "nñńņňŋ",
        "oóòôõöøōŏőơọốộồổỗớờởợ", "rřŕŗ", "sśşšșṣ", "tţťțṭ", "uúùûüūůűũưủứừửữụŭ", "yýÿỳỹỷỵ", "zźżžẕẓ",
    }.SelectMany(group => group.Select(letter => (letter, group[0])))
        .ToDictionary(pair => pair.letter, pair => $"{pair.Item2}");

    /// <summary>The form in which names are compared; empty where nothing is left.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name.Select(char.ToLowerInvariant))
        {
            var text = letter switch
            {
                // Its lower case is two letters in some libraries and itself in others.
                'İ' => "i",
                'ß' => "ss",
                'æ' => "ae",
                'œ' => "oe",
                'þ' => "th",
                // Accents that stand alone, and marks that some leave out.
                (>= '\u0300' and <= '\u036F') or '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '.' => "",
                _ when Letters.TryGetValue(letter, out var plain) => plain,
                _ when char.IsLetterOrDigit(letter) => $"{letter}",
                _ => " ",
            };
            folded.Append(text == " " && (folded.Length == 0 || folded[^1] == ' ') ? "" : text);
        }

        return folded.ToString().TrimEnd(' ');
    }
}
