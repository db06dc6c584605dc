using Detente.Cli.Input;
using Detente.Geography;
using Detente.Geography.Reach;

namespace Detente.Cli.Screens;

/// <summary>What a call of <c>detente reach</c> came to.</summary>
/// <param name="Lands">The map, and the points of view.</param>
/// <param name="RangeKm">Kilometres on the ground.</param>
/// <param name="Result">The area within range.</param>
internal sealed record ReachAnswer(Lands Lands, decimal RangeKm, ReachResult Result)
{
    /// <summary>The place the range begins at, where one is named.</summary>
    public (string Name, GeoPoint Point)? From { get; init; }

    /// <summary>What the area is a part of.</summary>
    public required string Whole { get; init; }

    /// <summary>What is to be within range; <c>null</c> where a place alone is asked about.</summary>
    public string? Onto { get; init; }

    /// <summary>From the place, or from one territory to the other, as the map is drawn.</summary>
    public DistanceBounds? Distance { get; init; }

    /// <summary>Countries within range of a place, the nearest first.</summary>
    public IReadOnlyList<ReachedCountry> Reached { get; init; } = [];

    /// <summary>Disputed areas that these countries hold or claim, taken de facto as published.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];
}

/// <summary>A country that is, or may be, within range of a place.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="KmLow">No nearer than this, the errors of the border and of the place counted.</param>
/// <param name="KmHigh">No farther.</param>
/// <param name="Certain">False where those errors leave it open.</param>
internal sealed record ReachedCountry(string Code, string Name, double KmLow, double KmHigh, bool Certain);
