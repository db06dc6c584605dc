namespace Detente.Tests.Agreement.Canonical;

/// <summary>Files of the source, found from the folder the tests run in.</summary>
internal static class SourceTree
{
    /// <summary>The full path of a file or folder, given relative to the root of the source.</summary>
    public static string Find(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Detente.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine([folder?.FullName ?? throw new DirectoryNotFoundException("No Detente.slnx above the tests."), .. path]);
    }
}
