namespace Detente.Agreement.Text;

/// <summary>The fixed phrases of the language. Their wording stands in a <see cref="Vocabulary"/>, so that another authentic language is another table.</summary>
internal enum Keyword : byte
{
    // What decides when a clause binds.
    From, Until, SoLongAs, Keeps, Once, IsKept, When, Unless, Otherwise,

    // Who.
    EachParty, NoParty, AParty, ThatParty, EveryOtherParty, InspectedParty,

    // Small words.
    Article, The, No, Or, And, Of, Their, On, At, In, To, For, With, That, About,

    // What is owed, forbidden, limited or allowed.
    MayHave, MayNotHave, MayConduct, MayNotConduct, MayWithdraw, MayBeLocated, MayNotBeLocated, MayBeLocatedOnly, May, Must,
    AtLeast, AtMost, Over, Under, Exactly,
    Conducts, Receives, Request, Ends, Starts, Reaches,
    Send, Notification, Report, Answer, Explanation, End, Reach, Conduct, Admit,
    ItIs, Agree, Located, InTransit, Zone, Within, Holds,
    Per, InYears, InYear, FromYear, InOneCountry, Half,
    OnRequest, Admitted, StatingReasons, DataAsOf, EndOfEach, ThatEnd, ThatTime,

    // Places told by territory, and warnings.
    CanReach, TheTerritoryOf, TheBorderOf, TheBorderBetween, Outside, AnotherParty, PartyThatHasIt, WarnWhen, OfOneParty, ToTheCapitalOf, Another, IsUnder, IsAtMost,

    // Times.
    Signature, EntryIntoForce, After, Before, EndOfMonth, StartOfNextMonth,
    Received, Dispatched, Receipt, Dispatch, ReceiptOfNotice, DispatchOfNotice, Notice, Deadline, NoDeadline,
    Minute, Hour, Day, Week, Month, Year,

    // What a term is.
    Item, OneOf, State, Site, Act, OnAnItem, AtASite, Adds, Removes, Moves, Kinds, Plural,
    Declaration, YearFrom, CalendarYears, CircleOf, Around, GiveOrTake, Sites,
    Polygon, LandOf, DisputedArea, TerritoryOf, CapitalOf, City, Except,

    // Words that are refused, and forms left out.
    Sent, By, Suspend, Reduce, NotKeep, Names, Than,
}

/// <summary>The words of one language: for each keyword its phrases, the usual one first.</summary>
internal sealed class Vocabulary
{
    private readonly IReadOnlyDictionary<Keyword, string[]> _phrases;

    private Vocabulary(IReadOnlyDictionary<Keyword, string[]> phrases, IReadOnlyList<string> pronouns)
    {
        (_phrases, Pronouns) = (phrases, pronouns);
        Split = phrases.ToDictionary(entry => entry.Key, entry => entry.Value.Select(phrase => phrase.Split(' ')).OrderByDescending(words => words.Length).ToArray());
        FirstWords = phrases.Values.SelectMany(list => list).Select(phrase => phrase.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>English.</summary>
    public static Vocabulary English { get; } = new(EnglishWords.Phrases, EnglishWords.Pronouns);

    /// <summary>The phrases of each keyword cut into words, longest first.</summary>
    public IReadOnlyDictionary<Keyword, string[][]> Split { get; }

    /// <summary>Words that begin a phrase, and so end a name that is not a term.</summary>
    public IReadOnlySet<string> FirstWords { get; }

    /// <summary>Words that would stand for something named elsewhere.</summary>
    public IReadOnlyList<string> Pronouns { get; }

    /// <summary>The usual phrase.</summary>
    public string this[Keyword keyword] => _phrases[keyword][0];

    /// <summary>How many words of a keyword's longest phrase stand at a token, or 0.</summary>
    public int LengthOf(Keyword keyword, IReadOnlyList<Token> tokens, int at)
    {
        foreach (var words in Split[keyword])
        {
            if (TermTable.StandsAt(tokens, at, words))
            {
                return words.Length;
            }
        }

        return 0;
    }

    /// <summary>True when a phrase of the language is this name.</summary>
    public bool IsReserved(string name) => _phrases.Values.Any(list => list.Contains(name));
}
