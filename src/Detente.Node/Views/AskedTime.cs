using Detente.Answers;

namespace Detente.Node.Views;

/// <summary>The instants an address asks for.</summary>
/// <param name="View">What they come to.</param>
/// <param name="Query">What an address adds to ask for the same again, such as <c>?at=1988-09-15</c>; empty for the default.</param>
/// <param name="IsDefault">Whether the address leaves the instant judged to the case: now, or the record's last day.</param>
/// <param name="Fault">Why what is written is no instant, in one line; else <c>null</c>.</param>
public sealed record AskedTime(Viewpoint View, string Query, bool IsDefault, string? Fault)
{
    /// <summary>Reads the two parameters of an address.</summary>
    /// <param name="at">The instant judged; <c>null</c> or empty for the default.</param>
    /// <param name="known">The instant of knowledge; <c>null</c> or empty for the instant judged.</param>
    /// <param name="usual">The default of the case, in ticks.</param>
    public static AskedTime Of(string? at, string? known, long usual)
    {
        var (judged, fault) = Read("at", at);
        var (knowledge, otherFault) = Read("known", known);
        var view = new Viewpoint(judged ?? usual, knowledge ?? judged ?? usual);
        var parts = new List<string>();
        if (judged is { } tick)
        {
            parts.Add($"at={Uri.EscapeDataString(AskedInstant.Print(tick))}");
        }

        if (knowledge is { } then && then != view.At)
        {
            parts.Add($"known={Uri.EscapeDataString(AskedInstant.Print(then))}");
        }

        return new AskedTime(view, parts.Count == 0 ? "" : "?" + string.Join('&', parts), judged is null, fault ?? otherFault);
    }

    private static (long? Tick, string? Fault) Read(string name, string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return (null, null);
        }

        return AskedInstant.Parse(written.Trim()) is { } tick ? (tick, null) : (null, $"{name} '{written}': {AskedInstant.HowToWrite}");
    }
}
