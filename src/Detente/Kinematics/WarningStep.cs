using Detente.Quantities;

namespace Detente.Kinematics;

/// <summary>One step between a launch and a decision: detection, confirmation, relay.</summary>
/// <param name="Name">What is done, in plain words.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Source">Who says so.</param>
public sealed record WarningStep(string Name, Amount Minutes, string Source);
