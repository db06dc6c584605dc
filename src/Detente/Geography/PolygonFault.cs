namespace Detente.Geography;

/// <summary>Why corners draw no polygon.</summary>
public enum PolygonFault : byte
{
    /// <summary>They draw one.</summary>
    None,

    /// <summary>Fewer than three.</summary>
    TooFewCorners,

    /// <summary>A corner beyond ±90° of latitude or ±180° of longitude.</summary>
    OffTheMap,

    /// <summary>Two that follow each other are 180° of longitude apart: neither way is the shorter.</summary>
    HalfWayAround,

    /// <summary>They go around a pole, so that neither side is the inside.</summary>
    AroundPole,

    /// <summary>They go more than once around the Earth before they come back.</summary>
    AroundEarth,

    /// <summary>All of them lie on one line.</summary>
    NoArea,

    /// <summary>The line through them crosses or touches itself.</summary>
    MeetsItself,
}
