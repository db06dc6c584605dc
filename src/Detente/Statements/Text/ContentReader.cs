using Detente.Geography;

namespace Detente.Statements.Text;

/// <summary>Reads what a statement says, behind its verb.</summary>
internal sealed class ContentReader(Report report, string author)
{
    private static readonly string[] DeclaresKeys = ["holdings", "sites", "type"];
    private static readonly string[] ObservesKeys = ["holdings", "type", "act"];
    private static readonly string[] FindsKeys = ["holdings", "type", "act", "reads"];
    private static readonly string[] ReadingKeys = ["item", "of", "term", "is"];
    private static readonly string[] NoticeKeys = ["kind", "effective", "clauses", "reasons"];
    private static readonly string[] SiteKeys = ["name", "kind", "country", "at", "error-km", "of"];

    /// <summary>The content, or <c>null</c> when it could not be read; what was wrong is reported.</summary>
    public Content? Read(Verb verb, string key, Fields statement) => verb switch
    {
        Verb.Declares => ReadOneOf(verb, key, statement, DeclaresKeys),
        Verb.Observes => ReadOneOf(verb, key, statement, ObservesKeys),
        Verb.Finds => ReadOneOf(verb, key, statement, FindsKeys),
        Verb.Announces or Verb.Reports => new ActReader(author, verb).Read(statement, key),
        Verb.Denies => statement.Names(key) is { Count: > 0 } what ? new Denial(what) : null,
        Verb.Reads => ReadReading(statement, key),
        Verb.GivesNotice => ReadNotice(statement, key),
        _ => ReadMessage(verb, statement, key),
    };

    // The verb names what follows: `declares: { holdings: … }`. An act is told by its own key `act`, beside which all else stands.
    private Content? ReadOneOf(Verb verb, string key, Fields statement, string[] kinds)
    {
        if (Values.Map(statement.Find(key), key, report, statement.Path) is not { } map)
        {
            return null;
        }

        var path = new NodePath(statement.Path, key);
        if (kinds.Contains("act") && map.Entries.Any(e => e.Key.Value == "act"))
        {
            return new ActReader(author, verb).Read(statement, key);
        }

        var fields = new Fields(map, report, path, kinds);
        var present = kinds.Where(k => fields.Find(k) is not null).ToList();
        if (present.Count != 1)
        {
            if (present.Count > 1 || !fields.HasUnknown)
            {
                report.Error(CaseCodes.OneContent, present.Count == 0 ? fields.Span : fields.SpanOfKey(present[1]), path, present.Count == 0 ? $"`{key}` says nothing." : $"One statement {key} one thing; here stand {string.Join(" and ", present)}.", [.. kinds.Select(k => $"{key}: {{ {k}: … }}")]);
            }

            return null;
        }

        return present[0] switch
        {
            "holdings" => new HoldingsReader(report, author, verb).Read(fields),
            "sites" => ReadSites(fields),
            "type" => new TypeReader(author, verb).Read(fields),
            _ => ReadReading(fields, "reads"),
        };
    }

    private static Reading? ReadReading(Fields outer, string key)
    {
        if (outer.Map(key, ReadingKeys) is not { } fields)
        {
            return null;
        }

        var (item, of) = (fields.Name("item", isNeeded: true), fields.Party("of", isNeeded: true));
        var (term, isOne) = (fields.Name("term", isNeeded: true), fields.Flag("is", isNeeded: true));
        return (item, of, term, isOne) is ({ } i, { } o, { } t, { } b) ? new Reading(i, o, t, b) : null;
    }

    private Message? ReadMessage(Verb verb, Fields outer, string key)
    {
        var isRequest = verb == Verb.Asks;
        string[] keys = isRequest ? ["name", "to", "about", "for"] : ["name", "to", "about"];
        if (outer.Map(key, keys) is not { } fields)
        {
            return null;
        }

        var (name, about) = (fields.Name("name"), fields.Name("about", isNeeded: !isRequest));
        var purpose = isRequest ? fields.Name("for", isNeeded: true) : null;
        var to = fields.Parties("to", besides: author);
        return (isRequest ? purpose : about) is null ? null : new Message(name, to, about, purpose);
    }

    private static Notice? ReadNotice(Fields outer, string key)
    {
        if (outer.Map(key, NoticeKeys) is not { } fields)
        {
            return null;
        }

        var kind = fields.Choice("kind", Words.Notices, isNeeded: true);
        var (effective, clauses, reasons) = (fields.Time("effective"), fields.Names("clauses"), fields.Text("reasons"));
        return kind is { } k ? new Notice(k, effective, clauses, reasons) : null;
    }

    private Sites? ReadSites(Fields fields)
    {
        var seen = new HashSet<string>();
        var sites = fields.List("sites", true, (node, path) =>
        {
            if (Values.Map(node, "sites", report, path) is not { } map)
            {
                return null;
            }

            var site = ReadSite(new Fields(map, report, path, SiteKeys));
            if (site is not null && !seen.Add(site.Name))
            {
                report.Error(CaseCodes.Twice, node.Span, path, $"The site {site.Name} stands twice in one declaration.");
            }

            return site;
        });
        return sites.Count > 0 ? new Sites(sites) : null;
    }

    private Site? ReadSite(Fields fields)
    {
        var (name, kind) = (fields.Name("name", isNeeded: true), fields.Name("kind", isNeeded: true));
        var (of, country) = (fields.Party("of") ?? author, fields.Name("country"));
        var point = ReadPoint(fields);
        return name is null || kind is null ? null : new Site(name, kind, of, country, point);
    }

    private static GeoPoint? ReadPoint(Fields fields)
    {
        if (fields.Find("error-km") is not null && fields.Find("at") is null)
        {
            fields.Error(CaseCodes.Place, "error-km", "An error belongs to a place.", "at: [44.9, 77.9]");
        }

        var error = 0m;
        if (fields.Text("error-km") is { } km && !MeasureText.TryDigits(km, out error))
        {
            fields.Error(CaseCodes.Place, "error-km", $"`{km}` is not a number of kilometres.", "error-km: 5");
        }

        if (fields.Find("at") is null)
        {
            return null;
        }

        var at = fields.List("at", true, (n, p) => Values.Text(n, "at", fields.Report, p)?.Value);
        if (at.Count == 2 && Degrees(at[0], 90) is { } latitude && Degrees(at[1], 180) is { } longitude)
        {
            return new GeoPoint(latitude, longitude, error);
        }

        fields.Error(CaseCodes.Place, "at", "A place is its latitude (−90 to 90, north positive) and its longitude (−180 to 180, east positive) in decimal degrees.", "at: [44.9, 77.9]");
        return null;
    }

    private static decimal? Degrees(string text, decimal most)
    {
        var isNegative = text.StartsWith('-');
        return MeasureText.TryDigits(isNegative ? text[1..] : text, out var degrees) && degrees <= most ? (isNegative ? -degrees : degrees) : null;
    }
}
