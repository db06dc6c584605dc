namespace Detente.Kinematics;

/// <summary>Where a body is, in metres, and how it moves, in metres a second; along axes that turn with the Earth.</summary>
internal readonly record struct State(Vector Point, Vector Velocity);

