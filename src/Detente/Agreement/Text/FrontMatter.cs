using Detente.Agreement.Model;
using Detente.Diagnostics;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Detente.Agreement.Text;

/// <summary>What the front matter says.</summary>
internal sealed class FrontMatter
{
    public string? Id { get; set; }

    public string? Title { get; set; }

    public List<Party> Parties { get; } = [];

    public List<Party> Neutrals { get; } = [];

    public LocalDate? Signature { get; set; }

    public LocalDate? EntryIntoForce { get; set; }

    public List<string> Languages { get; } = [];

    public bool KnowsSuspension { get; set; }
}

/// <summary>Reads the YAML at the head of a file; each complaint points at the key or value it is about.</summary>
internal sealed class FrontMatterReader(SourceText source, Piece piece, Positions positions, Report report)
{
    private static readonly string[] Keys = ["agreement", "title", "parties", "neutrals", "signed", "entry-into-force", "languages", "suspension"];

    private readonly FrontMatter _read = new();

    public FrontMatter Read()
    {
        if (Load() is { } root)
        {
            foreach (var (key, value) in root.Children)
            {
                ReadKey(key, value);
            }

            ReportMissing(root);
        }

        return _read;
    }

    private YamlMappingNode? Load()
    {
        var text = source.Slice(piece.Inner);
        if (IsTooDeep(text))
        {
            report(AgreementCodes.FrontMatterUnreadable, FirstLine(), "the front matter is not a list of `key: value`", []);
            return null;
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
            {
                return root;
            }

            report(AgreementCodes.FrontMatterUnreadable, FirstLine(), "the front matter is not a list of `key: value`", []);
        }
        catch (YamlException e)
        {
            var at = Place(e.Start);
            report(AgreementCodes.FrontMatterUnreadable, new TextSpan(at, 1), $"the front matter cannot be read: {Sentence(e)}", []);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OverflowException or FormatException or IndexOutOfRangeException)
        {
            // What YamlDotNet throws besides its own exception on some torn texts, such as a flow mapping without its end.
            report(AgreementCodes.FrontMatterUnreadable, FirstLine(), "the front matter cannot be read: a bracket, quote or key is amiss", []);
        }

        return null;
    }

    // The YAML reader descends by recursion: what could exhaust the stack is not given to it.
    private static bool IsTooDeep(string text) => text.Length > 65_536
        || text.Count(c => c is '[' or '{') > 64
        || text.Split('\n').Any(line => line.Count(c => c is '-' or '?' or ':') > 128);

    private void ReadKey(YamlNode key, YamlNode value)
    {
        var name = (key as YamlScalarNode)?.Value ?? "";
        switch (name)
        {
            case "agreement":
                _read.Id = Word(value, name);
                break;
            case "title":
                _read.Title = Line(value, name);
                break;
            case "parties":
                ReadParties(value, name, _read.Parties);
                break;
            case "neutrals":
                ReadParties(value, name, _read.Neutrals);
                break;
            case "signed":
                _read.Signature = Date(value, name);
                break;
            case "entry-into-force":
                _read.EntryIntoForce = Date(value, name);
                break;
            case "languages":
                ReadLanguages(value, name);
                break;
            case "suspension":
                _read.KnowsSuspension = Scalar(value) == "known";
                if (Scalar(value) is not ("known" or "unknown"))
                {
                    Refuse(value, name, "`known` or `unknown`", "suspension: known", "suspension: unknown");
                }

                break;
            default:
                var near = Spelling.Closest(name, Keys);
                report(
                    AgreementCodes.KeyUnknown,
                    SpanOf(key),
                    Spelling.DidYouMean($"`{name}` is not a key of the front matter", near),
                    near is null ? [] : [near]);
                break;
        }
    }

