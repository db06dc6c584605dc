using Detente.Record.Notes;

namespace Detente.Node.Fsck;

/// <summary>What a check of a log came to.</summary>
internal sealed record FsckReport
{
    /// <summary>The log's folder, as it was named.</summary>
    public required string Folder { get; init; }

    /// <summary>Its origin; <c>null</c> where nothing says it.</summary>
    public string? Origin { get; init; }

    /// <summary>The published checkpoint, if the log's key signed it.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>What the key signed last, by the file beside it; <c>null</c> where that was not asked for, or is damaged.</summary>
    public Checkpoint? Signed { get; init; }

    /// <summary>Entries published and kept in the journal together.</summary>
    public ulong Entries { get; init; }

    /// <summary>Bundles that were read, partial ones too.</summary>
    public int Bundles { get; init; }

    /// <summary>Tiles that were read, partial ones too.</summary>
    public int Tiles { get; init; }

    /// <summary>Pages of the journal that were read.</summary>
    public int JournalPages { get; init; }

    /// <summary>Leaves that were looked up in the index.</summary>
    public ulong Indexed { get; init; }

    /// <summary>Everything that is damaged, in the order it was found.</summary>
    public required IReadOnlyList<FsckFault> Faults { get; init; }

    /// <summary>What is as it may be.</summary>
    public required IReadOnlyList<FsckNote> Notes { get; init; }

    /// <summary>What was not checked, and why.</summary>
    public required IReadOnlyList<string> NotChecked { get; init; }
}
