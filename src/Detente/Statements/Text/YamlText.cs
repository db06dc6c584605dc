using System.Text.RegularExpressions;
using Detente.Diagnostics;

namespace Detente.Statements.Text;

/// <summary>
/// The entries of a YAML file one by one. Where the text is not YAML, the error is reported and reading goes on with the
/// next entry, so that one slip does not hide a thousand statements.
/// </summary>
/// <remarks>
/// An entry begins at a line of the file's first column: <c>- </c> in a list, a letter in a mapping. When the parser
/// fails, the entry it failed in is parsed again alone: the parser may have failed while looking ahead.
/// </remarks>
internal sealed partial class YamlText
{
    private readonly Report _report;
    private readonly string _text;
    private readonly bool _isList;
    private readonly bool _hasTabs;
    private int _lastReported = -1;

    private YamlText(Report report, bool isList)
    {
        (_report, _isList) = (report, isList);
        _text = report.Source.Text;
        foreach (var tab in TabIndent().EnumerateMatches(_text))
        {
            _hasTabs = true;
            _report.Error(CaseCodes.Tab, new TextSpan(tab.Index, tab.Length), null, "A tab indents this line; YAML takes spaces only.");
        }

        // The parser takes a NUL for the end of the file, and would pass over the rest in silence.
        for (var nul = _text.IndexOf('\0'); nul >= 0; nul = _text.IndexOf('\0', nul + 1))
        {
            _report.Error(CaseCodes.Syntax, new TextSpan(nul, 1), null, "A NUL character stands here.");
        }

        _text = _text.Replace('\0', ' ');
        if (_hasTabs)
        {
            // One space for each tab keeps every index, and most files then read on.
            _text = TabIndent().Replace(_text, m => new string(' ', m.Length));
        }
    }

    /// <summary>True when some entry was lost, so that what is missing may have stood there.</summary>
    public bool LostEntries { get; private set; }

    /// <summary>The items of a file that is a list.</summary>
    public static IEnumerable<Node> ItemsOf(Report report, Action entryLost)
    {
        var yaml = new YamlText(report, isList: true);
        foreach (var node in yaml.Entries())
        {
            yield return node;
        }

        if (yaml.LostEntries)
        {
            entryLost();
        }
    }

    /// <summary>A file that is a mapping; <c>null</c> when it holds none.</summary>
    public static MapNode? MapOf(Report report)
    {
        var entries = new List<MapEntry>();
        foreach (var node in new YamlText(report, isList: false).Entries())
        {
            foreach (var entry in ((MapNode)node).Entries)
            {
                if (entries.Exists(e => e.Key.Value == entry.Key.Value))
                {
                    report.Error(CaseCodes.DuplicateKey, entry.Key.Span, null, $"`{entry.Key.Value}` stands twice in one mapping; the first is read.");
                    continue;
                }

                entries.Add(entry);
            }
        }

        return entries.Count == 0 ? null : new MapNode(entries, entries[0].Key.Span);
    }

    private IEnumerable<Node> Entries()
    {
        var from = _text.StartsWith('\uFEFF') ? 1 : 0;
        var resume = (int?)from;
        var any = false;
        while (resume is { } start)
        {
            var read = new EntryStream(_report, _text, _isList, start, _text.Length);
            while (read.Next() is { } node)
            {
                any = true;
                yield return node;
            }

            any |= read.IsOtherShape || read.Failure is not null;
            if (read.Failure is null)
            {
                break;
            }

            (var alone, resume) = RetryAlone(read);
            if (alone is not null)
            {
                yield return alone;
            }
        }

        if (!any)
        {
            _report.Error(CaseCodes.Empty, new TextSpan(from, 0), null, _isList ? "The file holds no statement." : "The file holds nothing.");
        }
    }

    // The entry after the last one read is the one that failed, unless the failure stands before it begins.
    private (Node? Node, int? Resume) RetryAlone(EntryStream read)
    {
        var failedEntry = read.LastEntryStart is { } last ? NextEntryAfter(last) : read.Start;
        if (failedEntry is not { } start || read.FailureSpan.Start < start)
        {
            ReportSyntax(read);
            return (null, failedEntry);
        }

        var next = NextEntryAfter(start);
        var alone = new EntryStream(_report, _text, _isList, start, next ?? _text.Length);
        var node = alone.Next();
        if (node is not null)
        {
            alone.Next();
        }

        if (alone.Failure is not null)
        {
            ReportSyntax(alone);
        }

        return (node, next);
    }

    private void ReportSyntax(EntryStream read)
    {
        LostEntries = true;
        if (!_hasTabs && read.FailureSpan.Start != _lastReported)
        {
            _lastReported = read.FailureSpan.Start;
            _report.Error(CaseCodes.Syntax, read.FailureSpan, null, $"This is not YAML: {read.Failure}", "text that holds `: `, ` #`, or begins with one of [ ] { } , & * ! | > ' \" % @ `, in \"quotes\"");
        }
    }

    private int? NextEntryAfter(int index)
    {
        for (var line = _text.IndexOf('\n', index) + 1; line > 0 && line < _text.Length; line = _text.IndexOf('\n', line) + 1)
        {
            if (_isList ? _text[line] == '-' && (line + 1 == _text.Length || _text[line + 1] is ' ' or '\n' or '\r') : char.IsAsciiLetter(_text[line]))
            {
                return line;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^ *\t[ \t]*", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TabIndent();
}
