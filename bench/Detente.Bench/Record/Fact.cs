namespace Detente.Bench.Record;

/// <summary>What a plain fact says.</summary>
internal enum FactKind : byte
{
    /// <summary>A flight test is announced, or announced anew with another start.</summary>
    Notice,

    /// <summary>An announced flight test will not take place.</summary>
    Cancellation,

    /// <summary>A flight test took place.</summary>
    Report,

    /// <summary>A request for clarification to the other party.</summary>
    Request,

    /// <summary>An answer to a request.</summary>
    Answer,

    /// <summary>A refusal to answer: it does not fulfil the duty.</summary>
    Refusal,
}

/// <summary>One statement of the generated record as a plain row: what every engine is given.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Author">0 for party A, 1 for party B.</param>
/// <param name="Subject">The number of the flight test or of the request.</param>
/// <param name="Made">When it was made, in seconds after <see cref="GeneratedRecord.Epoch"/>.</param>
/// <param name="Received">When it reached the record and the other party, in the same seconds.</param>
/// <param name="Start">The start announced or reported, in the same seconds; 0 where none is stated.</param>
internal readonly record struct Fact(FactKind Kind, byte Author, int Subject, int Made, int Received, int Start = 0)
{
    /// <summary>True when it is about a flight test, false when it is about a request.</summary>
    public bool IsOnAct => Kind <= FactKind.Report;

    /// <summary>Who bears the duty it is about: the author, but for a request the other party.</summary>
    public byte Bearer => Kind == FactKind.Request ? (byte)(1 - Author) : Author;
}