    private void ReadParties(YamlNode value, string key, List<Party> into)
    {
        if (value is not YamlMappingNode mapping)
        {
            Refuse(value, key, "codes and names", $"{key}: {{ US: United States, SU: Soviet Union }}");
            return;
        }

        foreach (var (code, name) in mapping.Children)
        {
            if (Scalar(code) is { Length: > 0 } codeText && IsWord(codeText) && Scalar(name) is { } nameText && IsOneLine(nameText))
            {
                var party = new Party(codeText, Tidy(nameText));
                positions.Mark(party, SpanOf(code));
                into.Add(party);
            }
            else
            {
                Refuse(code, key, "codes and names", $"{key}: {{ US: United States, SU: Soviet Union }}");
            }
        }
    }

    private void ReadLanguages(YamlNode value, string key)
    {
        if (value is not YamlSequenceNode sequence || sequence.Children.Any(child => Scalar(child) is not { } word || !IsWord(word)))
        {
            Refuse(value, key, "a list of languages", "languages: [en, ru]");
            return;
        }

        _read.Languages.AddRange(sequence.Children.Select(child => Scalar(child)!));
    }

    private string? Word(YamlNode value, string key)
    {
        if (Scalar(value) is { } text && IsWord(text))
        {
            return text;
        }

        Refuse(value, key, "one word of letters, digits, dots and hyphens", $"{key}: moratorium-2021");
        return null;
    }

    private string? Line(YamlNode value, string key)
    {
        if (Scalar(value) is { } text && IsOneLine(text))
        {
            return Tidy(text);
        }

        Refuse(value, key, "one line of text");
        return null;
    }

    private LocalDate? Date(YamlNode value, string key)
    {
        if (Scalar(value) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } parsed)
        {
            return parsed.Value;
        }

        Refuse(value, key, "a day of the calendar", $"{key}: 1988-06-01");
        return null;
    }

    private void Refuse(YamlNode value, string key, string needed, params string[] waysOut) =>
        report(AgreementCodes.KeyValue, SpanOf(value), $"`{key}` needs {needed}", waysOut);

    private void ReportMissing(YamlMappingNode root)
    {
        var present = root.Children.Keys.Select(Scalar).ToHashSet();
        foreach (var (key, example) in new[] { ("agreement", "agreement: moratorium-2021"), ("title", "title: A moratorium on flight tests"), ("parties", "parties: { US: United States, RU: Russia }") })
        {
            if (!present.Contains(key))
            {
                report(AgreementCodes.KeyMissing, FirstLine(), $"the front matter has no `{key}`", [example]);
            }
        }

        if (present.Contains("parties") && root.Children.Any(child => Scalar(child.Key) == "parties" && child.Value is YamlMappingNode { Children.Count: 0 }))
        {
            report(AgreementCodes.NoParty, SpanOf(root.Children.First(child => Scalar(child.Key) == "parties").Key), "the agreement names no party", ["parties: { US: United States, RU: Russia }"]);
        }
    }

    private static string? Scalar(YamlNode node) => (node as YamlScalarNode)?.Value;

    private static bool IsWord(string text) => text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '_');

    private static bool IsOneLine(string text) => text.Trim().Length > 0 && !text.Trim().Any(char.IsControl);

    private static string Tidy(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private TextSpan SpanOf(YamlNode node)
    {
        var start = Place(node.Start);
        return new TextSpan(start, Math.Max(1, Place(node.End) - start));
    }

    // YamlDotNet counts lines and columns from 1.
    private int Place(Mark mark)
    {
        var firstLine = source.Locate(piece.Inner.Start).Line;
        var line = Math.Clamp(firstLine + (int)mark.Line - 1, 1, source.LineCount);
        return Math.Min(source.StartOfLine(line) + Math.Max(0, (int)mark.Column - 1), piece.Inner.End);
    }

    private TextSpan FirstLine() => new(piece.Span.Start, Math.Min(3, piece.Span.Length));

    private static string Sentence(YamlException e)
    {
        var text = e.Message.Split('\n')[0].TrimEnd('.', '\r');
        return text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : "it is not YAML";
    }
}
