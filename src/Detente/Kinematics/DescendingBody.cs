namespace Detente.Kinematics;

/// <summary>What comes down after a flight under power, as far as the air takes notice of it.</summary>
/// <param name="Kg">Its mass.</param>
/// <param name="AreaSquareMetres">Its cross-section.</param>
public sealed record DescendingBody(double Kg, double AreaSquareMetres);
