using Detente.Quantities;

namespace Detente.Statements.Text;

/// <summary>Reads the properties of a type: <c>{ item: 9M729, of: SU, is: missile, launch: ground, range: 480 km }</c>.</summary>
internal sealed class TypeReader(string author, Verb verb)
{
    private static readonly string[] Keys = ["item", "of", "is"];

    /// <summary>The type under the key <c>type</c>.</summary>
    public TypeProperties? Read(Fields outer)
    {
        if (outer.Map("type", Keys, isOpen: true) is not { } fields)
        {
            return null;
        }

        var (item, of, isTerm) = (fields.Name("item", isNeeded: true), Owner.Read(fields, "of", author, verb), fields.Name("is"));
        var (numbers, words) = (new Dictionary<string, Quantity>(), new Dictionary<string, string>());
        PropertyReader.Read(fields, Keys, numbers, words);
        return item is null || of is null ? null : new TypeProperties(item, of, isTerm, numbers, words);
    }
}
