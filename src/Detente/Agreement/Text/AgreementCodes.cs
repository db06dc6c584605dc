using System.Reflection;
using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>A diagnostic code of the agreement language.</summary>
/// <param name="Code">Stable: <c>A1xxx</c> document, <c>A2xxx</c> words and grammar, <c>A3xxx</c> names, <c>A4xxx</c> two readings, <c>A5xxx</c> consistency.</param>
/// <param name="Severity">Whether the document can be used.</param>
/// <param name="Meaning">What it stands for, in one line; the same line stands in docs/diagnostics.md.</param>
public sealed record AgreementCode(string Code, Severity Severity, string Meaning);

/// <summary>All diagnostic codes of the agreement language, in order.</summary>
public static class AgreementCodes
{
    internal static readonly AgreementCode NoFrontMatter = Error("A1001", "The file does not begin with front matter between two lines of `---`.");
    internal static readonly AgreementCode FrontMatterUnreadable = Error("A1002", "The front matter is not YAML of the form `key: value`.");
    internal static readonly AgreementCode KeyMissing = Error("A1003", "A key the front matter must have is missing.");
    internal static readonly AgreementCode KeyUnknown = Error("A1004", "A key of the front matter is not one of those the language knows.");
    internal static readonly AgreementCode KeyValue = Error("A1005", "The value of a key of the front matter does not have the form the key needs.");
    internal static readonly AgreementCode FenceOpen = Error("A1006", "A block is not closed before the end of the file.");
    internal static readonly AgreementCode ClauseId = Error("A1007", "A clause block has no id, its id is not one word of letters, digits, dots and hyphens, or what follows it is no grade of evidence.");
    internal static readonly AgreementCode NoParty = Error("A1008", "The front matter names no party.");
    internal static readonly AgreementCode NoClause = Warning("A1009", "The document has no clause: there is nothing to assess.");

    internal static readonly AgreementCode Character = Error("A2001", "A character is not part of the language.");
    internal static readonly AgreementCode Expected = Error("A2002", "Something else was expected at this place of the sentence or term.");
    internal static readonly AgreementCode Misspelt = Error("A2003", "A word is close to a word of the language that was expected here.");
    internal static readonly AgreementCode Number = Error("A2004", "A number is not written as plain digits, is not whole where it must be, or is too large.");
    internal static readonly AgreementCode DateUnknown = Error("A2005", "A date is not a day of the calendar from 1600 to 2999, written year-month-day.");
    internal static readonly AgreementCode LeftOver = Error("A2006", "Words are left over after a whole sentence or term.");
    internal static readonly AgreementCode NoMeaning = Error("A2007", "A term's name is not separated from its meaning by two or more spaces or an em dash.");
    internal static readonly AgreementCode Indentation = Error("A2008", "The first line of a terms block is indented: it continues nothing.");
    internal static readonly AgreementCode MeaningUnknown = Error("A2009", "A term's meaning does not begin with a word that says what kind of term it is.");
    internal static readonly AgreementCode EmptyBlock = Error("A2010", "A clause block holds no sentence.");
    internal static readonly AgreementCode UnitUnknown = Error("A2011", "A unit of time or of measure is not one the language knows.");
    internal static readonly AgreementCode FormLeftOut = Error("A2012", "The sentence has a form the language leaves out, for the reason given in docs/language.md.");
    internal static readonly AgreementCode VariableMissing = Error("A2013", "The act or request that triggers a duty is not named by one capital letter.");
    internal static readonly AgreementCode PartTwice = Error("A2014", "A part of a clause stands twice.");

    internal static readonly AgreementCode TermUnknown = Error("A3001", "A name is not one of the declared terms that fit here.");
    internal static readonly AgreementCode ZoneUnknown = Error("A3002", "A zone is not declared.");
    internal static readonly AgreementCode ClauseUnknown = Error("A3003", "A clause is named that the document does not have.");
    internal static readonly AgreementCode ClauseTwice = Error("A3004", "Two clauses have the same id.");
    internal static readonly AgreementCode TermTwice = Error("A3005", "A name or plural is declared twice.");
    internal static readonly AgreementCode TypeTwice = Error("A3006", "A type, by its name or another name it goes by, is listed twice in a class.");
    internal static readonly AgreementCode TermHides = Warning("A3007", "A term is also what two other terms side by side, or a party's name, would say; the longer match is taken.");
    internal static readonly AgreementCode TermReserved = Error("A3008", "A term is named like a word of the language.");
    internal static readonly AgreementCode VariableUnknown = Error("A3009", "A capital letter does not name the act or request of this clause.");
    internal static readonly AgreementCode PropertyUnknown = Error("A3010", "A property is not one of those the item was declared with.");
    internal static readonly AgreementCode PartyTwice = Error("A3011", "A code or name stands for two parties or neutrals.");
    internal static readonly AgreementCode TimeUnknown = Error("A3012", "A time of an act is close to one of the standard times and is none of them.");
    internal static readonly AgreementCode PropertyTwice = Error("A3013", "A property, a kind, or a test of a property stands twice.");
    internal static readonly AgreementCode TerritoryUnknown = Error("A3014", "A territory is not declared.");
    internal static readonly AgreementCode LandUnknown = Error("A3015", "The bundled borders and cities do not know a code, a disputed area or a city.");

