using Detente.Geography;

namespace Detente.Agreement.Model;

/// <summary>A part of the Earth's surface, as an agreement words it. Parts are joined in one way only: what needs two is two zones.</summary>
public abstract record Region
{
    /// <summary>Its parts, in the order of the text, however they are joined.</summary>
    public IReadOnlyList<RegionPart> EachPart => this switch
    {
        AnyOf any => any.Parts,
        AllOf all => all.Parts,
        Except except => [except.Whole, except.Without],
        _ => throw new InvalidOperationException($"No parts of {GetType().Name}."),
    };

    /// <summary><c>circle of 300 km around 54.7 N 20.5 E or sites Kapustin Yar</c>: whatever lies in any part. One part stands alone.</summary>
    public sealed record AnyOf(ValueList<RegionPart> Parts) : Region;

    /// <summary><c>zone North and territory of Russia</c>: what lies in all parts, two or more.</summary>
    public sealed record AllOf(ValueList<RegionPart> Parts) : Region;

    /// <summary><c>territory of Russia except zone North</c>.</summary>
    public sealed record Except(RegionPart Whole, RegionPart Without) : Region;
}

/// <summary>One part of a region. A territory is named by the code of the party whose it is, or by its own name.</summary>
public abstract record RegionPart
{
    /// <summary>The territories it is told by.</summary>
    public IReadOnlyList<string> Territories => this switch
    {
        OfTerritory of => [of.Territory],
        NearBorder near => [near.Territory],
        NearLine near => [near.Territory, near.Other],
        InReach reach => [reach.Territory],
        _ => [],
    };

    /// <summary><c>circle of 300 km around 54.7 N 20.5 E, give or take 2 km</c>.</summary>
    public sealed record Disc(Circle Circle) : RegionPart;

    /// <summary><c>polygon 54 N 20 E, 55 N 20 E, 55 N 23 E, give or take 2 km</c>: corners in order, joined by lines straight in longitude and latitude.</summary>
    public sealed record Polygon(ValueList<GeoPoint> Corners, decimal ErrorKm) : RegionPart;

    /// <summary><c>sites Kapustin Yar, Chita</c>: by the names the record gives them.</summary>
    public sealed record OfSites(ValueList<string> Names) : RegionPart;

    /// <summary><c>land of USA, PRI</c>: the land of states and dependencies by their three-letter codes, de facto as published.</summary>
    public sealed record Land(ValueList<string> Codes) : RegionPart;

    /// <summary><c>disputed area Crimea</c>, by the name of the border data.</summary>
    public sealed record DisputedArea(string Name) : RegionPart;

    /// <summary><c>zone North</c>.</summary>
    public sealed record InZone(string Zone) : RegionPart;

    /// <summary><c>territory of Russia</c>.</summary>
    public sealed record OfTerritory(string Territory) : RegionPart;

    /// <summary><c>within 300 km of the border of Russia</c>, on both sides of it.</summary>
    public sealed record NearBorder(decimal Kilometres, string Territory) : RegionPart;

    /// <summary><c>within 50 km of the border between Russia and Poland</c>: a strip on both sides of the line they share.</summary>
    public sealed record NearLine(decimal Kilometres, string Territory, string Other) : RegionPart;

    /// <summary><c>within 500 km of the territory of Poland</c>: from where a range of 500 km reaches it.</summary>
    public sealed record InReach(decimal Kilometres, string Territory) : RegionPart;
}
