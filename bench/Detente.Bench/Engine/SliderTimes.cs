namespace Detente.Bench.Engine;

/// <summary>What a position of the two sliders takes.</summary>
/// <param name="Count">All counts.</param>
/// <param name="AtMoves">All lines, where only the instant judged is another.</param>
/// <param name="BothMove">All lines, where the instant of knowledge is another too.</param>
/// <param name="Page">Fifty findings from the middle of a clause's, for a party.</param>
internal sealed record SliderTimes(Samples Count, Samples AtMoves, Samples BothMove, Samples Page);
