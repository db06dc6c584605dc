namespace Detente.Record.Tests.Mutations;

/// <summary>One reader of bytes from elsewhere, with samples it accepts and what must be true of whatever it accepts.</summary>
/// <param name="Name">What the campaign calls it.</param>
/// <param name="Samples">Bytes it accepts, at least two.</param>
/// <param name="Read">Reads mutated bytes.</param>
internal sealed record MutationTarget(string Name, IReadOnlyList<byte[]> Samples, Func<byte[], Outcome> Read)
{
    public override string ToString() => Name;
}
