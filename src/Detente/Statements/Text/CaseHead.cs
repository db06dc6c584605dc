using Detente.Diagnostics;

namespace Detente.Statements.Text;

/// <summary>What case.yaml says, as far as it could be read.</summary>
internal sealed class CaseHead
{
    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    public string Agreement { get; init; } = "";

    /// <summary><c>null</c> when the file does not say, so that nothing is reported on top of that.</summary>
    public bool? IsReconstruction { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyDictionary<string, string> OtherAuthors { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, Source> Sources { get; init; } = new Dictionary<string, Source>();

    /// <summary>Filled after the sources are known, because its lines name them.</summary>
    public IReadOnlyList<Coverage> Coverage { get; set; } = [];

    /// <summary>The <c>source</c> of a statement or a line of coverage: a short name of this case, a URL, or a text.</summary>
    public string? ReadSource(Fields fields, bool isNeeded)
    {
        if (fields.Text("source", isNeeded) is not { } source)
        {
            return null;
        }

        // One word without a slash is a short name; a citation has blanks, a URL has slashes.
        if (!Sources.ContainsKey(source) && !source.AsSpan().ContainsAny(' ', '/', '\n'))
        {
            var meant = Spelling.Closest(source, Sources.Keys);
            fields.Error(CaseCodes.UnknownSource, "source", $"The case lists no source `{source}`.", meant is not null ? $"source: {meant}" : $"sources: {{ {source}: {{ title: … }} }} in case.yaml");
        }

        return source;
    }

    /// <summary>The case with its statements, which stand in record order.</summary>
    public Case With(IReadOnlyList<Statement> statements) => new()
    {
        Id = Id,
        Title = Title,
        Agreement = Agreement,
        IsReconstruction = IsReconstruction ?? true,
        Summary = Summary,
        OtherAuthors = OtherAuthors,
        Sources = Sources,
        Coverage = Coverage,
        Statements = statements,
    };
}
