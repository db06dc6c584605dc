namespace Detente.Statements.Text;

/// <summary>The codes of what can be wrong in a case's files. Stable; each stands in docs/statements.md.</summary>
public static class CaseCodes
{
    // S1xxx: the file.

    /// <summary>Not YAML.</summary>
    public const string Syntax = "S1001";

    /// <summary>A tab indents a line.</summary>
    public const string Tab = "S1002";

    /// <summary>A key stands twice in one mapping.</summary>
    public const string DuplicateKey = "S1003";

    /// <summary>Anchors, aliases, tags and directives are not used.</summary>
    public const string Machinery = "S1004";

    /// <summary>A second document in one file.</summary>
    public const string SecondDocument = "S1005";

    /// <summary>Nested deeper than any statement is.</summary>
    public const string TooDeep = "S1006";

    /// <summary>The file holds nothing.</summary>
    public const string Empty = "S1007";

    /// <summary>A key that is not known here.</summary>
    public const string UnknownKey = "S1101";

    /// <summary>A key that is needed.</summary>
    public const string MissingKey = "S1102";

    /// <summary>A text, a list or a mapping where another of them is needed.</summary>
    public const string WrongShape = "S1103";

    /// <summary>A statement without a verb, or with two.</summary>
    public const string OneVerb = "S1104";

    /// <summary>A verb that says nothing it can say, or two things at once.</summary>
    public const string OneContent = "S1105";

    /// <summary>A key with nothing behind it.</summary>
    public const string NoValue = "S1106";

    // S2xxx: values.

    /// <summary>Not a time.</summary>
    public const string Time = "S2001";

    /// <summary>A day that no calendar holds.</summary>
    public const string NoSuchDay = "S2002";

    /// <summary>A time of day that no clock shows.</summary>
    public const string TimeOfDay = "S2003";

    /// <summary>An instant without an offset from UTC.</summary>
    public const string TimeZone = "S2004";

    /// <summary>An interval that ends before it starts.</summary>
    public const string TimeReversed = "S2005";

    /// <summary>A whole day is needed.</summary>
    public const string WholeDay = "S2006";

    /// <summary>Not an amount.</summary>
    public const string Amount = "S2101";

    /// <summary>An amount that does not say how far off it may be.</summary>
    public const string AmountAbout = "S2102";

    /// <summary>An amount below none.</summary>
    public const string AmountNegative = "S2103";

    /// <summary>A range that no number lies in.</summary>
    public const string AmountReversed = "S2104";

    /// <summary>A unit that is not used, or that is missing.</summary>
    public const string Unit = "S2201";

    /// <summary>Not a statement's id.</summary>
    public const string Id = "S2301";

    /// <summary>Not a code of an author or a party.</summary>
    public const string Party = "S2302";

    /// <summary>None of the words that can stand here.</summary>
    public const string Choice = "S2303";

    /// <summary>Neither true nor false.</summary>
    public const string Flag = "S2304";

    /// <summary>A name with blanks at its ends or over two lines.</summary>
    public const string Name = "S2305";

    /// <summary>No place on the Earth.</summary>
    public const string Place = "S2306";

    /// <summary>A file that lies outside the case.</summary>
    public const string FileName = "S2307";

    // S3xxx: what does not go together.

    /// <summary>Two statements with one id.</summary>
    public const string DuplicateId = "S3001";

    /// <summary>A number is missing in an author's log.</summary>
    public const string Gap = "S3002";

    /// <summary>A statement that is referred to and not there.</summary>
    public const string UnknownStatement = "S3003";

    /// <summary>Only the author corrects.</summary>
    public const string SupersedesOther = "S3004";

    /// <summary>A statement that supersedes itself, or one made later.</summary>
    public const string SupersedesLater = "S3005";

    /// <summary>Statements that supersede each other in a ring.</summary>
    public const string SupersedesRing = "S3006";

    /// <summary>A list of parties that names the author, or one twice.</summary>
    public const string Signers = "S3007";

    /// <summary>A period that ends before it starts.</summary>
    public const string PeriodReversed = "S3008";

    /// <summary>A short name of a source that the case does not list.</summary>
    public const string UnknownSource = "S3009";

    /// <summary>A grade is missing in a reconstruction, or stands in a live record.</summary>
    public const string Grade = "S3010";

    /// <summary>Received before it was made (a warning).</summary>
    public const string ReceivedEarly = "S3011";

    /// <summary>Nothing says when it was received, or when it was made.</summary>
    public const string NoTime = "S3012";

    /// <summary>A retraction that supersedes nothing, or that says something.</summary>
    public const string Retraction = "S3013";

    /// <summary>One cell, site or message name twice.</summary>
    public const string Twice = "S3014";

    /// <summary>The first word on an act does not say what kind of act it is.</summary>
    public const string ActWithoutKind = "S3015";

    /// <summary>Something denied or answered that nobody named (a warning).</summary>
    public const string UnknownReference = "S3016";

    /// <summary>Whose it is does not go with the verb.</summary>
    public const string WrongOwner = "S3017";

    /// <summary>A word on an act that does not go with the verb, or that lacks what it needs.</summary>
    public const string ActWord = "S3018";

    /// <summary>Coverage in a live record (a warning).</summary>
    public const string LiveCoverage = "S3019";
}
