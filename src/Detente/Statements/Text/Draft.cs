using Detente.Diagnostics;
using Detente.Time;

namespace Detente.Statements.Text;

/// <summary>A statement as it stands in its file, before it is held against the others.</summary>
internal sealed class Draft
{
    public required Report Report { get; init; }

    public required string Author { get; init; }

    public required int Number { get; init; }

    /// <summary>Where the id stands.</summary>
    public required TextSpan Span { get; init; }

    public required NodePath Path { get; init; }

    /// <summary>What it does; <c>null</c> for a retraction (which does what the retracted one did) and where it could not be read.</summary>
    public Verb? Verb { get; set; }

    /// <summary>What it says; <c>null</c> where that could not be read.</summary>
    public Content? Content { get; set; }

    public EventTime? Made { get; set; }

    public EventTime? Received { get; set; }

    public IReadOnlyDictionary<string, EventTime>? ReceivedBy { get; set; }

    public IReadOnlyList<string> JointWith { get; set; } = [];

    public string? Fulfils { get; set; }

    public string? Supersedes { get; set; }

    public TextSpan SupersedesSpan { get; set; }

    public string? Source { get; set; }

    public Grade? Grade { get; set; }

    public string? Note { get; set; }

    public string Id => Statement.IdOf(Author, Number);

    /// <summary>The statement, or <c>null</c> when too little of it could be read.</summary>
    public Statement? ToStatement() => (Verb, Content, Made, Received) is ({ } verb, { } content, { } made, { } received)
        ? new Statement
        {
            Author = Author,
            Number = Number,
            Verb = verb,
            Content = content,
            Made = made,
            Received = received,
            ReceivedBy = ReceivedBy,
            JointWith = JointWith,
            Fulfils = Fulfils,
            Supersedes = Supersedes,
            Source = Source,
            Grade = Grade,
            Note = Note,
        }
        : null;
}
