using Detente.Assessment;

namespace Detente.Answers;

/// <summary>The binding that most lines share: a page says it once, and on a line only what differs from it.</summary>
public sealed class UsualBinding
{
    private readonly Dictionary<string, Binding> _ofParty;

    /// <summary>What the lines of a page share.</summary>
    public UsualBinding(IReadOnlyList<Line> lines)
    {
        OfAll = Most(lines);
        _ofParty = lines.GroupBy(line => line.Party).ToDictionary(group => group.Key, group => Most(group)!.Value);
    }

    /// <summary>That of most lines; <c>null</c> where there is no line.</summary>
    public Binding? OfAll { get; }

    /// <summary>That of most lines of each party, by its code.</summary>
    public IReadOnlyDictionary<string, Binding> OfParty => _ofParty;

    /// <summary>Whether most lines of every party share one binding.</summary>
    public bool IsForAll => _ofParty.Values.Distinct().Count() <= 1;

    /// <summary>
    /// A binding that a line must tell of itself, in words, else <c>null</c>. What is pending because it does not bind yet says from when.
    /// </summary>
    public string? Unusual(Line line)
    {
        var binds = line.Worst.Binds;
        var isTold = Unnoticed(binds) != _ofParty[line.Party] && !(binds.State == BindingState.NotYet && line.Worst.Verdict == Verdict.Pending);
        return isTold ? FindingWords.State(binds) : null;
    }

    private static Binding? Most(IEnumerable<Line> lines) => lines
        .GroupBy(line => Unnoticed(line.Worst.Binds))
        .OrderByDescending(group => group.Count())
        .Select(group => (Binding?)group.Key)
        .FirstOrDefault();

    // In force is in force, whenever it began.
    private static Binding Unnoticed(Binding binds) => binds.State == BindingState.InForce ? new(BindingState.InForce, null, null) : binds;
}
