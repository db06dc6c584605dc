namespace Detente.Agreement.Text;

/// <summary>Forms a treaty has and the language leaves out. Each is refused by name, so that nobody looks for a spelling that does not exist.</summary>
internal static class LeftOut
{
    /// <summary>Gives up when a form that is left out begins here.</summary>
    public static void Check(Cursor cursor)
    {
        if (cursor.Is(Keyword.Suspend))
        {
            throw Refuse(cursor, "rights to suspend");
        }

        if (cursor.Is(Keyword.Reduce))
        {
            throw Refuse(cursor, "reductions from a baseline");
        }

        if (cursor.Is(Keyword.NotKeep))
        {
            throw Refuse(cursor, "triggers by a clause not kept");
        }

        if (cursor.Is(Keyword.Names))
        {
            throw Refuse(cursor, "triggers by the naming of a site");
        }
    }

    private static Abandoned Refuse(Cursor cursor, string what) =>
        cursor.Abandon(AgreementCodes.FormLeftOut, cursor.Current.Span, $"the language leaves out {what}: see docs/language.md, \"Left out, and why\"");
}
