namespace Detente.Statements.Text;

/// <summary>Reads holdings: whose, as of when, one amount for each line.</summary>
internal sealed class HoldingsReader(Report report, string author, Verb verb)
{
    private static readonly string[] Keys = ["as-of", "of", "exchange", "complete", "lines"];
    private static readonly string[] LineKeys = ["item", "amount", "place", "state"];

    /// <summary>The holdings under the key <c>holdings</c>.</summary>
    public Holdings? Read(Fields outer)
    {
        if (outer.Map("holdings", Keys) is not { } fields)
        {
            return null;
        }

        var asOf = fields.Time("as-of", isNeeded: true);
        var of = Owner.Read(fields, "of", author, verb);
        if (verb == Verb.Declares && of is not null && of != author)
        {
            report.Warning(CaseCodes.WrongOwner, fields.SpanOf("of"), fields.Path, $"{author} declares the holdings of {of}; what is seen of another's holdings is observed.", "observes: { holdings: … }");
        }

        var exchange = fields.Name("exchange");
        var complete = fields.Find("complete") is null ? null : fields.Names("complete");
        var cells = new HashSet<(string, string?, string?)>();
        var lines = fields.List("lines", complete is null, (node, path) =>
        {
            var line = ReadLine(node, path);
            if (line is not null && !cells.Add((line.Item, line.Place, line.State)))
            {
                report.Error(CaseCodes.Twice, node.Span, path, "Item, place and state stand twice in one statement: which amount holds?");
            }

            return line;
        });
        return asOf is { } a && of is not null && (lines.Count > 0 || complete is not null) ? new Holdings(a, of, lines, exchange, complete) : null;
    }

    private HoldingLine? ReadLine(Node node, NodePath? path)
    {
        if (Values.Map(node, "lines", report, path) is not { } map)
        {
            return null;
        }

        var fields = new Fields(map, report, path, LineKeys);
        var (item, amount) = (fields.Name("item", isNeeded: true), fields.Amount("amount", isNeeded: true));
        var (place, state) = (fields.Name("place"), fields.Name("state"));
        return item is not null && amount is { } a ? new HoldingLine(item, a, place, state) : null;
    }
}
