using System.Text;
using Detente.Diagnostics;
using Detente.Record.Json;

namespace Detente.Agreement.Canonical;

/// <summary>
/// One reading of one JSON text: where in the value it stands (a JSON pointer, RFC 6901), and what it found wrong.
/// </summary>
/// <remarks>
/// It keeps the first <see cref="MostErrors"/> errors and the beginning of long names: enough to mend a file, and a bound
/// on what a hostile one can cost.
/// </remarks>
internal sealed class Reading(string file)
{
    /// <summary>How many errors are kept.</summary>
    public const int MostErrors = 100;

    private const int LongestName = 200;
    private const int LongestQuote = 80;

    private readonly List<string> _path = [];
    private readonly List<(string Code, string Message, ByteSpan Place, string Pointer, IReadOnlyList<string> WaysOut)> _errors = [];

    /// <summary>True when something was found wrong.</summary>
    public bool HasErrors => _errors.Count > 0;

    /// <summary>True when no more errors are kept, so that there is no use in reading on.</summary>
    public bool IsFull => _errors.Count >= MostErrors;

    /// <summary>What was read, as a message quotes it: in one line, and not all of it when it is long.</summary>
    public static string Quote(string text) =>
        $"'{string.Concat(Shorten(text, LongestQuote).Select(unit => char.IsControl(unit) ? '\ufffd' : unit))}'";

    /// <summary>Steps into a member or an element.</summary>
    public void Enter(string token) => _path.Add(Token(token));

    /// <summary>Steps out again.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Notes an error at a place of the bytes, under the pointer of the present step.</summary>
    public void Refuse(string code, string message, ByteSpan place, IReadOnlyList<string>? waysOut = null) => Add(code, message, place, _path, waysOut ?? []);

    /// <summary>Notes an error of the JSON itself, under the names and indices that lead to it from the outermost value.</summary>
    public void RefuseText(string code, string message, ByteSpan place, IReadOnlyList<string> path) => Add(code, message, place, path.Select(Token), []);

    /// <summary>Notes a value of another type than expected.</summary>
    public void RefuseType(JsonValue found, string expected) => Refuse(CanonicalErrors.WrongType, $"expected {expected}, found {Noun(found)}", found.Place);

    /// <summary>What a message calls a value.</summary>
    public static string Noun(JsonValue value) => value switch
    {
        JsonValue.Object => "an object",
        JsonValue.Array => "a list",
        JsonValue.Text => "a string",
        JsonValue.Integer => "an integer",
        JsonValue.Number => "a number that is not an integer written in digits and within ±(2^53 − 1)",
        JsonValue.Bool => "true or false",
        _ => "null",
    };

    /// <summary>
    /// The errors in the order of the text, with spans in the UTF-16 code units of the decoded text. A pointer to the
    /// whole is an empty path.
    /// </summary>
    public IReadOnlyList<Diagnostic> Diagnose(ReadOnlySpan<byte> json)
    {
        var diagnostics = new List<Diagnostic>(_errors.Count);
        var (bytes, units) = (0, 0);
        foreach (var (code, message, place, pointer, waysOut) in _errors.OrderBy(error => error.Place.Start))
        {
            // Each error adds only the stretch since the one before, so that many errors in a long text stay cheap.
            var start = Math.Min(place.Start, json.Length);
            units += Encoding.UTF8.GetCharCount(json[bytes..start]);
            bytes = start;
            var length = Encoding.UTF8.GetCharCount(json.Slice(start, Math.Min(place.Length, json.Length - start)));
            IReadOnlyList<string> path = pointer.Length == 0 ? [] : [pointer];
            diagnostics.Add(new Diagnostic(code, Severity.Error, message, file, new TextSpan(units, length), path, waysOut));
        }

        return diagnostics;
    }

    private void Add(string code, string message, ByteSpan place, IEnumerable<string> path, IReadOnlyList<string> waysOut)
    {
        if (!IsFull)
        {
            _errors.Add((code, message, place, string.Concat(path.Select(token => "/" + token)), waysOut));
        }
    }

    /// <summary>A step of a JSON pointer, RFC 6901 section 3.</summary>
    private static string Token(string name) => Shorten(name, LongestName).Replace("~", "~0").Replace("/", "~1");

    private static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // A pair of surrogates is kept or cut whole.
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
    }
}
