using System.Runtime.InteropServices;
using Detente.Record.Bytes;
using Detente.Record.Notes;
using Detente.Record.Tests.Merkle;
using Detente.Record.Tiles;

namespace Detente.Record.Tests.Interop;

/// <summary>Writes a log as a folder of files, as c2sp.org/tlog-tiles serves it.</summary>
internal static class TileFolder
{
    public static void Write(string folder, IReadOnlyList<ReadOnlyMemory<byte>> entries, SignedNote checkpoint)
    {
        var tree = new MemoryTree(entries);
        foreach (var path in TileLayout.At(tree.Size))
        {
            var hashes = new Hash32[path.Width];
            for (var i = 0; i < path.Width; i++)
            {
                hashes[i] = tree.Nodes(TilePath.Height * path.Level, (path.Index * TilePath.FullWidth) + (ulong)i);
            }

            WriteFile(folder, $"{path}", MemoryMarshal.AsBytes(hashes.AsSpan()));
        }

        foreach (var path in TileLayout.NewBundles(0, tree.Size))
        {
            WriteFile(folder, $"{path}", EntryBundle.Write([.. entries.Skip((int)path.Index * TilePath.FullWidth).Take(path.Width)]));
        }

        WriteFile(folder, "checkpoint", checkpoint.ToBytes());
    }

    private static void WriteFile(string folder, string path, ReadOnlySpan<byte> bytes)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }
}
