using System.Collections.Immutable;

namespace Detente.Node.Tests.Disks;

/// <summary>What stands on a disk: files by number, and folders that name them. The root folder is number 0.</summary>
internal sealed record DiskImage(ImmutableDictionary<int, FileImage> Files, ImmutableDictionary<int, ImmutableSortedDictionary<string, int>> Folders)
{
    public static readonly ImmutableSortedDictionary<string, int> EmptyFolder = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    public static readonly DiskImage Empty = new(
        ImmutableDictionary<int, FileImage>.Empty,
        ImmutableDictionary<int, ImmutableSortedDictionary<string, int>>.Empty.Add(0, EmptyFolder));

    /// <summary>The number a path names; <c>null</c> where it names nothing.</summary>
    public int? Find(string path)
    {
        var at = 0;
        foreach (var name in path.Split('/'))
        {
            if (name == ".")
            {
                continue;
            }

            if (!Folders.TryGetValue(at, out var folder) || !folder.TryGetValue(name, out at))
            {
                return null;
            }
        }

        return at;
    }

    /// <summary>After one effect.</summary>
    public DiskImage After(Effect effect) => effect switch
    {
        Effect.Page page => this with { Files = Files.SetItem(page.File, Files[page.File].With(page)) },
        Effect.Length length => this with { Files = Files.SetItem(length.File, Files[length.File] with { Length = length.Value }) },
        Effect.Name { Target: { } target } name => this with { Folders = Folders.SetItem(name.Folder, Folders[name.Folder].SetItem(name.Text, target)) },
        Effect.Name name => this with { Folders = Folders.SetItem(name.Folder, Folders[name.Folder].Remove(name.Text)) },
        _ => throw new InvalidOperationException($"{effect} is no effect."),
    };
}

/// <summary>A file: bytes, of which the first so many can be read. What was never written reads as zero.</summary>
internal readonly record struct FileImage(byte[] Data, int Length)
{
    public byte[] Bytes()
    {
        var bytes = new byte[Length];
        Data.AsSpan(0, Math.Min(Length, Data.Length)).CopyTo(bytes);
        return bytes;
    }

    public FileImage With(Effect.Page page)
    {
        var end = page.Start + page.Bytes.Length;
        var data = new byte[Math.Max(end, Data.Length)];
        Data.CopyTo(data, 0);
        page.Bytes.CopyTo(data, page.Start);
        return this with { Data = data };
    }
}

/// <summary>The least a disk keeps or does not keep.</summary>
internal abstract record Effect
{
    /// <summary>Bytes within one page of 512.</summary>
    internal sealed record Page(int File, int Start, byte[] Bytes) : Effect;

    /// <summary>How long a file is.</summary>
    internal sealed record Length(int File, int Value) : Effect;

    /// <summary>One entry of a folder; without a target it is removed.</summary>
    internal sealed record Name(int Folder, string Text, int? Target) : Effect;

    /// <summary>The file or folder whose sync makes it durable.</summary>
    public int Owner => this switch { Page page => page.File, Length length => length.File, Name name => name.Folder, _ => -1 };
}
