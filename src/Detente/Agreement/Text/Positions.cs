using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>Where each node of a model stands in the text. Keyed by reference, so that the model itself knows no places.</summary>
public sealed class Positions
{
    private readonly Dictionary<object, TextSpan> _whole = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, Dictionary<string, TextSpan>> _parts = new(ReferenceEqualityComparer.Instance);

    /// <summary>Where a node stands, or <c>null</c> when it was not read from this text.</summary>
    public TextSpan? Of(object node) => _whole.TryGetValue(node, out var span) ? span : null;

    /// <summary>Where a part of a node stands (a name it refers to), else the node itself.</summary>
    public TextSpan? Of(object node, string part) =>
        _parts.TryGetValue(node, out var parts) && parts.TryGetValue(part, out var span) ? span : Of(node);

    internal void Mark(object node, TextSpan span) => _whole.TryAdd(node, span);

    internal void Mark(object node, string part, TextSpan span)
    {
        if (!_parts.TryGetValue(node, out var parts))
        {
            _parts.Add(node, parts = new(StringComparer.Ordinal));
        }

        parts.TryAdd(part, span);
    }
}
