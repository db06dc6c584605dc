using Detente.Answers;
using Detente.Assessment;

namespace Detente.Node.Views;

/// <summary>What every page of a case begins with: the case, the instants, and the addresses that lead on.</summary>
/// <param name="Case">The case.</param>
/// <param name="Time">The instants.</param>
/// <param name="Path">The page's own path, without a query.</param>
/// <param name="Kept">Parameters of the page that stay when the instants move.</param>
public sealed record CaseView(OpenCase Case, AskedTime Time, string Path, IReadOnlyList<(string Name, string Value)> Kept)
{
    private LinesAt? _lines;
    private UsualBinding? _usual;

    /// <summary>The instants.</summary>
    public Viewpoint View => Time.View;

    /// <summary>Addresses at these instants.</summary>
    public Address Address { get; } = new(Case.Name, Time.Query);

    /// <summary>Every line at these instants.</summary>
    public LinesAt Lines => _lines ??= Case.LinesAt(View);

    /// <summary>The binding most lines share.</summary>
    public UsualBinding Usual => _usual ??= new UsualBinding(Lines.Lines);

    /// <summary>The last tick the sliders reach: a live record is also judged ahead of now, to see what will be due.</summary>
    public long End => Case.Record.IsReconstruction ? Case.Axis.Last : Detente.Time.Days.EndOfDayOf(Math.Max(Case.Usual, Case.Axis.Last)) + DaysAhead * Detente.Time.Days.TicksPerDay;

    /// <summary>The first stop, where playing begins, in ticks.</summary>
    public long Begin => Stops.FirstOrDefault(View.At);

    /// <summary>
    /// The end of the day before the last stop, the one of the instant judged included, in ticks: what differs since then is what changed last. <c>null</c> where there is no stop.
    /// </summary>
    public long? BeforeLastChange => Stops.Where(stop => stop <= View.At).Select(stop => (long?)stop).LastOrDefault() - Detente.Time.Days.TicksPerDay;

    /// <summary>The nearest stop before the instant judged, or <c>null</c>.</summary>
    public long? Previous => Stops.Where(stop => stop < View.At).Select(stop => (long?)stop).LastOrDefault();

    /// <summary>The nearest stop after it, or <c>null</c>.</summary>
    public long? Next => Stops.Where(stop => stop > View.At).Select(stop => (long?)stop).FirstOrDefault();

    /// <summary>The same page at another instant judged; the instant of knowledge goes with it where both were one.</summary>
    public string At(long at)
    {
        var known = View.IsOneInstant ? null : AskedInstant.Print(View.Known);
        return new Address(Case.Name, $"?at={Uri.EscapeDataString(AskedInstant.Print(at))}").With(Path, [("known", known), .. Kept.Select(kept => (kept.Name, (string?)kept.Value))]);
    }

    private const int DaysAhead = 90;

    // The days on which a verdict changed, once they are worked out; until then those on which something became known.
    private IReadOnlyList<long> Stops => Case.Changes.DaysOfChange() is { Count: > 0 } days ? days : Case.Axis.Days;
}
