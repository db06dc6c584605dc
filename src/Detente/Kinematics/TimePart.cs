using Detente.Quantities;

namespace Detente.Kinematics;

/// <summary>One part of a time, and where it comes from. Parts add up.</summary>
/// <param name="Name">What it is, in plain words.</param>
/// <param name="Minutes">Minutes it adds; below zero where it may also shorten.</param>
/// <param name="Source">Who says so, or how it was computed.</param>
public sealed record TimePart(string Name, Amount Minutes, string Source);
