using System.Text;
using Detente.Diagnostics;

namespace Detente.Node.Cases;

/// <summary>Reads files as people wrote them. A file that cannot be read, or is not text, is refused in one line.</summary>
public static class Files
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileRefusedException($"there is no file {path}{Neighbour(path)}");
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FileRefusedException($"{path} cannot be read: {fault.Message}");
        }
    }

    /// <summary>Writes a new file; nothing is written over.</summary>
    public static void WriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        if (Path.Exists(path))
        {
            throw new FileRefusedException($"{path} is there already, and nothing is written over");
        }

        try
        {
            using var file = new FileStream(path, FileMode.CreateNew);
            file.Write(bytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FileRefusedException($"{path} cannot be written: {fault.Message}");
        }
    }

    /// <summary>The text in the bytes of a file, without a byte order mark.</summary>
    public static SourceText Text(string path, byte[] bytes)
    {
        try
        {
            return new SourceText(path, Strict.GetString(bytes).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException fault)
        {
            throw new FileRefusedException($"{path} is not UTF-8 text: see byte {fault.Index}");
        }
    }

    /// <summary>The text of a file.</summary>
    public static SourceText Text(string path) => Text(path, Bytes(path));

    /// <summary>A path that stands in a file, as a reader in the current folder would write it.</summary>
    public static string Beside(string file, string relative)
    {
        var whole = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, relative));
        var fromHere = Path.GetRelativePath(Environment.CurrentDirectory, whole);
        return fromHere.Length <= whole.Length ? fromHere : whole;
    }

    /// <summary>What was probably meant, among the names in the same folder.</summary>
    public static string Neighbour(string path)
    {
        var folder = Path.GetDirectoryName(path.TrimEnd('/')) is { Length: > 0 } parent ? parent : ".";
        if (!Directory.Exists(folder))
        {
            return "";
        }

        var names = Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal);
        return Meant.Or(Path.GetFileName(path.TrimEnd('/')), names, "");
    }
}
