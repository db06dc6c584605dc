namespace Detente.Kinematics;

/// <summary>What an integrated flight knows of the air.</summary>
public abstract record Atmosphere
{
    /// <summary>Metres; above it there is none.</summary>
    public abstract double Ceiling { get; }

    /// <summary>Density in kg/m³ at a height in metres.</summary>
    public abstract double Density(double height);

    /// <summary>Speed of sound in m/s at a height in metres.</summary>
    public abstract double SpeedOfSound(double height);
}
