namespace Detente.Node.Disks;

/// <summary>Why something is synced. Each stands at one place of the code, and docs/record.md says what is lost without it; a test leaves out each in turn and shows that.</summary>
internal enum Sync
{
    /// <summary>Entries, before they are acknowledged.</summary>
    JournalBatch,

    /// <summary>A new segment with the entries it takes over, before it gets its name.</summary>
    JournalSegment,

    /// <summary>The name of a new segment, before the old one is removed.</summary>
    JournalFolder,

    /// <summary>A tile or entry bundle, before a checkpoint over it is signed.</summary>
    Tile,

    /// <summary>The names of tiles, and of the folders they stand in, before a checkpoint over them is signed.</summary>
    TileFolder,

    /// <summary>What the key signed, before anybody else sees it.</summary>
    Signed,

    /// <summary>The name of what the key signed.</summary>
    SignedFolder,

    /// <summary>The first thing a key signed, the empty log, before the log can be used.</summary>
    FirstSigned,

    /// <summary>The name of the first thing a key signed.</summary>
    FirstSignedFolder,

    /// <summary>The checkpoint that is served, before it takes the place of the one before.</summary>
    Checkpoint,

    /// <summary>The name of the checkpoint that is served, before it is said to be published.</summary>
    CheckpointFolder,

    /// <summary>What log this is, before its folder can be used.</summary>
    Description,

    /// <summary>The names in the log's own folder.</summary>
    DescriptionFolder,

    /// <summary>The name of the log's folder.</summary>
    LogFolder,
}
