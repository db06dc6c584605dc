namespace Detente.Node.Http;

/// <summary>The stable codes of problems (RFC 9457). docs/api.md says what each means.</summary>
public static class Codes
{
    /// <summary>Another Host than that of this machine was asked.</summary>
    public const string OtherHost = "other-host";

    /// <summary>A page of another site asked.</summary>
    public const string ForeignOrigin = "foreign-origin";

    /// <summary>The method would change something.</summary>
    public const string ReadOnly = "read-only";

    /// <summary>The reader has no cookie.</summary>
    public const string NoSession = "no-session";

    /// <summary>The token is not, or no longer, good.</summary>
    public const string TokenUsed = "token-used";

    /// <summary>The request cannot be read.</summary>
    public const string BadRequest = "bad-request";

    /// <summary>Something broke in the program.</summary>
    public const string Fault = "fault";

    /// <summary>There is no such address.</summary>
    public const string NoPage = "no-page";

    /// <summary>There is no such case.</summary>
    public const string NoCase = "no-case";

    /// <summary>The case is there, and something in it is wrong.</summary>
    public const string CaseNotOpen = "case-not-open";

    /// <summary>Parameters cannot be read; each is told.</summary>
    public const string BadParameter = "bad-parameter";

    /// <summary>The agreement has no such party.</summary>
    public const string NoParty = "no-party";

    /// <summary>Nobody of that name speaks in the record.</summary>
    public const string NoAuthor = "no-author";

    /// <summary>The agreement has no such clause.</summary>
    public const string NoClause = "no-clause";

    /// <summary>The clause has no such instance at these instants.</summary>
    public const string NoInstance = "no-instance";

    /// <summary>The record has no such statement.</summary>
    public const string NoStatement = "no-statement";

    /// <summary>The record is too long for an answer in one piece.</summary>
    public const string RecordTooLong = "record-too-long";
}
