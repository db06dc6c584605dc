using Detente.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Detente.Statements.Text;

/// <summary>One run of the parser over a stretch of the file.</summary>
/// <param name="report">Where refusals go.</param>
/// <param name="text">The file's text.</param>
/// <param name="isList">Whether entries are items of a list, or keys with their values.</param>
/// <param name="start">Index of the stretch's first character.</param>
/// <param name="end">Index after its last.</param>
internal sealed class EntryStream(Report report, string text, bool isList, int start, int end)
{
    private readonly GuardedParser _parser = new(new StretchReader(text, start, end));
    private readonly NodeBuilder _builder = new(report, start);
    private bool _began;
    private bool _ended;

    /// <summary>Index of the stretch's first character.</summary>
    public int Start => start;

    /// <summary>Where the last entry that was read begins.</summary>
    public int? LastEntryStart { get; private set; }

    /// <summary>Why the text is not YAML; <c>null</c> while it is.</summary>
    public string? Failure { get; private set; }

    /// <summary>True when the document is neither list nor mapping as it should be; that was reported.</summary>
    public bool IsOtherShape { get; private set; }

    /// <summary>Where it is not.</summary>
    public TextSpan FailureSpan { get; private set; }

    /// <summary>The next item, or the next key with its value as a mapping of one entry; <c>null</c> at the end and on failure.</summary>
    public Node? Next()
    {
        try
        {
            return _ended ? null : Advance();
        }
        catch (YamlException e)
        {
            _ended = true;
            Failure = Sentence(e);
            FailureSpan = InStretch((int)e.Start.Index, (int)Math.Clamp(e.End.Index - e.Start.Index, 0, 80));
            return null;
        }
    }

    private Node? Advance()
    {
        if (!_began && !Begin())
        {
            _ended = true;
            return null;
        }

        if (_parser.Current is null)
        {
            throw new YamlException("the file ends too early");
        }

        if (_parser.Current is SequenceEnd or MappingEnd)
        {
            _ended = true;
            _parser.MoveNext();
            _parser.Consume<DocumentEnd>();
            if (_parser.Current is DocumentStart second)
            {
                report.Error(CaseCodes.SecondDocument, _builder.SpanOf(second), null, "A file holds one document; what follows is not read.");
            }

            return null;
        }

        // The first key of a mapping comes at the mapping's own mark; both are entries of the first column.
        var at = _builder.SpanOf(_parser.Current!).Start;
        Node node;
        if (isList)
        {
            node = _builder.Build(_parser, 1);
        }
        else
        {
            var key = _builder.Build(_parser, 1);
            var value = _builder.Build(_parser, 1);
            node = new MapNode(key is TextNode { IsNothing: false } name ? [new MapEntry(name, value)] : [], key.Span);
        }

        LastEntryStart = at;
        return node;
    }

    private bool Begin()
    {
        _began = true;
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return false;
        }

        if (isList ? _parser.TryConsume<SequenceStart>(out _) : _parser.TryConsume<MappingStart>(out _))
        {
            return true;
        }

        var found = _parser.Current!;
        if (found is not Scalar { Value: "", Style: ScalarStyle.Plain })
        {
            IsOtherShape = true;
            report.Error(CaseCodes.WrongShape, _builder.SpanOf(found), null,
                isList ? "A file of statements is a list." : "A case file is a mapping.", isList ? "- id: SU-0001" : "case: inf-1987");
        }

        return false;
    }

    // What is missing at the end of an entry is missing after its last word, not on the line of the next.
    private TextSpan InStretch(int index, int length)
    {
        var last = end;
        while (last > start && char.IsWhiteSpace(text[last - 1]))
        {
            last--;
        }

        return start + index < last ? new TextSpan(start + index, length) : new TextSpan(last, 0);
    }

    private static string Sentence(YamlException e)
    {
        var message = e.Message;
        var place = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return (place >= 0 ? message[(place + 3)..] : message).TrimEnd('.').ToLowerInvariant() + ".";
    }
}
