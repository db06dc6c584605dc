namespace Detente.Statements.Text;

/// <summary>Whose holdings, type or act it is.</summary>
internal static class Owner
{
    /// <summary>
    /// The party under the key; the author itself where it may be left out. Who observes or finds says of whom: nobody
    /// observes itself.
    /// </summary>
    public static string? Read(Fields fields, string key, string author, Verb verb)
    {
        var owner = fields.Party(key, isNeeded: verb is Verb.Observes or Verb.Finds);
        if (verb == Verb.Observes && owner == author)
        {
            fields.Error(CaseCodes.WrongOwner, key, $"{author} observes others; of itself it declares or reports.", "declares: …", "reports: …");
        }

        return owner ?? (fields.Find(key) is null && verb is not (Verb.Observes or Verb.Finds) ? author : null);
    }
}
