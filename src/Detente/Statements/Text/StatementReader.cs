using Detente.Diagnostics;
using Detente.Time;

namespace Detente.Statements.Text;

/// <summary>Reads one statement: who says it, when, on what ground; <see cref="ContentReader"/> reads what it says.</summary>
internal sealed class StatementReader(CaseHead head, Report report)
{
    private static readonly string[] Envelope =
        ["id", "made", "received", "received-by", "with", "fulfils", "supersedes", "retracts", "source", "grade", "note"];

    private static readonly string[] Known = [.. Envelope, .. Words.Verbs.Keys];

    /// <summary>The statement, or <c>null</c> when not even its id could be read.</summary>
    public Draft? Read(Node node)
    {
        if (node is not MapNode map)
        {
            report.Error(CaseCodes.WrongShape, node.Span, null, "A statement is a mapping of keys to values.", "- id: SU-0001");
            return null;
        }

        var id = IdOf(map);
        var path = new NodePath(null, id?.Value ?? "a statement without id");
        var fields = new Fields(map, report, path, Known);
        if (id is null || !StatementId.TryRead(id.Value, out var author, out var number))
        {
            var written = fields.Text("id", isNeeded: true);
            if (written is not null)
            {
                report.Refuse(StatementId.Refuse(written), fields.SpanOf("id"), path);
            }

            return null;
        }

        var draft = new Draft { Report = report, Author = author, Number = number, Span = id.Span, Path = path };
        ReadTimes(fields, draft);
        ReadGround(fields, draft);
        draft.JointWith = fields.Parties("with", besides: author);
        draft.Fulfils = fields.Name("fulfils");
        draft.Note = fields.Text("note");
        ReadCorrection(fields, draft);
        return draft;
    }

    private static TextNode? IdOf(MapNode map)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (key.Value == "id")
            {
                return value as TextNode;
            }
        }

        return null;
    }

    private void ReadTimes(Fields fields, Draft draft)
    {
        draft.Made = fields.Time("made");
        draft.Received = fields.Time("received");
        draft.ReceivedBy = ReadReceivedBy(fields);
        if (draft.Received is null && fields.Find("received") is null)
        {
            draft.Received = PublicationOf(fields);
        }

        if (fields.Find("made") is null)
        {
            // Only the receipt that was written: a source published years later does not tell when something was said.
            draft.Made = fields.Find("received") is null ? null : draft.Received;
            if (fields.Find("received") is null)
            {
                report.Error(CaseCodes.NoTime, fields.Span, fields.Path, "Nothing says when it was made.", "made: 1988-07-01", "received: 1988-07-01");
            }
        }

        if (draft.Made is { } made && fields.Find("made") is not null)
        {
            WarnIfEarly(fields, "received", made, draft.Received);
            foreach (var (_, received) in draft.ReceivedBy ?? new Dictionary<string, EventTime>())
            {
                WarnIfEarly(fields, "received-by", made, received);
            }
        }
    }

    private static void WarnIfEarly(Fields fields, string key, EventTime made, EventTime? received)
    {
        if (received is { } at && at.LastTick < made.FirstTick)
        {
            var span = fields.Find(key) is null ? fields.SpanOf("made") : fields.SpanOf(key);
            fields.Report.Warning(CaseCodes.ReceivedEarly, span, fields.Path, $"Received ({TimeText.Print(at)}) before it was made ({TimeText.Print(made)}).");
        }
    }

    private static Dictionary<string, EventTime>? ReadReceivedBy(Fields fields)
    {
        Dictionary<string, EventTime>? times = null;
        foreach (var (key, value) in fields.Entries("received-by"))
        {
            if (Values.Party(key, "received-by", fields.Report, fields.Path) is { } party
                && Values.Time(value, key.Value, fields.Report, fields.Path) is { } time)
            {
                (times ??= [])[party] = time;
            }
        }

        return times;
    }

    // A text nobody dated is known from the day its source was published.
    private EventTime? PublicationOf(Fields fields)
    {
        if (fields.Find("source") is TextNode name && head.Sources.TryGetValue(name.Value, out var source))
        {
            if (source.Published is { } day)
            {
                return EventTime.On(day);
            }

            report.Error(CaseCodes.NoTime, name.Span, fields.Path, $"Nothing says when it was received: `{name.Value}` has no day of publication.", "received: 1988-07-01", $"sources: {{ {name.Value}: {{ …, published: 1988-07-01 }} }}");
            return null;
        }

        report.Error(CaseCodes.NoTime, fields.Span, fields.Path, "Nothing says when it was received.", "received: 1988-07-01", "source: the short name of a source with its day of publication");
        return null;
    }

    private void ReadGround(Fields fields, Draft draft)
    {
        draft.Source = head.ReadSource(fields, isNeeded: false);
        draft.Grade = fields.Choice("grade", Words.Grades);
        if (head.IsReconstruction == true && fields.Find("grade") is null)
        {
            report.Error(CaseCodes.Grade, draft.Span, draft.Path, "A reconstruction says of each statement how it is known.", "grade: read", "grade: derived", "grade: recalled");
        }
        else if (head.IsReconstruction == false && draft.Grade is not null)
        {
            fields.Error(CaseCodes.Grade, "grade", "A live record has no grades: its statements are signed by their authors.");
        }
        else if (draft.Grade == Grade.Read && fields.Find("source") is null)
        {
            fields.Error(CaseCodes.Grade, "grade", "What was read was read somewhere.", "source: …", "grade: recalled");
        }
    }

    private void ReadCorrection(Fields fields, Draft draft)
    {
        if (fields.Text("supersedes") is { } supersedes)
        {
            draft.SupersedesSpan = fields.SpanOf("supersedes");
            if (StatementId.TryRead(supersedes, out _, out _))
            {
                draft.Supersedes = supersedes;
            }
            else
            {
                report.Refuse(StatementId.Refuse(supersedes), draft.SupersedesSpan, draft.Path);
            }
        }

        var retracts = fields.Flag("retracts");
        if (retracts == true && fields.Find("supersedes") is null)
        {
            fields.Error(CaseCodes.Retraction, "retracts", "A retraction says what it takes back.", "supersedes: SU-0001");
        }

        var verbs = Words.Verbs.Where(v => fields.Find(v.Key) is not null).ToList();
        if (retracts == true)
        {
            draft.Content = new Retraction();
            if (verbs.Count > 0)
            {
                report.Error(CaseCodes.Retraction, fields.SpanOfKey(verbs[0].Key), draft.Path, "A retraction says nothing in place of what it takes back.", "retracts: true, without a verb", "a verb, without `retracts`");
            }

            return;
        }

        if (verbs.Count == 0 && !fields.HasUnknown && (retracts == false || fields.Find("retracts") is null))
        {
            report.Error(CaseCodes.OneVerb, draft.Span, draft.Path, "It does not say what it does.", Fields.OneOf(Words.Verbs.Keys));
        }
        else if (verbs.Count > 1)
        {
            report.Error(CaseCodes.OneVerb, fields.SpanOfKey(verbs[1].Key), draft.Path, $"It {verbs[0].Key} and it {verbs[1].Key}: each is a statement of its own.");
        }

        if (verbs.Count > 0)
        {
            draft.Verb = verbs[0].Value;
            draft.Content = new ContentReader(report, draft.Author).Read(verbs[0].Value, verbs[0].Key, fields);
        }
    }
}
