namespace Detente.Node.Disks;

/// <summary>Files and folders as a log needs them.</summary>
/// <remarks>
/// <para>What an implementation must hold, and all that a caller may rely on:</para>
/// <para>Nothing is durable when a call returns, except through <see cref="IDiskFile.Sync"/> and <see cref="SyncFolder"/>. Between two syncs a
/// power cut keeps any part: of a file its length or its pages of 512 bytes, each apart (a page that was not kept reads as zeros); of a folder each
/// entry apart. A page is kept whole or not at all.</para>
/// <para>A file's sync makes its bytes and its length durable, not its name. A folder's sync makes the names in it durable, not what stands in the files.</para>
/// <para>After the sync of a file that failed nothing is known of its bytes: reading may show them although they are not
/// durable, and a second sync may succeed without keeping them. Only writing them anew helps. The names of a folder whose sync failed can be synced again.</para>
/// <para>A call that fails throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>, and may have been carried out all the same.</para>
/// </remarks>
internal interface IDisk
{
    /// <summary>All bytes of a file; <c>null</c> where there is none.</summary>
    byte[]? Read(string path);

    /// <summary>The names in a folder, in ordinal order; none where there is no folder.</summary>
    IReadOnlyList<string> List(string folder);

    /// <summary>Makes a folder in one that exists. Nothing happens where it stands already.</summary>
    void CreateFolder(string path);

    /// <summary>Makes a file, empty, open for appending.</summary>
    /// <exception cref="IOException">There is one.</exception>
    IDiskFile Create(string path);

    /// <summary>Makes the bytes written so far, and the lengths, of several files durable. In whatever order, and perhaps at once: that costs a disk little more than one.</summary>
    void SyncAll(IReadOnlyList<IDiskFile> files, Sync why);

    /// <summary>Gives a file another name, in the place of whatever had that name. Readers see the one file or the other, never a mixture.</summary>
    void Rename(string from, string to);

    /// <summary>Removes a file. Nothing happens where there is none.</summary>
    void Delete(string path);

    /// <summary>Removes a folder that is empty.</summary>
    void DeleteFolder(string path);

    /// <summary>Makes the names in a folder durable.</summary>
    void SyncFolder(string path, Sync why);

    /// <summary>Holds a path for this process until it is disposed of; <c>null</c> where another holds it.</summary>
    IDisposable? TryLock(string path);
}

/// <summary>A new file, open for appending.</summary>
internal interface IDiskFile : IDisposable
{
    /// <summary>Writes at the end.</summary>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Makes the bytes written so far, and the length, durable.</summary>
    void Sync(Sync why);
}
