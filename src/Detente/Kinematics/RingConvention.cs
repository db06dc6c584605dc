namespace Detente.Kinematics;

/// <summary>What is the same in every direction of a ring. A ring without its convention cannot be read.</summary>
public enum RingConvention
{
    /// <summary>The distance on the ground, by the geodesic: how treaties measure, whatever the Earth does.</summary>
    SameDistance,

    /// <summary>
    /// The speed against the ground and the angle at launch. As the Earth turns, such flights end farther to the east and nearer to
    /// the west.
    /// </summary>
    SameSpeed,
}
