using Detente.Diagnostics;

namespace Detente.Statements.Text;

/// <summary>A YAML value with its place in the file. Every scalar is text: <c>NO</c>, <c>on</c> and <c>1988-07</c> are what they look like.</summary>
internal abstract record Node(TextSpan Span);

/// <summary>A scalar.</summary>
/// <param name="Value">The text, without quotes and with escapes resolved.</param>
/// <param name="Quoted">True when it stood in quotes or in a block: then it is text whatever it looks like.</param>
/// <param name="Span">Where it stands, quotes included.</param>
internal sealed record TextNode(string Value, bool Quoted, TextSpan Span) : Node(Span)
{
    /// <summary>True for nothing at all, <c>~</c> and <c>null</c>.</summary>
    public bool IsNothing => !Quoted && Value is ("" or "~" or "null");
}

/// <summary>A sequence.</summary>
internal sealed record ListNode(IReadOnlyList<Node> Items, TextSpan Span) : Node(Span);

/// <summary>A mapping, in the order written; of two equal keys the first is kept.</summary>
internal sealed record MapNode(IReadOnlyList<MapEntry> Entries, TextSpan Span) : Node(Span);

/// <summary>A key and its value.</summary>
internal readonly record struct MapEntry(TextNode Key, Node Value);

/// <summary>Where a value stands, from the statement inward; put together only when something is wrong there.</summary>
/// <param name="Outer">What it stands in.</param>
/// <param name="Name">The key, or the statement.</param>
/// <param name="Index">Which item of a list, from 1; 0 for what is no item.</param>
internal sealed record NodePath(NodePath? Outer, string Name, int Index = 0)
{
    /// <summary>Outermost first.</summary>
    public IReadOnlyList<string> ToList() => [.. Outer?.ToList() ?? [], Index == 0 ? Name : $"{Name} {Index}"];
}
