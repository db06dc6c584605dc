namespace Detente.Agreement.Text;

/// <summary><c>by month 29</c>: counted from where, and holding from then on or until then?</summary>
internal static class ByMonth
{
    /// <summary>Refuses a <c>by</c> that stands here. <paramref name="lead"/> is the word a deadline begins with, or empty in a clause's head.</summary>
    public static Abandoned Refuse(Cursor cursor, string lead = "")
    {
        var first = cursor.At;
        cursor.Accept(Keyword.By);
        var said = new List<string>();
        while (cursor.Is(TokenKind.Word) && said.Count < 2)
        {
            said.Add(cursor.ExpectWord("a time"));
        }

        var unit = said.Count == 2 && char.IsDigit(said[1][0]) ? $"{said[1]} {said[0]}s" : "29 months";
        string[] waysOut = lead.Length > 0
            ? [$"{lead} {unit} after entry-into-force"]
            : [$"from {unit} after entry-into-force", $"until {unit} after entry-into-force"];
        return cursor.Abandon(
            AgreementCodes.ByMonth,
            cursor.SpanFrom(first),
            $"`by {string.Join(' ', said)}` says neither what it is counted from nor whether that holds from then on or until then",
            waysOut);
    }
}
