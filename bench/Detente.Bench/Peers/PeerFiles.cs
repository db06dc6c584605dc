namespace Detente.Bench.Peers;

/// <summary>The queries and rules of bench/peers, which are copied beside the program.</summary>
internal static class PeerFiles
{
    /// <summary>Where a file stands.</summary>
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "peers", name);

    /// <summary>Its text.</summary>
    public static string Read(string name) => File.ReadAllText(PathOf(name));
}