    internal static readonly AgreementCode BoundRange = Error("A4001", "`from … to …` does not say whether the bounds count.");
    internal static readonly AgreementCode BoundBare = Error("A4002", "A bound does not say `at least`, `at most`, `over` or `under`.");
    internal static readonly AgreementCode MonthEnd = Error("A4003", "A month or year is counted from a day that has no counterpart, and no rounding is stated.");
    internal static readonly AgreementCode YearOne = Error("A4004", "`per year` does not say what year 1 is.");
    internal static readonly AgreementCode AnnouncedOrActual = Error("A4005", "A prior notice is counted back from a time that may be the announced or the actual one.");
    internal static readonly AgreementCode ReceiptOrDispatch = Error("A4006", "The text does not say whether receipt or dispatch counts.");
    internal static readonly AgreementCode NoAnchor = Error("A4007", "A span of time does not say what it is counted from.");
    internal static readonly AgreementCode ByMonth = Error("A4008", "`by month 29` does not say when the month is counted from, nor whether the clause holds from then on or until then.");
    internal static readonly AgreementCode Pronoun = Error("A4009", "A pronoun may stand for more than one thing.");
    internal static readonly AgreementCode TwoSentences = Error("A4010", "A block holds two sentences, so that its id names neither.");
    internal static readonly AgreementCode OfWhich = Error("A4011", "An `of` before an `or` may reach over one thing or over all.");
    internal static readonly AgreementCode RegionMixed = Error("A4012", "Parts of a region are joined in more than one way.");

    internal static readonly AgreementCode TimesReversed = Error("A5001", "A beginning does not lie before the end that belongs to it.");
    internal static readonly AgreementCode PhasesOverlap = Error("A5002", "Two limits of one clause hold at the same time.");
    internal static readonly AgreementCode PhasesGap = Warning("A5003", "Between two limits of one clause there is a time without a limit.");
    internal static readonly AgreementCode YearsOverlap = Error("A5004", "Two numbers of a quota are for the same year.");
    internal static readonly AgreementCode YearsGap = Warning("A5005", "Between two numbers of a quota there is a year without a number.");
    internal static readonly AgreementCode YearsMisplaced = Error("A5006", "A quota's years are reversed, or there is no year term to count them by.");
    internal static readonly AgreementCode BearerMisplaced = Error("A5007", "The party named cannot bear this sentence.");
    internal static readonly AgreementCode TimeMisplaced = Error("A5008", "A time is named that the trigger or the chain does not have.");
    internal static readonly AgreementCode NotAnItem = Error("A5009", "A class is not a class of a declared item.");
    internal static readonly AgreementCode NothingBetween = Error("A5010", "No number satisfies the bounds.");
    internal static readonly AgreementCode ShareOfNothing = Error("A5011", "The clause whose quota is shared has no quota by year.");
    internal static readonly AgreementCode CountedFromElse = Error("A5012", "A data exchange is counted from another time than the one its figures are of.");
    internal static readonly AgreementCode MessageMisplaced = Error("A5013", "The message owed, or the deed, does not fit the trigger.");
    internal static readonly AgreementCode NotASiteAct = Error("A5014", "A clause speaks of the inspected Party, or of an inspection, where the act is not at a site.");
    internal static readonly AgreementCode NeverDue = Error("A5015", "An `otherwise` follows a duty without a stated deadline: it never falls due.");
    internal static readonly AgreementCode RestsOnItself = Error("A5016", "A clause begins to bind only once it is kept itself.");
    internal static readonly AgreementCode UnitsDiffer = Error("A5017", "The units of two bounds of one property differ.");
    internal static readonly AgreementCode OutOfRange = Error("A5018", "A latitude, longitude, radius, span of time or other figure is outside its range, or corners draw no land.");
    internal static readonly AgreementCode WrongObject = Error("A5019", "An act is done to items it was not declared for.");
    internal static readonly AgreementCode ReplyToOthers = Error("A5020", "An answer to a request, or an explanation of it, is sent to others than who asked.");
    internal static readonly AgreementCode TerritoryMissing = Error("A5021", "A clause needs the territory or the capital of a Party, and none is declared.");
    internal static readonly AgreementCode RegionOfItself = Error("A5022", "A zone or territory is told by itself.");
    internal static readonly AgreementCode WarningKept = Error("A5023", "A condition rests on a warning, which nobody keeps or breaks.");

    /// <summary>Every code, in order.</summary>
    public static IReadOnlyList<AgreementCode> All { get; } = typeof(AgreementCodes)
        .GetFields(BindingFlags.NonPublic | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(AgreementCode))
        .Select(field => (AgreementCode)field.GetValue(null)!)
        .OrderBy(code => code.Code, StringComparer.Ordinal)
        .ToArray();

    private static AgreementCode Error(string code, string meaning) => new(code, Severity.Error, meaning);

    private static AgreementCode Warning(string code, string meaning) => new(code, Severity.Warning, meaning);
}

/// <summary>Takes what was found wrong: what, where, in which words, and the wordings that would be accepted.</summary>
internal delegate void Report(AgreementCode code, TextSpan span, string message, IReadOnlyList<string> waysOut);
