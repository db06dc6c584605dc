using System.Collections.Concurrent;
using Detente.Node.Http;

namespace Detente.Node.Pages;

/// <summary>Styles and scripts, out of the assembly.</summary>
public static class Asset
{
    private static readonly ConcurrentDictionary<string, Answer> Read = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>One by its file name, or <c>null</c>.</summary>
    public static Answer? Find(string name)
    {
        if (Read.TryGetValue(name, out var known))
        {
            return known;
        }

        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"Assets/{name}");
        if (stream is null || Types.GetValueOrDefault(Path.GetExtension(name)) is not { } type)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Read[name] = new Answer(200, type, bytes.ToArray());
    }
}
