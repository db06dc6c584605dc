using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Detente.Node.Disks;

/// <summary>Syncing, by the system's own calls: the framework's passes over some failures (a file system gone read-only among them), and knows no folders.</summary>
internal static partial class SystemCalls
{
    private const int ReadOnly = 0;
    private const int Interrupted = 4; // EINTR, the same number on Linux and macOS
    private const int FullSync = 51; // F_FULLFSYNC of macOS, where fsync leaves the bytes in the drive's cache

    /// <summary>Makes the bytes and the length of a file durable.</summary>
    /// <exception cref="IOException">The system says it could not.</exception>
    public static void SyncFile(SafeFileHandle file)
    {
        if (OperatingSystem.IsWindows())
        {
            RandomAccess.FlushToDisk(file);
            return;
        }

        var held = false;
        try
        {
            file.DangerousAddRef(ref held);
            var descriptor = (int)file.DangerousGetHandle();
            Try(() => OperatingSystem.IsMacOS() ? FileControl(descriptor, FullSync) : SyncData(descriptor), "sync a file");
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

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
