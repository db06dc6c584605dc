using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Detente.Node.Disks;

/// <summary>Syncing and locking, by the system's own calls: the framework's pass over failures (of a file system gone read-only, or without locks), and know no folders.</summary>
internal static partial class SystemCalls
{
    private const int ReadOnly = 0;
    private const int Interrupted = 4; // EINTR, the same number on Linux and macOS
    private const int FullSync = 51; // F_FULLFSYNC of macOS, where fsync leaves the bytes in the drive's cache
    private const int ExclusiveNow = 2 | 4; // LOCK_EX | LOCK_NB

    /// <summary>Makes the bytes and the length of a file durable.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">What messages call it.</param>
    /// <exception cref="IOException">The system says it could not.</exception>
    public static void SyncFile(SafeFileHandle file, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            RandomAccess.FlushToDisk(file);
            return;
        }

        With(file, descriptor => Try(() => OperatingSystem.IsMacOS() ? FileControl(descriptor, FullSync) : SyncData(descriptor), $"sync {path}"));
    }

    /// <summary>Holds a file for this process alone until it is closed.</summary>
    /// <returns>Whether nobody else holds it.</returns>
    /// <exception cref="IOException">The system could not lock it: what keeps the file knows no locks, or failed.</exception>
    public static bool TryLock(SafeFileHandle file, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return true; // it was opened to be shared with nobody, which the system holds to
        }

        try
        {
            With(file, descriptor => Try(() => Lock(descriptor, ExclusiveNow), $"lock {path}"));
            return true;
        }
        catch (IOException refused) when (IsHeld(refused))
        {
            return false;
        }
    }

    /// <summary>Whether a file could not be opened, or locked, because another process holds it.</summary>
    public static bool IsHeld(IOException refused) => refused.HResult == (OperatingSystem.IsWindows() ? SharingRefused : OperatingSystem.IsMacOS() ? 35 : 11); // EWOULDBLOCK

    private const int SharingRefused = unchecked((int)0x80070020);

    private static void With(SafeFileHandle file, Action<int> act)
    {
        var held = false;
        try
        {
            file.DangerousAddRef(ref held);
            act((int)file.DangerousGetHandle());
        }
        finally
        {
            if (held)
            {
                file.DangerousRelease();
            }
        }
    }

    /// <summary>Makes the names in a folder durable.</summary>
    /// <exception cref="IOException">The system says it could not.</exception>
    public static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Try(() => Open(path, ReadOnly), $"open the folder {path}");
        try
        {
            Try(() => OperatingSystem.IsMacOS() ? FileControl(descriptor, FullSync) : SyncAll(descriptor), $"sync the folder {path}");
        }
        finally
        {
            _ = Close(descriptor); // nothing was written through it
        }
    }

    private static int Try(Func<int> call, string what)
    {
        while (true)
        {
            var result = call();
            if (result >= 0)
            {
                return result;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error != Interrupted)
            {
                throw new IOException($"The system could not {what}: {new Win32Exception(error).Message}.", error);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int SyncData(int descriptor);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncAll(int descriptor);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int FileControl(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(int descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
