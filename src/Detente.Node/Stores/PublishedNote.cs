using Detente.Record.Notes;

namespace Detente.Node.Stores;

/// <summary>What stands where a log's checkpoint is published, before anybody verified it.</summary>
internal static class PublishedNote
{
    /// <summary>How many entries it says; 0 where there is none, and <c>null</c> where it says nothing that can be read.</summary>
    public static ulong? SizeOf(byte[]? note)
        => note is null ? 0
            : SignedNote.Parse(note).TryGet(out var signed, out _) && Checkpoint.Parse(signed.Text.Span).TryGet(out var checkpoint, out _) ? checkpoint.Size
            : null;
}
