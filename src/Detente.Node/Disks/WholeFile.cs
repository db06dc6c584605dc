using System.Security.Cryptography;

namespace Detente.Node.Disks;

/// <summary>Writing a file so that whoever reads it, at any time and after any power cut, finds all of the old one or all of the new.</summary>
internal static class WholeFile
{
    /// <summary>Writes and syncs the bytes beside the place under a name of their own, then gives them theirs, then syncs the folder.</summary>
    public static void Replace(IDisk disk, string path, ReadOnlySpan<byte> bytes, Sync file, Sync folder)
    {
        // Named by what it holds: a rename that failed, and is carried out late, cannot move other bytes than those.
        var aside = $"{path}.{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}{Aside}";
        disk.Delete(aside);
        using (var opened = disk.Create(aside))
        {
            opened.Append(bytes);
            opened.Sync(file);
        }

        disk.Rename(aside, path);
        disk.SyncFolder(FolderOf(path), folder);
    }

    /// <summary>Removes what a replacing that broke off left beside <paramref name="path"/>.</summary>
    public static void Tidy(IDisk disk, string path)
    {
        var folder = FolderOf(path);
        foreach (var name in disk.List(folder).Where(name => IsAside(name, path[(path.LastIndexOf('/') + 1)..])))
        {
            disk.Delete($"{folder}/{name}");
        }
    }

    private const string Aside = ".new";

    private static bool IsAside(string name, string of)
        => name.StartsWith($"{of}.", StringComparison.Ordinal) && name.EndsWith(Aside, StringComparison.Ordinal);

    /// <summary>The folder a path stands in.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') switch
    {
        > 0 and var slash => path[..slash],
        0 => "/",
        _ => ".",
    };
}
