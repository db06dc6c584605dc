using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Detente.Statements.Text;

/// <summary>
/// The package's parser, which on some damaged texts fails with an exception of the runtime instead of its own (a plain
/// scalar that begins at a flow indicator, for one). Here every failure is a <see cref="YamlException"/> with a place.
/// </summary>
internal sealed class GuardedParser(TextReader text) : IParser
{
    private readonly Parser _parser = new(new Scanner(text, skipComments: true));

    /// <inheritdoc/>
    public ParsingEvent? Current => _parser.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        var last = _parser.Current?.End ?? Mark.Empty;
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException or OverflowException)
        {
            throw new YamlException(last, last, "what follows cannot be read", e);
        }
    }
}
