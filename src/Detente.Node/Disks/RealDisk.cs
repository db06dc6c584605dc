using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.Win32.SafeHandles;

namespace Detente.Node.Disks;

/// <summary>The disk of this machine. Paths are those of the system, with <c>/</c> between their parts.</summary>
/// <remarks>On Windows a folder cannot be synced by name: NTFS keeps names in a journal of its own, in order, and that is relied on there.</remarks>
internal sealed class RealDisk : IDisk
{
    /// <inheritdoc/>
    public byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public void CreateFolder(string path)
    {
        // The framework makes missing parents too; a folder nobody synced would hide there.
        if (!Directory.Exists(WholeFile.FolderOf(path)))
        {
            throw new DirectoryNotFoundException($"There is no folder {WholeFile.FolderOf(path)} to make {Path.GetFileName(path)} in.");
        }

        Directory.CreateDirectory(path);
    }

    /// <inheritdoc/>
    public IDiskFile Create(string path) => new RealFile(File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read), path);

    /// <inheritdoc/>
    public void SyncAll(IReadOnlyList<IDiskFile> files, Sync why)
    {
        // Each thread waits for the disk and does nothing else; the pool would be slow to grow for them.
        var next = -1;
        var failures = new ConcurrentQueue<Exception>();
        void SyncSome()
        {
            try
            {
                for (var i = Interlocked.Increment(ref next); i < files.Count; i = Interlocked.Increment(ref next))
                {
                    files[i].Sync(why);
                }
            }
            catch (Exception failure)
            {
                failures.Enqueue(failure);
            }
        }

        var helpers = Enumerable.Range(1, Math.Clamp(files.Count / FilesForOneThread, 1, MostThreads) - 1).Select(_ => new Thread(SyncSome) { IsBackground = true }).ToList();
        helpers.ForEach(thread => thread.Start());
        SyncSome();
        helpers.ForEach(thread => thread.Join());
        if (failures.TryDequeue(out var first))
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }

    private const int FilesForOneThread = 2;
    private const int MostThreads = 12;

    /// <inheritdoc/>
    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    /// <inheritdoc/>
    public void Delete(string path) => File.Delete(path);

    /// <inheritdoc/>
    public void DeleteFolder(string path) => Directory.Delete(path, recursive: false);

    /// <inheritdoc/>
    public void SyncFolder(string path, Sync why) => SystemCalls.SyncFolder(path);

    /// <inheritdoc/>
    public IDisposable? TryLock(string path)
    {
        // The system's lock ends with the process, however that ends.
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException refused) when (SystemCalls.IsHeld(refused))
        {
            return null;
        }

        // The framework takes that lock where it can, and goes on where it cannot, or where it is told to take none.
        try
        {
            if (SystemCalls.TryLock(file.SafeFileHandle, path))
            {
                return file;
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        file.Dispose();
        return null;
    }

    private sealed class RealFile(SafeFileHandle handle, string path) : IDiskFile
    {
        private long end;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            RandomAccess.Write(handle, bytes, end);
            end += bytes.Length;
        }

        public void Sync(Sync why) => SystemCalls.SyncFile(handle, path);

        public void Dispose() => handle.Dispose();
    }
}
