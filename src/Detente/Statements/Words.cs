namespace Detente.Statements;

/// <summary>The words of statements and what they stand for: one table each, for files, agreements, reasons and outputs alike.</summary>
internal static class Words
{
    public static readonly IReadOnlyDictionary<string, Verb> Verbs = new Dictionary<string, Verb>
    {
        ["declares"] = Verb.Declares,
        ["announces"] = Verb.Announces,
        ["reports"] = Verb.Reports,
        ["observes"] = Verb.Observes,
        ["denies"] = Verb.Denies,
        ["reads"] = Verb.Reads,
        ["asks"] = Verb.Asks,
        ["answers"] = Verb.Answers,
        ["refuses"] = Verb.Refuses,
        ["explains"] = Verb.Explains,
        ["finds"] = Verb.Finds,
        ["gives-notice"] = Verb.GivesNotice,
    };

    public static readonly IReadOnlyDictionary<string, Grade> Grades = new Dictionary<string, Grade>
    {
        ["read"] = Grade.Read,
        ["derived"] = Grade.Derived,
        ["recalled"] = Grade.Recalled,
    };

    public static readonly IReadOnlyDictionary<string, Basis> Bases = new Dictionary<string, Basis>
    {
        ["declared"] = Basis.Declared,
        ["observed"] = Basis.Observed,
        ["inspected"] = Basis.Inspected,
        ["found"] = Basis.Found,
    };

    public static readonly IReadOnlyDictionary<string, NoticeKind> Notices = new Dictionary<string, NoticeKind>
    {
        ["signature"] = NoticeKind.Signature,
        ["entry-into-force"] = NoticeKind.EntryIntoForce,
        ["suspension"] = NoticeKind.Suspension,
        ["resumption"] = NoticeKind.Resumption,
        ["withdrawal"] = NoticeKind.Withdrawal,
        ["accession"] = NoticeKind.Accession,
    };

    /// <summary>Whether the record was put together from sources.</summary>
    public static readonly IReadOnlyDictionary<string, bool> Records = new Dictionary<string, bool>
    {
        ["reconstruction"] = true,
        ["live"] = false,
    };

    /// <summary>The word for a value.</summary>
    public static string For<T>(IReadOnlyDictionary<string, T> words, T value)
        where T : struct => words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Key;
}
