using System.Globalization;

namespace Detente.Statements.Text;

/// <summary>Ids such as <c>SU-0042</c>: author, hyphen, number with at least four digits.</summary>
internal static class StatementId
{
    /// <summary>Reads an id in the one form it is printed in.</summary>
    public static bool TryRead(string text, out string author, out int number)
    {
        var hyphen = text.LastIndexOf('-');
        author = hyphen > 0 ? text[..hyphen] : "";
        number = 0;
        return IsAuthor(author)
            && int.TryParse(text.AsSpan(hyphen + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number > 0
            && Statement.IdOf(author, number) == text;
    }

    /// <summary>Why a text is not an id, with the id it may have meant.</summary>
    public static Refusal Refuse(string text)
    {
        var hyphen = text.LastIndexOf('-');
        var meant = hyphen > 0 && IsAuthor(text[..hyphen]) && int.TryParse(text.AsSpan(hyphen + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? Statement.IdOf(text[..hyphen], number)
            : "SU-0001";
        return new(CaseCodes.Id, $"`{text}` is not a statement's id: the author's code, a hyphen and its number, in four digits or more.", meant);
    }

    /// <summary>Whether it can be the code of an author. ASCII only, so that two codes that look alike are alike.</summary>
    public static bool IsAuthor(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text[^1] != '-' && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
